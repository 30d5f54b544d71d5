using System.Globalization;
using CsCheck;

namespace Virker.Figures.Tests;

public sealed class Axis_tests
{
    [Fact]
    public void Ticks_on_a_ratio_axis_are_symmetric_about_one() =>
        Assert.Equal([0.1, 0.2, 0.5, 1, 2, 5, 10], new Axis(0.1, 10, 0, 100, AxisScale.Log).Ticks(8));

    [Fact]
    public void Ticks_are_round_numbers() =>
        Assert.Equal([0, 0.1, 0.2, 0.3, 0.4, 0.5], new Axis(0, 0.5, 0, 100).Ticks(6));

    [Fact]
    public void There_are_never_more_ticks_than_asked_and_all_are_on_the_axis() =>
        Gen.Select(Gen.Double[-1e6, 1e6], Gen.Double[1e-3, 1e6], Gen.Int[3, 9])
            .Sample(
                (from, length, most) =>
                {
                    var axis = new Axis(from, from + length, 0, 100);
                    var ticks = axis.Ticks(most);
                    return ticks.Count <= most
                        && ticks.Count >= 1
                        && ticks.All(t => t >= from - 1e-6 && t <= axis.To + 1e-6);
                }
            );

    [Fact]
    public void Positions_keep_the_order_of_values() =>
        Gen.Select(Gen.Double[0.01, 100], Gen.Double[0.01, 100])
            .Sample(
                (a, b) =>
                {
                    var axis = new Axis(0.01, 100, 10, 200, AxisScale.Log);
                    return a <= b ? axis.At(a) <= axis.At(b) : axis.At(a) >= axis.At(b);
                }
            );

    [Theory]
    [InlineData(1.285, "F1", "1,3")]
    [InlineData(-0.001, "F2", "0,00")]
    [InlineData(-0.25, "F2", "−0,25")]
    [InlineData(0.034, "P1", "3,4\u00a0%")]
    public void Labels_follow_the_culture(double value, string format, string expected) =>
        Assert.Equal(expected, Numbers.Label(value, format, Samples.Danish));

    [Fact]
    public void An_interval_with_a_minus_is_not_written_with_a_dash()
    {
        Assert.Equal("1,09–1,53", Numbers.Interval(1.09, 1.53, "F2", Samples.Danish));
        Assert.Equal("−0,20; 0,40", Numbers.Interval(-0.2, 0.4, "F2", Samples.Danish));
    }

    [Fact]
    public void A_number_is_not_parted_from_its_percent_sign() =>
        Assert.Equal(["vægt", "3,4\u00a0%"], TextMetrics.Wrap("vægt 3,4\u00a0%", 60, 14, 3));

    [Fact]
    public void A_coordinate_has_a_point_two_decimals_and_no_minus_zero()
    {
        Assert.Equal("0", Numbers.Coordinate(-0.001));
        Assert.Equal("12.35", Numbers.Coordinate(12.345));
        Assert.Equal("2.5\u00a0%", Numbers.Tick(0.025, "P0", CultureInfo.InvariantCulture));
    }
}
