using Virker.Casework.Plans;

namespace Virker.Casework.CoreElements;

/// <summary>How the six elements stand on a day, from what was recorded by then. Pure; see
/// <c>docs/method/core-elements.md</c>.</summary>
internal static class Elements
{
    private static readonly int GoalDays = CoreElement.FreshDaysOf("FSM-1");
    private static readonly int TalkDays = CoreElement.FreshDaysOf("FSM-2");

    public static IReadOnlyList<ElementFinding> On(ElementFacts facts, DateOnly day)
    {
        // Of several placements the one that began last.
        var agreement = facts.Agreements.Where(a => a.From <= day && a.To >= day).MaxBy(a => a.From);
        return
        [
            Goal(facts, day),
            Contact(facts, day),
            Match(agreement),
            Agreement(agreement),
            Support(facts, agreement, day),
            FollowUp(facts, agreement, day),
        ];
    }

    private static ElementFinding Goal(ElementFacts facts, DateOnly day) =>
        Last(facts.Goals, day) is not { } said ? Missing("FSM-1", ElementReason.GoalMissing)
        : said >= day.AddDays(-GoalDays) ? InPlace("FSM-1", ElementReason.GoalSaid, said)
        : Partly("FSM-1", ElementReason.GoalOld, said);

    private static ElementFinding Contact(ElementFacts facts, DateOnly day)
    {
        if (facts.Contacts.Where(c => c.From <= day && (c.To is null || c.To >= day)).MaxBy(c => c.From) is not { } now)
            return Missing("FSM-2", ElementReason.ContactMissing);
        return Last(facts.Talks.Select(t => t.On), day) is { } talk && talk >= day.AddDays(-TalkDays)
            ? InPlace("FSM-2", ElementReason.ContactAndTalk, talk)
            : Partly("FSM-2", ElementReason.ContactWithoutTalk, now.From);
    }

    private static ElementFinding Match(AgreementFact? agreement) =>
        agreement is null ? Missing("FSM-3", ElementReason.PlacementMissing)
        : agreement.HasPaidTasks || Grows(agreement.Steps) ? InPlace("FSM-3", ElementReason.MatchGrows, agreement.From)
        : Partly("FSM-3", ElementReason.MatchStandsStill, agreement.From);

    private static ElementFinding Agreement(AgreementFact? agreement) =>
        agreement is null ? Missing("FSM-4", ElementReason.PlacementMissing)
        : !agreement.Steps.Any(s => s.Minutes > 0)
            ? Partly("FSM-4", ElementReason.AgreementWithoutPaidHours, agreement.From)
        : agreement.FollowUpWeeks == 0 ? Partly("FSM-4", ElementReason.AgreementWithoutFollowUp, agreement.From)
        : InPlace("FSM-4", ElementReason.AgreementWhole, agreement.From);

    private static ElementFinding Support(ElementFacts facts, AgreementFact? agreement, DateOnly day)
    {
        var assessed = facts.Resources.Where(r => r.On <= day).OrderBy(r => r.On).LastOrDefault();
        var runs = facts.Plan.Where(p => p.From <= day && (p.To is null || p.To >= day)).ToList();
        bool supports = agreement is { HasMentor: true } || runs.Exists(p => PlanItemKinds.Of(p.Kind).IsSupport);
        bool isJobDirected = agreement is not null || runs.Exists(p => p.IsJobDirected);
        return (assessed.Named, supports) switch
        {
            (true, true) when isJobDirected => InPlace("FSM-5", ElementReason.SupportAndResources, assessed.On),
            (true, true) => Partly("FSM-5", ElementReason.SupportWithoutJob, assessed.On),
            (false, true) => new("FSM-5", ElementState.Partly, ElementReason.SupportWithoutResources, null),
            (true, false) => Partly("FSM-5", ElementReason.ResourcesWithoutSupport, assessed.On),
            _ => Missing("FSM-5", ElementReason.SupportMissing),
        };
    }

    private static ElementFinding FollowUp(ElementFacts facts, AgreementFact? agreement, DateOnly day)
    {
        if (agreement is null)
            return Missing("FSM-6", ElementReason.PlacementMissing);
        if (agreement.FollowUpWeeks == 0)
            return Missing("FSM-6", ElementReason.AgreementWithoutFollowUp);
        var last = Last(
            [
                .. agreement.FollowedUpOn,
                .. facts.Talks.Where(t => t.IsAtWorkplace && t.On >= agreement.From).Select(t => t.On),
            ],
            day
        );
        bool isInTime = (last ?? agreement.From).AddDays(7 * agreement.FollowUpWeeks) >= day;
        return (isInTime, last) switch
        {
            (true, { } on) => InPlace("FSM-6", ElementReason.FollowedUp, on),
            (true, null) => InPlace("FSM-6", ElementReason.FollowUpNotDue, agreement.From),
            _ => Partly("FSM-6", ElementReason.FollowUpLate, last ?? agreement.From),
        };
    }

    private static bool Grows(IReadOnlyList<(DateOnly From, int Minutes)> steps) =>
        steps.Zip(steps.Skip(1)).Any(s => s.Second.Minutes > s.First.Minutes);

    private static DateOnly? Last(IEnumerable<DateOnly> days, DateOnly until) =>
        days.Where(d => d <= until).Select(d => (DateOnly?)d).Max();

    private static ElementFinding InPlace(string code, ElementReason reason, DateOnly on) =>
        new(code, ElementState.InPlace, reason, on);

    private static ElementFinding Partly(string code, ElementReason reason, DateOnly on) =>
        new(code, ElementState.Partly, reason, on);

    private static ElementFinding Missing(string code, ElementReason reason) =>
        new(code, ElementState.Missing, reason, null);
}
