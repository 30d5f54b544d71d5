using Virker.Evidence.Bank;
using Virker.Platform;

namespace Virker.Evidence.JobEffects;

/// <summary>Weighs the results one study brings to a search (section 5), so that studies count about equally.</summary>
internal static class SeveralResults
{
    public static IEnumerable<JobEffectContribution> Weigh(
        IReadOnlyList<Hit> hits,
        string edition,
        string mode,
        JobEffectRules rules
    )
    {
        var main = hits.Count(h => !h.IsPartial);
        var partial = hits.Count - main;
        Weight Category(Hit hit) => rules.Weight(edition, "multiple_results", Code(edition, hit, main, partial));
        var total = hits.Sum(h => Category(h).Value);
        var ceiling = rules.FindWeight(edition, "multiple_results", "study_ceiling")?.Value;
        foreach (var hit in hits)
        {
            var category = Category(hit);
            // Numerator and divisor stay apart until the end, so that thirds lose nothing on the way.
            var (numerator, divisor) = mode switch
            {
                MultipleResultModes.StrictBudget => (category.Value, (decimal)(hit.IsPartial ? partial : main)),
                MultipleResultModes.CategoryWithCeiling when total > ceiling => (category.Value * ceiling.Value, total),
                _ => (category.Value, 1m),
            };
            var factor = WeightFactors.From(category, Exact(numerator / divisor));
            var isShared = mode != "none" && hits.Count > 1;
            yield return new JobEffectContribution(
                hit.Result.Id,
                hit.Result.StudyId,
                hit.Direction,
                Exact(hit.Base * numerator / divisor),
                [.. hit.Factors, isShared ? factor with { Choice = "C-01" } : factor],
                hit.Result.EffectType,
                hit.IsPartial,
                hit.Result.QualityIsProvisional,
                hit.Result.Significant == YesNoUnknown.Unknown,
                Warning(hit)
            );
        }
    }

    /// <summary>Without the trailing zeros of decimal arithmetic and the noise of its last digits.</summary>
    internal static decimal Exact(decimal number) => Math.Round(number, 18) / 1.0000000000000000000000000000m;

    private static string Code(string edition, Hit hit, int main, int partial)
    {
        if (edition == Editions.Of2019)
            return "none";
        if (main > 0 && partial > 0)
            return hit.IsPartial ? "both_partial" : "both_main";
        return partial > 0 ? "partial_only" : "main_only";
    }

    private static Text? Warning(Hit hit) =>
        hit.Result.Year <= 1995
            ? new Text(
                $"Studiet er fra {hit.Result.Year}, før Jobeffekters afgrænsning (valg C-11)",
                $"The study is from {hit.Result.Year}, before Jobeffekter's scope (choice C-11)"
            )
            : null;
}
