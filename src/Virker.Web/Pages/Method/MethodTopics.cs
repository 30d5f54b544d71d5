using Virker.Platform;

namespace Virker.Web.Pages.Method;

/// <summary>A page on how something is computed.</summary>
/// <param name="Name">As the address has it.</param>
/// <param name="View">The file with its text.</param>
/// <param name="Heading">What it is called.</param>
/// <param name="Summary">What it tells.</param>
/// <param name="Docs">Pages in docs/method with the formulas and their sources.</param>
public sealed record MethodTopic(string Name, string View, Text Heading, Text Summary, params string[] Docs);

/// <summary>The pages on method, in the order they are read.</summary>
public static class MethodTopics
{
    public static IReadOnlyList<MethodTopic> All { get; } =
    [
        new(
            "job-effect",
            "_JobEffect",
            new("Jobeffekten", "The job effect"),
            new(
                "Hvad studierne samlet peger på, efter Jobeffekters offentlige algoritme. Alle vægte og valg.",
                "What the studies together point to, by Jobeffekter's public algorithm. All weights and choices."
            ),
            "job-effect.md"
        ),
        new(
            "provisional-assessment",
            "_ProvisionalAssessment",
            new("Den foreløbige vurdering af studiers kvalitet", "The provisional assessment of study quality"),
            new(
                "Reglen, der træder til, hvor ingen forsker har vurderet et studie.",
                "The rule that stands in where no researcher has assessed a study."
            ),
            "knowledge-bank.md"
        ),
        new(
            "pooled-effect",
            "_PooledEffect",
            new("Den samlede effekt", "The pooled effect"),
            new(
                "Sådan regner vi forsøg med tal sammen, og hvad intervallerne betyder.",
                "How trials with numbers are pooled, and what the intervals mean."
            ),
            "effect-sizes.md",
            "random-effects.md",
            "influence.md",
            "small-study-effects.md"
        ),
        new(
            "absolute-effects",
            "_AbsoluteEffects",
            new("Af 100 som disse", "Of 100 like these"),
            new("Fra en relativ chance til et antal mennesker.", "From a risk ratio to a number of people."),
            "absolute-effects.md"
        ),
        new(
            "professional-conclusion",
            "_ProfessionalConclusion",
            new("Den faglige konklusion", "The professional conclusion"),
            new(
                "Hvad fagfolk konkluderer, hvorfor det kan afvige fra algoritmen, og hvad der må bruges i konsekvensberegninger.",
                "What professionals conclude, why it may differ from the algorithm, and what may enter impact calculations."
            ),
            "knowledge-bank.md"
        ),
        new(
            "evidence-map",
            "_EvidenceMap",
            new("Evidenskortet", "The evidence map"),
            new(
                "Hvad et felt viser, og hvad et tomt felt betyder.",
                "What a cell shows, and what an empty cell means."
            ),
            "job-effect.md"
        ),
        new(
            "trials",
            "_Trials",
            new("Forsøg i egen kommune", "Trials in one's own municipality"),
            new(
                "Hvordan der trækkes lod, hvad der måles, og hvornår man må se svaret.",
                "How lots are drawn, what is measured, and when one may see the answer."
            ),
            "trials.md"
        ),
        new(
            "practice",
            "_Practice",
            new("Hvad der følges ad i hverdagen", "What goes together in everyday practice"),
            new(
                "Hvem der følges, hvordan grupperne gøres ens, og hvorfor nogle tal ikke vises.",
                "Who is followed, how the groups are made alike, and why some numbers are not shown."
            ),
            "practice.md",
            "observational.md",
            "belief.md"
        ),
        new(
            "costs",
            "_Costs",
            new("Hvad det koster, og hvem der sparer", "What it costs, and who saves"),
            new(
                "Linjer, priser, studier og usikkerhed i et regnestykke.",
                "Lines, prices, studies and uncertainty in a calculation."
            ),
            "costs.md"
        ),
        new(
            "allocation",
            "_Allocation",
            new("Fordelingen af borgere", "The allocation of citizens"),
            new(
                "Hvordan forslaget til færrest og nænsomst skift findes.",
                "How the proposal of the fewest and gentlest changes is found."
            ),
            "allocation.md",
            "caseload.md"
        ),
    ];

    public static MethodTopic? Find(string name) => All.FirstOrDefault(topic => topic.Name == name);
}
