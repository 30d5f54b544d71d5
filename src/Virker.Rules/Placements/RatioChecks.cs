using Virker.Platform;

namespace Virker.Rules;

/// <summary>The reasonable ratio and the employee representative's statement (BEK § 65).</summary>
internal static class RatioChecks
{
    public static void Run(PlacementFindings found)
    {
        Statement(found);
        if (
            found.Rule(RuleCheck.RatioFirst) is not { Value: { } per, SecondValue: { } bend } first
            || found.Rule(RuleCheck.RatioAbove) is not { Value: { } perAbove } above
            || found.Rule(RuleCheck.RatioFloor) is not { Value: { } least } floor
        )
        {
            if (found.Offer.IsLimited)
            {
                found.NoRule(
                    RuleLevel.Warn,
                    new(
                        "Virker kender ikke kravet til forholdet mellem ansatte og støttede den dag. Undersøg loven.",
                        "Virker does not know the required ratio of employees to supported persons on that day. Look into the act."
                    )
                );
            }
            return;
        }
        var facts = found.Facts;
        if (facts.IsOwnJob && found.Rule(RuleCheck.RatioExempt) is { } exempt)
        {
            found.Inform(
                exempt,
                new(
                    "Kravet om et rimeligt forhold mellem ansatte og støttede gælder ikke, når en sygemeldt er på sin egen arbejdsplads.",
                    "The reasonable ratio of employees to supported persons does not apply when a sick-listed citizen is at the own workplace."
                )
            );
            return;
        }
        if (facts.SupportedThere is not { } there)
        {
            if (found.Rule(RuleCheck.RatioSupported) is { } supported)
            {
                found.Missing(
                    supported,
                    new(
                        "Spørg, hvor mange der er i praktik eller løntilskud på arbejdspladsen nu, regnet om til fuld tid.",
                        "Ask how many are in internship or wage subsidy at the workplace now, counted as full time."
                    )
                );
            }
            return;
        }
        var own = Math.Min(facts.WeeklyMinutes / (decimal)Ratio.FullTimeMinutes, 1);
        var after = there + own;
        if (after <= least)
            return;
        if (facts.OrdinaryEmployees is not { } employees)
        {
            if (found.Rule(RuleCheck.RatioEmployees) is { Value: { } months } count)
            {
                found.Missing(
                    count,
                    new(
                        $"Spørg, hvor mange ordinært ansatte arbejdspladsen har haft i snit de seneste {Say.Number(months).Da} måneder.",
                        $"Ask how many ordinary employees the workplace has had on average over the last {Say.Number(months).En} months."
                    )
                );
            }
            return;
        }
        var places = Ratio.Places(employees, per, bend, perAbove, least);
        if (after <= places)
            return;
        var rule =
            employees < per ? floor
            : employees > bend ? above
            : first;
        TooMany(found, rule, employees, places, there, own);
    }

    private static void TooMany(
        PlacementFindings found,
        Rule rule,
        decimal employees,
        int places,
        decimal there,
        decimal own
    )
    {
        var (e, t, o, a) = (Say.Exact(employees), Say.Exact(there), Say.Exact(own), Say.Exact(there + own));
        // Rounded up, so that a sum just above the places is not shown as equal to them.
        var sum = Say.Number(decimal.Ceiling((there + own) * 100) / 100);
        var one = new Text(places == 1 ? "1 plads" : $"{places} pladser", places == 1 ? "1 place" : $"{places} places");
        found.Broken(
            rule,
            new(
                $"Arbejdspladsen har {e.Da} ordinært ansatte og dermed {one.Da} til praktik og løntilskud. Med denne aftale bliver det {sum.Da}.",
                $"The workplace has {e.En} ordinary employees and so {one.En} for internship and wage subsidy. With this agreement it becomes {sum.En}."
            ),
            new(
                $"{t.Da} fuldtidspersoner i forvejen og {o.Da} med denne aftale er {a.Da}; der er {one.Da}.",
                $"{t.En} full-time persons already and {o.En} by this agreement make {a.En}; there are {one.En}."
            )
        );
    }

    private static void Statement(PlacementFindings found)
    {
        if (found.Facts.HasStatement == YesNo.Yes || found.Rule(RuleCheck.Statement) is not { } rule)
            return;
        if (found.Facts.HasStatement == YesNo.No)
        {
            found.Broken(
                rule,
                new(
                    "Arbejdsgiver og medarbejderrepræsentant skal skrive under på, at forholdet mellem ansatte og støttede er i orden, før praktikken begynder.",
                    "Employer and employee representative must state in writing that the ratio of employees to supported persons is in order before the internship begins."
                )
            );
        }
        else
        {
            found.Missing(
                rule,
                new(
                    "Få erklæringen fra arbejdsgiver og medarbejderrepræsentant, før praktikken begynder.",
                    "Get the statement from employer and employee representative before the internship begins."
                )
            );
        }
    }
}
