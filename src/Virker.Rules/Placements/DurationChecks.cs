using Virker.Platform;

namespace Virker.Rules;

/// <summary>How long an internship, a job with wage subsidy or a mentor agreement may last.</summary>
internal static class DurationChecks
{
    /// <summary>Days that count beside the period itself: an internship goes on at the same workplace, whatever it is
    /// called; a mentor agreement and a job with wage subsidy begin anew.</summary>
    public static int Earlier(PlacementFacts facts) => OfferKinds.Of(facts.Kind).AddsUp ? facts.DaysHereBefore : 0;

    public static void Run(PlacementFindings found)
    {
        // A renewed mentor agreement has its own limit.
        var check = found.Facts is { Kind: OfferKind.Mentor, IsRenewal: true } ? RuleCheck.Renewal : RuleCheck.Duration;
        if (found.Rule(check) is not { Value: { } limit } rule)
        {
            if (found.Offer.IsLimited)
            {
                found.NoRule(
                    RuleLevel.Warn,
                    new(
                        "Virker kender ingen grænse for, hvor længe dette tilbud må vare for målgruppen. Undersøg loven.",
                        "Virker knows no limit for how long this offer may last for the target group. Look into the act."
                    )
                );
            }
            return;
        }
        var facts = found.Facts;
        var last = Period.LastDay(facts.From, limit, rule.Unit).AddDays(-Earlier(facts));
        if (facts.To <= last)
            return;
        var compared = Compared(facts, last);
        if (found.Rule(RuleCheck.Extension) is { Value: { } longest } extension)
            Extended(found, rule, extension, (int)longest * 7, last, compared);
        else if (!IsTrial(found, compared))
            found.Broken(rule, TooLong(rule, facts, last), compared);
    }

    /// <summary>Newly qualified people have a longer limit of their own, if the trial scheme still runs.</summary>
    private static bool IsTrial(PlacementFindings found, Text compared)
    {
        var total = Total(found.Facts);
        if (
            found.Facts.IsNewlyQualified != YesNo.Yes
            || found.Rule(RuleCheck.TrialDuration) is not { Value: { } weeks } trial
            || total > weeks * 7
        )
        {
            return false;
        }
        var (length, most) = (Say.Weeks(total), Say.Value(weeks, trial.Unit));
        found.Broken(
            trial,
            new(
                $"Praktikken varer {length.Da}. Nyuddannede kan i et forsøg få op til {most.Da}.",
                $"The internship lasts {length.En}. Newly qualified people can get up to {most.En} in a trial scheme."
            ),
            compared
        );
        return true;
    }

    private static void Extended(
        PlacementFindings found,
        Rule rule,
        Rule extension,
        int longest,
        DateOnly last,
        Text compared
    )
    {
        var facts = found.Facts;
        var (length, most) = (Say.Weeks(Total(facts)), Say.Weeks(longest));
        if (Total(facts) > longest)
        {
            Special(found, extension, longest, compared);
            return;
        }
        if (facts.HasIndividualAssessment || facts.HasVerySpecialNeed)
        {
            var usual = Say.Value(rule.Value ?? 0, rule.Unit);
            found.Inform(
                extension,
                new(
                    $"Praktikken varer i alt {length.Da}, mere end {usual.Da}. Det hviler på den individuelle vurdering.",
                    $"The internship lasts {length.En} in all, more than {usual.En}. This rests on the individual assessment."
                ),
                compared
            );
            return;
        }
        var text = TooLong(rule, facts, last);
        found.Broken(
            rule,
            new(
                $"{text.Da} Den kan forlænges til i alt {most.Da}, når behovet er vurderet og skrevet ned.",
                $"{text.En} It can be extended to {most.En} in all when the need is assessed and written down."
            ),
            compared
        );
    }

    private static void Special(PlacementFindings found, Rule extension, int longest, Text compared)
    {
        var facts = found.Facts;
        var (length, most) = (Say.Weeks(Total(facts)), Say.Weeks(longest));
        if (!facts.HasVerySpecialNeed || found.Rule(RuleCheck.SpecialExtension) is not { Value: { } weeks } special)
        {
            found.Broken(
                extension,
                new(
                    $"Praktikken varer i alt {length.Da}. Den må højst vare {most.Da}, medmindre det er vurderet og skrevet ned, at der er et helt særligt behov.",
                    $"The internship lasts {length.En} in all. It may last at most {most.En}, unless a very special need is assessed and written down."
                ),
                compared
            );
            return;
        }
        var atATime = Say.Value(weeks, special.Unit);
        var beyond = Math.Min(Total(facts) - longest, Period.Days(facts.From, facts.To));
        if (beyond > weeks * 7)
        {
            found.Broken(
                special,
                new(
                    $"Efter {most.Da} kan praktikken kun forlænges med {atATime.Da} ad gangen, og hver gang med en ny vurdering.",
                    $"After {most.En} the internship can only be extended by {atATime.En} at a time, each time with a new assessment."
                ),
                compared
            );
        }
        else
        {
            found.Inform(
                special,
                new(
                    $"Praktikken varer i alt {length.Da}. Det hviler på et helt særligt behov; en ny forlængelse kræver en ny skriftlig vurdering.",
                    $"The internship lasts {length.En} in all. This rests on a very special need; another extension needs a new written assessment."
                ),
                compared
            );
        }
    }

    private static int Total(PlacementFacts facts) => Period.Days(facts.From, facts.To) + Earlier(facts);

    private static Text TooLong(Rule rule, PlacementFacts facts, DateOnly last)
    {
        var most = Say.Value(rule.Value ?? 0, rule.Unit);
        var end = Say.Date(last);
        return last < facts.From
            ? new(
                $"For denne målgruppe er det højst {most.Da}, og de er brugt.",
                $"For this target group it is at most {most.En}, and they are used."
            )
            : new(
                $"Perioden er for lang: for denne målgruppe højst {most.Da}, altså til og med {end.Da}.",
                $"The period is too long: for this target group at most {most.En}, that is until {end.En}."
            );
    }

    private static Text Compared(PlacementFacts facts, DateOnly last)
    {
        var (from, to, limit) = (Say.Date(facts.From), Say.Date(facts.To), Say.Date(last));
        var length = Say.Weeks(Period.Days(facts.From, facts.To));
        var before = Say.Weeks(Earlier(facts));
        var isContinued = Earlier(facts) > 0;
        return new(
            $"{from.Da} til {to.Da} er {length.Da}"
                + (isContinued ? $", og {before.Da} er brugt på stedet før" : "")
                + $". Grænsen nås {limit.Da}.",
            $"{from.En} to {to.En} is {length.En}"
                + (isContinued ? $", and {before.En} there before" : "")
                + $". The limit is reached on {limit.En}."
        );
    }
}
