using System.CommandLine;
using System.Globalization;
using Virker.Platform;

namespace Virker.Cli.Options;

/// <summary>The one language of a run: what <c>--lang</c> says, or the locale; Danish where it is neither.</summary>
internal static class Language
{
    private const string Name = "--lang";
    private static readonly string[] Codes = ["da", "en"];

    /// <summary>Sets it before anything is said. Numbers and days are written the same everywhere.</summary>
    public static void Choose(string[] arguments)
    {
        string? asked = arguments
            .Select(
                (word, i) =>
                    word.StartsWith($"{Name}=", StringComparison.Ordinal) ? word[(Name.Length + 1)..]
                    : word == Name ? arguments.ElementAtOrDefault(i + 1)
                    : null
            )
            .LastOrDefault(code => Codes.Contains(code, StringComparer.Ordinal));
        string spoken = asked ?? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(spoken == "en" ? "en-GB" : "da-DK");
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
    }

    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    public static Option<string> Option()
    {
        var option = Typed.OneOf(
            Name,
            new("Sproget; ellers maskinens", "The language; the machine's unless told"),
            Codes,
            null
        );
        option.Recursive = true;
        return option;
    }

    /// <summary>The text in the language of the run.</summary>
    public static string T(string da, string en) => new Text(da, en).ToString();
}
