namespace Virker.Rules;

/// <summary>Mentor support (LAB kap. 26): renewal, rights, who may act and what the agreement holds.</summary>
internal static class MentorChecks
{
    public static void Run(PlacementFindings found)
    {
        var facts = found.Facts;
        if (facts.Kind != OfferKind.Mentor)
            return;
        if (facts.IsRenewal && found.Rule(RuleCheck.Renewal) is { } renewal)
        {
            var isWithin = renewal.Value is not { } most || facts.To <= Period.LastDay(facts.From, most, renewal.Unit);
            if (facts.HasIndividualAssessment && isWithin)
            {
                found.Inform(
                    renewal,
                    new(
                        "Den nye periode hviler på den individuelle vurdering.",
                        "The new period rests on the individual assessment."
                    )
                );
            }
            else if (!facts.HasIndividualAssessment)
            {
                found.Broken(
                    renewal,
                    new(
                        "En ny periode med mentor kræver en individuel vurdering.",
                        "A new period with a mentor needs an individual assessment."
                    )
                );
            }
        }
        Discharge(found);
        if (
            facts.StartsEducation
            && found.Rule(RuleCheck.EducationMentor) is { Value: { } months } right
            && facts.To < Period.LastDay(facts.From, months, right.Unit)
        )
        {
            found.Broken(
                right,
                new(
                    $"Ved start på en uddannelse er der ret til mentor i {Say.Value(months, right.Unit).Da}; aftalen er kortere.",
                    $"When starting an education there is a right to a mentor for {Say.Value(months, right.Unit).En}; the agreement is shorter."
                )
            );
        }
        Content(found);
    }

    private static void Discharge(PlacementFindings found)
    {
        var facts = found.Facts;
        if (
            facts.DischargedOn is not { } discharge
            || found.Rule(RuleCheck.DischargeMentor) is not { Value: { } months, SecondValue: { } before } right
        )
        {
            return;
        }
        var earliest = discharge.AddMonths(-(int)before);
        var (length, ahead) = (Say.Value(months, right.Unit), Say.Value(before, right.SecondUnit));
        if (facts.From < earliest)
        {
            found.Broken(
                right,
                new(
                    $"Retten til mentor omkring udskrivning begynder højst {ahead.Da} før. Aftalen begynder før det.",
                    $"The right to a mentor around discharge begins at most {ahead.En} before. The agreement begins before that."
                )
            );
        }
        else if (facts.To < Period.LastDay(facts.From, months, right.Unit))
        {
            found.Broken(
                right,
                new(
                    $"Omkring udskrivning er der ret til mentor i mindst {length.Da}; aftalen er kortere.",
                    $"Around discharge there is a right to a mentor for at least {length.En}; the agreement is shorter."
                )
            );
        }
    }

    private static void Content(PlacementFindings found)
    {
        if (found.Rule(RuleCheck.MentorFrom) is { } who)
        {
            if (found.Facts.MentorFrom == MentorFrom.Elsewhere)
            {
                found.Broken(
                    who,
                    new(
                        "Mentor skal være ansat i virksomheden, på skolen eller i kommunen, eller være ekstern konsulent.",
                        "The mentor must be employed by the company, the school or the municipality, or be an external consultant."
                    )
                );
            }
            else if (found.Facts.MentorFrom is null)
            {
                found.Missing(who, new("Skriv, hvem mentor er.", "Write who the mentor is."));
            }
        }
        if (found.Facts.MentorAgreementIsWhole != YesNo.Yes && found.Rule(RuleCheck.MentorContent) is { } content)
        {
            found.Broken(
                content,
                new(
                    "Aftalen skal nævne mål, mentors navn og kontakt, opgaver, varighed og timetal.",
                    "The agreement must name goal, the mentor's name and contact, tasks, duration and hours."
                )
            );
        }
    }
}
