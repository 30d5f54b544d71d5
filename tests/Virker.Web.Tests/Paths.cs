using Virker.Web.Pages.Method;

namespace Virker.Web.Tests;

/// <summary>The pages of the site.</summary>
internal static class Paths
{
    public static readonly string[] Pages =
    [
        "/",
        "/map",
        "/for/FAR.ALL",
        "/answer/X.SMI/X.IPS",
        "/answer/FAR.ALL/ACT.BUS",
        "/studies",
        "/studies?text=ips&design=rct&withNumbers=true",
        "/studies?text=intet-hedder-dette",
        "/studies?page=2",
        "/studies/christensen2019",
        "/method",
        .. MethodTopics.All.Select(topic => $"/method/{topic.Name}"),
        "/note",
        "/note/compare",
        "/data",
        "/accessibility",
        "/api/reference",
    ];

    public static string English(string path) => path == "/" ? "/en" : "/en" + path;
}
