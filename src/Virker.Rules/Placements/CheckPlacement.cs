using Virker.Platform;

namespace Virker.Rules;

/// <summary>
/// Checks a placement against the rules of the day it follows. A sure rule broken by known facts blocks where the rule
/// book says so; a missing fact or an uncertain rule warns; the rest informs. See <c>docs/method/rules.md</c>.
/// </summary>
public static class CheckPlacement
{
    /// <summary>What the rules say, heaviest first. Empty when there is nothing to say.</summary>
    /// <exception cref="InvalidInputException">Unknown target group, or facts that cannot be.</exception>
    public static IReadOnlyList<RuleMessage> Against(RuleBook book, PlacementFacts facts)
    {
        Require(facts);
        var findings = new PlacementFindings(book, facts);
        DurationChecks.Run(findings);
        ContentChecks.Run(findings);
        RatioChecks.Run(findings);
        SubsidyChecks.Run(findings);
        MentorChecks.Run(findings);
        PlanChecks.Run(findings);
        ReformChecks.Run(findings);
        BenefitChecks.Run(findings);
        return findings.Messages;
    }

    /// <summary>
    /// The last day the placement may run to without an extension, for a form's default; null when no limit is known
    /// or earlier days have used it up. The limit may be uncertain: <see cref="Against"/> says so.
    /// </summary>
    public static DateOnly? LatestEnd(RuleBook book, PlacementFacts facts)
    {
        if (new PlacementFindings(book, facts).Rule(RuleCheck.Duration) is not { Value: { } limit } rule)
            return null;
        var last = Period.LastDay(facts.From, limit, rule.Unit).AddDays(-DurationChecks.Earlier(facts));
        return last < facts.From ? null : last;
    }

    private static void Require(PlacementFacts facts)
    {
        Text? wrong = facts switch
        {
            _ when facts.To < facts.From => new(
                "sidste dag ligger før første dag",
                "the last day is before the first day"
            ),
            _ when facts.WeeklyMinutes < 0 || facts.PaidMinutes < 0 => new(
                "timer kan ikke være mindre end nul",
                "hours cannot be less than zero"
            ),
            _ when facts.OrdinaryEmployees < 0 || facts.SupportedThere < 0 => new(
                "antal ansatte kan ikke være mindre end nul",
                "the number of employees cannot be less than zero"
            ),
            _ when facts.DaysHereBefore < 0 || facts.MonthsOnBenefit < 0 || facts.Age < 0 => new(
                "dage, måneder og alder kan ikke være mindre end nul",
                "days, months and age cannot be less than zero"
            ),
            _ => null,
        };
        if (wrong is { } text)
            throw new InvalidInputException(text);
    }
}
