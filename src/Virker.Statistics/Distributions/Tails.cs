namespace Virker.Statistics.Distributions;

/// <summary>
/// Both tails of a distribution at a point, from the one that was computed directly: its value is
/// <c>exp(LogScale) · Factor</c>. The other is its complement, so neither a small lower nor a small upper tail is
/// ever found by subtraction.
/// </summary>
internal readonly record struct Tails(double LogScale, double Factor, bool DirectIsUpper)
{
    public static Tails NothingBelow { get; } = new(double.NegativeInfinity, 1, DirectIsUpper: false);

    public static Tails NothingAbove { get; } = new(double.NegativeInfinity, 1, DirectIsUpper: true);

    public static Tails Unknown { get; } = new(double.NaN, double.NaN, DirectIsUpper: false);

    public double Direct => Math.Min(1, Math.Exp(LogScale) * Factor);

    public double Lower => DirectIsUpper ? 1 - Direct : Direct;

    public double Upper => DirectIsUpper ? Direct : 1 - Direct;

    public double LogLower => DirectIsUpper ? SpecialFunctions.Log1p(-Direct) : LogDirect;

    public double LogUpper => DirectIsUpper ? LogDirect : SpecialFunctions.Log1p(-Direct);

    private double LogDirect => Math.Min(0, LogScale + Math.Log(Factor));

    /// <summary>The same point seen from the other end.</summary>
    public Tails Mirrored => this with { DirectIsUpper = !DirectIsUpper };
}
