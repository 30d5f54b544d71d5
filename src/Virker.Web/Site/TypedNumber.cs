using System.Globalization;

namespace Virker.Web.Site;

/// <summary>Numbers as a person types them. What is no number becomes −1, which no rule takes: the message then stands
/// beside the field like any other.</summary>
public static class TypedNumber
{
    /// <summary>Null when nothing is written.</summary>
    public static int? Whole(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number
        : -1;

    /// <summary>With comma or point; null when nothing is written.</summary>
    public static decimal? Number(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : decimal.TryParse(
            text.Trim().Replace(',', '.'),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out decimal number
        )
            ? number
        : -1;
}
