using Virker.Platform;

namespace Virker.Rules;

/// <summary>What the rules on interviews need to know about a citizen's course.</summary>
public sealed record InterviewFacts
{
    /// <summary>Code of the target group, such as <c>6.3</c>.</summary>
    public required string TargetGroup { get; init; }

    /// <summary>First day in the target group.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>The day the question is asked, whose rules apply.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Days of interviews the municipality has held since <see cref="Since"/>.</summary>
    public IReadOnlyList<DateOnly> Held { get; init; } = [];

    /// <summary>The municipality expects the citizen to find a job without it.</summary>
    public bool IsLeftOut { get; init; }
    public bool HasWorkDuty { get; init; }
    public bool HadIntensified { get; init; }

    /// <summary>First day of the latest offer; null when there was none.</summary>
    public DateOnly? LatestOffer { get; init; }

    /// <summary>The day a sick-listed employee is back, as employee and employer expect.</summary>
    public DateOnly? ExpectedBack { get; init; }

    /// <summary>Code of the municipality, for its own intervals.</summary>
    public string Municipality { get; init; } = "";
}

/// <summary>When the next interview is due, why, and what is late.</summary>
/// <param name="NextBy">Last day for the next interview; null when none is due.</param>
public sealed record InterviewCheck(DateOnly? NextBy, Text Why, IReadOnlyList<RuleMessage> Messages);

/// <summary>
/// Interviews and first offers: how many the law asks for in the first six months, and after that the rhythm the
/// municipality has chosen. Nothing here blocks. See <c>docs/method/rules.md</c>.
/// </summary>
public static class CheckInterviews
{
    private const int FirstMonths = 6;

    /// <exception cref="InvalidInputException">Unknown target group, or the day lies before the first.</exception>
    public static InterviewCheck Against(RuleBook book, InterviewFacts facts)
    {
        if (facts.Today < facts.Since)
        {
            throw new InvalidInputException(
                new("dagen ligger før forløbets første dag", "the day is before the first day of the course")
            );
        }
        var day = Say.Date(facts.Today);
        var trail = new MessageTrail(
            book.TargetGroups.Required(facts.TargetGroup),
            new($"Reglerne læses for {day.Da}.", $"The rules are read for {day.En}.")
        );
        var (nextBy, why) = Next(book, facts, trail);
        if (nextBy < facts.Today && book.For(RuleCheck.InterviewsLater, facts.TargetGroup, facts.Today) is { } later)
            trail.Add(later, RuleLevel.Inform, Late(nextBy.Value), null);
        Intensified(book, facts, trail);
        FirstOffer(book, facts, trail);
        return new InterviewCheck(nextBy, why, trail.Messages);
    }

    private static (DateOnly? By, Text Why) Next(RuleBook book, InterviewFacts facts, MessageTrail trail)
    {
        if (SickLeftOut(book, facts, trail) || LeftOut(book, facts, trail))
            return (null, new("Ingen samtale er påkrævet nu.", "No interview is required now."));
        var rule = book.For(RuleCheck.InterviewsFirstHalf, facts.TargetGroup, facts.Today);
        var end = Period.LastDay(facts.Since, FirstMonths, RuleUnit.Months);
        if (rule is not null && Municipal(rule) is { } needed)
        {
            var held = facts.Held.Count(d => d >= facts.Since && d <= end);
            // Told for a month, and only where the rule was in force then: an old course is not reproached for new rules.
            if (held < needed && facts.Today > end && facts.Today <= end.AddMonths(1) && rule.IsInForce(end))
            {
                trail.Add(
                    rule,
                    RuleLevel.Warn,
                    new(
                        $"Der blev holdt {held} af de {needed} samtaler, kommunen skal holde i de første seks måneder.",
                        $"{held} of the {needed} interviews the municipality must hold in the first six months were held."
                    ),
                    null
                );
            }
            if (held < needed && facts.Today <= end)
                return FirstHalf(facts, rule, trail, held, needed, end);
        }
        return Rhythm(book, facts);
    }

    /// <summary>Spread evenly, so that the last is due on the last day of the six months. The law gives the number; the
    /// spread is ours.</summary>
    private static (DateOnly? By, Text Why) FirstHalf(
        InterviewFacts facts,
        Rule rule,
        MessageTrail trail,
        int held,
        int needed,
        DateOnly end
    )
    {
        var due = facts.Since.AddDays(Period.Days(facts.Since, end) * (held + 1) / needed - 1);
        if (due < facts.Today)
            trail.Add(rule, RuleLevel.Warn, Late(due), null);
        var last = Say.Date(end);
        return (
            due,
            new(
                $"Samtale {held + 1} af {needed} inden {last.Da} ({rule.Reference}).",
                $"Interview {held + 1} of {needed} before {last.En} ({rule.Reference})."
            )
        );
    }

    private static (DateOnly? By, Text Why) Rhythm(RuleBook book, InterviewFacts facts)
    {
        if (book.Interval(facts.TargetGroup, facts.Today, facts.Municipality) is not { } interval)
            return (null, new("Ingen rytme er fastsat for målgruppen.", "No rhythm is set for the target group."));
        var latest = facts.Held.Where(d => d <= facts.Today).DefaultIfEmpty(facts.Since).Max();
        return (latest.AddDays(interval.Weeks * 7), interval.Reason);
    }

    private static int? Municipal(Rule rule)
    {
        if (rule.Unit is RuleUnit.MunicipalInterviews)
            return (int?)rule.Value;
        return rule.SecondUnit == RuleUnit.MunicipalInterviews ? (int?)rule.SecondValue : (int?)rule.Value;
    }

    private static bool SickLeftOut(RuleBook book, InterviewFacts facts, MessageTrail trail)
    {
        if (
            book.For(RuleCheck.SickLeftOut, facts.TargetGroup, facts.Today) is not { Value: { } weeks } rule
            || facts.ExpectedBack is not { } back
            || back > Period.LastDay(facts.Since, weeks, RuleUnit.Weeks).AddDays(1)
        )
        {
            return false;
        }
        var length = Say.Value(weeks, RuleUnit.Weeks);
        trail.Add(
            rule,
            RuleLevel.Inform,
            new(
                $"Borger og arbejdsgiver venter, at borgeren er tilbage inden {length.Da}. Kommunen følger ikke op så længe.",
                $"Citizen and employer expect the citizen back within {length.En}. The municipality does not follow up until then."
            ),
            null
        );
        return true;
    }

    private static bool LeftOut(RuleBook book, InterviewFacts facts, MessageTrail trail)
    {
        if (!facts.IsLeftOut || book.For(RuleCheck.LeftOut, facts.TargetGroup, facts.Today) is not { } rule)
            return false;
        if (facts.HasWorkDuty)
        {
            trail.Add(
                rule,
                RuleLevel.Warn,
                new(
                    "Borgere med arbejdspligt kan ikke undtages fra samtaler og tilbud.",
                    "Citizens under the work duty cannot be left out of interviews and offers."
                ),
                null
            );
            return false;
        }
        if (facts.Held.Count == 0 && book.For(RuleCheck.FirstInterview, facts.TargetGroup, facts.Today) is { } first)
        {
            trail.Add(
                first,
                RuleLevel.Warn,
                new(
                    "Alle skal have den første samtale, også dem der undtages bagefter.",
                    "Everyone must have the first interview, also those left out afterwards."
                ),
                null
            );
            return false;
        }
        trail.Add(
            rule,
            RuleLevel.Inform,
            new(
                $"Borgeren er undtaget fra samtaler og tilbud. Det kan højst {Say.Number(rule.Value ?? 0).Da} % af gruppen være.",
                $"The citizen is left out of interviews and offers. At most {Say.Number(rule.Value ?? 0).En} % of the group can be."
            ),
            null
        );
        return true;
    }

    private static void Intensified(RuleBook book, InterviewFacts facts, MessageTrail trail)
    {
        if (
            facts.HadIntensified
            || book.For(RuleCheck.IntensifiedInterview, facts.TargetGroup, facts.Today)
                is not { Value: { } months } rule
            || facts.Today <= Period.LastDay(facts.Since, months, RuleUnit.Months)
        )
        {
            return;
        }
        var length = Say.Value(months, RuleUnit.Months);
        trail.Add(
            rule,
            RuleLevel.Warn,
            new(
                $"Den intensiverede samtale skal holdes senest efter {length.Da}.",
                $"The intensified interview must be held after {length.En} at the latest."
            ),
            null
        );
    }

    private static void FirstOffer(RuleBook book, InterviewFacts facts, MessageTrail trail)
    {
        if (
            book.For(RuleCheck.FirstOffer, facts.TargetGroup, facts.Today)
            is not { Value: { } first, SecondValue: { } then } rule
        )
        {
            return;
        }
        var due = facts.LatestOffer is { } latest
            ? Period.LastDay(latest, then, RuleUnit.Months)
            : Period.LastDay(facts.Since, first, RuleUnit.Months);
        if (facts.Today <= due)
            return;
        var day = Say.Date(due);
        trail.Add(
            rule,
            RuleLevel.Warn,
            new(
                $"Borgeren skulle have haft et tilbud senest {day.Da}.",
                $"The citizen should have had an offer by {day.En}."
            ),
            null
        );
    }

    private static Text Late(DateOnly due)
    {
        var day = Say.Date(due);
        return new($"Samtalen skulle være holdt senest {day.Da}.", $"The interview was due on {day.En}.");
    }
}
