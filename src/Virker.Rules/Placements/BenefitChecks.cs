namespace Virker.Rules;

/// <summary>What paid hours and unpaid hours mean for cash and education benefit, as a piece of information.</summary>
internal static class BenefitChecks
{
    public static void Run(PlacementFindings found)
    {
        if (found.Facts.PaidMinutes > 0)
            Deduction(found);
        Hours225(found);
    }

    private static void Deduction(PlacementFindings found)
    {
        if (found.Rule(RuleCheck.Deduction) is not { Value: { } value } rule)
            return;
        found.Inform(
            rule,
            rule.Unit == RuleUnit.Percent
                ? new(
                    $"Løn over fribeløbet trækkes fra i ydelsen med {Say.Number(value).Da} %. Beløbene er usikre: spørg ydelseskontoret.",
                    $"Pay above the free amount reduces the benefit by {Say.Number(value).En} %. The amounts are uncertain: ask the benefit office."
                )
                : new(
                    $"For hver arbejdstime beholder man omkring {Say.Kroner(value).Da}, før ydelsen sættes ned. Beløbet er usikkert.",
                    $"For each hour worked about {Say.Kroner(value).En} is kept before the benefit is reduced. The amount is uncertain."
                )
        );
    }

    private static void Hours225(PlacementFindings found)
    {
        if (found.Rule(RuleCheck.HoursSuspended) is { } suspended)
        {
            found.Inform(
                suspended,
                new("225-timersreglen var sat i bero i denne tid.", "The 225-hour rule was suspended in this time.")
            );
            return;
        }
        if (found.Facts.PaidMinutes > 0 && found.Rule(RuleCheck.HoursThatCount) is { Value: { } hours } counts)
        {
            found.Inform(
                counts,
                new(
                    $"Løntimerne tæller med i de {Say.Number(hours).Da} timer på et år, som ydelsen kræver.",
                    $"The paid hours count towards the {Say.Number(hours).En} hours in a year that the benefit asks for."
                )
            );
        }
        if (found.Rule(RuleCheck.HoursThatDoNotCount) is { } doNot)
        {
            found.Inform(
                doNot,
                new(
                    "Timer i praktik og løntilskud tæller ikke med i 225-timersreglen; løntimer gør.",
                    "Hours in internship and wage subsidy do not count for the 225-hour rule; paid hours do."
                )
            );
        }
    }
}
