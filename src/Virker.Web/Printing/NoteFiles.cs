using Virker.Platform.Storage;
using Virker.Web.Site;

namespace Virker.Web.Printing;

/// <summary>The brief as files, made by the pages the site shows, without a site.</summary>
/// <param name="Html">One document that needs nothing but itself.</param>
/// <param name="Pdf">The same printed; null when there is no Chromium here.</param>
public sealed record NoteFiles(byte[] Html, byte[]? Pdf)
{
    /// <summary>The newest version of the knowledge bank of an installation that is open; nothing is written there.</summary>
    public static async Task<NoteFiles> Of(DatabaseOptions database, bool isEnglish, CancellationToken stop)
    {
        await using var site = VirkerSite.BuildToPrint(database);
        await site.StartAsync(stop);
        try
        {
            string root = isEnglish ? "/en" : "";
            var pages = site.Services.GetRequiredService<NoDoor>();
            var (status, html) = await pages.Get($"{root}/note.html");
            if (status != StatusCodes.Status200OK)
                throw new InvalidOperationException($"The note answered {status}.");
            var (printed, pdf) = await pages.Get($"{root}/note.pdf");
            return new(html, printed == StatusCodes.Status200OK ? pdf : null);
        }
        finally
        {
            await site.StopAsync(stop);
        }
    }
}
