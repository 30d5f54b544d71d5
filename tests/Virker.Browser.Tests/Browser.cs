using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using Virker.Web.Site;

[assembly: AssemblyFixture(typeof(Virker.Browser.Tests.Browser))]

namespace Virker.Browser.Tests;

/// <summary>The site with the shipped knowledge bank on a free port, and one Chromium that visits it.</summary>
public sealed class Browser : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("virker-browser-");
    private WebApplication? _site;
    private IPlaywright? _playwright;
    private IBrowser? _chromium;

    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        _site = await VirkerSite.BuildAsync(["--urls", "http://127.0.0.1:0", "--Virker:Directory", _folder.FullName]);
        await _site.StartAsync();
        Address = _site.Urls.First();
        _playwright = await Playwright.CreateAsync();
        _chromium = await _playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = new[]
                {
                    "/usr/bin/chromium",
                    "/usr/bin/chromium-browser",
                    "/usr/bin/google-chrome",
                }.First(File.Exists),
                Args =
                [
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    .. Environment.UserName == "root" ? ["--no-sandbox"] : Array.Empty<string>(),
                ],
            }
        );
    }

    /// <summary>A fresh visitor.</summary>
    public async Task<IPage> VisitAsync(
        string path,
        int width = 1280,
        bool javaScript = true,
        Media media = Media.Screen
    )
    {
        var context = await _chromium!.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = Address,
                JavaScriptEnabled = javaScript,
                ViewportSize = new ViewportSize { Width = width, Height = 800 },
                Locale = "da-DK",
            }
        );
        var page = await context.NewPageAsync();
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = media });
        var response = await page.GotoAsync(path);
        Assert.True(response!.Ok, $"{path} answered {response.Status}");
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
        {
            await _chromium.CloseAsync();
        }

        _playwright?.Dispose();
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }
}
