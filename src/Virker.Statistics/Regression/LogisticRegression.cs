using Virker.Statistics.LinearAlgebra;

namespace Virker.Statistics.Regression;

/// <summary>Logistic regression by iteratively reweighted least squares: McCullagh and Nelder (1989), chapter 4.</summary>
public static class LogisticRegression
{
    /// <summary>
    /// Twice the rounds any data need that have an estimate. With perfect separation the log odds go on growing by
    /// about 1 a round for ever.
    /// </summary>
    private const int MostRounds = 60;

    /// <summary>log odds of an outcome = Xβ, with an intercept; coefficients are log odds ratios.</summary>
    /// <param name="outcome">Whether it happened, one a row, more rows than coefficients.</param>
    /// <param name="predictors">The predictors; none gives the overall log odds.</param>
    /// <exception cref="ArgumentException">
    /// As for <see cref="LinearRegression.Fit(IReadOnlyList{double}, IReadOnlyList{Predictor})"/>; all outcomes the
    /// same; or perfect separation: the predictors tell some outcomes without doubt, and no finite estimate exists.
    /// </exception>
    /// <exception cref="NoEstimateException">The data admit no estimate.</exception>
    public static RegressionFit Fit(IReadOnlyList<bool> outcome, IReadOnlyList<Predictor> predictors)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var columns = Columns.Of(outcome.Count, predictors);
        var names = Columns.Names(predictors);
        Columns.Factor(columns, names);
        if (outcome.All(y => y) || !outcome.Any(y => y))
        {
            throw new NoEstimateException(
                NoEstimateReason.NoSpread,
                "All outcomes are the same: there is nothing to explain."
            );
        }

        double[] y = [.. outcome.Select(happened => happened ? 1.0 : 0.0)];
        var state = new State(columns, y, new double[columns.Length]);
        for (var round = 0; round < MostRounds; round++)
        {
            if (state.Weighted() is not { } design)
                break;
            var step = LinearRegression.Coordinates(design, state.Scores);
            design.SolveR(step);
            var next = state.Step(step, 1);
            // A full step may overshoot far from the top; the log-likelihood is concave, so half of it will do at last.
            for (var size = 0.5; !(next.Deviance <= state.Deviance + 1e-9 * state.Deviance) && size > 1e-6; size /= 2)
                next = state.Step(step, size);
            var moved = next.LogOdds.Zip(state.LogOdds, (a, b) => Math.Abs(a - b)).Max();
            state = next;
            // Newton's method doubles the digits: after a step of 1e-8 what is left is rounding.
            if (moved < 1e-8 && state.Weighted() is { } last)
            {
                return new(last, state.Scores, state.Weights)
                {
                    Names = names,
                    Estimates = state.Coefficients,
                    Fitted = state.Expected,
                    Residuals = [.. y.Zip(state.Expected, (value, expected) => value - expected)],
                    Dispersion = 1,
                    Deviance = state.Deviance,
                };
            }
        }
        var most = Enumerable.Range(1, columns.Length - 1).MaxBy(j => Spread(columns[j], state.Coefficients[j]));
        throw new NoEstimateException(
            NoEstimateReason.Unbounded,
            $"Perfect separation, most of all by '{names[most]}': the predictors tell some outcomes without doubt, and "
                + "no finite estimate exists. Leave it out or join groups in which everyone had the same outcome.",
            names[most]
        );
    }

    private static double Spread(double[] column, double coefficient) =>
        Math.Abs(coefficient) * (column.Max() - column.Min());

    private sealed class State
    {
        private readonly double[][] _columns;
        private readonly double[] _y;

        public State(double[][] columns, double[] y, double[] coefficients)
        {
            (this._columns, this._y, Coefficients) = (columns, y, coefficients);
            var n = y.Length;
            (LogOdds, Expected, Weights, Scores) = (new double[n], new double[n], new double[n], new double[n]);
            for (var j = 0; j < columns.Length; j++)
            {
                for (var i = 0; i < n; i++)
                    LogOdds[i] += coefficients[j] * columns[j][i];
            }
            for (var i = 0; i < n; i++)
            {
                // From the small side, so that neither μ nor 1 − μ is found by subtraction.
                var odds = Math.Exp(-Math.Abs(LogOdds[i]));
                var (small, large) = (odds / (1 + odds), 1 / (1 + odds));
                var (happens, not) = LogOdds[i] < 0 ? (small, large) : (large, small);
                Expected[i] = happens;
                Weights[i] = small * large;
                Scores[i] = (y[i] == 1 ? not : -happens) / Math.Sqrt(Weights[i]);
                Deviance += -2 * Math.Log(y[i] == 1 ? happens : not);
            }
        }

        public double[] Coefficients { get; }

        public double[] LogOdds { get; }

        public double[] Expected { get; }

        /// <summary>μ(1 − μ).</summary>
        public double[] Weights { get; }

        /// <summary>(y − μ)/√w.</summary>
        public double[] Scores { get; }

        public double Deviance { get; }

        /// <summary>√w X = QR; null when the weights have died out in some direction, which is separation.</summary>
        public ThinQr? Weighted() =>
            ThinQr.Of(
                Array.ConvertAll(_columns, column => column.Select((x, i) => x * Math.Sqrt(Weights[i])).ToArray()),
                out _
            );

        public State Step(double[] step, double size) =>
            new(_columns, _y, [.. Coefficients.Zip(step, (value, change) => value + size * change)]);
    }
}
