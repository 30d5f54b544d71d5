using System.Globalization;
using Virker.Evidence.Bank;
using Virker.Evidence.Knowledge;
using Virker.Evidence.Taxonomies;
using Virker.Web.Site;
using static Virker.Web.Site.Words;

namespace Virker.Web.Wording;

/// <summary>A study and its results in words, in the language of the request.</summary>
public static class StudyWords
{
    /// <summary>The regions a list can be narrowed to.</summary>
    public static IReadOnlyList<string> Geographies { get; } = ["denmark", "nordic", "other_oecd", "outside_oecd"];

    public static string Geography(string code) =>
        code switch
        {
            "denmark" => T("Danmark", "Denmark"),
            "nordic" => T("Andre nordiske lande", "Other Nordic countries"),
            "other_oecd" => T("Andre OECD-lande", "Other OECD countries"),
            "outside_oecd" => T("Uden for OECD", "Outside the OECD"),
            _ => T("Flere lande", "Several countries"),
        };

    /// <summary>The published name of a quality.</summary>
    public static string Quality(KnowledgeBank bank, string code) => Label(bank, "quality", code);

    public static string Method(KnowledgeBank bank, string code) =>
        code == "review" ? T("Litteraturgennemgang", "Review") : Label(bank, "method", code);

    public static string PublicationType(KnowledgeBank bank, string code) => Label(bank, "publication", code);

    /// <summary>How many results point each way: 2 positive, 1 no effect.</summary>
    public static string Directions(IEnumerable<Finding> findings) =>
        string.Join(
            ", ",
            findings
                .GroupBy(finding => finding.Direction)
                .OrderBy(group => group.Key)
                .Select(group =>
                    $"{Show.Count(group.Count())} {Show.Of(group.Key).ToLower(CultureInfo.CurrentCulture)}"
                )
        );

    /// <summary>The names of codes in a tree.</summary>
    public static IEnumerable<TaxonomyNode> Nodes(Tree tree, IEnumerable<string> codes)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return codes.Select(tree.Find).OfType<TaxonomyNode>();
    }

    /// <summary>When the effect was measured, in months where the source can be read so, otherwise in its words.</summary>
    public static string FollowUp(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.FollowUpMonths is decimal months
            ? T($"{Plain(months)} måneder", $"{Plain(months)} months")
            : finding.FollowUp;
    }

    /// <summary>The estimate with its interval or standard error and the unit as the source gives it; empty for
    /// none.</summary>
    public static string Estimate(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        if (finding.Estimate is not decimal estimate)
            return "";

        string measure = finding.Measure is Measure.NotGiven ? "" : Measured(finding.Measure) + " ";
        string spread =
            finding is { CiLow: decimal low, CiHigh: decimal high } ? $" ({Plain(low)}–{Plain(high)})"
            : finding.Se is decimal se ? T($" (standardfejl {Plain(se)})", $" (standard error {Plain(se)})")
            : "";
        return measure + Plain(estimate) + spread + (finding.EstimateUnit.Length > 0 ? " " + finding.EstimateUnit : "");
    }

    /// <summary>47 of 88; empty without numbers.</summary>
    public static string Of(int? events, int? total) =>
        (events, total) switch
        {
            (int e, int n) => T($"{Show.Count(e)} af {Show.Count(n)}", $"{Show.Count(e)} of {Show.Count(n)}")
                + (n > 0 ? $" ({Show.Percent(100.0 * e / n, 1)})" : ""),
            (null, int n) => T($"{Show.Count(n)} i alt", $"{Show.Count(n)} in all"),
            (int e, null) => Show.Count(e),
            _ => "",
        };

    /// <summary>After which way the result points.</summary>
    public static string Significance(YesNoUnknown isSignificant) =>
        isSignificant switch
        {
            YesNoUnknown.Yes => T("og statistisk sikkert", "and statistically significant"),
            YesNoUnknown.No => T("men ikke statistisk sikkert", "but not statistically significant"),
            YesNoUnknown.Unknown => T(
                "(ikke aflæst, om det er statistisk sikkert)",
                "(whether it is statistically significant was not read)"
            ),
        };

    /// <summary>Why a number may or may not be pooled with others.</summary>
    public static string Pool(PoolRole role) =>
        role switch
        {
            PoolRole.Main => T("Ja, som forsøgets hovedresultat", "Yes, as the trial's main result"),
            PoolRole.Companion => T(
                "Nej, deler deltagere med et andet resultat",
                "No, shares participants with another result"
            ),
            PoolRole.Sensitivity => T("Nej, kan ikke sammenlignes", "No, not comparable"),
            PoolRole.NoCounts => T("Nej, antallene er ikke fundet", "No, the counts were not found"),
            PoolRole.NotSet => T("Nej", "No"),
        };

    /// <summary>What a reader should know before leaning on the study; empty when the whole text was read.</summary>
    public static string ReadingWarning(ReadDepth depth) =>
        depth switch
        {
            ReadDepth.FullText or ReadDepth.PublicDataset => "",
            ReadDepth.Abstract => T(
                "Vi har kun læst resumeet. Retning og tal kan se anderledes ud i hele teksten.",
                "Only the abstract was read. Direction and numbers may look different in the full text."
            ),
            ReadDepth.Secondary => T(
                "Vi har læst om studiet hos andre, ikke i studiet selv.",
                "The study was read through others, not in the original."
            ),
            ReadDepth.News => T("Vi har kun læst en nyhed om studiet.", "Only a news item about the study was read."),
            ReadDepth.ContentsOnly => T("Vi har kun set indholdsfortegnelsen.", "Only the table of contents was seen."),
        };

    /// <summary>A number as the source wrote it, with the comma or point of the language.</summary>
    public static string Plain(decimal value) => value.ToString("#,0.######", CultureInfo.CurrentCulture);

    private static string Measured(Measure measure) =>
        measure == Measure.PCT ? T("Ændring i procent", "Change in percent") : measure.ToString();

    private static string Label(KnowledgeBank bank, string component, string code)
    {
        ArgumentNullException.ThrowIfNull(bank);
        return bank.Rules.Weights.FirstOrDefault(w => w.Component == component && w.Code == code)?.Label.ToString()
            ?? T("Ikke oplyst", "Not stated");
    }
}
