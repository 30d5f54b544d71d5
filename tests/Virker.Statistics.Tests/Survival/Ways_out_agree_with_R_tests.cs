using Virker.Statistics.Survival;
using Virker.Statistics.Tests.Reference;

namespace Virker.Statistics.Tests.Survival;

public class Ways_out_agree_with_R_tests
{
    public static IEnumerable<TheoryDataRow<string>> Names => StoredReference.Survival.With("ways");

    [Theory]
    [MemberData(nameof(Names))]
    public void Shares_errors_and_intervals_agree_with_survfit(string name)
    {
        var data = new StoredFollowUp(name);
        var expected = data.Data.GetProperty("ways");
        var at = StoredReference.Numbers(expected, "at");
        string?[] ways = [.. data.Optional("cause")!.Select(cause => cause == 0 ? null : $"{cause}")];
        var fit = AalenJohansen.Fit(data.Times, ways);
        // R's columns: still there, then the ways; one column after the other.
        string[] order = [WaysOut.Still, .. fit.Ways.SkipLast(1)];
        WayOutShare[] found = [.. order.SelectMany(way => at.Select(t => fit.At(t).Single(s => s.Way == way)))];
        StoredFollowUp.Same(expected, "share", [.. found.Select(s => s.Share)], name, 1e-6);
        StoredFollowUp.Same(expected, "se", [.. found.Select(s => s.StandardError)], name, 1e-6);
        StoredFollowUp.Same(expected, "low", [.. found.Select(s => s.CiLow)], name, 1e-6);
        StoredFollowUp.Same(expected, "high", [.. found.Select(s => s.CiHigh)], name, 1e-6);
    }

    [Fact]
    public void One_way_out_is_one_less_the_Kaplan_Meier_curve_with_Greenwoods_error()
    {
        double[] times = [1, 2, 2, 3, 5, 5, 6, 8, 9];
        bool[] left = [true, true, false, true, true, false, true, false, true];
        var curve = KaplanMeier.Fit(times, left);
        var ways = AalenJohansen.Fit(times, [.. left.Select(l => l ? "job" : null)]);
        foreach (var time in times.SkipLast(1))
        {
            var (point, out1) = (curve.At(time), ways.At(time));
            Assert.Equal(1, out1[0].Share + point.Survival, 1e-12);
            Assert.Equal(point.Survival, out1[1].Share, 1e-12);
            Assert.Equal(point.StandardError, out1[0].StandardError, 1e-12);
            Assert.Equal(point.StandardError, out1[1].StandardError, 1e-12);
        }
    }

    [Fact]
    public void A_way_cannot_have_the_name_of_staying() =>
        Assert.Contains(
            "cannot be called",
            Assert.Throws<ArgumentException>(() => AalenJohansen.Fit([1], [WaysOut.Still])).Message,
            StringComparison.Ordinal
        );
}
