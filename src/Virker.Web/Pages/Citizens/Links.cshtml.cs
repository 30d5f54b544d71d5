using Microsoft.AspNetCore.Mvc;
using Virker.Casework.PersonalLinks;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Web.Site;
using Virker.Web.Site.Forms;

namespace Virker.Web.Pages.Citizens;

/// <summary>A link just made, and what it is for.</summary>
public sealed record LinkShown(LinkPurpose Purpose, LinkMade Made);

/// <summary>Makes a personal link for the citizen, shown this once, and takes one back.</summary>
public sealed class LinksModel(
    ReadLinks read,
    MakeLink make,
    RevokeLink revoke,
    Staff staff,
    KeptForms kept,
    Links go,
    TimeProvider clock
) : CitizenPage
{
    public IReadOnlyList<LinkRead> All { get; private set; } = [];

    public WorkerNames Names { get; private set; } = null!;

    /// <summary>The link just made; for a few minutes, to the one who made it.</summary>
    public LinkMade? Made { get; private set; }

    public LinkPurpose Purpose { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    protected override string Look => "look.links";

    /// <summary>The whole address in a language.</summary>
    public string Address(string language) =>
        $"{Request.Scheme}://{Request.Host}{language}/b/{Worker.Municipality.Code}?k={Made!.Code}";

    /// <summary>The address without the code, for a letter.</summary>
    public string Plain => $"{Request.Host}/b/{Worker.Municipality.Code}";

    public async Task OnGetAsync(string? result, CancellationToken stop)
    {
        if (await kept.Find<LinkShown>(result, stop) is { } shown)
        {
            (Purpose, Made) = (shown.Purpose, shown.Made);
            // The code is nobody's but the citizen's: no browser keeps the page.
            Response.Headers.CacheControl = "no-store";
        }

        await LoadAsync(stop);
    }

    public async Task<IActionResult> OnPostAsync(string? purpose, CancellationToken stop)
    {
        if (TypedChoice.Of<LinkPurpose>(purpose, "purpose") is not { } wanted)
            throw new InvalidInputException(TypedChoice.NotOnTheList, "purpose");
        var made = await make.Execute(Worker, Citizen.Id, wanted, stop);
        var id = await kept.KeepResult(new LinkShown(wanted, made), stop, KeptForms.SecretTime);
        return Redirect(go.Citizen(Citizen.Id, "links", (Links.ResultKey, id.ToString())));
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid link, CancellationToken stop)
    {
        await revoke.Execute(Worker, Citizen.Id, link, stop);
        return Redirect(go.Citizen(Citizen.Id, "links"));
    }

    private async Task LoadAsync(CancellationToken stop)
    {
        All = await read.Execute(Worker, Citizen.Id, stop);
        Names = await WorkerNames.Of(staff, Worker, stop);
    }
}
