using Virker.Allocation;
using Virker.Casework.Caseload;
using Virker.Casework.Caseload.Allocations;
using Virker.Web.Site;
using static Virker.Web.Site.Words;

namespace Virker.Web.Pages.Teams;

/// <summary>A proposal for who has which cases, in words.</summary>
internal static class AllocationWords
{
    public static string Asked(AllocationRun run, WorkerNames names) =>
        run.Leaving.Count == 0
            ? T($"jævn fordeling, loft {run.Ceiling}", $"even allocation, ceiling {run.Ceiling}")
            : T(
                $"{names[Guid.Parse(run.Leaving[0])]} afgiver alle sager, loft {run.Ceiling}",
                $"{names[Guid.Parse(run.Leaving[0])]} gives up all cases, ceiling {run.Ceiling}"
            );

    public static string Of(AllocationState state) =>
        state switch
        {
            AllocationState.Asked => T("ikke regnet færdig", "not computed"),
            AllocationState.Answered => T("regnet, ikke afgjort", "computed, not decided"),
            AllocationState.Accepted => T("accepteret", "accepted"),
            AllocationState.Declined => T("afvist", "declined"),
        };

    /// <summary>How good the proposal is, and how well that is known.</summary>
    public static string Proven(AllocationProposal proposal) =>
        proposal.LeastCost == proposal.Cost
            ? T(
                $"Det koster {Show.Count(proposal.Cost)} point, og det er bevist, at det ikke kan gøres billigere.",
                $"It costs {Show.Count(proposal.Cost)} points, and it is proven that it cannot be done for less."
            )
            : T(
                $"Det koster {Show.Count(proposal.Cost)} point. Det er bevist, at det ikke kan gøres for mindre end {Show.Count(proposal.LeastCost)}: højst {Show.Percent(100 * proposal.Gap, 1)} kan være at spare.",
                $"It costs {Show.Count(proposal.Cost)} points. It is proven that it cannot be done for less than {Show.Count(proposal.LeastCost)}: at most {Show.Percent(100 * proposal.Gap, 1)} could be saved."
            );

    /// <summary>A rule that stands in the way, with what is missing.</summary>
    public static string Of(Shortfall missing) =>
        missing.Rule switch
        {
            AllocationRule.Capacity => T(
                $"Loftet: der mangler plads til {CaseloadView.Weight(missing.Least)} sager. Hæv loftet, eller få flere medarbejdere.",
                $"The ceiling: room is missing for {CaseloadView.Weight(missing.Least)} cases. Raise the ceiling, or get more workers."
            ),
            AllocationRule.Language => T(
                $"Sproget: {Citizens(missing.Least)} har ingen, der taler {Languages(missing)} og har plads.",
                $"The language: {Citizens(missing.Least)} without anybody who speaks {Languages(missing)} and has room."
            ),
            AllocationRule.Specialist => T(
                $"IPS: {Citizens(missing.Least)} ville skulle til eller fra en IPS-konsulent, fordi der ikke er plads nok på den rette side.",
                $"IPS: {Citizens(missing.Least)} would have to go to or from an IPS consultant, for there is not room enough on the right side."
            ),
            AllocationRule.BoundRelation => T(
                $"Beskyttede relationer: {Citizens(missing.Least)} ville skulle flyttes.",
                $"Protected relations: {Citizens(missing.Least)} would have to be moved."
            ),
        };

    /// <summary>Why the points, and what to know.</summary>
    public static string Why(Move move, AllocationCitizen? citizen, bool leaves)
    {
        int extra = move.Cost - MoveCost.Base;
        List<string> why = [];
        if (leaves)
            why.Add(T("kontaktpersonen stopper", "the contact leaves"));
        if (citizen?.IsBound == true)
            why.Add(T("relationen er beskyttet og kan ikke holdes", "the relation is protected and cannot be kept"));
        if (extra > 0)
        {
            why.Add(
                T(
                    $"{extra} point ekstra for tid sammen, nyligt skift eller postnummer",
                    $"{extra} points more for time together, a recent change or the postal code"
                )
            );
        }
        return string.Join("; ", why);
    }

    private static string Citizens(int number) =>
        number == 1 ? T("1 borger", "1 citizen") : T($"{Show.Count(number)} borgere", $"{Show.Count(number)} citizens");

    private static string Languages(Shortfall missing) =>
        string.Join(", ", missing.Languages.Select(l => CaseLanguages.Find(l)?.Name.ToString() ?? l));
}
