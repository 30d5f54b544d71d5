using System.Globalization;

namespace Virker.Web.Site;

/// <summary>
/// Danish lives at the root and English below <c>/en</c>. The prefix moves into the path base, so every link a page
/// writes stays in its visitor's language without a word about it in the page.
/// </summary>
public static class Languages
{
    private static readonly PathString EnglishPrefix = new("/en");

    /// <summary>Danish, the first language.</summary>
    public static CultureInfo Danish { get; } = CultureInfo.GetCultureInfo("da-DK");

    /// <summary>British English: its dates and spelling are nearest to what European readers expect.</summary>
    public static CultureInfo English { get; } = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>True when the current request is answered in English.</summary>
    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    /// <summary>Sets the culture from the address.</summary>
    public static IApplicationBuilder UseLanguages(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                var culture = Danish;
                if (context.Request.Path.StartsWithSegments(EnglishPrefix, StringComparison.Ordinal, out var rest))
                {
                    culture = English;
                    context.Request.PathBase = context.Request.PathBase.Add(EnglishPrefix);
                    context.Request.Path = rest.HasValue ? rest : new PathString("/");
                }

                CultureInfo.CurrentCulture = culture;
                CultureInfo.CurrentUICulture = culture;
                return next(context);
            }
        );

    /// <summary>The address of the same page in the other language.</summary>
    public static string SamePageInOtherLanguage(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var other = IsEnglish ? PathString.Empty : EnglishPrefix;
        return other.Add(request.Path).ToUriComponent() + request.QueryString.ToUriComponent();
    }
}
