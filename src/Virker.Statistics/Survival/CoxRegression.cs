using Virker.Statistics.LinearAlgebra;
using Virker.Statistics.Regression;

namespace Virker.Statistics.Survival;

/// <summary>Proportional hazards: Cox (1972), by Newton's method on the partial likelihood.</summary>
public static class CoxRegression
{
    private const int MostRounds = 50;

    /// <summary>
    /// How much of its own size a covariate's information must keep when the other covariates are taken out.
    /// </summary>
    private const double RankTolerance = 1e-10;

    /// <summary>Below it a climb that fails is laid to covariates that nearly follow from each other.</summary>
    private const double NearlyDependent = 1e-6;

    /// <summary>hazard = baseline(t)·exp(Xβ); coefficients are log hazard ratios.</summary>
    /// <param name="times">Time to event or censoring, finite and not negative; ties are equal numbers.</param>
    /// <param name="events">Whether the time ended in the event.</param>
    /// <param name="predictors">At least one; no intercept.</param>
    /// <param name="options">Ties, starts, strata and weights.</param>
    /// <exception cref="ArgumentException">
    /// Wrong columns, no events, a covariate without variation among those at risk, or a likelihood that grows for ever
    /// with a coefficient (everyone with the event had the highest value at risk): no finite estimate exists.
    /// </exception>
    /// <exception cref="NoEstimateException">The data admit no estimate.</exception>
    public static CoxFit Fit(
        IReadOnlyList<double> times,
        IReadOnlyList<bool> events,
        IReadOnlyList<Predictor> predictors,
        CoxOptions? options = null
    )
    {
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(predictors);
        options ??= new();
        Predictor[] columns = [.. predictors];
        using var rows = new CoxRows(times, events, columns, options);
        string[] names = [.. predictors.Select(predictor => predictor.Name)];
        var start = new CoxPass(rows, new double[names.Length], options.Ties);
        var pass = start;
        var (scoreTest, before) = (0.0, double.PositiveInfinity);
        for (var round = 0; round < MostRounds; round++)
        {
            var (factor, step, singular) = Step(pass);
            if (singular >= 0)
            {
                throw round == 0
                    ? new NoEstimateException(
                        NoEstimateReason.Dependent,
                        $"'{names[singular]}' is constant among those at risk or a combination of the predictors before "
                            + "it: leave it out.",
                        names[singular]
                    )
                    : Infinite(rows, start, pass, names);
            }
            var decrement = step.Zip(pass.Score, (a, b) => a * b).Sum();
            scoreTest = round == 0 ? decrement : scoreTest;
            // In standard errors, squared. Newton's method doubles the digits: a step so short, and so much shorter than
            // the one before, leaves only rounding after it, and changes the information by about twice their ratio
            // (of the squares), which is not worth another pass.
            if (decrement < 1e-20 || (decrement < 1e-12 && decrement < 1e-10 * before))
            {
                return new(pass, Moved(pass, step, 1), factor, times, events, columns, options)
                {
                    LogLikelihood = pass.LogLikelihood,
                    NullLogLikelihood = start.LogLikelihood,
                    ScoreTest = scoreTest,
                    EventCount = rows.EventCount,
                };
            }
            before = decrement;
            var next = Next(1);
            for (
                var size = 0.5;
                !(next.LogLikelihood >= pass.LogLikelihood - 1e-9 * Math.Abs(pass.LogLikelihood));
                size /= 2
            )
            {
                if (size < 1e-6)
                    throw Infinite(rows, start, pass, names);
                next = Next(size);
            }
            pass = next;

            CoxPass Next(double size) => new(rows, Moved(pass, step, size), options.Ties);
        }
        throw Infinite(rows, start, pass, names);
    }

    /// <summary>
    /// Newton's step, with the information's factor it was found by and the first covariate with nothing left in it, or −1.
    /// </summary>
    private static (double[] Factor, double[] Step, int Singular) Step(CoxPass pass)
    {
        var (p, factor, step) = (pass.Beta.Length, pass.Information.ToArray(), pass.Score.ToArray());
        Cholesky.Factor(factor, p);
        Cholesky.SolveLower(factor, p, step);
        Cholesky.SolveUpper(factor, p, step);
        for (var j = 0; j < p; j++)
        {
            var left = factor[j * p + j];
            if (!(left * left > RankTolerance * pass.Gross[j]))
                return (factor, step, j);
        }
        return (factor, step, -1);
    }

    /// <summary>The first covariate of which hardly anything is left when those before it are taken out; null where none is so.</summary>
    private static int? Nearly(CoxPass start)
    {
        var (p, factor) = (start.Beta.Length, start.Information.ToArray());
        Cholesky.Factor(factor, p);
        for (var j = 0; j < p; j++)
        {
            if (!(factor[j * p + j] * factor[j * p + j] > NearlyDependent * start.Gross[j]))
                return j;
        }
        return null;
    }

    private static double[] Moved(CoxPass pass, double[] step, double size) =>
        [.. pass.Beta.Zip(step, (value, change) => value + size * change)];

    private static NoEstimateException Infinite(CoxRows rows, CoxPass start, CoxPass pass, string[] names)
    {
        var most = Enumerable.Range(0, names.Length).MaxBy(j => Math.Abs(pass.Beta[j]) * rows.Spread(j));
        if (Nearly(start) is { } follows)
        {
            return new(
                NoEstimateReason.Dependent,
                $"'{names[follows]}' nearly follows from the predictors before it: the digits do not tell them apart. Leave it "
                    + "out, or subtract the one from the other.",
                names[follows]
            );
        }
        return new(
            NoEstimateReason.Unbounded,
            $"The likelihood grows for ever, most of all with '{names[most]}': everyone who had the event had the highest "
                + "(or lowest) value among those at risk, and no finite estimate exists. Leave it out or join groups.",
            names[most]
        );
    }
}
