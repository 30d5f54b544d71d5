using Virker.Statistics.EffectSizes;
using Virker.Statistics.MetaAnalysis;
using Virker.Statistics.Tests.Reference;

namespace Virker.Statistics.Tests.MetaAnalysis;

public sealed record CorrectionCase(
    string Name,
    string Measure,
    string Rule,
    double Add,
    double[][] Rows,
    double[] Estimates,
    double[] Variances
);

public sealed record SparseCase(
    string Name,
    string Measure,
    double Level,
    double[][] Rows,
    double Estimate,
    double StandardError,
    double Statistic,
    double P,
    double CiLow,
    double CiHigh,
    double Q,
    double QDf,
    double QP,
    double I2,
    double H2
);

public sealed record SubgroupCase(
    string Name,
    string Method,
    string Test,
    string[] Groups,
    double[] Estimates,
    double[] Variances,
    double[] Means,
    double[] StandardErrors,
    double[] Tau2,
    double Q,
    double QDf,
    double QP
);

public sealed record TablesFile(CorrectionCase[] Corrections, SparseCase[] Sparse, SubgroupCase[] Subgroups);

/// <summary>Zero-cell rules, Mantel–Haenszel and Peto, and subgroups against meta-tables.json.</summary>
public sealed class Tables_agree_with_metafor_tests
{
    private static readonly TablesFile File = MetaReference.Read<TablesFile>("meta-tables.json");

    public static TheoryData<int, string> Corrections() =>
        [.. File.Corrections.Select((c, i) => (i, $"{c.Name} {c.Measure} {c.Rule} {c.Add}"))];

    public static TheoryData<int, string> Sparse() =>
        [.. File.Sparse.Select((c, i) => (i, $"{c.Name} {c.Measure} {c.Level}"))];

    public static TheoryData<int, string> Groups() =>
        [.. File.Subgroups.Select((c, i) => (i, $"{c.Name} {c.Method} {c.Test}"))];

    [Theory]
    [MemberData(nameof(Corrections))]
    public void Zero_cell_rules_agree_to_1e_8(int index, string title)
    {
        var expected = File.Corrections[index];
        var tables = Tables.TwoByTwo(expected.Rows);
        var rule = expected.Rule switch
        {
            "all" => ZeroCellRule.AllTables,
            "if0all" => ZeroCellRule.AllIfAnyZero,
            _ => ZeroCellRule.OnlyTablesWithZero,
        };
        var zeroCells = new ZeroCells(rule, expected.Add);
        var actual = expected.Measure switch
        {
            "RR" => EffectSize.RiskRatios(tables, zeroCells),
            "OR" => EffectSize.OddsRatios(tables, zeroCells),
            _ => EffectSize.RiskDifferences(tables, zeroCells),
        };
        new Comparison()
            .Check($"{title}: estimate", expected.Estimates, [.. actual.Select(effect => effect.Estimate)])
            .Check($"{title}: variance", expected.Variances, [.. actual.Select(effect => effect.Variance)])
            .Assert();
    }

    [Theory]
    [MemberData(nameof(Sparse))]
    public void Mantel_Haenszel_and_Peto_agree_to_1e_8(int index, string title)
    {
        var expected = File.Sparse[index];
        var tables = Tables.TwoByTwo(expected.Rows);
        var actual = expected.Measure switch
        {
            "RR" => MantelHaenszel.RiskRatio(tables, expected.Level),
            "OR" => MantelHaenszel.OddsRatio(tables, expected.Level),
            "RD" => MantelHaenszel.RiskDifference(tables, expected.Level),
            _ => Peto.OddsRatio(tables, expected.Level),
        };
        new Comparison()
            .Check($"{title}: estimate", expected.Estimate, actual.Estimate)
            .Check("standard error", expected.StandardError, actual.StandardError)
            .Check("statistic", expected.Statistic, actual.Statistic)
            .Check("p", expected.P, actual.P)
            .Check("ci low", expected.CiLow, actual.CiLow)
            .Check("ci high", expected.CiHigh, actual.CiHigh)
            .Check("q", expected.Q, actual.Q)
            .Check("q df", expected.QDf, actual.QDf)
            .Check("q p", expected.QP, actual.QP)
            .Check("i2", expected.I2, actual.I2)
            .Check("h2", expected.H2, actual.H2)
            .Assert();
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void Subgroups_agree_to_1e_8(int index, string title)
    {
        var expected = File.Subgroups[index];
        var actual = Subgroups.Fit(
            MetaReference.Effects(expected.Estimates, expected.Variances),
            expected.Groups,
            MetaReference.Choice(expected.Method, expected.Test)
        );
        Assert.Equal(expected.Groups.Distinct(), actual.Groups.Select(group => group.Name));
        new Comparison()
            .Check($"{title}: mean", expected.Means, [.. actual.Groups.Select(group => group.Result.Estimate)])
            .Check("se", expected.StandardErrors, [.. actual.Groups.Select(group => group.Result.StandardError)])
            .Check("tau2", expected.Tau2, [.. actual.Groups.Select(group => group.Result.Tau2)])
            .Check("q", expected.Q, actual.Q)
            .Check("q df", expected.QDf, actual.QDf)
            .Check("q p", expected.QP, actual.QP)
            .Assert();
    }
}
