using System.Globalization;
using System.Numerics;
using Virker.Platform;

namespace Virker.Cli.Options;

/// <summary>Reads what was typed as what it means, and nothing else: no separators between thousands, no numbers for
/// names, no days but ISO's. Says what was expected where it is none.</summary>
internal static class Words
{
    /// <summary>A word that is not understood, with what was expected.</summary>
    public sealed class Wrong(Text expected) : Exception
    {
        public Text Expected { get; } = expected;
    }

    public static double Number(string word, Limits limits) =>
        double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
        && !word.AsSpan().ContainsAny(' ', '\t')
        && limits.Has(number)
            ? number
            : throw new Wrong(
                new(
                    $"et tal{limits.Words.Da}, med punktum som decimaltegn og intet mellem tusinder (0.3, 1154)",
                    $"a number{limits.Words.En}, with a point for decimals and nothing between thousands (0.3, 1154)"
                )
            );

    public static T Whole<T>(string word, T least, T most)
        where T : struct, IBinaryInteger<T> =>
        T.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && number >= least
        && number <= most
            ? number
            : throw new Wrong(
                new(
                    $"et helt tal fra {least} til {most}, uden tegn mellem tusinder",
                    $"a whole number from {least} to {most}, with nothing between thousands"
                )
            );

    /// <summary>A level as a share: 95 and 0.95 are the same.</summary>
    public static double Level(string word)
    {
        double number;
        try
        {
            number = Number(word, Limits.Between(0, 100));
        }
        catch (Wrong)
        {
            throw new Wrong(
                new(
                    "procent over 0 og under 100 (95), eller en andel under 1 (0.95)",
                    "percent above 0 and below 100 (95), or a share below 1 (0.95)"
                )
            );
        }

        return number < 1 ? number : number / 100;
    }

    public static DateOnly Day(string word) =>
        DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new Wrong(new("en dato som 2026-12-31", "a day as 2026-12-31"));

    public static T Named<T>(string word, IReadOnlyDictionary<string, T> names) =>
        names.TryGetValue(word, out var value)
            ? value
            : throw new Wrong(new($"én af {string.Join(", ", names.Keys)}", $"one of {string.Join(", ", names.Keys)}"));

    public static string Any(string word) =>
        string.IsNullOrWhiteSpace(word) || word.Any(char.IsControl)
            ? throw new Wrong(new("noget, der ikke er tomt", "something that is not empty"))
            : word;

    /// <summary>Names with a comma between; quotation marks keep a comma in a name. None empty, none twice.</summary>
    public static IReadOnlyList<string> Names(string word)
    {
        var names = new List<string>();
        var name = new System.Text.StringBuilder();
        bool isQuoted = false;
        for (int i = 0; i < word.Length; i++)
        {
            if (isQuoted && word[i] == '"' && i + 1 < word.Length && word[i + 1] == '"')
                name.Append(word[++i]);
            else if (word[i] == '"')
                isQuoted = !isQuoted;
            else if (word[i] == ',' && !isQuoted)
                Take();
            else
                name.Append(word[i]);
        }

        Take();
        return
            isQuoted
            || names.Exists(string.IsNullOrEmpty)
            || names.Distinct(StringComparer.Ordinal).Count() < names.Count
            ? throw new Wrong(
                new(
                    "navne med komma imellem, hvert én gang; et navn med komma i skrives i anførselstegn ('\"a,b\",c')",
                    "names with a comma between, each once; a name with a comma in it is put in quotation marks ('\"a,b\",c')"
                )
            )
            : names;

        void Take()
        {
            names.Add(name.ToString().Trim());
            name.Clear();
        }
    }

    public static IReadOnlyList<double> Numbers(string word, Limits limits)
    {
        try
        {
            return [.. word.Split(',').Select(one => Number(one.Trim(), limits))];
        }
        catch (Wrong)
        {
            throw new Wrong(
                new(
                    $"tal{limits.Words.Da} med komma imellem og punktum som decimaltegn (13,26.5,52)",
                    $"numbers{limits.Words.En} with a comma between and a point for decimals (13,26.5,52)"
                )
            );
        }
    }

    public static IReadOnlyList<int> Wholes(string word, int least, int most)
    {
        try
        {
            return [.. word.Split(',').Select(one => Whole(one.Trim(), least, most))];
        }
        catch (Wrong)
        {
            throw new Wrong(
                new(
                    $"hele tal fra {least} til {most} med komma imellem (2,3)",
                    $"whole numbers from {least} to {most} with a comma between (2,3)"
                )
            );
        }
    }
}
