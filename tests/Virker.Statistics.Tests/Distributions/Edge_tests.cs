using Virker.Statistics.Distributions;

namespace Virker.Statistics.Tests.Distributions;

/// <summary>Ends of the range, unknown numbers and wrong arguments.</summary>
public class Edge_tests
{
    [Fact]
    public void Far_tails_keep_their_digits()
    {
        Assert.Equal(0, Normal.Upper(40));
        Assert.Equal(-5005.5242086942051, Normal.LogUpper(100), 1e-11);
        Assert.Equal(1, ChiSquare.Upper(300, 1) / 3.2943623833140412e-67, 1e-12);
        Assert.Equal(1, StudentT.Upper(50, 3) / 8.8085760206359871e-6, 1e-12);
    }

    [Fact]
    public void The_ends_of_the_range_are_answered()
    {
        Assert.Equal(double.NegativeInfinity, Normal.Quantile(0));
        Assert.Equal(double.PositiveInfinity, Normal.Quantile(1));
        Assert.Equal(double.PositiveInfinity, StudentT.QuantileUpper(0, 5));
        Assert.Equal(0, StudentT.Quantile(0.5, 5));
        Assert.Equal(0, ChiSquare.Quantile(0, 3));
        Assert.Equal(double.PositiveInfinity, ChiSquare.Quantile(1, 3));
        Assert.Equal(0, FDistribution.QuantileUpper(1, 3, 8));
        Assert.Equal(1, Beta.Quantile(1, 2, 3));
        Assert.Equal(12, Binomial.Quantile(1, 12, 0.3));
        Assert.Equal(0, Hypergeometric.QuantileUpper(1, 5, 5, 5));
        Assert.Equal(0, ChiSquare.Lower(-1, 3));
        Assert.Equal(1, ChiSquare.Upper(-1, 3));
        Assert.Equal(0, StudentT.Upper(double.PositiveInfinity, 3));
        Assert.Equal(1, Beta.Lower(2, 2, 3));
        Assert.Equal(0, Binomial.Lower(-1, 12, 0.3));
        Assert.Equal(0, Binomial.Upper(12, 12, 0.3));
        Assert.Equal(1, Binomial.Density(0, 12, 0));
        Assert.Equal(1, Binomial.Density(12, 12, 1));
    }

    [Fact]
    public void Infinite_degrees_of_freedom_are_the_limit()
    {
        Assert.Equal(Normal.Upper(1.7), StudentT.Upper(1.7, double.PositiveInfinity));
        Assert.Equal(Normal.Quantile(0.02), StudentT.Quantile(0.02, double.PositiveInfinity));
        Assert.Equal(ChiSquare.Upper(9, 3), FDistribution.Upper(3, 3, double.PositiveInfinity));
        Assert.Equal(ChiSquare.Quantile(0.9, 3) / 3, FDistribution.Quantile(0.9, 3, double.PositiveInfinity));
    }

    [Fact]
    public void Vast_degrees_of_freedom_are_nearly_the_limit()
    {
        Assert.Equal(1, StudentT.Upper(5, 1e18) / Normal.Upper(5), 1e-12);
        Assert.Equal(Normal.Upper(1.5), StudentT.Upper(1.5, 1e308));
        Assert.Equal(1, FDistribution.Upper(3, 3, 1e18) / ChiSquare.Upper(9, 3), 1e-12);
    }

    [Fact]
    public void A_t_tail_is_answered_where_the_square_of_t_overflows()
    {
        // The Cauchy distribution: P(X > t) = 1 / (π t) there.
        Assert.Equal(1, StudentT.Upper(1e200, 1) * Math.PI * 1e200, 1e-12);
        Assert.Equal(1, StudentT.Upper(StudentT.QuantileUpper(1e-250, 1), 1) / 1e-250, 1e-12);
    }

    [Fact]
    public void An_unknown_number_gives_an_unknown_answer()
    {
        Assert.True(double.IsNaN(Normal.Lower(double.NaN)));
        Assert.True(double.IsNaN(Normal.LogUpper(double.NaN)));
        Assert.True(double.IsNaN(Normal.Quantile(double.NaN)));
        Assert.True(double.IsNaN(StudentT.Density(double.NaN, 3)));
        Assert.True(double.IsNaN(StudentT.Upper(double.NaN, 3)));
        Assert.True(double.IsNaN(StudentT.LogLower(double.NaN, 3)));
        Assert.True(double.IsNaN(StudentT.Quantile(double.NaN, 3)));
        Assert.True(double.IsNaN(ChiSquare.Density(double.NaN, 3)));
        Assert.True(double.IsNaN(ChiSquare.Upper(double.NaN, 3)));
        Assert.True(double.IsNaN(ChiSquare.QuantileUpper(double.NaN, 3)));
        Assert.True(double.IsNaN(FDistribution.Lower(double.NaN, 3, 4)));
        Assert.True(double.IsNaN(FDistribution.Quantile(double.NaN, 3, 4)));
        Assert.True(double.IsNaN(Beta.LogUpper(double.NaN, 3, 4)));
        Assert.True(double.IsNaN(Beta.Density(double.NaN, 3, 4)));
        Assert.True(double.IsNaN(Binomial.Upper(3, 9, double.NaN)));
        Assert.True(double.IsNaN(Binomial.Density(3, 9, double.NaN)));
        Assert.True(double.IsNaN(SpecialFunctions.Erf(double.NaN)));
        Assert.True(double.IsNaN(SpecialFunctions.LogGamma(double.NaN)));
    }

    public static TheoryData<string, Func<object>> WrongArguments =>
        new()
        {
            { "p", () => Normal.Quantile(-0.1) },
            { "p", () => StudentT.QuantileUpper(1.1, 3) },
            { "df", () => StudentT.Upper(1, 0) },
            { "df", () => StudentT.Upper(1, double.NaN) },
            { "df", () => StudentT.Quantile(0.5, -1) },
            { "df", () => ChiSquare.Lower(1, -3) },
            { "df", () => ChiSquare.Density(1, double.PositiveInfinity) },
            { "p", () => ChiSquare.Quantile(2, 3) },
            { "df1", () => FDistribution.Upper(1, 0, 3) },
            { "df2", () => FDistribution.Quantile(0.5, 3, double.NaN) },
            { "a", () => Beta.Lower(0.5, 0, 1) },
            { "b", () => Beta.Quantile(0.5, 1, -1) },
            { "shape", () => Gamma.Upper(1, 0) },
            { "scale", () => Gamma.Quantile(0.5, 1, 0) },
            { "n", () => Binomial.Lower(1, -1, 0.5) },
            { "success", () => Binomial.Density(1, 3, 1.5) },
            { "p", () => Binomial.Quantile(double.NaN, 3, 0.5) },
            { "failure", () => Hypergeometric.Lower(1, 3, -1, 1) },
            { "draws", () => Hypergeometric.Density(1, 3, 3, 7) },
            { "x", () => SpecialFunctions.LogGamma(0) },
            { "a", () => SpecialFunctions.LogBeta(-1, 2) },
        };

    [Theory]
    [MemberData(nameof(WrongArguments), DisableDiscoveryEnumeration = true)]
    public void A_wrong_argument_is_named(string name, Func<object> call) =>
        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(() => call()).ParamName);

    [Theory]
    [InlineData(0.0)]
    [InlineData(1e-9)]
    [InlineData(0.3)]
    [InlineData(-0.7)]
    [InlineData(2.5)]
    public void Erf_and_its_complement_are_the_normal_distribution(double x)
    {
        Assert.Equal(2 * Normal.Upper(x * Math.Sqrt(2)), SpecialFunctions.Erfc(x), 1e-15);
        Assert.Equal(1, SpecialFunctions.Erf(x) + SpecialFunctions.Erfc(x), 1e-15);
    }
}
