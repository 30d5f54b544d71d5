namespace Virker.Browser.Tests;

/// <summary>One address of each kind of page the site has.</summary>
internal static class SitePages
{
    public static readonly string[] Paths =
    [
        "/",
        "/map",
        "/for/FAR.ALL",
        "/answer/X.SMI/X.IPS",
        "/answer/FAR.ALL/ACT.BUS",
        "/answer/UNEMP.ALL.SHORT/X.MENTOR",
        "/studies",
        "/studies?text=ingenting-hedder-dette",
        "/studies/christensen2019",
        "/method",
        "/note",
        "/note/compare",
        "/data",
        "/accessibility",
        "/api/reference",
        "/account/sign-in",
    ];

    public static IEnumerable<string> InBothLanguages =>
        Paths.SelectMany(path => new[] { path, path == "/" ? "/en" : "/en" + path });
}
