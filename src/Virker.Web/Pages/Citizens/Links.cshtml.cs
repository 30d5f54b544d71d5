using Microsoft.AspNetCore.Mvc;
using Virker.Casework.PersonalLinks;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Web.Site;

namespace Virker.Web.Pages.Citizens;

/// <summary>Makes a personal link for the citizen, shown this once, and takes one back.</summary>
public sealed class LinksModel(
    ReadLinks read,
    MakeLink make,
    RevokeLink revoke,
    Staff staff,
    Links go,
    TimeProvider clock
) : CitizenPage
{
    public IReadOnlyList<LinkRead> All { get; private set; } = [];

    public WorkerNames Names { get; private set; } = null!;

    /// <summary>The link just made; only in the answer to the form.</summary>
    public LinkMade? Made { get; private set; }

    public LinkPurpose Purpose { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    protected override string Look => "look.links";

    /// <summary>The whole address in a language.</summary>
    public string Address(string language) =>
        $"{Request.Scheme}://{Request.Host}{language}/b/{Worker.Municipality.Code}?k={Made!.Code}";

    /// <summary>The address without the code, for a letter.</summary>
    public string Plain => $"{Request.Host}/b/{Worker.Municipality.Code}";

    public Task OnGetAsync(CancellationToken stop) => LoadAsync(stop);

    public async Task<IActionResult> OnPostAsync(string? purpose, CancellationToken stop)
    {
        if (EnumCode.Parse<LinkPurpose>(purpose ?? "") is not { } wanted)
            return NotFound();
        Purpose = wanted;
        Made = await make.Execute(Worker, Citizen.Id, wanted, stop);
        // The code is nobody's but the citizen's: no browser keeps the page.
        Response.Headers.CacheControl = "no-store";
        await LoadAsync(stop);
        return Page();
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
