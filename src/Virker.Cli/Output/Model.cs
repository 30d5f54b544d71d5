using System.Text.RegularExpressions;
using Virker.Platform;

namespace Virker.Cli.Output;

/// <summary>What the statistics say no to is wrong data, said without a stack trace.</summary>
internal static partial class Model
{
    public static T Fit<T>(string file, Func<T> fit)
    {
        try
        {
            return fit();
        }
        catch (ArgumentException wrong)
        {
            string why = ParameterName().Replace(wrong.Message, "");
            throw new InvalidInputException(
                new Text($"{file}: det kan ikke regnes. {why}", $"{file}: this cannot be computed. {why}")
            );
        }
    }

    [GeneratedRegex(@" \(Parameter '\w+'\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ParameterName();
}
