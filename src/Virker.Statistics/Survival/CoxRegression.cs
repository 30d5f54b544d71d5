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

    /// <summary>hazard = baseline(t)·exp(Xβ); coefficients are log hazard ratios.</summary>
    /// <param name="times">Time to event or censoring, finite and not negative; ties are equal numbers.</param>
    /// <param name="events">Whether the time ended in the event.</param>
    /// <param name="predictors">At least one; no intercept.</param>
    /// <param name="options">Ties, starts, strata and weights.</param>
    /// <exception cref="ArgumentException">
    /// Wrong columns, no events, a covariate without variation among those at risk, or a likelihood that grows for ever
    /// with a coefficient (everyone with the event had the highest value at risk): no finite estimate exists.
    /// </exception>
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
        var scoreTest = 0.0;
        for (var round = 0; round < MostRounds; round++)
        {
            var (step, singular) = Step(pass);
            if (singular >= 0)
            {
                throw round == 0
                    ? new ArgumentException(
                        $"'{names[singular]}' is constant among those at risk or a combination of the predictors before "
                            + "it: leave it out.",
                        nameof(predictors)
                    )
                    : Infinite(rows, pass, names);
            }
            var decrement = step.Zip(pass.Score, (a, b) => a * b).Sum();
            scoreTest = round == 0 ? decrement : scoreTest;
            // In standard errors, squared. This near, a step changes no digit that is kept.
            if (decrement < 1e-20)
            {
                return Fitted(pass);
            }
            var next = Moved(rows, pass, step, 1);
            for (
                var size = 0.5;
                !(next.LogLikelihood >= pass.LogLikelihood - 1e-9 * Math.Abs(pass.LogLikelihood));
                size /= 2
            )
            {
                if (size < 1e-6)
                {
                    throw Infinite(rows, pass, names);
                }
                next = Moved(rows, pass, step, size);
            }
            pass = next;
            // Newton's method doubles the digits: what is left after this step is rounding.
            if (decrement < 1e-14)
            {
                return Fitted(pass);
            }
        }
        throw Infinite(rows, pass, names);

        CoxFit Fitted(CoxPass last)
        {
            var information = last.Information.ToArray();
            return Factor(information, last) >= 0
                ? throw Infinite(rows, last, names)
                : new(last, information, times, events, columns, options)
                {
                    LogLikelihood = last.LogLikelihood,
                    NullLogLikelihood = start.LogLikelihood,
                    ScoreTest = scoreTest,
                };
        }
    }

    private static (double[] Step, int Singular) Step(CoxPass pass)
    {
        var factor = pass.Information.ToArray();
        var step = pass.Score.ToArray();
        var singular = Factor(factor, pass);
        Cholesky.SolveLower(factor, step.Length, step);
        Cholesky.SolveUpper(factor, step.Length, step);
        return (step, singular);
    }

    /// <summary>Replaces the information by its factor; returns the first covariate with nothing left, or −1.</summary>
    private static int Factor(double[] information, CoxPass pass)
    {
        var p = pass.Beta.Length;
        Cholesky.Factor(information, p);
        for (var j = 0; j < p; j++)
        {
            var left = information[j * p + j];
            if (!(left * left > RankTolerance * pass.Gross[j]))
            {
                return j;
            }
        }
        return -1;
    }

    private static CoxPass Moved(CoxRows rows, CoxPass pass, double[] step, double size) =>
        new(rows, [.. pass.Beta.Zip(step, (value, change) => value + size * change)], pass.Ties);

    private static ArgumentException Infinite(CoxRows rows, CoxPass pass, string[] names)
    {
        var most = Enumerable.Range(0, names.Length).MaxBy(j => Math.Abs(pass.Beta[j]) * rows.Spread(j));
        return new(
            $"The likelihood grows for ever, most of all with '{names[most]}': everyone who had the event had the highest "
                + "(or lowest) value among those at risk, and no finite estimate exists. Leave it out or join groups.",
            nameof(names)
        );
    }
}
