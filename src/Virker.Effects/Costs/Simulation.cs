using Virker.Statistics.Distributions;
using Virker.Statistics.Randomness;

namespace Virker.Effects.Costs;

/// <summary>
/// How sure the sums are: every amount and effect drawn from the distribution its line states, as often as the proposal
/// says, the same draws for the same seed. What shares a source shares a draw.
/// </summary>
internal static class Simulation
{
    private const double Normal975 = 1.959963984540054;

    /// <returns>The sum in øre of each budget, draw by draw.</returns>
    public static IReadOnlyDictionary<Budget, double[]> Of(Proposal proposal, IReadOnlyList<CostLine> lines)
    {
        var source = new SeededSource(proposal.Seed);
        var sums = Enum.GetValues<Budget>().ToDictionary(b => b, _ => new double[proposal.Draws]);
        var amounts = lines.GroupBy(Amount).Select((group, i) => (group.Key, i)).ToDictionary(g => g.Key, g => g.i);
        var effects = lines
            .Where(l => l.Effect is not null)
            .DistinctBy(l => l.Effect!.Key)
            .Select((line, i) => (line.Effect!, i))
            .ToDictionary(g => g.Item1.Key, g => (Effect: g.Item1, g.i));
        (CostLine Line, int Amount, int Effect, (Budget Budget, double Share)[] To)[] plan =
        [
            .. lines.Select(line =>
                (line, amounts[Amount(line)], line.Effect is null ? -1 : effects[line.Effect.Key].i, To(proposal, line))
            ),
        ];
        double[] amount = new double[amounts.Count];
        double[] effect = new double[effects.Count];
        for (int draw = 0; draw < proposal.Draws; draw++)
        {
            foreach (var (key, i) in amounts)
                amount[i] = DrawAmount(key, source);
            foreach (var (its, i) in effects.Values)
                effect[i] = DrawEffect(its, source);
            foreach (var (line, a, e, to) in plan)
            {
                double total = proposal.Citizens * (double)line.Units * amount[a] * (e < 0 ? 1 : effect[e]);
                foreach (var (budget, share) in to)
                    sums[budget][draw] += total * share;
            }
        }

        return sums;
    }

    /// <summary>All public budgets together.</summary>
    public static double[] Public(IReadOnlyDictionary<Budget, double[]> sums)
    {
        double[] all = new double[sums[Budget.State].Length];
        foreach (var (_, draws) in sums.Where(s => s.Key != Budget.Society))
        {
            for (int i = 0; i < all.Length; i++)
                all[i] += draws[i];
        }

        return all;
    }

    public static long Quantile(double[] draws, double p) =>
        (long)Math.Round(Bootstrap.Quantile([.. draws.Order()], p));

    public static double ShareBelowZero(double[] draws) => (double)draws.Count(d => d < 0) / draws.Length;

    // The refund's shares stay those of the expected effect: how many weeks a draw moves would shift them little.
    private static (Budget, double)[] To(Proposal proposal, CostLine line) =>
        [
            .. CalculateCosts.Shares(proposal, line).Select(s => (s.Budget, (double)s.Share)),
            (Budget.State, -(double)line.ReturnFlow),
        ];

    private static (string, long, Spread, long?, long?) Amount(CostLine line) =>
        (line.Name, line.Oere, line.Spread, line.Low, line.High);

    private static double DrawAmount((string, long Oere, Spread Spread, long? Low, long? High) of, RandomSource source)
    {
        if (of.Spread == Spread.Fixed)
            return of.Oere;
        double low = of.Low!.Value;
        double high = of.High!.Value;
        double u = source.Uniform();
        return of.Spread switch
        {
            Spread.Uniform => low + u * (high - low),
            Spread.Triangular => Triangular(u, low, of.Oere, high),
            // Symmetric about the amount: the half width is the interval's, an amount is never below 0.
            Spread.Fixed or Spread.Normal => Math.Max(
                0,
                of.Oere + Normal.Quantile(Open(u)) * (high - low) / 2 / Normal975
            ),
        };
    }

    private static double Triangular(double u, double low, double mode, double high)
    {
        double at = (mode - low) / (high - low);
        return u < at
            ? low + Math.Sqrt(u * (high - low) * (mode - low))
            : high - Math.Sqrt((1 - u) * (high - low) * (high - mode));
    }

    private static double DrawEffect(Effect effect, RandomSource source)
    {
        if (effect.Counts is { } t)
            return Arm(t.EventsTreated, t.Treated, source) - Arm(t.EventsControl, t.Control, source);
        return effect is { Low: { } low, High: { } high }
            ? (double)effect.Size + Normal.Quantile(Open(source.Uniform())) * (double)(high - low) / 2 / Normal975
            : (double)effect.Size;
    }

    // Jeffreys: an arm with no events is not certain to have none.
    private static double Arm(int events, int people, RandomSource source) =>
        Beta.Quantile(Open(source.Uniform()), events + 0.5, people - events + 0.5);

    private static double Open(double u) => u == 0 ? double.Epsilon : u;
}
