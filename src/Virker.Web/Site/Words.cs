using Virker.Platform;

namespace Virker.Web.Site;

/// <summary>Short hands for texts in pages. Both languages stand side by side, so none can be forgotten.</summary>
public static class Words
{
    /// <summary>The text in the language of the request.</summary>
    public static string T(string da, string en) => Languages.IsEnglish ? en : da;

    /// <summary>The text in the language of the request.</summary>
    public static string T(Text text) => text.ToString();
}
