using System.Globalization;

namespace Virker.Platform;

/// <summary>
/// One text in the two languages of the house. Both are given where the text is written, so a missing translation
/// cannot compile.
/// </summary>
/// <param name="Da">Danish, the first language.</param>
/// <param name="En">English.</param>
public readonly record struct Text(string Da, string En)
{
    /// <summary>The text in the language of <paramref name="culture"/>: English for <c>en</c>, otherwise Danish.</summary>
    public string In(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return culture.TwoLetterISOLanguageName == "en" ? En : Da;
    }

    /// <summary>The text in the language of the current culture.</summary>
    public override string ToString() => In(CultureInfo.CurrentUICulture);
}
