using System.Text;
using Microsoft.AspNetCore.Mvc;
using Virker.Web.Printing;
using Virker.Web.Site;

namespace Virker.Web.Pages.Note;

/// <summary>The brief as a file: one HTML document, or the same document printed as PDF.</summary>
public sealed class FileModel(SelfContained document, PrintPage print) : BankPage
{
    public async Task<IActionResult> OnGetAsync(string format)
    {
        string html = await document.Render(PageContext, "/Pages/Note/_Document.cshtml", Bank, "note.css");
        string name = $"hvad-virker-v{Bank.Version.Number}-{(Languages.IsEnglish ? "en" : "da")}";
        if (format == "html")
            return File(Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8", $"{name}.html");

        return this.Pdf(await Printed(html), name);
    }

    /// <summary>Each version is printed once in each language.</summary>
    private async Task<byte[]?> Printed(string html)
    {
        var kept = Bank.Remember((typeof(FileModel), Languages.IsEnglish), () => new Kept());
        await kept.Gate.WaitAsync(HttpContext.RequestAborted);
        try
        {
            return kept.Pdf ??= await print.ToPdf(html, HttpContext.RequestAborted);
        }
        finally
        {
            kept.Gate.Release();
        }
    }

    private sealed class Kept
    {
        public SemaphoreSlim Gate { get; } = new(1);
        public byte[]? Pdf { get; set; }
    }
}
