using System.Runtime.CompilerServices;

namespace Virker.Statistics.Distributions;

/// <summary>What every distribution asks of its arguments. A NaN parameter is an error; a NaN point is not.</summary>
internal static class Require
{
    public static void Positive(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!(value > 0 && double.IsFinite(value)))
            throw new ArgumentOutOfRangeException(name, value, "Must be a finite number above 0.");
    }

    public static void PositiveOrInfinite(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!(value > 0))
            throw new ArgumentOutOfRangeException(name, value, "Must be above 0 (infinity is allowed).");
    }

    /// <summary>Infinite degrees of freedom, or so many that no answer can tell.</summary>
    public static bool IsInfinite(double df) => df > 1e30;

    /// <summary>Between 0 and 1; NaN passes through, so that an unknown probability gives an unknown answer.</summary>
    public static void Probability(double p, [CallerArgumentExpression(nameof(p))] string? name = null)
    {
        if (p is < 0 or > 1)
            throw new ArgumentOutOfRangeException(name, p, "A probability lies between 0 and 1.");
    }

    public static void NotNegative(long value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        ArgumentOutOfRangeException.ThrowIfNegative(value, name);
}
