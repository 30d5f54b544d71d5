namespace Virker.Cli.Output;

internal static class ExitCodes
{
    public const int Ok = 0;
    public const int WrongData = 1;
    public const int WrongUsage = 2;
}
