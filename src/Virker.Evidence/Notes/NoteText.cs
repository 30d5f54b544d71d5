using System.Globalization;
using Virker.Evidence.Answers;
using Virker.Evidence.Bank;
using Virker.Evidence.JobEffects;
using Virker.Platform;

namespace Virker.Evidence.Notes;

/// <summary>The sentences of the note, in both languages.</summary>
internal static class NoteText
{
    public const string Averages = "averages";
    public const string ProfessionalAndAlgorithm = "professional_and_algorithm";
    public const string ImpactCalculations = "impact_calculations";
    public const string Provisional = "provisional";
    public const string Reading = "reading";

    public static readonly IReadOnlyList<NoteFootnote> Footnotes =
    [
        new(
            Averages,
            1,
            new(
                "Tallene er gennemsnit for mange mennesker. De siger ikke, hvad der sker for den enkelte, og skal altid stå ved siden af en individuel vurdering sammen med borgeren.",
                "The numbers are averages over many people. They do not say what happens to one person, and must always stand beside an individual assessment made with the citizen."
            )
        ),
        new(
            ProfessionalAndAlgorithm,
            2,
            new(
                "Den faglige konklusion kan afvige fra jobeffekten, som følger en algoritme. Fagfolk kan tage hensyn til viden, algoritmen ikke kan regne på, og til hvordan indsatsen virker i praksis. Hvor de afviger, står det ved konklusionen.",
                "The professional conclusion may differ from the job effect, which follows an algorithm. Professionals can take account of knowledge the algorithm cannot compute with, and of how the effort works in practice. Where they differ, it says so beside the conclusion."
            )
        ),
        new(
            ImpactCalculations,
            3,
            new(
                "Ikke alle konklusioner kan indgå i ministeriernes konsekvensberegninger. Hvor vi ikke ved, om en konklusion kan, står der \"ved vi ikke\".",
                "Not every conclusion may enter the ministries' impact calculations. Where we do not know whether one may, it says \"not known\"."
            )
        ),
        new(
            Provisional,
            4,
            new(
                "Ingen forsker har endnu vurderet studiernes kvalitet for os. Indtil da bruger jobeffekten en foreløbig vurdering efter en offentlig regel.",
                "No researcher has yet assessed the quality of the studies for us. Until then the job effect uses a provisional assessment by a published rule."
            )
        ),
        new(
            Reading,
            5,
            new(
                "En del studier er kun læst i resumé eller gennem en anden kilde. Det står ved hvert studie.",
                "Some of the studies were read only in abstract or through another source. It says so beside each study."
            )
        ),
    ];

    public static readonly IReadOnlyList<NoteParagraph> Method =
    [
        new(
            new("Tre svar, der aldrig blandes", "Three answers, never blended"),
            new(
                "For hver indsats og målgruppe står tre svar side om side: jobeffekten efter Jobeffekters algoritme, vores sammenregning af forsøg med tal, og fagfolks konklusion.",
                "For each intervention and target group three answers stand side by side: the job effect after Jobeffekter's algorithm, our pooling of trials with numbers, and the professionals' conclusion."
            )
        ),
        new(
            new("Jobeffekten", "The job effect"),
            new(
                "Hvert resultat vejer efter studiets kvalitet, metode, land og udgivelse. Når en retning har mindst 55 % af vægten, og den samlede vægt er mindst 1, er det konklusionen. Hvor Jobeffekter ikke har offentliggjort en regel, har vi valgt en og givet den et nummer.",
                "Each result weighs by the study's quality, method, country and publication. When one direction holds at least 55% of the weight, and the whole weight is at least 1, that is the conclusion. Where Jobeffekter has not published a rule, we have chosen one and numbered it."
            )
        ),
        new(
            new("Den samlede effekt", "The pooled effect"),
            new(
                "Forsøg med tal på samme skala er regnet sammen med tilfældige effekter (REML). Vi viser usikkerheden om gennemsnittet og, bredere, hvor et nyt forsøg kan ventes at ligge. Regningerne er prøvet mod R-pakken metafor.",
                "Trials with numbers on one scale are pooled with random effects (REML). We show the uncertainty of the average and, wider, where a new trial may be expected to lie. The computations are checked against the R package metafor."
            )
        ),
        new(
            new("Hvad vi ikke kan se", "What we cannot see"),
            new(
                "Vidensbanken er ikke en fuld litteratursøgning. Et hul betyder, at vi ikke har fundet et studie, ikke at indsatsen ikke virker.",
                "The knowledge bank is not a full literature search. A gap means that we have found no study, not that the intervention does not work."
            )
        ),
    ];

    /// <summary>A line of the front page: the conclusion, and what the numbers beside it say.</summary>
    public static Text Summary(NoteSection section)
    {
        var heading = section.Conclusion.Heading;
        if (section.Figure is not { } pooled)
            return new(heading.Da + ".", heading.En + ".");
        return new(
            $"{heading.Da}: {Number(pooled.Effect.Estimate, Danish)} gange så mange når målet i {pooled.Trials} forsøg, og et nyt forsøg kan ventes mellem {Number(pooled.Prediction.Low, Danish)} og {Number(pooled.Prediction.High, Danish)}.",
            $"{heading.En}: {Number(pooled.Effect.Estimate, English)} times as many reach the goal in {pooled.Trials} trials, and a new trial may be expected between {Number(pooled.Prediction.Low, English)} and {Number(pooled.Prediction.High, English)}."
        );
    }

    public static Text Basis(IReadOnlyCollection<Study> studies, int findings)
    {
        int trials = studies.Count(study => study.Design == Design.Rct);
        int danish = studies.Count(study => study.Geography == "denmark");
        return new(
            $"Bygger på {studies.Count} studier med {findings} resultater; {trials} er lodtrækningsforsøg, og {danish} er danske.",
            $"Rests on {studies.Count} studies with {findings} results; {trials} are randomised trials, and {danish} are Danish."
        );
    }

    /// <summary>Statuses 1 to 3 in one sentence.</summary>
    public static Text Status(Answer answer, bool differs)
    {
        var effect = JobEffectConclusions.Of(answer.JobEffect.Conclusion).Said;
        var pool = answer.Pooled;
        return new(
            $"Jobeffekten er {effect.Da}. "
                + (
                    pool is null
                        ? "Der er ikke tal nok til en samlet effekt. "
                        : $"Den samlede effekt er {Number(pool.Effect.Estimate, Danish)} ({Number(pool.Effect.Low, Danish)}–{Number(pool.Effect.High, Danish)}) i {pool.Trials} forsøg. "
                )
                + (
                    differs
                        ? "Fagfolk konkluderer noget andet end algoritmen."
                        : "Fagfolk og algoritme peger samme vej."
                ),
            $"The job effect is {effect.En}. "
                + (
                    pool is null
                        ? "There are not numbers enough for a pooled effect. "
                        : $"The pooled effect is {Number(pool.Effect.Estimate, English)} ({Number(pool.Effect.Low, English)}–{Number(pool.Effect.High, English)}) in {pool.Trials} trials. "
                )
                + (
                    differs
                        ? "Professionals conclude otherwise than the algorithm."
                        : "Professionals and algorithm point the same way."
                )
        );
    }

    private static string Number(double value, CultureInfo culture) => value.ToString("0.00", culture);

    private static readonly CultureInfo Danish = CultureInfo.GetCultureInfo("da-DK");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
}
