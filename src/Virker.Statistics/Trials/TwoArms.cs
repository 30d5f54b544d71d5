using Virker.Statistics.DependentEffects;
using Virker.Statistics.Distributions;
using Virker.Statistics.LinearAlgebra;
using Virker.Statistics.Regression;

namespace Virker.Statistics.Trials;

/// <summary>Two shares and their difference.</summary>
/// <param name="Treated">The share with the event among the treated, with Wilson's interval.</param>
/// <param name="Control">Among the controls.</param>
/// <param name="Difference">Treated − Control with Newcombe's interval.</param>
/// <param name="Statistic">z with the pooled share: its square is the chi-square test without correction.</param>
/// <param name="P">Two-sided p; NaN when nobody or everybody had the event.</param>
public sealed record ShareDifference(Share Treated, Share Control, Share Difference, double Statistic, double P);

/// <summary>The effect in a trial with two arms: treated − control.</summary>
public static class TwoArms
{
    /// <summary>Welch's t test: no common variance is assumed (1947, Biometrika 34, 28–35).</summary>
    /// <exception cref="ArgumentException">An arm with fewer than two people, or a value that is not finite.</exception>
    /// <exception cref="NoEstimateException">The data admit no estimate.</exception>
    public static RobustCoefficient DifferenceInMeans(
        IReadOnlyList<double> treated,
        IReadOnlyList<double> control,
        double level = 0.95
    )
    {
        Guard.Level(level);
        var (one, none) = (Moments.Of(treated), Moments.Of(control));
        if (one.Count < 2 || none.Count < 2)
        {
            throw new NoEstimateException(
                NoEstimateReason.TooFew,
                $"Each arm needs two people: there are {one.Count} and {none.Count}.",
                found: Math.Min(one.Count, none.Count),
                needed: 2
            );
        }
        var (a, b) = (one.Variance / one.Count, none.Variance / none.Count);
        // Without any spread the degrees of freedom do not matter; the larger arm's are as good as any.
        var df =
            a + b == 0
                ? one.Count + none.Count - 2
                : (a + b) * (a + b) / (a * a / (one.Count - 1) + b * b / (none.Count - 1));
        return RobustCoefficient.Of("difference in means", one.Mean - none.Mean, a + b, df, level);
    }

    /// <summary>
    /// Newcombe's interval from the two Wilson intervals (1998, Statistics in Medicine 17, 873–890, method 10): it
    /// holds with few events and none.
    /// </summary>
    /// <exception cref="ArgumentException">An arm without people, or more events than people.</exception>
    /// <exception cref="NoEstimateException">The data admit no estimate.</exception>
    public static ShareDifference DifferenceInShares(
        int treatedEvents,
        int treatedCount,
        int controlEvents,
        int controlCount,
        double level = 0.95
    )
    {
        if (treatedCount < 1 || controlCount < 1)
        {
            throw new NoEstimateException(
                NoEstimateReason.TooFew,
                $"Each arm needs people: there are {treatedCount} and {controlCount}.",
                found: Math.Min(treatedCount, controlCount),
                needed: 1
            );
        }
        var one = Wilson.Of(treatedEvents, treatedCount, level);
        var none = Wilson.Of(controlEvents, controlCount, level);
        var difference = one.Estimate - none.Estimate;
        var low = double.Hypot(one.Estimate - one.CiLow, none.CiHigh - none.Estimate);
        var high = double.Hypot(one.CiHigh - one.Estimate, none.Estimate - none.CiLow);
        var pooled = (treatedEvents + controlEvents) / ((double)treatedCount + controlCount);
        var error = Math.Sqrt(pooled * (1 - pooled) * (1.0 / treatedCount + 1.0 / controlCount));
        var z = difference / error;
        return new(one, none, new(difference, difference - low, difference + high), z, 2 * Normal.Upper(Math.Abs(z)));
    }

    /// <summary>
    /// Lin's adjustment: the outcome on treatment, centred covariates and their products, with HC2 errors. It never
    /// makes a large trial less precise, and needs no true model. Lin (2013), Annals of Applied Statistics 7, 295–318.
    /// With clusters the errors are CR2.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// Lengths that differ, covariates that are collinear (also within an arm), or an arm with too few people.
    /// </exception>
    /// <exception cref="NoEstimateException">The data admit no estimate.</exception>
    public static RobustCoefficient Adjusted(
        IReadOnlyList<double> outcome,
        IReadOnlyList<bool> treated,
        IReadOnlyList<Predictor> covariates,
        IReadOnlyList<string>? clusters = null,
        double level = 0.95
    )
    {
        Arms.Check(outcome, treated);
        var arm = new double[treated.Count];
        for (var i = 0; i < arm.Length; i++)
            arm[i] = treated[i] ? 1 : 0;
        double[][] centred = [.. covariates.Select(Centred)];
        var fit = LinearRegression.Fit(
            outcome,
            [
                new("treatment", arm),
                .. covariates.Select((c, j) => new Predictor(c.Name, centred[j])),
                .. covariates.Select((c, j) => new Predictor($"treatment · {c.Name}", InArm(centred[j]))),
            ]
        );
        return clusters is null ? fit.Test(HcType.HC2, level)[1] : fit.Test(CrType.CR2, clusters, level)[1];

        static double[] Centred(Predictor covariate)
        {
            double[] values = [.. covariate.Values];
            var mean = values.Average();
            foreach (ref var value in values.AsSpan())
                value -= mean;
            return values;
        }

        // Shorter or longer than the arms: the fit says so, by name.
        double[] InArm(double[] values)
        {
            var product = (double[])values.Clone();
            for (var i = 0; i < Math.Min(arm.Length, product.Length); i++)
                product[i] *= arm[i];
            return product;
        }
    }
}

/// <summary>Count, mean and variance (divisor n − 1), the variance from the distances to the mean.</summary>
internal readonly record struct Moments(int Count, double Mean, double Variance)
{
    public static Moments Of(IReadOnlyList<double> values)
    {
        Columns.Finite(values, "the outcome");
        var all = Columns.Array(values);
        var mean = all.Length == 0 ? double.NaN : all.Average();
        return new(all.Length, mean, Vectors.SquaresAround(all, mean) / (all.Length - 1));
    }
}

internal static class Arms
{
    public static void Check(IReadOnlyList<double> outcome, IReadOnlyList<bool> treated)
    {
        if (outcome.Count != treated.Count)
        {
            throw new ArgumentException(
                $"There are {outcome.Count} outcomes but {treated.Count} arms.",
                nameof(treated)
            );
        }
        if (treated.All(t => t) || !treated.Any(t => t))
            throw new NoEstimateException(NoEstimateReason.NothingToCompare, "Everybody is in the same arm.");
        Columns.Finite(outcome, "the outcome");
    }
}
