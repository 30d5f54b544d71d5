using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Virker.Platform.Accounts;
using Virker.Platform.Accounts.Administration;
using Virker.Platform.Municipalities;
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
        _site = await VirkerSite.BuildAsync([
            "--urls",
            "http://127.0.0.1:0",
            "--Virker:Directory",
            _folder.FullName,
            "--Virker:Demo",
            "true",
            .. LogWatch.Settings,
        ]);
        LogWatch.On(_site);
        await _site.StartAsync();
        // The name, not the number: a passkey belongs to a name.
        Address = _site.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        Municipality = await _site
            .Services.GetRequiredService<MunicipalityCatalogue>()
            .Add("testby", "Testby", madeUp: true);
        await using var scope = _site.Services.CreateAsyncScope();
        Anna = await scope
            .ServiceProvider.GetRequiredService<ManageAccounts>()
            .Add(
                new Worker(Guid.Empty, "prøve", Municipality, new HashSet<Role>()),
                "anna@example.org",
                new AccountDetails("Anna Prøve", [.. ManageAccounts.Grantable.Except([Role.Clinician])]),
                password: null
            );
        _playwright = await Playwright.CreateAsync();
        _chromium = await _playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                // The one without windows, which nobody sees here, is quicker.
                ExecutablePath = new[]
                {
                    "/usr/bin/chromium-headless-shell",
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

    /// <summary>The made-up municipality.</summary>
    public Municipality Municipality { get; private set; } = null!;

    /// <summary>Somebody in it who may do everything.</summary>
    public Account Anna { get; private set; } = null!;

    public IServiceProvider Services => _site!.Services;

    /// <summary>Signs in on the page with one click, and goes to <paramref name="path"/>.</summary>
    public async Task<IPage> SignInAsync(Guid account, string path, int width = 1280)
    {
        var page = await VisitAsync("/account/sign-in?returnUrl=" + Uri.EscapeDataString(path), width);
        await page.Locator($"form:has(input[value='{account}']) button").ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/account/sign-in", StringComparison.Ordinal));
        return page;
    }

    /// <summary>A fresh visitor.</summary>
    public async Task<IPage> VisitAsync(
        string path,
        int width = 1280,
        bool javaScript = true,
        Media media = Media.Screen
    )
    {
        var page = await OpenAsync(Address, width, javaScript);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = media });
        var response = await page.GotoAsync(path);
        Assert.True(response!.Ok, $"{path} answered {response.Status}");
        return page;
    }

    /// <summary>An empty window on a site.</summary>
    public async Task<IPage> OpenAsync(string address, int width = 1280, bool javaScript = true)
    {
        var context = await _chromium!.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = address,
                JavaScriptEnabled = javaScript,
                ViewportSize = new ViewportSize { Width = width, Height = 800 },
                Locale = "da-DK",
            }
        );
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
            await _chromium.CloseAsync();

        _playwright?.Dispose();
        if (_site is not null)
        {
            await _site.StopAsync();
            await _site.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }
}
