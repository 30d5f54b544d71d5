using Virker.Platform;

namespace Virker.Rules;

/// <summary>How long an internship, a job with wage subsidy or a mentor agreement may last.</summary>
internal static class DurationChecks
{
    /// <summary>Days that count beside the period itself: an internship goes on at the same workplace, whatever it is
    /// called; a mentor agreement and a job with wage subsidy begin anew.</summary>
    public static int Earlier(PlacementFacts facts) => facts.Kind == OfferKind.Internship ? facts.DaysHereBefore : 0;

    public static void Run(PlacementFindings found)
    {
        // A renewed mentor agreement has its own limit.
        var check = found.Facts is { Kind: OfferKind.Mentor, IsRenewal: true } ? RuleCheck.Renewal : RuleCheck.Duration;
        if (found.Rule(check) is not { Value: { } limit } rule)
        {
            if (found.IsInternship || found.IsSubsidy)
                found.NoRule(
                    RuleLevel.Warn,
                    new(
                        "Virker kender ingen grænse for, hvor længe dette tilbud må vare for målgruppen. Undersøg loven.",
                        "Virker knows no limit for how long this offer may last for the target group. Look into the act."
                    )
                );
            return;
        }
        var facts = found.Facts;
        var days = Period.Days(facts.From, facts.To);
        var last = Period.LastDay(facts.From, limit, rule.Unit).AddDays(-Earlier(facts));
        if (facts.To <= last)
            return;
        if (found.IsInternship)
            Internship(found, rule, limit, days, last);
        else
            TooLong(found, rule, limit, days, last, new("", ""));
    }

    private static void Internship(PlacementFindings found, Rule rule, decimal limit, int days, DateOnly last)
    {
        var facts = found.Facts;
        if (
            found.Rule(RuleCheck.TrialDuration) is { Value: { } trialLimit } trial
            && facts.IsNewlyQualified == YesNo.Yes
        )
        {
            var total = days + Earlier(facts);
            if (total <= trialLimit * 7)
            {
                found.Broken(
                    trial,
                    new(
                        $"Praktikken varer {Say.Weeks(total).Da}. Nyuddannede kan i et forsøg få op til {Say.Length(trialLimit, trial.Unit).Da}.",
                        $"The internship lasts {Say.Weeks(total).En}. Newly qualified people can get up to {Say.Length(trialLimit, trial.Unit).En} in a trial scheme."
                    ),
                    Compared(found, days, last)
                );
                return;
            }
        }
        if (found.Rule(RuleCheck.Extension) is not { Value: { } longest } extension)
        {
            TooLong(found, rule, limit, days, last, new("", ""));
            return;
        }
        Extended(found, rule, limit, extension, longest, days, last);
    }

    private static void Extended(
        PlacementFindings found,
        Rule rule,
        decimal limit,
        Rule extension,
        decimal longest,
        int days,
        DateOnly last
    )
    {
        var facts = found.Facts;
        var total = days + Earlier(facts);
        var beyond = total - (int)(longest * 7);
        var compared = Compared(found, days, last);
        if (beyond <= 0 && !facts.HasIndividualAssessment && !facts.HasVerySpecialNeed)
        {
            TooLong(
                found,
                rule,
                limit,
                days,
                last,
                new(
                    $" Den kan forlænges til i alt {Say.Length(longest, extension.Unit).Da}, når det er vurderet individuelt og skrevet ned.",
                    $" It can be extended to {Say.Length(longest, extension.Unit).En} in all when this is assessed individually and written down."
                )
            );
            return;
        }
        if (beyond <= 0)
        {
            found.Inform(
                extension,
                new(
                    $"Praktikken varer i alt {Say.Weeks(total).Da}, mere end {Say.Length(limit, rule.Unit).Da}. Det hviler på den individuelle vurdering.",
                    $"The internship lasts {Say.Weeks(total).En} in all, more than {Say.Length(limit, rule.Unit).En}. This rests on the individual assessment."
                ),
                compared
            );
            return;
        }
        if (found.Rule(RuleCheck.SpecialExtension) is not { Value: { } atATime } special || !facts.HasVerySpecialNeed)
        {
            found.Broken(
                extension,
                new(
                    $"Praktikken varer i alt {Say.Weeks(total).Da}. Den må højst vare {Say.Length(longest, extension.Unit).Da}, med mindre det er vurderet og skrevet ned, at der er et helt særligt behov.",
                    $"The internship lasts {Say.Weeks(total).En} in all. It may last at most {Say.Length(longest, extension.Unit).En}, unless a very special need is assessed and written down."
                ),
                compared
            );
            return;
        }
        if (Math.Min(beyond, days) > atATime * 7)
            found.Broken(
                special,
                new(
                    $"Efter {Say.Length(longest, extension.Unit).Da} kan praktikken kun forlænges med {Say.Length(atATime, special.Unit).Da} ad gangen, og hver gang med en ny vurdering.",
                    $"After {Say.Length(longest, extension.Unit).En} the internship can only be extended by {Say.Length(atATime, special.Unit).En} at a time, each time with a new assessment."
                ),
                compared
            );
        else
            found.Inform(
                special,
                new(
                    $"Praktikken varer i alt {Say.Weeks(total).Da}. Det hviler på et helt særligt behov; en ny forlængelse kræver en ny skriftlig vurdering.",
                    $"The internship lasts {Say.Weeks(total).En} in all. This rests on a very special need; another extension needs a new written assessment."
                ),
                compared
            );
    }

    private static void TooLong(PlacementFindings found, Rule rule, decimal limit, int days, DateOnly last, Text more)
    {
        var length = Say.Length(limit, rule.Unit);
        var end = Say.Date(last);
        var isUsedUp = last < found.Facts.From;
        found.Broken(
            rule,
            isUsedUp
                ? new(
                    $"For denne målgruppe er det højst {length.Da}, og de er brugt.{more.Da}",
                    $"For this target group it is at most {length.En}, and they are used.{more.En}"
                )
                : new(
                    $"Perioden er for lang: for denne målgruppe højst {length.Da}, altså til og med {end.Da}.{more.Da}",
                    $"The period is too long: for this target group at most {length.En}, that is until {end.En}.{more.En}"
                ),
            Compared(found, days, last)
        );
    }

    private static Text Compared(PlacementFindings found, int days, DateOnly last)
    {
        var (from, to, limit) = (Say.Date(found.Facts.From), Say.Date(found.Facts.To), Say.Date(last));
        var length = Say.Weeks(days);
        var earlier = Earlier(found.Facts);
        var before = Say.Weeks(earlier);
        return new(
            $"{from.Da} til {to.Da} er {length.Da}"
                + (earlier > 0 ? $", og {before.Da} er brugt på stedet før" : "")
                + $". Grænsen nås {limit.Da}.",
            $"{from.En} to {to.En} is {length.En}"
                + (earlier > 0 ? $", and {before.En} there before" : "")
                + $". The limit is reached on {limit.En}."
        );
    }
}
