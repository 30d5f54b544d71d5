namespace Virker.Bench;

/// <summary>The least a Razor page can do: write a table of a given size. What our pages are held against.</summary>
internal static class BareServer
{
    public static async Task<int> RunAsync(string port, int bytes)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ContentRootPath = AppContext.BaseDirectory,
                Args = ["--urls", $"http://127.0.0.1:{port}"],
            }
        );
        builder.Logging.ClearProviders();
        // A folder of its own: under Pages it would meet the layout of the real site.
        builder.Services.AddRazorPages(pages => pages.RootDirectory = "/Bare");
        builder.Services.AddSingleton(new BareRows(bytes));
        await using var app = builder.Build();
        app.MapRazorPages();
        await app.RunAsync();
        return 0;
    }
}

/// <summary>Rows enough to fill the page; a row is about 100 bytes of HTML.</summary>
public sealed class BareRows(int bytes)
{
    public IReadOnlyList<(int Number, string Name, double Value)> Rows { get; } =
    [.. Enumerable.Range(1, Math.Max(1, bytes / 100)).Select(i => (i, $"Row of the bare page number {i}", i * 1.25))];
}
