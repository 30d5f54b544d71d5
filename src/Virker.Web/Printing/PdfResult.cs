using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Virker.Web.Printing;

internal static class PdfResult
{
    /// <summary>A PDF that opens in the browser; where it could not be printed the page itself, which says so.</summary>
    public static IActionResult Pdf(this PageModel page, byte[]? pdf, string name)
    {
        if (pdf is null)
        {
            page.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return page.Page();
        }

        page.Response.Headers.ContentDisposition = $"inline; filename=\"{name}.pdf\"";
        return page.File(pdf, "application/pdf");
    }
}
