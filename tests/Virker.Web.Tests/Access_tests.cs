using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Virker.Platform.Accounts;
using Virker.Web.Site;
using Virker.Web.Tests.Safety;

namespace Virker.Web.Tests;

/// <summary>Roles × pages, made from the site's own list of pages.</summary>
public sealed class Access_tests(TheSite site)
{
    private IEnumerable<RouteEndpoint> Endpoints =>
        site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private IEnumerable<(RouteEndpoint Endpoint, PageActionDescriptor Page)> Pages =>
        from endpoint in Endpoints
        let page = endpoint.Metadata.GetMetadata<PageActionDescriptor>()
        where page is not null
        select (endpoint, page);

    [Fact]
    public void Every_page_has_a_decision_on_who_may_enter()
    {
        var undecided = Pages
            .Where(p => p.Endpoint.Metadata.GetMetadata<AccessRule>() is null or { Kind: AccessKind.Undecided })
            .Select(p => p.Page.ViewEnginePath)
            .Distinct();

        Assert.Empty(undecided);
    }

    [Fact]
    public void Whatever_is_not_a_page_says_whether_it_is_open()
    {
        var undecided = Endpoints
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is null)
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Where(e => e.Metadata.GetMetadata<IAuthorizeData>() is null)
            .Select(e => e.DisplayName)
            // In development only: files that came after the build.
            .Where(name => name != "Fallback {**path:file}");

        Assert.Empty(undecided);
    }

    [Fact]
    public async Task Each_page_lets_in_those_the_table_names_and_nobody_else()
    {
        var people = new List<(Role? Role, SiteClient Client)> { (null, site.Client()) };
        foreach (var role in Enum.GetValues<Role>())
            people.Add((role, await site.As(role)));
        var wrong = new List<string>();
        int forms = 0;
        foreach (var (endpoint, page) in Pages)
        {
            var rule = Access.For(page.ViewEnginePath);
            string address = AddressOf(endpoint);
            foreach (var (role, client) in people)
            {
                bool enters = rule.Kind switch
                {
                    AccessKind.Open or AccessKind.OpenForm => true,
                    AccessKind.SignedIn => role is not null,
                    AccessKind.Roles or AccessKind.RolesAnywhere => role is { } r && rule.Look.Contains(r),
                    _ => false,
                };
                using var answer = await client.Get(address);
                bool refused = role is null
                    ? answer.Headers.Location?.OriginalString.Contains(
                        "/account/sign-in?returnUrl",
                        StringComparison.Ordinal
                    ) == true
                    : answer.StatusCode == HttpStatusCode.Forbidden;
                if (enters == refused)
                    wrong.Add($"{address}: {role?.ToString() ?? "visitor"} got {answer.StatusCode}");

                if (role is null || rule.Kind is not (AccessKind.Roles or AccessKind.RolesAnywhere))
                    continue;
                // A form without a token: whoever may write is asked for it, others are refused first.
                var expected = rule.Write.Contains(role.Value) ? HttpStatusCode.BadRequest : HttpStatusCode.Forbidden;
                foreach (string form in PageHandlers.Of(site.Services, page, HttpMethods.Post))
                {
                    forms++;
                    using var sent = await client.Send(address + form, []);
                    if (sent.StatusCode != expected)
                        wrong.Add($"POST {address}{form}: {role} got {sent.StatusCode}");
                }
            }
        }

        Assert.Empty(wrong);
        Assert.True(forms > 300);
    }

    [Fact]
    public async Task A_form_of_ones_own_account_or_the_sign_in_asks_for_its_token_too()
    {
        using var somebody = await site.As(Role.Caseworker);
        var wrong = new List<string>();
        foreach (var (endpoint, page) in Pages)
        {
            string address = AddressOf(endpoint);
            // The error page answers forms that went wrong, and takes none.
            if (Access.For(page.ViewEnginePath).Kind is not (AccessKind.SignedIn or AccessKind.OpenForm))
                continue;
            foreach (string form in PageHandlers.Of(site.Services, page, HttpMethods.Post))
            {
                using var sent = await somebody.Send(address + form, []);
                if (page.ViewEnginePath != "/Error" && sent.StatusCode != HttpStatusCode.BadRequest)
                    wrong.Add($"POST {address}{form}: {sent.StatusCode}");
            }
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("POST", "/")]
    [InlineData("POST", "/map")]
    [InlineData("PUT", "/api/v1/studies")]
    [InlineData("DELETE", "/api/v1/nowhere")]
    [InlineData("POST", "/nowhere")]
    public async Task What_is_open_is_for_looking(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await site.Visitor.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task A_page_says_why_it_is_closed()
    {
        using var client = await site.As(Role.Analyst);

        var page = await client.Page("/admin", HttpStatusCode.Forbidden);

        Assert.Contains("Din rolle åbner ikke denne side", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_header_shows_the_rooms_one_may_enter()
    {
        using var caseworker = await site.As(Role.Caseworker);
        using var administrator = await site.As(Role.Administrator);

        Assert.Equal(["/day", "/citizens", "/employers"], await WorkLinks(caseworker));
        Assert.Equal(["/admin"], await WorkLinks(administrator));
        Assert.Empty(await WorkLinks(site.Client()));
        static async Task<IEnumerable<string>> WorkLinks(SiteClient client) =>
            (await client.Page("/method"))
                .QuerySelectorAll("header .navigation-menu a")
                .Select(a => a.GetAttribute("href")!)
                .Where(href => href is "/day" or "/citizens" or "/employers" or "/admin");
    }

    /// <summary>An address of the page, with something in each place for a value.</summary>
    private static string AddressOf(RouteEndpoint endpoint) =>
        "/"
        + string.Join(
            '/',
            endpoint.RoutePattern.PathSegments.Select(segment =>
                string.Concat(
                    segment.Parts.Select(part =>
                        part switch
                        {
                            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
                            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { IsOptional: true } => "",
                            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "code" } => "404",
                            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart
                            {
                                ParameterPolicies.Count: > 0
                            } => "0190d2c4-0000-7000-8000-000000000001",
                            _ => "x",
                        }
                    )
                )
            )
        );
}
