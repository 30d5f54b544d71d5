using Virker.Statistics;
using Virker.Statistics.Trials;

namespace Virker.Effects.Trials;

/// <summary>How sure a planned trial is to find what it looks for.</summary>
/// <param name="Power">With the people planned, 0 to 1.</param>
/// <param name="Needed">People needed for a power of 0.8.</param>
/// <param name="Curve">Power by number of people.</param>
public sealed record TrialPower(double Power, int Needed, IReadOnlyList<(int People, double Power)> Curve)
{
    public const double Wanted = 0.8;
    private const int Points = 24;

    /// <returns>Null while the plan does not say what it takes, and where no trial is large enough for so small a
    /// difference.</returns>
    public static TrialPower? Of(TrialPlan plan)
    {
        try
        {
            return Computed(plan);
        }
        catch (NoEstimateException)
        {
            return null;
        }
    }

    private static TrialPower? Computed(TrialPlan plan)
    {
        if (
            plan
                is not {
                    ExpectedUsual: { } usual,
                    ExpectedTreatment: { } treatment,
                    People: { } people,
                    Primary: { } primary
                }
            || usual == treatment
            || !OutcomeKinds.Of(primary).IsShare && plan.Spread is null
        )
        {
            return null;
        }
        Endpoint endpoint = OutcomeKinds.Of(primary).IsShare
            ? new ProportionEndpoint((double)usual / 100, (double)treatment / 100)
            : new MeanEndpoint((double)(treatment - usual), (double)plan.Spread!.Value);
        int needed = Statistics.Trials.Power.Size(endpoint, Wanted).Total;
        int most = 2 * Math.Max(people, needed);
        return new(
            Statistics.Trials.Power.Of(endpoint, people),
            needed,
            [
                .. Enumerable
                    .Range(1, Points)
                    .Select(i => Math.Max(4, (int)((long)most * i / Points)))
                    .Distinct()
                    .Select(n => (n, Statistics.Trials.Power.Of(endpoint, n))),
            ]
        );
    }
}
