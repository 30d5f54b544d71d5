using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Virker.Web.Tests;

/// <summary>One browser: it keeps its cookies and fills in forms.</summary>
public sealed class SiteClient(HttpClient http) : IDisposable
{
    public HttpClient Http => http;

    public Task<HttpResponseMessage> Get(string path) => http.GetAsync(path);

    /// <summary>The page as a document.</summary>
    public async Task<IDocument> Page(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await http.GetAsync(path);
        string html = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{path} answered {response.StatusCode}");
        return new HtmlParser().ParseDocument(html);
    }

    /// <summary>Opens the page, takes its form's token, and sends the fields.</summary>
    /// <param name="to">Where the form sends them, when not to the page itself.</param>
    public async Task<HttpResponseMessage> Post(
        string page,
        IEnumerable<(string Name, string Value)> fields,
        string? to = null
    )
    {
        string token = (await Page(page))
            .QuerySelector("input[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;
        return await Send(to ?? page, [.. fields, ("__RequestVerificationToken", token)]);
    }

    /// <summary>The same, and the page it leads to.</summary>
    public async Task<HttpResponseMessage> PostAndFollow(
        string page,
        IEnumerable<(string Name, string Value)> fields,
        string? to = null
    )
    {
        var answer = await Post(page, fields, to);
        if (answer.Headers.Location is not { } next)
            return answer;

        answer.Dispose();
        return await Get(next.OriginalString);
    }

    /// <summary>Sends the fields as they are.</summary>
    public async Task<HttpResponseMessage> Send(string path, IEnumerable<(string Name, string Value)> fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await http.PostAsync(path, content);
    }

    public void Dispose() => http.Dispose();
}
