using System.CommandLine;
using System.Globalization;

namespace Virker.Cli.Output;

/// <summary>Options that take several values with a comma between.</summary>
internal static class ListOption
{
    public static Option<string> Create(string name, string description, string otherwise = "") =>
        new(name) { Description = description, DefaultValueFactory = _ => otherwise };

    /// <summary>Only finite numbers, at least as large as a limit.</summary>
    public static Option<string> OfNumbers(string name, string description, double min, string otherwise = "")
    {
        var option = Create(name, description, otherwise);
        option.Validators.Add(result =>
        {
            if (
                !Names(result.GetValueOrDefault<string>())
                    .All(part => double.IsFinite(Number(part)) && Number(part) >= min)
            )
            {
                result.AddError($"{name} wants numbers of {min} or more, a,b,c.");
            }
        });
        return option;
    }

    public static string[] Names(string? value) =>
        (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static double[] Numbers(string? value) => [.. Names(value).Select(Number)];

    private static double Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? number
            : double.NaN;
}
