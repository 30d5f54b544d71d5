using Virker.Platform;

namespace Virker.Rules;

/// <summary>What a job with wage subsidy needs beside purpose, length and ratio (LAB kap. 12).</summary>
internal static class SubsidyChecks
{
    public static void Run(PlacementFindings found)
    {
        if (!found.Offer.IsSubsidy)
            return;
        Waiting(found);
        NetIncrease(found);
        Rate(found);
        HighestWage(found);
    }

    private static void Waiting(PlacementFindings found)
    {
        if (found.Rule(RuleCheck.Waiting) is not { Value: { } needed } rule)
            return;
        var facts = found.Facts;
        if (facts.MonthsOnBenefit >= needed)
            return;
        var exempt = found.Rule(RuleCheck.WaitingExempt);
        var isExempt = exempt is null ? YesNo.No : IsExempt(facts, exempt);
        if (isExempt == YesNo.Yes)
        {
            found.Inform(
                exempt!,
                new(
                    "Der er ingen ventetid: uden uddannelse, over 50 år eller enlig forsørger.",
                    "There is no waiting time: no education, over 50, or lone provider."
                )
            );
            return;
        }
        var length = Say.Value(needed, rule.Unit);
        if (facts.MonthsOnBenefit is not { } months)
        {
            found.Missing(
                rule,
                new(
                    $"Undersøg, om borgeren har fået ydelse i {length.Da}. Det skal man have før løntilskud, medmindre man er undtaget.",
                    $"Find out whether the citizen has been on benefit for {length.En}. That is needed before a wage subsidy, unless exempt."
                )
            );
        }
        else if (isExempt == YesNo.Unknown)
        {
            found.Missing(
                rule,
                new(
                    $"Borgeren har ikke fået ydelse i {length.Da}. Det går kun uden uddannelse, over 50 år eller som enlig forsørger: undersøg det.",
                    $"The citizen has not been on benefit for {length.En}. That is possible only without education, over 50, or as lone provider: find out."
                ),
                Compared(months, needed, rule)
            );
        }
        else
        {
            found.Broken(
                rule,
                new(
                    $"Før løntilskud skal man have fået ydelse i {length.Da}.",
                    $"Before a wage subsidy one must have been on benefit for {length.En}."
                ),
                Compared(months, needed, rule)
            );
        }
    }

    private static Text Compared(int months, decimal needed, Rule rule)
    {
        var (has, limit) = (Say.Value(months, RuleUnit.Months), Say.Value(needed, rule.Unit));
        return new($"{has.Da} er sammenlignet med {limit.Da}.", $"{has.En} was compared with {limit.En}.");
    }

    /// <summary>"Over 50" may be read as 50 or as 51, so the year between is unknown.</summary>
    private static YesNo IsExempt(PlacementFacts facts, Rule exempt)
    {
        if (
            facts.HasQualifyingEducation == YesNo.No
            || facts.IsLoneProvider == YesNo.Yes
            || facts.Age > exempt.SecondValue
        )
        {
            return YesNo.Yes;
        }
        var isUnknown =
            facts.HasQualifyingEducation == YesNo.Unknown
            || facts.IsLoneProvider == YesNo.Unknown
            || facts.Age is null
            || facts.Age == exempt.SecondValue;
        return isUnknown ? YesNo.Unknown : YesNo.No;
    }

    private static void NetIncrease(PlacementFindings found)
    {
        if (found.Facts.IsNetIncrease == YesNo.Yes || found.Rule(RuleCheck.NetIncrease) is not { } rule)
            return;
        if (found.Facts.IsNetIncrease == YesNo.No)
        {
            found.Broken(
                rule,
                new(
                    "Ansættelsen skal være merbeskæftigelse: flere ansatte, end arbejdspladsen plejer at have.",
                    "The job must be an addition: more employees than the workplace usually has."
                )
            );
        }
        else
        {
            found.Missing(
                rule,
                new(
                    "Undersøg, om ansættelsen er merbeskæftigelse: flere ansatte, end arbejdspladsen plejer at have.",
                    "Find out whether the job is an addition: more employees than the workplace usually has."
                )
            );
        }
    }

    private static void Rate(PlacementFindings found)
    {
        var rate = found.SubsidyRate();
        if (rate.Rule is { } rule)
            found.Inform(rule, rate.Answer);
        else
            found.NoRule(RuleLevel.Inform, rate.Answer);
    }

    private static void HighestWage(PlacementFindings found)
    {
        if (
            found.Rule(RuleCheck.HighestWage) is not { Value: { } highest } rule
            || found.Facts.HourlyWage is not { } wage
            || wage <= highest
        )
        {
            return;
        }
        var (has, limit) = (Say.Kroner(wage), Say.Kroner(highest));
        found.Broken(
            rule,
            new(
                $"Timelønnen er {has.Da}, og i offentligt løntilskud er den højst {limit.Da} i timen.",
                $"The hourly wage is {has.En}, and in a public wage subsidy it is at most {limit.En} an hour."
            ),
            new($"{has.Da} er sammenlignet med {limit.Da} i timen.", $"{has.En} was compared with {limit.En} an hour.")
        );
    }
}
