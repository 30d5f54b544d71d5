using System.Globalization;
using System.Text;

namespace Virker.Casework.Citizens;

/// <summary>
/// The words a citizen is found by. Accents are left out, but æ, ø and å are letters of their own. Å is found as aa and
/// aa as å, and ä and ö also as æ and ø.
/// </summary>
public static class NameWords
{
    private static readonly char[] Between = [' ', '-', '\'', '’', '.', ','];

    /// <summary>The words of what somebody writes to find a name.</summary>
    public static IReadOnlyList<string> Of(string name) =>
        [.. Split(name).Select(Plain).Where(w => w != "").Distinct()];

    /// <summary>The rows a citizen's name is found by.</summary>
    public static IEnumerable<NameWord> For(Guid citizen, string firstNames, string lastName) =>
        Split($"{firstNames} {lastName}")
            .SelectMany(Spellings)
            .Where(w => w != "")
            .Distinct()
            .Select(w => new NameWord { CitizenId = citizen, Word = w });

    private static string[] Split(string name) =>
        name.Normalize(NormalizationForm.FormC)
            .ToLowerInvariant()
            .Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IEnumerable<string> Spellings(string word)
    {
        yield return Plain(word);
        var danish = Plain(word.Replace('ä', 'æ').Replace('ö', 'ø'));
        yield return danish;
        yield return danish.Replace("aa", "å", StringComparison.Ordinal);
        yield return danish.Replace("å", "aa", StringComparison.Ordinal);
    }

    private static string Plain(string word)
    {
        var plain = new StringBuilder();
        // By whole characters: half of one cannot be taken apart.
        foreach (var letter in word.EnumerateRunes())
        {
            if (letter.Value == 'å')
            {
                plain.Append(letter);
            }
            else
            {
                plain.Append(
                    letter
                        .ToString()
                        .Normalize(NormalizationForm.FormD)
                        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                        .ToArray()
                );
            }
        }

        return plain.ToString();
    }
}
