using System.Globalization;
using System.Text.RegularExpressions;

namespace Virker.Web.Site;

/// <summary>Hours as people write them: 7, 7,5, 7.5 or 7:30.</summary>
public static partial class HoursInput
{
    /// <summary>False when the text is no number of hours; nothing written is null minutes.</summary>
    public static bool TryMinutes(string? text, out int? minutes)
    {
        minutes = null;
        if (string.IsNullOrWhiteSpace(text))
            return true;
        var match = Pattern().Match(text.Trim());
        if (!match.Success)
            return false;
        int hours = int.Parse(match.Groups["hours"].Value, CultureInfo.InvariantCulture);
        if (match.Groups["minutes"] is { Success: true } clock)
        {
            minutes = (hours * 60) + int.Parse(clock.Value, CultureInfo.InvariantCulture);
        }
        else
        {
            decimal part = decimal.Parse("0." + match.Groups["part"].Value + "0", CultureInfo.InvariantCulture);
            minutes = (hours * 60) + (int)Math.Round(part * 60, MidpointRounding.AwayFromZero);
        }

        return true;
    }

    [GeneratedRegex(
        "^(?<hours>[0-9]{1,4})([.,](?<part>[0-9]{1,4})|:(?<minutes>[0-5][0-9]))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Pattern();
}
