using System.Text.Json;
using Virker.Statistics.Diagnostics;
using Virker.Statistics.EffectSizes;
using Virker.Statistics.MetaAnalysis;
using Virker.Statistics.Tests.Reference;
using static Virker.Statistics.Tests.Reference.StoredReference;

namespace Virker.Statistics.Tests.Diagnostics;

public class Diagnostics_agree_with_metafor_tests
{
    public static IEnumerable<TheoryDataRow<string>> Names => StoredReference.Diagnostics.With();

    public static IEnumerable<TheoryDataRow<string>> NamesWithRegression =>
        StoredReference.Diagnostics.With("classical");

    [Theory]
    [MemberData(nameof(Names))]
    public void Influence_of_every_study(string name) =>
        EachModel(
            name,
            (effects, options, model, title) =>
            {
                var r = model.GetProperty("influence");
                var ours = Influence.Of(effects, options);
                var spread = effects.Max(e => e.Estimate) - effects.Min(e => e.Estimate);
                void All(string property, Func<StudyInfluence, double> value, double unit)
                {
                    var expected = Numbers(r, property);
                    for (var i = 0; i < effects.Length; i++)
                        Same(expected[i], value(ours[i]), unit, $"{title} {property} {i}");
                }
                All("rstudent", s => s.StudentizedResidual, 1e-2);
                All("dffits", s => s.Dffits, 1e-2);
                All("cook", s => s.CooksDistance, 1e-3);
                All("covr", s => s.CovarianceRatio, 0);
                All("tau2", s => s.Tau2Deleted, 1e-2 * spread * spread);
                All("q", s => s.QDeleted, 1e-6);
                All("hat", s => s.Hat, 0);
                All("weight", s => s.Weight, 0);
                All("dfbs", s => s.Dfbetas, 1e-2);
                var flags = r.GetProperty("flag").EnumerateArray().Select(f => f.ValueKind == JsonValueKind.True);
                Assert.Equal(flags, ours.Select(s => s.IsInfluential));
            }
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void Leaving_one_out_and_adding_one_at_a_time(string name) =>
        EachModel(
            name,
            (effects, options, model, title) =>
            {
                if (model.TryGetProperty("leave", out var leave))
                {
                    Steps(leave, LeaveOneOut.Of(effects, options), title + " without");
                    Steps(model.GetProperty("cumul"), Cumulative.Of(effects, options), title + " up to");
                }
            }
        );

    [Theory]
    [MemberData(nameof(NamesWithRegression))]
    public void Eggers_test_in_both_versions(string name)
    {
        EachModel(
            name,
            (effects, options, model, title) =>
                Egger(model.GetProperty("egger"), EggerTest.MixedEffects(effects, options), title)
        );
        var data = StoredReference.Diagnostics[name];
        var classical = EggerTest.Classical(Effects(data));
        Egger(data.GetProperty("classical"), classical, name + " classical");
        Assert.Equal(data.GetProperty("classical").GetProperty("df").GetDouble(), classical.Df);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_rank_correlation_test(string name)
    {
        var data = StoredReference.Diagnostics[name];
        var ours = RankCorrelation.Of(Effects(data));
        Same(Number(data.GetProperty("rank").GetProperty("tau")), ours.Tau, 1e-6, name);
        Same(Number(data.GetProperty("rank").GetProperty("p")), ours.P, 0, name);
    }

    [Theory]
    [MemberData(nameof(NamesWithRegression))]
    public void Trim_and_fill_with_each_estimator_on_each_side(string name) =>
        EachModel(
            name,
            (effects, options, model, title) =>
            {
                if (!model.TryGetProperty("fill", out var fills))
                    return;
                foreach (var r in fills.EnumerateArray())
                {
                    var estimator = Enum.Parse<TrimAndFillEstimator>(r.GetProperty("estimator").GetString()!);
                    var asked = r.GetProperty("asked").GetString()!;
                    FunnelSide? side = asked == "auto" ? null : Enum.Parse<FunnelSide>(asked, ignoreCase: true);
                    var ours = TrimAndFill.Of(effects, options, estimator, side);
                    double N(string property) => Number(r.GetProperty(property));
                    var what = $"{title} {estimator} {asked}";
                    Assert.Equal(r.GetProperty("side").GetString(), ours.Side.ToString(), ignoreCase: true);
                    Assert.True(N("k0") == ours.Missing, $"{what}: {N("k0")} missing, not {ours.Missing}");
                    Same(N("se"), ours.MissingStandardError, 0, what + " se of k0");
                    Same(N("p"), ours.P, 0, what + " p");
                    Same(N("estimate"), ours.Result.Estimate, N("sefit"), what + " estimate");
                    Same(N("sefit"), ours.Result.StandardError, 0, what + " standard error");
                    Same(N("tau2"), ours.Result.Tau2, 1e-4, what + " tau2");
                    foreach (var (e, y, v) in ours.Filled.Zip(Numbers(r, "yi"), Numbers(r, "vi")))
                    {
                        Same(y, e.Estimate, N("sefit"), what + " filled");
                        Assert.Equal(v, e.Variance);
                    }
                }
            }
        );

    private static void Egger(JsonElement r, EggerResult ours, string title)
    {
        double N(string property) => Number(r.GetProperty(property));
        Same(N("slope"), ours.Slope, N("se"), title + " slope");
        Same(N("se"), ours.StandardError, 0, title + " se");
        Same(N("statistic"), ours.Statistic, 1, title + " statistic");
        Same(N("p"), ours.P, 0, title + " p");
        Same(N("limit"), ours.Limit, N("se"), title + " limit");
        Same(N("low"), ours.LimitLow, N("se"), title + " low");
        Same(N("high"), ours.LimitHigh, N("se"), title + " high");
    }

    private static void Steps(JsonElement r, IReadOnlyList<MetaResult> ours, string title)
    {
        var se = Numbers(r, "se");
        void All(string property, Func<MetaResult, double> value, double unit, bool inErrors = false)
        {
            var expected = Numbers(r, property);
            Assert.Equal(expected.Length, ours.Count);
            for (var i = 0; i < ours.Count; i++)
                Same(expected[i], value(ours[i]), inErrors ? se[i] : unit, $"{title} {i} {property}");
        }
        All("estimate", s => s.Estimate, 0, inErrors: true);
        All("se", s => s.StandardError, 0);
        All("p", s => s.P, 0);
        All("low", s => s.CiLow, 0, inErrors: true);
        All("high", s => s.CiHigh, 0, inErrors: true);
        All("tau2", s => s.Tau2, 1e-4);
        All("i2", s => s.I2, 1);
        All("q", s => s.Q, 1e-6);
        All("qp", s => s.QP, 0);
    }

    private static void EachModel(string name, Action<Effect[], MetaOptions, JsonElement, string> check)
    {
        var data = StoredReference.Diagnostics[name];
        foreach (var model in data.GetProperty("models").EnumerateArray())
        {
            var method = model.GetProperty("method").GetString()!;
            var test = model.GetProperty("test").GetString();
            var options = new MetaOptions(
                Enum.Parse<HeterogeneityEstimator>(method),
                test == "knha" ? TestMethod.KnappHartung : TestMethod.Z
            );
            check(Effects(data), options, model, $"{name} {method} {test}");
        }
    }
}
