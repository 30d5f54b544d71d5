using System.Globalization;
using Virker.Evidence.Bank;
using Virker.Platform;
using Virker.Statistics.Diagnostics;

namespace Virker.Evidence.Answers;

/// <summary>The sentences of a pooled effect.</summary>
internal static class PoolText
{
    private static readonly Text NoCounts = new(
        "Antal i grupperne er ikke fundet",
        "The counts in the groups were not found"
    );

    public static Text SameParticipants { get; } =
        new(
            "Samme deltagere som et resultat, der allerede er regnet med",
            "The same participants as a result that is already pooled"
        );

    public static Text RestsOnAll(int trials) =>
        new(
            $"Regnet med gennemsnittet af {trials} forsøg, også fra andre lande.",
            $"Computed with the average of {trials} trials, other countries included."
        );

    public static Text RestsOnDanish(int trials) =>
        trials == 1
            ? new(
                "Regnet med Danmarks eget forsøg, ikke med gennemsnittet.",
                "Computed with Denmark's own trial, not with the average."
            )
            : new(
                $"Regnet med de {trials} danske forsøg, ikke med gennemsnittet.",
                $"Computed with the {trials} Danish trials, not with the average."
            );

    /// <returns>Null when the result may be pooled.</returns>
    public static Text? LeftOutBecause(Finding finding, Study study, bool hasOutcome)
    {
        if (study.Design == Design.Review)
            return new("Er en forskningsoversigt, som samler andre studier", "Is a review that gathers other studies");
        if (!hasOutcome)
            return new("Måler et andet udfald", "Measures another outcome");
        return finding.Pool switch
        {
            PoolRole.Companion => SameParticipants,
            PoolRole.Sensitivity => new(
                "Kan ikke sammenlignes med de andre forsøg",
                "Cannot be compared with the other trials"
            ),
            PoolRole.NoCounts => NoCounts,
            PoolRole.NotSet => finding.HasCounts
                ? new("Er ikke udpeget til at blive regnet sammen", "Has not been chosen for pooling")
                : NoCounts,
            PoolRole.Main => !finding.HasCounts ? NoCounts
            : study.OverlapCounts ? null
            : SameParticipants,
        };
    }

    public static Text SmallStudies(EggerResult egger, int filled, double adjusted)
    {
        bool leads = egger is { P: < 0.05, Statistic: > 0 };
        string da = leads
            ? "Ja. Små forsøg viser større effekt end store. Gennemsnittet er derfor nok for højt."
            : "Vi ser ikke tydelige tegn på det. Med få forsøg er prøven svag.";
        string en = leads
            ? "Yes. Small trials show larger effects than large ones. The average is therefore probably too high."
            : "We see no clear sign of it. With few trials the test is weak.";
        if (filled == 0)
            return new(da, en);
        return new(
            $"{da} Lægger vi {filled} tænkte, manglende forsøg til, bliver den samlede effekt {Number(adjusted, "da-DK")}. Det er en prøve, ikke et bedre tal.",
            $"{en} Adding {filled} imagined missing trials changes the pooled effect to {Number(adjusted, "en-GB")}. That is a check, not a better number."
        );
    }

    internal static string Number(double value, string culture, string format = "0.00") =>
        value.ToString(format, CultureInfo.GetCultureInfo(culture));
}
