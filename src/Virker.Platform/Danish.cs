using System.Globalization;

namespace Virker.Platform;

/// <summary>What is Danish whatever language a page is read in.</summary>
public static class Danish
{
    /// <summary>Names in the order of a Danish telephone book: Å comes last.</summary>
    public static StringComparer Alphabet { get; } =
        StringComparer.Create(CultureInfo.GetCultureInfo("da-DK"), ignoreCase: true);
}
