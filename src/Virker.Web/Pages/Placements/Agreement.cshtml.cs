using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Placements;
using Virker.Web.Printing;
using Virker.Web.Site;

namespace Virker.Web.Pages.Placements;

/// <summary>What the agreement is written from: the placement, the municipality's name, and the citizen's contact there,
/// null when there is none.</summary>
public sealed record Agreement(PlacementRead Placement, string Municipality, bool IsMadeUp, string? Contact);

/// <summary>The agreement to read, print and sign.</summary>
public class AgreementModel : PlacementPage
{
    public Agreement Agreement { get; private set; } = null!;

    protected override string Look => "look.agreement";

    public virtual async Task<IActionResult> OnGetAsync()
    {
        Agreement = new Agreement(
            Placement,
            Worker.Municipality.Name,
            Worker.Municipality.IsMadeUp,
            await NameOf(Placement.SupportedBy ?? Placement.ContactId ?? Placement.StartedBy)
        );
        return Page();
    }
}

/// <summary>The same agreement as a PDF.</summary>
public sealed class AgreementFileModel(SelfContained document, PrintPage print) : AgreementModel
{
    public override async Task<IActionResult> OnGetAsync()
    {
        await base.OnGetAsync();
        // Rendered here and handed to Chromium as a file: no door to the citizen's data stands open for it.
        string html = await document.Render(
            PageContext,
            "/Pages/Placements/_AgreementDocument.cshtml",
            Agreement,
            "agreement.css"
        );
        Response.Headers.CacheControl = "no-store";
        return this.Pdf(await print.ToPdf(html, HttpContext.RequestAborted), Words.T("aftale", "agreement"));
    }
}
