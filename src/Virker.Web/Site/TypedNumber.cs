using System.Globalization;
using Virker.Platform.Import;

namespace Virker.Web.Site;

/// <summary>Numbers as a person types them and as the page prints them: 1.154 and 7,5 in Danish, 1,154 and 7.5 in English,
/// and 7.5 or 7,5 in both, where it can be nothing else. What is no number becomes −1, which no rule takes: the message then
/// stands beside the field like any other.</summary>
public static class TypedNumber
{
    private const int Unreadable = -1;

    /// <summary>Null when nothing is written.</summary>
    public static int? Whole(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : int.TryParse(Read(text), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number
        : Unreadable;

    /// <summary>Null when nothing is written.</summary>
    public static decimal? Number(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : decimal.TryParse(Read(text), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)
            ? number
        : Unreadable;

    /// <summary>The number as <c>-1234.5</c>; null when it is none, or could be two.</summary>
    public static string? Read(string text)
    {
        if (!Numeral.TryRead(text.Trim(), out var number))
            return null;
        if (!number.IsEither)
            return number.Danish ?? number.International;
        string? here = number.In(Languages.IsEnglish ? Notation.International : Notation.Danish);
        // Nobody writes a fraction that ends in noughts: 1,000 on a Danish page is somebody's thousand.
        return here!.EndsWith("00", StringComparison.Ordinal) && here.Contains('.', StringComparison.Ordinal)
            ? null
            : here;
    }
}
