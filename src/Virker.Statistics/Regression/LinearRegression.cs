using Virker.Statistics.LinearAlgebra;

namespace Virker.Statistics.Regression;

/// <summary>Ordinary least squares, and two-stage least squares with instruments, both by QR.</summary>
public static class LinearRegression
{
    /// <summary>y = Xβ + e by least squares, with an intercept.</summary>
    /// <param name="outcome">One finite number a row, more rows than coefficients.</param>
    /// <param name="predictors">The predictors; none gives the mean.</param>
    /// <exception cref="ArgumentException">
    /// Lengths that differ, a value that is not finite, too few rows, or a predictor that is constant or a combination
    /// of those before it (it is named).
    /// </exception>
    /// <exception cref="NoEstimateException">The data admit no estimate.</exception>
    public static RegressionFit Fit(IReadOnlyList<double> outcome, IReadOnlyList<Predictor> predictors)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        Columns.Finite(outcome, "the outcome");
        var columns = Columns.Of(outcome.Count, predictors);
        var names = Columns.Names(predictors);
        return Fit(outcome, columns, names, Columns.Factor(columns, names));
    }

    /// <summary>
    /// y = Xβ + e where some predictors go with e and are replaced by what the instruments (and the other predictors)
    /// say about them: β = (X̂ᵀX̂)⁻¹X̂ᵀy. Residuals are y − Xβ, as in AER's <c>ivreg</c>; robust errors build on X̂.
    /// </summary>
    /// <param name="outcome">One finite number a row.</param>
    /// <param name="endogenous">The predictors whose effect is sought; the last coefficients.</param>
    /// <param name="instruments">At least as many; none of them may explain the outcome in another way.</param>
    /// <param name="predictors">Predictors that need no instrument.</param>
    /// <exception cref="ArgumentException">
    /// As for <see cref="Fit(IReadOnlyList{double}, IReadOnlyList{Predictor})"/>; fewer instruments than endogenous
    /// predictors, or instruments that do not move them at all.
    /// </exception>
    /// <exception cref="NoEstimateException">The data admit no estimate.</exception>
    public static RegressionFit FitTwoStage(
        IReadOnlyList<double> outcome,
        IReadOnlyList<Predictor> endogenous,
        IReadOnlyList<Predictor> instruments,
        IReadOnlyList<Predictor> predictors
    )
    {
        ArgumentNullException.ThrowIfNull(outcome);
        if (endogenous.Count > instruments.Count)
        {
            throw new ArgumentException(
                $"{endogenous.Count} endogenous predictors need at least as many instruments; there are {instruments.Count}.",
                nameof(instruments)
            );
        }
        Columns.Finite(outcome, "the outcome");
        Predictor[] exogenous = [.. predictors, .. instruments];
        Predictor[] regressors = [.. predictors, .. endogenous];
        var names = Columns.Names(regressors);
        var columns = Columns.Of(outcome.Count, regressors);
        // The plain design must have full rank too, or the fault is not the instruments'.
        Columns.Factor(columns, names);
        var first = Columns.Factor(Columns.Of(outcome.Count, exogenous), Columns.Names(exogenous));
        double[][] projected =
        [
            .. columns.Select((column, j) => j <= predictors.Count ? column : Project(first, column)),
        ];
        var design =
            ThinQr.Of(projected, out var dependent)
            ?? throw new NoEstimateException(
                NoEstimateReason.Dependent,
                $"The instruments do not move '{names[dependent]}' at all.",
                names[dependent]
            );
        return Fit(outcome, columns, names, design);
    }

    private static RegressionFit Fit(IReadOnlyList<double> outcome, double[][] columns, string[] names, ThinQr design)
    {
        var y = Columns.Array(outcome);
        var coefficients = Coordinates(design, y);
        design.SolveR(coefficients);
        var residuals = new double[y.Length];
        Less(residuals, y, columns, coefficients);
        // Once more on what is left: a large constant in y or X costs no digits.
        var rest = Coordinates(design, residuals);
        design.SolveR(rest);
        for (var j = 0; j < coefficients.Length; j++)
            coefficients[j] += rest[j];
        Less(residuals, y, columns, coefficients);
        var fitted = (double[])y.Clone();
        Vectors.AddTimes(fitted, -1, residuals);
        var squares = Vectors.Dot(residuals, residuals);
        return new(design, residuals, weights: null)
        {
            Names = names,
            Estimates = coefficients,
            Fitted = fitted,
            Residuals = residuals,
            Dispersion = squares / (design.Rows - design.Columns),
            Deviance = squares,
        };
    }

    /// <summary>Qᵀy.</summary>
    internal static double[] Coordinates(ThinQr design, double[] y) =>
        Array.ConvertAll(design.Basis, column => Vectors.Dot(column, y));

    private static double[] Project(ThinQr design, double[] y)
    {
        var result = new double[y.Length];
        foreach (var column in design.Basis)
            Vectors.AddTimes(result, Vectors.Dot(column, y), column);
        return result;
    }

    private static void Less(double[] result, double[] y, double[][] columns, double[] coefficients)
    {
        y.CopyTo(result, 0);
        for (var j = 0; j < columns.Length; j++)
            Vectors.AddTimes(result, -coefficients[j], columns[j]);
    }
}
