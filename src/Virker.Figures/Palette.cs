namespace Virker.Figures;

/// <summary>
/// Colours that people with colour blindness can tell apart, darkened until each has at least 3:1 against every
/// ground it is drawn on (4.5:1 for text). No meaning rests on colour alone.
/// </summary>
internal static class Palette
{
    public const string Paper = "#ffffff";
    public const string Ink = "#1a1a1a";
    public const string Muted = "#595959";
    public const string Rule = "#767676";
    public const string Faint = "#d9d9d9";
    public const string Blue = "#005a9c";
    public const string Orange = "#b34700";
    public const string Green = "#00704f";
    public const string Purple = "#7b3294";

    /// <summary>Grounds of the funnel's contours, from p above .10 to p below .01.</summary>
    public static readonly IReadOnlyList<string> Contours = ["#ffffff", "#e9edf1", "#d5dde4", "#bccad6"];

    /// <summary>Series in a line figure, beside dash and marker.</summary>
    public static readonly IReadOnlyList<string> Series = [Blue, Orange, Green, Purple, Ink, Muted];

    /// <summary>Bands under the series: pale, bounded by a line in the series' own colour.</summary>
    public static readonly IReadOnlyList<string> Bands =
    [
        "#dbe8f3",
        "#f8e3d5",
        "#d7eee6",
        "#ecdff2",
        "#e3e3e3",
        "#eeeeee",
    ];
}
