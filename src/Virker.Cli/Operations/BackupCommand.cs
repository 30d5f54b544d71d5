using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Virker.Cli.Evidence;
using Virker.Cli.Output;
using Virker.Platform.Backups;

namespace Virker.Cli.Operations;

/// <summary><c>virker backup FOLDER</c> and <c>virker restore FOLDER</c>.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("FOLDER") { Description = "A folder that is empty or not there yet" };
        var command = new Command("backup", "Copies every SQLite database while the site runs; not the master key")
        {
            folder,
        };
        command.SetAction(
            async (parsed, stop) =>
            {
                await using var services = Bank.Services();
                foreach (
                    string file in await services
                        .GetRequiredService<TakeBackup>()
                        .Execute(parsed.GetValue(folder)!, stop)
                )
                {
                    await Console.Out.WriteLineAsync(file);
                }
                return ExitCodes.Ok;
            }
        );
        return command;
    }

    public static Command Restore()
    {
        var folder = new Argument<string>("FOLDER") { Description = "A folder virker backup made" };
        var format = FormatOption.Create();
        var command = new Command("restore", "Puts a backup where there is no database yet, and verifies its logs")
        {
            folder,
            format,
        };
        command.SetAction(
            async (parsed, stop) =>
            {
                await using var services = Bank.Services();
                var logs = await services.GetRequiredService<RestoreBackup>().Execute(parsed.GetValue(folder)!, stop);
                return VerifyCommand.Tell(logs, parsed.GetValue(format));
            }
        );
        return command;
    }
}
