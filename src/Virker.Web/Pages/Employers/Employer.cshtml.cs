using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Employers;
using Virker.Casework.Overviews;
using Virker.Dkfds;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Web.Site;
using static Virker.Web.Site.Words;

namespace Virker.Web.Pages.Employers;

/// <summary>A workplace: the relation, the contact log, the people, the room. The citizens it names are logged.</summary>
public sealed class EmployerModel(
    ReadWorkplace read,
    TakeOwnership take,
    RecordContact record,
    CloseWorkplace close,
    Staff staff,
    TimeProvider clock,
    Links go
) : WorkerPage
{
    public WorkplaceRead Place { get; private set; } = null!;

    public IReadOnlyList<StaffMember> Workers { get; private set; } = [];

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public string? Note { get; private set; }

    public string On { get; private set; } = "";

    public DateOnly Today => clock.Today();

    public bool IsMine => Place.OwnerId == Worker.Id;

    /// <summary>May this worker send the page's forms?</summary>
    public bool MayWrite => Access.For("/Employers/Employer").Write.Any(Worker.Roles.Contains);

    public IReadOnlyList<DkOption> BecameOptions =>
        [new DkOption("", T("Som før", "As before")), .. EmployerWords.CooperationOptions()];

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => ShowAsync(id, stop);

    public async Task<IActionResult> OnPostOwnAsync(Guid id, Guid? seen, CancellationToken stop)
    {
        await take.Execute(Worker, id, seen, stop);
        return Redirect(go.Employer(id));
    }

    public async Task<IActionResult> OnPostContactAsync(
        Guid id,
        string? on,
        string? note,
        string? became,
        CancellationToken stop
    )
    {
        DateOnly? day = DateOnly.TryParseExact(
            on,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var d
        )
            ? d
            : null;
        Problems = await record.Execute(
            Worker,
            id,
            new ContactRecord(day, note, TypedChoice.Of<Cooperation>(became, "became")),
            stop
        );
        if (Problems.Count == 0)
            return Redirect(go.Employer(id));
        (Note, On) = (note, on ?? "");
        return await ShowAsync(id, stop);
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid id, bool isClosed, CancellationToken stop)
    {
        await close.Execute(Worker, id, isClosed, stop);
        return Redirect(go.Employer(id));
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken stop)
    {
        if (await read.Execute(Worker, id, stop) is not { } place)
            return NotFound();
        Place = place;
        Workers = await staff.Of(Worker.Municipality.Id, stop);
        if (On == "")
            On = Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (place.Placements.Count > 0)
            await Looked("look.employer", [.. place.Placements.Select(p => p.CitizenId).Distinct()]);
        return Page();
    }
}
