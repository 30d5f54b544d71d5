using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Fidelity;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Accounts.Administration;
using Virker.Web.Site;

namespace Virker.Web.Pages.Fidelity;

/// <summary>One IPS review: what was found on each of the 25 items.</summary>
public sealed class FidelityReviewModel(ReadFidelity read, ScoreFidelity score, ManageTeams teams, Links go)
    : WorkerPage
{
    public FidelityRead Review { get; private set; } = null!;

    /// <summary>As saved, or as typed when something stops it.</summary>
    public IReadOnlyDictionary<int, ItemFound> Found { get; private set; } = new Dictionary<int, ItemFound>();

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public string TeamName { get; private set; } = "";

    public bool MayWrite => Access.For("/Fidelity/Review").Write.Any(Worker.Roles.Contains);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await Load(id, stop))
            return NotFound();
        Found = Review.Found;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await Load(id, stop))
            return NotFound();
        Found = FidelityScale.Items.ToDictionary(i => i.Number, Typed);
        Problems = await score.Execute(Worker, id, [.. Found.Values], $"{Request.Form["seen"]}", stop);
        return Problems.Count == 0 ? Redirect(go.FidelityReview(id)) : Page();
    }

    private ItemFound Typed(FidelityItem item)
    {
        string? Field(string name) =>
            Request.Form[name + FidelityWords.Number(item)].ToString().Trim() is { Length: > 0 } text ? text : null;
        return new ItemFound(
            item.Number,
            // What is no score is none the scale has: it is refused beside its field.
            TypedNumber.Whole(Field("score")),
            TypedChoice.Of<FidelitySource>(Field("source"), "source" + FidelityWords.Number(item)),
            Field("note")
        );
    }

    private async Task<bool> Load(Guid id, CancellationToken stop)
    {
        if (await read.One(Worker, id, stop) is not { } found)
            return false;
        Review = found;
        TeamName = (await teams.List(Worker, stop)).FirstOrDefault(t => t.Id == found.Line.TeamId)?.Name ?? "–";
        return true;
    }
}
