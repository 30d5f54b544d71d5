using Virker.Statistics.Distributions;

namespace Virker.Statistics.Trials;

/// <summary>What a trial is to find, on its primary outcome.</summary>
public abstract record Endpoint
{
    private protected Endpoint() { }

    /// <summary>The power with so many people in each arm.</summary>
    internal abstract double Power(double treated, double control, PowerOptions options);
}

/// <summary>A difference between two means; two-sample t test with a common standard deviation.</summary>
public sealed record MeanEndpoint(double Difference, double StandardDeviation) : Endpoint
{
    internal override double Power(double treated, double control, PowerOptions options)
    {
        var variance = (1 - options.ExplainedByBlocks) * options.DesignEffect * (1 / treated + 1 / control);
        var shift = Math.Abs(Difference) / (StandardDeviation * Math.Sqrt(variance));
        var units = (treated + control) / (options.Clusters?.Size ?? 1);
        var df = units - options.Blocks - 1;
        if (!(df > 0))
            return double.NaN;
        var critical = StudentT.QuantileUpper(options.Tail, df);
        var power = NoncentralT.Upper(critical, df, shift);
        return options.TwoSided ? power + NoncentralT.Upper(critical, df, -shift) : power;
    }
}

/// <summary>A difference between two shares; normal approximation with the pooled share under no effect.</summary>
public sealed record ProportionEndpoint(double Control, double Treated) : Endpoint
{
    internal override double Power(double treated, double control, PowerOptions options)
    {
        var factor = (1 - options.ExplainedByBlocks) * options.DesignEffect;
        var pooled = (treated * Treated + control * Control) / (treated + control);
        var none = Math.Sqrt(factor * pooled * (1 - pooled) * (1 / treated + 1 / control));
        var some = Math.Sqrt(factor * (Treated * (1 - Treated) / treated + Control * (1 - Control) / control));
        var (critical, difference) = (options.Critical * none, Math.Abs(Treated - Control));
        return options.Beyond((critical - difference) / some, (critical + difference) / some);
    }
}

/// <summary>
/// A ratio of hazards; the log-rank test with Schoenfeld's number of events (1981, Biometrika 68, 316–319).
/// </summary>
/// <param name="HazardRatio">Treated to control; above 0.</param>
/// <param name="EventShare">The share of everyone in the trial who have the event while it is followed.</param>
public sealed record TimeToEventEndpoint(double HazardRatio, double EventShare) : Endpoint
{
    internal override double Power(double treated, double control, PowerOptions options)
    {
        var total = treated + control;
        var events = total * EventShare / options.DesignEffect;
        var shift = Math.Sqrt(events * treated * control) / total * Math.Abs(Math.Log(HazardRatio));
        return options.Beyond(options.Critical - shift, options.Critical + shift);
    }
}

/// <summary>Whole groups are randomised, such as the citizens of a caseworker.</summary>
/// <param name="Size">The mean number of people in a cluster.</param>
/// <param name="Icc">The intracluster correlation, from 0 to 1.</param>
/// <param name="SizeVariation">The coefficient of variation of the clusters' sizes; 0 when all are the same.</param>
public sealed record Clustering(double Size, double Icc, double SizeVariation = 0)
{
    /// <summary>
    /// 1 + ((1 + cv²)m − 1)·ICC: how many times more people it takes. Eldridge, Ashby and Kerry (2006), International
    /// Journal of Epidemiology 35, 1292–1300.
    /// </summary>
    public double DesignEffect => 1 + ((1 + SizeVariation * SizeVariation) * Size - 1) * Icc;
}

/// <summary>The choices of a power calculation.</summary>
/// <param name="Alpha">The risk of finding what is not there.</param>
/// <param name="TwoSided">Whether an effect in either direction counts. Both tails are counted in the power.</param>
/// <param name="TreatedShare">The share of people who are treated, strictly between 0 and 1.</param>
/// <param name="Clusters">The clusters, when whole clusters are randomised; else null.</param>
/// <param name="Blocks">The number of blocks that are randomised within; each costs a degree of freedom.</param>
/// <param name="ExplainedByBlocks">The share of the outcome's variance that lies between blocks. Not for hazards.</param>
public sealed record PowerOptions(
    double Alpha = 0.05,
    bool TwoSided = true,
    double TreatedShare = 0.5,
    Clustering? Clusters = null,
    int Blocks = 1,
    double ExplainedByBlocks = 0
)
{
    internal double Tail => TwoSided ? Alpha / 2 : Alpha;

    internal double Critical => Normal.QuantileUpper(Tail);

    internal double DesignEffect => Clusters?.DesignEffect ?? 1;

    internal double Beyond(double near, double far) =>
        TwoSided ? Normal.Upper(near) + Normal.Upper(far) : Normal.Upper(near);
}

/// <summary>A size that gives the wanted power.</summary>
/// <param name="Exact">The number of people that the formula gives, as R does: not whole.</param>
/// <param name="Treated">Treated, rounded up to whole people (or whole clusters).</param>
/// <param name="Control">Control, rounded up likewise.</param>
/// <param name="Power">The power of the rounded size.</param>
public sealed record TrialSize(double Exact, int Treated, int Control, double Power)
{
    /// <summary>Everybody.</summary>
    public int Total => Treated + Control;
}

/// <summary>Power and size of a trial with two arms.</summary>
public static class Power
{
    private const double Most = 1e9;

    /// <summary>The probability of finding the effect with so many people in all.</summary>
    /// <exception cref="ArgumentException">Numbers that cannot be, or too few people for a test.</exception>
    /// <exception cref="NoEstimateException">The data admit no estimate.</exception>
    public static double Of(Endpoint endpoint, double total, PowerOptions? options = null)
    {
        options ??= new();
        Check(endpoint, options);
        var power = At(endpoint, total, options);
        return double.IsNaN(power)
            ? throw new NoEstimateException(
                NoEstimateReason.TooFew,
                $"{total} people are too few for a test.",
                found: (int)Math.Min(total, int.MaxValue),
                needed: 4
            )
            : power;
    }

    /// <summary>The smallest trial with the wanted power.</summary>
    /// <exception cref="ArgumentException">Numbers that cannot be, or no effect to find.</exception>
    /// <exception cref="NoEstimateException">The data admit no estimate.</exception>
    public static TrialSize Size(Endpoint endpoint, double power = 0.8, PowerOptions? options = null)
    {
        options ??= new();
        Check(endpoint, options);
        if (!(power > options.Alpha && power < 1))
            throw new ArgumentException("The power lies between alpha and 1.", nameof(power));
        var exact = Solve(n => At(endpoint, n, options), power, 2, Most);
        if (double.IsNaN(exact))
        {
            throw new NoEstimateException(
                NoEstimateReason.NotFound,
                "No trial of up to 1,000,000,000 people finds an effect so small."
            );
        }

        var size = options.Clusters?.Size ?? 1;
        var treated = Up(exact * options.TreatedShare, size);
        var control = Up(exact * (1 - options.TreatedShare), size);
        return new(exact, treated, control, endpoint.Power(treated, control, options));
    }

    /// <summary>
    /// The effect that a trial of a given size finds with the wanted power: the x between none and most for which
    /// <paramref name="at"/> gives an endpoint with that power; NaN when not even the most has it.
    /// </summary>
    /// <example><c>Detectable(d => new MeanEndpoint(d, sd), 0, 5 * sd, 400)</c></example>
    public static double Detectable(
        Func<double, Endpoint> at,
        double none,
        double most,
        double total,
        double power = 0.8,
        PowerOptions? options = null
    ) => Solve(x => Of(at(x), total, options), power, none, most);

    private static double At(Endpoint endpoint, double total, PowerOptions options) =>
        endpoint.Power(total * options.TreatedShare, total * (1 - options.TreatedShare), options);

    // Bisection, on which a power that is not yet defined (NaN) counts as too low.
    private static double Solve(Func<double, double> power, double wanted, double low, double high)
    {
        if (!(power(high) >= wanted))
            return double.NaN;
        for (var round = 0; round < 200 && Math.Abs(high - low) > 1e-14 * Math.Abs(high); round++)
        {
            var middle = high > 100 * low && low > 0 ? Math.Sqrt(low * high) : (low + high) / 2;
            (low, high) = power(middle) >= wanted ? (low, middle) : (middle, high);
        }
        return high;
    }

    private static int Up(double people, double unit) => (int)Math.Ceiling(Math.Ceiling(people / unit - 1e-9) * unit);

    private static void Check(Endpoint endpoint, PowerOptions options)
    {
        var wrong = endpoint switch
        {
            MeanEndpoint m when !(m.StandardDeviation > 0 && double.IsFinite(m.Difference)) =>
                "The standard deviation must be above 0 and the difference a number.",
            ProportionEndpoint p when !(p.Control is >= 0 and <= 1 && p.Treated is >= 0 and <= 1) =>
                "Shares lie from 0 to 1.",
            TimeToEventEndpoint t when !(t.HazardRatio > 0 && t.EventShare is > 0 and <= 1) =>
                "The hazard ratio must be above 0, and the share with the event above 0 and at most 1.",
            _ when !(options.Alpha > 0 && options.Alpha < 0.5) => "Alpha lies between 0 and ½.",
            _ when !(options.TreatedShare is > 0 and < 1) => "The share treated lies between 0 and 1.",
            _ when options.Blocks < 1 || !(options.ExplainedByBlocks is >= 0 and < 1) =>
                "At least one block, explaining from 0 up to 1 of the variance.",
            _ when options.Clusters is { } c && !(c.Size >= 1 && c.Icc is >= 0 and <= 1 && c.SizeVariation >= 0) =>
                "Clusters have a size of 1 or more, a correlation from 0 to 1 and a variation of 0 or more.",
            _ => null,
        };
        if (wrong is not null)
            throw new ArgumentException(wrong, nameof(endpoint));
    }
}
