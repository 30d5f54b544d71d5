using Virker.Evidence.Bank;
using Virker.Evidence.JobEffects;
using Virker.Platform;

namespace Virker.Evidence.Answers;

/// <summary>How surely an answer rests, whether it may enter a calculation, and why two parts of it differ.</summary>
internal static class AnswerText
{
    public static Reliability Reliability(IReadOnlyList<FindingInAnswer> findings)
    {
        var studies = findings.Select(f => f.Study).DistinctBy(s => s.Id).ToList();
        int full = studies.Count(s => s.ReadDepth is ReadDepth.FullText or ReadDepth.PublicDataset);
        int secondHand = findings.Count(f => f.Study.ReadDepth is not (ReadDepth.FullText or ReadDepth.PublicDataset));
        int reconstructed = findings.Count(f => f.Finding.Basis == Basis.Reconstructed);
        int provisional = findings.Where(f => f.Assessment?.IsProvisional != false).DistinctBy(f => f.Study.Id).Count();
        int notRead = findings.Count(f => f.Finding.Significant == YesNoUnknown.Unknown);
        return new Reliability(findings.Count, studies.Count, full, secondHand, reconstructed, provisional, notRead)
        {
            Sentence =
                findings.Count == 0
                    ? new("", "")
                    : new(
                        $"Så sikkert er det læst: {secondHand} af {findings.Count} resultater hviler på et resumé eller en anden kilde, og {reconstructed} er rekonstrueret af procenter. Kvaliteten af {provisional} af {studies.Count} studier er kun vurderet foreløbigt, og ved {notRead} resultater har vi ikke læst, om de er signifikante.",
                        $"How surely it was read: {secondHand} of {findings.Count} results rest on an abstract or another source, and {reconstructed} are reconstructed from percentages. The quality of {provisional} of {studies.Count} studies is assessed only provisionally, and for {notRead} results we have not read whether they are significant."
                    ),
        };
    }

    /// <summary>CHOICE C-14: a job effect decides only whether a behavioural effect may enter, never its size.</summary>
    public static Admissibility Admissibility(JobEffect effect)
    {
        bool conclusive = JobEffectConclusions.Of(effect.Conclusion).IsSettled;
        if (conclusive && effect.Level >= EvidenceLevel.Moderate)
        {
            return new(
                AdmissibilityKind.Admissible,
                effect.Conclusion == JobEffectConclusion.None
                    ? new(
                        "Efter vores regel (valg C-14): ja, med effekten nul.",
                        "By our rule (choice C-14): yes, with an effect of zero."
                    )
                    : new(
                        "Efter vores regel (valg C-14): ja. Jobeffekten siger kun retningen; størrelsen skal komme fra et navngivet studie.",
                        "By our rule (choice C-14): yes. The job effect gives only the direction; the size must come from a named study."
                    )
            );
        }

        return conclusive
            ? new(
                AdmissibilityKind.Sensitivity,
                new(
                    "Efter vores regel (valg C-14): kun som følsomhedsberegning, for niveauet er indikation.",
                    "By our rule (choice C-14): only as a sensitivity case, since the level is indication."
                )
            )
            : new(
                AdmissibilityKind.NotAdmissible,
                new(
                    "Efter vores regel (valg C-14): nej. Jobeffekten er ikke afklaret, så en beregning bør ikke regne med ændret adfærd og skal sige det.",
                    "By our rule (choice C-14): no. The job effect is not settled, so a calculation should count on no change in behaviour, and say so."
                )
            );
    }

    public static Text WhyTheyDiffer(ProfessionalConclusion conclusion, JobEffect effect)
    {
        var computed = JobEffectConclusions.Of(effect.Conclusion).Found;
        return new(
            $"{computed.Da} {conclusion.DiffersNote.Da}".TrimEnd(),
            $"{computed.En} {conclusion.DiffersNote.En}".TrimEnd()
        );
    }
}
