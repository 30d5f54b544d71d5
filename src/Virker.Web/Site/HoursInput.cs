using System.Globalization;
using System.Text.RegularExpressions;

namespace Virker.Web.Site;

/// <summary>Hours as people write them: 7, 7,5 or 7:30. On a Danish page 7.30 is half past seven to many and 7,3 to some:
/// it is asked about.</summary>
public static partial class HoursInput
{
    private const decimal Most = 9_999;

    /// <summary>False when the text is no number of hours; nothing written is null minutes.</summary>
    public static bool TryMinutes(string? text, out int? minutes)
    {
        minutes = null;
        if (string.IsNullOrWhiteSpace(text))
            return true;
        if (Clock().Match(text.Trim()) is { Success: true } clock)
        {
            minutes = (Part(clock, "hours") * 60) + Part(clock, "minutes");
            return true;
        }

        if (!Languages.IsEnglish && PointAndTwo().IsMatch(text.Trim()))
            return false;
        if (TypedNumber.Number(text) is not (>= 0 and <= Most and var hours) || hours.Scale > 4)
            return false;
        minutes = (int)Math.Round(hours * 60, MidpointRounding.AwayFromZero);
        return true;
    }

    private static int Part(Match match, string name) =>
        int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        "^(?<hours>[0-9]{1,4}):(?<minutes>[0-5][0-9])$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Clock();

    [GeneratedRegex(@"^[0-9]{1,4}\.[0-9]{2}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PointAndTwo();
}
