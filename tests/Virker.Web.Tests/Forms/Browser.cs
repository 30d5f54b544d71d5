using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;

namespace Virker.Web.Tests.Forms;

/// <summary>What the site answered.</summary>
internal sealed class Answer(HttpStatusCode status, string? location, string html)
{
    private IDocument? _page;

    public HttpStatusCode Status => status;

    /// <summary>Where the answer leads; null when it is a page.</summary>
    public string? Location => location;

    public string Html => html;

    public IDocument Page => _page ??= new HtmlParser().ParseDocument(html);

    /// <summary>The site's own fault, in the status or in the words people are shown.</summary>
    public bool IsOurFault =>
        (int)status >= 500
        || html.Contains("fejlen er vores", StringComparison.OrdinalIgnoreCase)
        || html.Contains("the fault is ours", StringComparison.OrdinalIgnoreCase);

    /// <summary>The messages the page shows, short.</summary>
    public string Messages =>
        string.Join(
            " | ",
            Page.QuerySelectorAll(".alert-error, .form-error-message, .alert-warning, .p-rule, main > h1")
                .Select(m => m.TextContent.Trim().ReplaceLineEndings(" "))
                .Select(t => t.Length > 160 ? t[..160] : t)
        );

    public override string ToString() => location is null ? $"{(int)status} {Messages}" : $"{(int)status} → {location}";
}

/// <summary>One browser: it keeps its cookies, follows no redirects, and sends forms as they stand.</summary>
internal sealed class Browser : IDisposable
{
    private static readonly Uri Base = new("https://localhost");
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;

    public Browser(OwnSite site) => _http = site.CreateDefaultClient(Base, new CookieContainerHandler(_cookies));

    /// <summary>Who is signed in.</summary>
    public Guid? Account { get; set; }

    public async Task<Answer> Get(string path)
    {
        using var answer = await _http.GetAsync(path);
        return await Read(answer);
    }

    public async Task<Answer> Send(ServedForm form)
    {
        using var content = form.Content();
        using var answer = await _http.PostAsync(form.Action, content);
        return await Read(answer);
    }

    /// <summary>The page, then the page it leads to, and so on.</summary>
    public async Task<Answer> Follow(Answer answer)
    {
        for (int i = 0; i < 5 && answer.Location is { } to; i++)
            answer = await Get(to);
        return answer;
    }

    /// <summary>The session is over: the cookie is no longer there.</summary>
    public void SignOut()
    {
        foreach (var cookie in _cookies.GetCookies(Base).Where(c => c.Name == "virker"))
            cookie.Expired = true;
        Account = null;
    }

    /// <summary>Takes a demonstration's account, from the page that asks for it.</summary>
    public async Task<Answer> SignIn(Guid account, string from = "/account/sign-in")
    {
        var page = await Get(from);
        var form =
            ServedForm.Of(page.Page, from, "Demo")
            ?? throw new InvalidOperationException($"{from} has no account to take: {page}");
        Account = account;
        return await Send(form.With("account", account.ToString()));
    }

    public void Dispose() => _http.Dispose();

    private static async Task<Answer> Read(HttpResponseMessage answer) =>
        new(answer.StatusCode, answer.Headers.Location?.OriginalString, await answer.Content.ReadAsStringAsync());
}
