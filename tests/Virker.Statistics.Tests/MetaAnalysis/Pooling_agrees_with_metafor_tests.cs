using Virker.Statistics.EffectSizes;
using Virker.Statistics.MetaAnalysis;
using Virker.Statistics.Tests.Reference;

namespace Virker.Statistics.Tests.MetaAnalysis;

public sealed record PooledFit(
    string Method,
    string Test,
    double Level,
    double Estimate,
    double StandardError,
    double Statistic,
    double P,
    double CiLow,
    double CiHigh,
    double PiLow,
    double PiHigh,
    double Df,
    double Tau2,
    double Tau2StandardError,
    double Tau2Low,
    double Tau2High,
    double I2,
    double I2Low,
    double I2High,
    double H2,
    double Q,
    double QDf,
    double QP,
    double LogLikelihood,
    double RestrictedLogLikelihood,
    double Aic,
    double Bic,
    double[] Weights
);

public sealed record PooledSet(
    string Name,
    string Measure,
    double[][] Rows,
    double[] Estimates,
    double[] Variances,
    PooledFit[] Fits
);

public sealed record PooledFile(string R, string Metafor, string Metadat, PooledSet[] Pooled);

/// <summary>Published data sets and hard made-up ones × measures × nine estimators × both tests.</summary>
public sealed class Pooling_agrees_with_metafor_tests
{
    private static readonly PooledFile File = MetaReference.Read<PooledFile>("meta.json");

    public static TheoryData<string, string, string, string> Fits()
    {
        var data = new TheoryData<string, string, string, string>();
        foreach (var set in File.Pooled)
        {
            foreach (var fit in set.Fits)
                data.Add(set.Name, set.Measure, fit.Method, fit.Test);
        }
        return data;
    }

    public static TheoryData<string, string> Sets()
    {
        var data = new TheoryData<string, string>();
        foreach (var set in File.Pooled)
            data.Add(set.Name, set.Measure);
        return data;
    }

    [Fact]
    public void The_reference_holds_at_least_twelve_published_data_sets_and_names_its_versions()
    {
        Assert.StartsWith("R version", File.R, StringComparison.Ordinal);
        Assert.Equal("3.8.1", File.Metafor);
        Assert.Equal("1.2.0", File.Metadat);
        var published = File.Pooled.Select(set => set.Name).Where(name => char.IsAsciiDigit(name[^1]) || name == "bcg");
        Assert.True(published.Distinct().Count() >= 12);
        Assert.Equal(["GEN", "MD", "OR", "RD", "RR", "SMD"], File.Pooled.Select(set => set.Measure).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Effect_sizes_agree(string name, string measure)
    {
        var set = Find(name, measure);
        var effects = EffectsOf(set);
        new Comparison()
            .Check("estimate", set.Estimates, [.. effects.Select(effect => effect.Estimate)])
            .Check("variance", set.Variances, [.. effects.Select(effect => effect.Variance)])
            .Assert();
    }

    [Theory]
    [MemberData(nameof(Fits))]
    public void Every_field_agrees_to_1e_8(string name, string measure, string method, string test)
    {
        var set = Find(name, measure);
        var expected = set.Fits.Single(fit => fit.Method == method && fit.Test == test);
        var actual = RandomEffects.Fit(EffectsOf(set), MetaReference.Choice(method, test, expected.Level));
        new Comparison()
            .Check("k", set.Estimates.Length, actual.K)
            .Check("estimate", expected.Estimate, actual.Estimate)
            .Check("standard error", expected.StandardError, actual.StandardError)
            .Check("statistic", expected.Statistic, actual.Statistic)
            .Check("p", expected.P, actual.P)
            .Check("ci low", expected.CiLow, actual.CiLow)
            .Check("ci high", expected.CiHigh, actual.CiHigh)
            .Check("pi low", expected.PiLow, actual.PiLow)
            .Check("pi high", expected.PiHigh, actual.PiHigh)
            .Check("df", expected.Df, actual.Df)
            .Check("tau2", expected.Tau2, actual.Tau2)
            .Check("tau2 standard error", expected.Tau2StandardError, actual.Tau2StandardError)
            .Check("tau2 low", expected.Tau2Low, actual.Tau2Low)
            .Check("tau2 high", expected.Tau2High, actual.Tau2High)
            .Check("i2", expected.I2, actual.I2)
            .Check("i2 low", expected.I2Low, actual.I2Low)
            .Check("i2 high", expected.I2High, actual.I2High)
            .Check("h2", expected.H2, actual.H2)
            .Check("q", expected.Q, actual.Q)
            .Check("q df", expected.QDf, actual.QDf)
            .Check("q p", expected.QP, actual.QP)
            .Check("log-likelihood", expected.LogLikelihood, actual.LogLikelihood)
            .Check("restricted log-likelihood", expected.RestrictedLogLikelihood, actual.RestrictedLogLikelihood)
            .Check("aic", expected.Aic, actual.Aic)
            .Check("bic", expected.Bic, actual.Bic)
            .Check("weights", expected.Weights, actual.Weights)
            .Assert();
    }

    private static PooledSet Find(string name, string measure) =>
        File.Pooled.Single(set => set.Name == name && set.Measure == measure);

    private static IReadOnlyList<Effect> EffectsOf(PooledSet set) =>
        set.Measure switch
        {
            "RR" => EffectSize.RiskRatios(Tables.TwoByTwo(set.Rows)),
            "OR" => EffectSize.OddsRatios(Tables.TwoByTwo(set.Rows)),
            "RD" => EffectSize.RiskDifferences(Tables.TwoByTwo(set.Rows)),
            "MD" => EffectSize.MeanDifferences(Tables.TwoMeans(set.Rows)),
            "SMD" => EffectSize.StandardizedMeanDifferences(Tables.TwoMeans(set.Rows)),
            _ => MetaReference.Effects(set.Estimates, set.Variances),
        };
}

internal static class Tables
{
    public static List<TwoByTwo> TwoByTwo(double[][] rows) =>
        [.. rows.Select(row => new TwoByTwo(row[0], row[1], row[2], row[3]))];

    public static List<TwoMeans> TwoMeans(double[][] rows) =>
        [.. rows.Select(row => new TwoMeans(row[0], row[1], row[2], row[3], row[4], row[5]))];
}
