using Virker.Statistics.LinearAlgebra;

namespace Virker.Statistics.Regression;

/// <summary>A variable that may explain the outcome.</summary>
/// <param name="Name">Its name in the result and in messages.</param>
/// <param name="Values">One finite number a row.</param>
public sealed record Predictor(string Name, IReadOnlyList<double> Values)
{
    /// <summary>
    /// A group as 0/1 predictors, one for each group but the first (in ordinal order), which the others are compared
    /// with; named <c>name=group</c>.
    /// </summary>
    public static IReadOnlyList<Predictor> Groups(string name, IReadOnlyList<string> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        return
        [
            .. groups
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Skip(1)
                .Select(group => new Predictor($"{name}={group}", [.. groups.Select(g => g == group ? 1.0 : 0.0)])),
        ];
    }
}

/// <summary>Checks outcome and predictors and lays them out as columns, to be read only, the intercept first.</summary>
internal static class Columns
{
    public const string Intercept = "intercept";

    public static double[][] Of(int rows, IReadOnlyList<Predictor> predictors)
    {
        ArgumentNullException.ThrowIfNull(predictors);
        foreach (var predictor in predictors)
        {
            if (predictor.Values.Count != rows)
            {
                throw new ArgumentException(
                    $"There are {rows} outcomes but {predictor.Values.Count} values of '{predictor.Name}'.",
                    nameof(predictors)
                );
            }
            Finite(predictor.Values, predictor.Name);
        }
        var ones = new double[rows];
        System.Array.Fill(ones, 1);
        return [ones, .. predictors.Select(predictor => Array(predictor.Values))];
    }

    /// <summary>The numbers themselves where they are an array already (to be read only), else a copy.</summary>
    public static double[] Array(IReadOnlyList<double> values) => values as double[] ?? [.. values];

    public static string[] Names(IReadOnlyList<Predictor> predictors) =>
        [Intercept, .. predictors.Select(predictor => predictor.Name)];

    public static void Finite(IReadOnlyList<double> values, string what)
    {
        var i = Vectors.FirstNotFinite(Array(values));
        if (i >= 0)
            throw new ArgumentException($"Row {i + 1}: {what} is {values[i]}, not a finite number.", nameof(values));
    }

    public static ThinQr Factor(double[][] columns, IReadOnlyList<string> names)
    {
        if (columns[0].Length <= columns.Length)
        {
            throw new NoEstimateException(
                NoEstimateReason.TooFew,
                $"{columns.Length} coefficients need more than {columns.Length} rows; there are {columns[0].Length}.",
                found: columns[0].Length,
                needed: columns.Length + 1
            );
        }
        return ThinQr.Of(columns, out var dependent)
            ?? throw new NoEstimateException(
                NoEstimateReason.Dependent,
                $"'{names[dependent]}' is constant or a combination of the predictors before it: leave it out.",
                names[dependent]
            );
    }
}
