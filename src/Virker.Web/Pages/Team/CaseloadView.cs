using Virker.Casework.Caseload;
using Virker.Platform.Accounts;
using Virker.Web.Site;
using static Virker.Web.Site.Words;

namespace Virker.Web.Pages.Teams;

/// <summary>Caseloads with who the workers are, for the team and for the worker's own page.</summary>
/// <param name="Loads">The counts.</param>
/// <param name="Members">Who the workers are.</param>
/// <param name="Today">Who is away and who is new is told by it.</param>
/// <param name="IsLeaders">Names lead to where a leader writes the worker's terms.</param>
public sealed record CaseloadView(
    Caseloads Loads,
    IReadOnlyDictionary<Guid, StaffMember> Members,
    DateOnly Today,
    bool IsLeaders = false
)
{
    /// <summary>By most cases.</summary>
    public IEnumerable<(StaffMember Who, WorkerCaseload Load)> Rows =>
        Loads.Workers.Select(load => (Members[load.WorkerId], load)).OrderByDescending(r => r.load.Carried.Cases);

    /// <summary>Some cases are counted by weight.</summary>
    public bool IsWeighted => Loads.Rule?.Complex is not null;

    /// <summary>Cases whose weight nobody has judged.</summary>
    public int Unjudged => Loads.Workers.Sum(w => w.Unjudged);

    /// <summary>What the worker carries today by the municipality's weights.</summary>
    public string WeightOf(WorkerCaseload load) =>
        Weight(Loads.Rule is { } rule ? load.Carried.WeightBy(rule) : null) ?? "–";

    /// <summary>The most the worker may have today by the municipality's rule.</summary>
    public string NormOf(StaffMember who, WorkerCaseload load) => Weight(Norm(who, load)) ?? "–";

    /// <summary>What to notice in a row, beside its numbers; empty when there is nothing.</summary>
    public string Notes(StaffMember who, WorkerCaseload load)
    {
        List<string> notes = [];
        if (!who.IsActive)
        {
            notes.Add(
                T("Kontoen er lukket: sagerne skal have en anden.", "The account is closed: the cases need another.")
            );
        }
        if (load.Terms?.IsAway(Today) == true)
        {
            notes.Add(
                load.Terms.CoverId is not { } cover
                    ? T("Er væk, og ingen passer sagerne.", "Is away, and nobody looks after the cases.")
                : Members.TryGetValue(cover, out var colleague)
                    ? T(
                        $"Er væk: {colleague.Name} passer sagerne.",
                        $"Is away: {colleague.Name} looks after the cases."
                    )
                : T("Er væk: en kollega passer sagerne.", "Is away: a colleague looks after the cases.")
            );
        }
        if (load.Covered > 0)
        {
            notes.Add(
                T(
                    $"Heraf {Show.Count(load.Covered)} for kolleger, der er væk.",
                    $"Of these {Show.Count(load.Covered)} for colleagues who are away."
                )
            );
        }
        if (load.Terms is { Percent: < 100 } part)
            notes.Add(T($"{part.Percent} % af fuld tid.", $"{part.Percent}% of full time."));
        if (load.Terms?.IsNew(Today) == true)
            notes.Add(T("Ny: i det første halve år.", "New: in the first six months."));
        if (who.Roles.Contains(Role.IpsConsultant) && load.Carried.Cases > CaseNorms.Ips)
        {
            notes.Add(
                T(
                    $"{load.Carried.Cases - CaseNorms.Ips} over IPS-reglen.",
                    $"{load.Carried.Cases - CaseNorms.Ips} above the IPS rule."
                )
            );
        }
        if (Norm(who, load) is { } norm && load.Carried.WeightBy(Loads.Rule!) - norm is > 0 and var over)
            notes.Add(T($"{Weight(over)} over jeres loft.", $"{Weight(over)} above your ceiling."));
        return string.Join(' ', notes);
    }

    /// <summary>Hundredths of a case as a number of cases: 1,5.</summary>
    public static string? Weight(int? hundredths) =>
        hundredths is { } h
            ? Show.Number(
                h / 100m,
                h % 100 == 0 ? 0
                    : h % 10 == 0 ? 1
                    : 2
            )
            : null;

    private int? Norm(StaffMember who, WorkerCaseload load) =>
        who.IsActive ? Loads.Rule?.NormOf(load.Terms, who.Roles.Contains(Role.IpsConsultant), Today) : 0;
}
