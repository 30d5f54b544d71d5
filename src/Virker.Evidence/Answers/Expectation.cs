using Virker.Platform;

namespace Virker.Evidence.Answers;

/// <summary>
/// What a Danish job centre may expect, said in one paragraph from the trials themselves: Denmark's own, whether small
/// trials lead, and where the large or recent ones lie.
/// </summary>
internal static class Expectation
{
    private const int LargeFrom = 200;
    private const int RecentFrom = 2017;

    public static Text? Of(PooledEffect? pool)
    {
        if (pool is null)
            return null;
        var sentences = new List<Text>();
        var danish = pool.Effects.Where(e => e.Geography == "denmark").ToList();
        foreach (var trial in danish)
        {
            sentences.Add(
                new(
                    $"{(danish.Count == 1 ? "Danmarks eget forsøg" : $"Det danske forsøg {trial.Label.Da}")} viser {Shown(trial.Effect, "da-DK")}.",
                    $"{(danish.Count == 1 ? "Denmark's own trial" : $"The Danish trial {trial.Label.En}")} shows {Shown(trial.Effect, "en-GB")}."
                )
            );
        }

        if (pool.SmallStudies is { EggerP: < 0.05, EggerZ: > 0 })
        {
            sentences.Add(
                new("Små forsøg viser større effekt end store.", "Small trials show larger effects than large ones.")
            );
        }
        double[] solid =
        [
            .. pool
                .Effects.Where(e => e.NTreated + e.NControl >= LargeFrom || e.Year >= RecentFrom)
                .Select(e => e.Effect.Estimate)
                .Order(),
        ];
        if (solid.Length >= 4)
        {
            var (low, high) = (Quantile(solid, 0.25), Quantile(solid, 0.75));
            sentences.Add(
                new(
                    $"Halvdelen af de {solid.Length} store eller nyere forsøg ligger mellem {PoolText.Number(low, "da-DK", "0.0")} og {PoolText.Number(high, "da-DK", "0.0")}: regn med det, ikke med gennemsnittet på {PoolText.Number(pool.Effect.Estimate, "da-DK")}.",
                    $"Half of the {solid.Length} large or recent trials lie between {PoolText.Number(low, "en-GB", "0.0")} and {PoolText.Number(high, "en-GB", "0.0")}: expect that, not the average of {PoolText.Number(pool.Effect.Estimate, "en-GB")}."
                )
            );
        }

        if (pool.Prediction.Low <= 1)
            sentences.Add(new("Et nyt sted kan også ende uden effekt.", "A new place may also end without effect."));

        return sentences.Count == 0
            ? null
            : new(string.Join(' ', sentences.Select(s => s.Da)), string.Join(' ', sentences.Select(s => s.En)));
    }

    /// <summary>Linear between the order statistics (Hyndman and Fan 1996, type 7: the default of R).</summary>
    private static double Quantile(double[] sorted, double p)
    {
        double at = (sorted.Length - 1) * p;
        int below = (int)at;
        return below + 1 < sorted.Length
            ? sorted[below] + ((at - below) * (sorted[below + 1] - sorted[below]))
            : sorted[below];
    }

    private static string Shown(Interval interval, string culture) =>
        $"{PoolText.Number(interval.Estimate, culture)} ({PoolText.Number(interval.Low, culture)}–{PoolText.Number(interval.High, culture)})";
}
