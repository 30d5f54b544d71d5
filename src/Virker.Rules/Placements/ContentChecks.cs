namespace Virker.Rules;

/// <summary>Purpose, hours, pay and place of an internship or a job with wage subsidy.</summary>
internal static class ContentChecks
{
    public static void Run(PlacementFindings found)
    {
        Purpose(found);
        PaidHoursBeside(found);
        WeeklyHours(found);
        MostRecentEmployer(found);
        if (found.Facts.IsSelfFound && found.Rule(RuleCheck.SelfFound) is { } right)
        {
            found.Inform(
                right,
                new(
                    "Borgeren har selv fundet pladsen og har ret til den, når den følger reglerne.",
                    "The citizen found the place and has a right to it when it follows the rules."
                )
            );
        }
        if (found.Rule(RuleCheck.Pay) is { } pay)
        {
            found.Inform(
                pay,
                found.Offer.IsSubsidy
                    ? new(
                        "Arbejdsgiveren betaler løn efter overenskomsten og får tilskuddet.",
                        "The employer pays the wage of the collective agreement and receives the subsidy."
                    )
                    : new(
                        "I praktikken beholder man sin ydelse og får ingen løn. Aftalte løntimer betales for sig.",
                        "During the internship people keep their benefit and get no wage. Agreed paid hours are paid apart."
                    )
            );
        }
    }

    private static void Purpose(PlacementFindings found)
    {
        if (found.Rule(RuleCheck.Purpose) is not { } rule)
            return;
        var facts = found.Facts;
        if (facts.Purpose is null)
        {
            found.Broken(
                rule,
                new(
                    "Vælg ét formål. Det aftales mellem borger, kommune og virksomhed.",
                    "Choose one purpose. Citizen, municipality and company agree on it."
                )
            );
            return;
        }
        if (found.Offer.IsSubsidy)
        {
            if (facts.Purpose != OfferPurpose.TrainSkills)
            {
                found.Broken(
                    rule,
                    new(
                        "Formålet med løntilskud er oplæring: faglige, sociale eller sproglige færdigheder.",
                        "The purpose of a wage subsidy is training: occupational, social or language skills."
                    )
                );
            }
            return;
        }
        if (facts.Purpose != OfferPurpose.KeepOwnJob)
            return;
        var keep = found.Rule(RuleCheck.KeepOwnJob);
        if (keep is null)
        {
            found.Broken(
                rule,
                new(
                    "At beholde sit job kan kun være formålet for borgere på sygedagpenge eller i jobafklaring.",
                    "Keeping one's own job can be the purpose only for citizens on sickness benefit or in job clarification."
                )
            );
        }
        else if (!facts.IsOwnJob)
        {
            found.Broken(
                keep,
                new(
                    "At beholde sit job kan kun være formålet, når borgeren er ansat på arbejdspladsen.",
                    "Keeping one's own job can be the purpose only when the citizen is employed at the workplace."
                )
            );
        }
    }

    private static void PaidHoursBeside(PlacementFindings found)
    {
        if (found.Rule(RuleCheck.PaidHoursBeside) is not { } rule)
            return;
        if (found.Facts.PaidMinutes == 0)
        {
            found.Inform(
                rule,
                new(
                    "Praktikken skal så vidt muligt kombineres med eller følges af almindelige løntimer. Aftal nogle få fra start.",
                    "As far as possible the internship is combined with or followed by ordinary paid hours. Agree on a few from the start."
                )
            );
        }
        else if (found.Facts.PaidHoursInOtherFunction == YesNo.No)
        {
            found.Broken(
                rule,
                new(
                    "Løntimer ved siden af praktikken skal ligge i en anden jobfunktion end praktikken.",
                    "Paid hours beside the internship must lie in another job function than the internship."
                )
            );
        }
        else if (found.Facts.PaidHoursInOtherFunction == YesNo.Unknown)
        {
            found.Missing(
                rule,
                new(
                    "Skriv, hvilke opgaver løntimerne gælder: de skal ligge i en anden jobfunktion end praktikken.",
                    "Write which tasks the paid hours are for: they must lie in another job function than the internship."
                )
            );
        }
    }

    private static void WeeklyHours(PlacementFindings found)
    {
        if (found.Rule(RuleCheck.WeeklyHours) is not { Value: { } most } rule || found.Facts.WeeklyMinutes <= most * 60)
            return;
        var (hours, limit) = (Say.Hours(found.Facts.WeeklyMinutes), Say.Number(most));
        found.Broken(
            rule,
            new(
                $"{hours.Da} om ugen er mere end {limit.Da} timer.",
                $"{hours.En} a week is more than {limit.En} hours."
            ),
            new($"{hours.Da} er sammenlignet med {limit.Da} timer.", $"{hours.En} was compared with {limit.En} hours.")
        );
    }

    private static void MostRecentEmployer(PlacementFindings found)
    {
        var facts = found.Facts;
        var keepsJob =
            facts is { Purpose: OfferPurpose.KeepOwnJob, IsOwnJob: true }
            && found.Rule(RuleCheck.KeepOwnJob) is not null;
        if (
            facts.IsMostRecentEmployer == YesNo.Yes
            && !keepsJob
            && found.Rule(RuleCheck.MostRecentEmployer) is { } rule
        )
        {
            found.Broken(
                rule,
                new(
                    "Praktikken må ikke være hos borgerens seneste arbejdsgiver.",
                    "The internship may not be with the citizen's most recent employer."
                )
            );
        }
    }
}
