using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

[assembly: AssemblyFixture(typeof(Virker.Web.Tests.TheSite))]

namespace Virker.Web.Tests;

/// <summary>The site in memory with the shipped knowledge bank.</summary>
public sealed class TheSite : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("virker-web-");

    /// <summary>A visitor who follows no redirects.</summary>
    public HttpClient Visitor { get; private set; } = null!;

    public ValueTask InitializeAsync()
    {
        Visitor = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        return ValueTask.CompletedTask;
    }

    /// <summary>A page that answers 200.</summary>
    public async Task<IDocument> Page(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await Visitor.GetAsync(path);
        string html = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{path} answered {response.StatusCode}");
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        return new HtmlParser().ParseDocument(html);
    }

    // Settings given here reach the site as its arguments do, before it chooses a database.
    protected override IHost CreateHost(IHostBuilder builder)
    {
        builder.ConfigureHostConfiguration(settings =>
            settings.AddInMemoryCollection([KeyValuePair.Create("Virker:Directory", (string?)_folder.FullName)])
        );
        return base.CreateHost(builder);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && _folder.Exists)
        {
            _folder.Delete(recursive: true);
        }
    }
}
