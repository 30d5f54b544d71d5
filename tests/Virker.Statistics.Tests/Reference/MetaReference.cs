using System.Text.Json;
using System.Text.Json.Serialization;
using Virker.Statistics.EffectSizes;
using Virker.Statistics.MetaAnalysis;

namespace Virker.Statistics.Tests.Reference;

/// <summary>What metafor says, as written by meta.R; every file names its versions.</summary>
internal static class MetaReference
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals | JsonNumberHandling.AllowReadingFromString,
        RespectRequiredConstructorParameters = true,
    };

    public static T Read<T>(string file) =>
        JsonSerializer.Deserialize<T>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reference", file)),
            Options
        )!;

    public static List<Effect> Effects(double[] estimates, double[] variances) =>
        [.. estimates.Zip(variances, (y, v) => new Effect(y, v))];

    public static MetaOptions Choice(string method, string test, double level = 0.95) =>
        new(Enum.Parse<HeterogeneityEstimator>(method), test == "knha" ? TestMethod.KnappHartung : TestMethod.Z, level);
}

/// <summary>Compares numbers with a reference and collects every field that is off, so that one failure tells all.</summary>
internal sealed class Comparison
{
    private const double Relative = 1e-8;

    /// <summary>Only where one of the two is 0 (or its rounding): then the other must be as good as 0.</summary>
    private const double Absolute = 1e-10;

    private readonly List<string> differences = [];

    public Comparison Check(string field, double expected, double actual)
    {
        if (!Same(expected, actual))
            differences.Add($"{field}: expected {expected:R}, was {actual:R}");
        return this;
    }

    public Comparison Check(string field, IReadOnlyList<double> expected, IReadOnlyList<double> actual)
    {
        Check(field + " length", expected.Count, actual.Count);
        for (var i = 0; i < Math.Min(expected.Count, actual.Count); i++)
            Check($"{field}[{i}]", expected[i], actual[i]);
        return this;
    }

    public void Assert() => Xunit.Assert.True(differences.Count == 0, string.Join("\n", differences));

    private static bool Same(double expected, double actual)
    {
        if (double.IsFinite(expected) && double.IsFinite(actual))
        {
            var (low, high) = (
                Math.Min(Math.Abs(expected), Math.Abs(actual)),
                Math.Max(Math.Abs(expected), Math.Abs(actual))
            );
            return Math.Abs(expected - actual) <= Relative * Math.Abs(expected) || (low < 1e-15 && high < Absolute);
        }
        return expected.Equals(actual);
    }
}
