namespace Virker.Rules;

/// <summary>What reforms close or change while the placement runs.</summary>
internal static class ReformChecks
{
    public static void Run(PlacementFindings found)
    {
        ClosedToNew(found);
        NewLaw(found);
        LimitChanges(found);
    }

    private static void ClosedToNew(PlacementFindings found)
    {
        if (found.Rule(RuleCheck.ClosedToNew) is not { ValidFrom: { } closed } rule)
            return;
        var day = Say.Date(closed);
        if (found.Facts.InGroupSince is not { } since)
        {
            found.Missing(
                rule,
                new(
                    $"Ordningen er afskaffet for nye sager fra {day.Da}. Undersøg, om borgerens sag begyndte før.",
                    $"The scheme is abolished for new cases from {day.En}. Find out whether the citizen's case began before."
                )
            );
        }
        else if (since >= closed)
        {
            found.Broken(
                rule,
                new(
                    $"Ordningen er afskaffet for nye sager fra {day.Da}, og borgerens sag begyndte {Say.Date(since).Da}.",
                    $"The scheme is abolished for new cases from {day.En}, and the citizen's case began on {Say.Date(since).En}."
                )
            );
        }
        else
        {
            found.Inform(
                rule,
                new(
                    $"Ordningen er afskaffet for nye sager fra {day.Da}. Borgerens sag begyndte før og gøres færdig efter de gamle regler.",
                    $"The scheme is abolished for new cases from {day.En}. The citizen's case began before and is finished under the old rules."
                )
            );
        }
    }

    private static void NewLaw(PlacementFindings found)
    {
        if (found.RuleOn(RuleCheck.NewLaw, found.Facts.To) is not { ValidFrom: { } start } rule)
            return;
        var day = Say.Date(start);
        if (found.On >= start)
        {
            found.Broken(
                rule,
                new(
                    $"En ny lov er ventet fra {day.Da}. Reglerne her er læst før den.",
                    $"A new act is expected from {day.En}. The rules here were read before it."
                )
            );
        }
        else
        {
            found.Inform(
                rule,
                new(
                    $"En ny lov er ventet fra {day.Da}, mens aftalen løber. Aftalen er tjekket efter reglerne pr. {Say.Date(found.On).Da}.",
                    $"A new act is expected from {day.En}, while the agreement runs. It was checked by the rules of {Say.Date(found.On).En}."
                )
            );
        }
    }

    /// <summary>The limit on the length changes before the last day: the agreement keeps its own, and says so.</summary>
    private static void LimitChanges(PlacementFindings found)
    {
        if (
            found.Rule(RuleCheck.Duration) is not { } now
            || found.RuleOn(RuleCheck.Duration, found.Facts.To) is not { Value: { } value } later
            || later == now
            || later.Value == now.Value
        )
        {
            return;
        }
        found.Inform(
            later,
            new(
                $"Grænsen bliver {Say.Value(value, later.Unit).Da}, mens aftalen løber. Aftalen beholder de regler, den er indgået under.",
                $"The limit becomes {Say.Value(value, later.Unit).En} while the agreement runs. It keeps the rules it was made under."
            )
        );
    }
}
