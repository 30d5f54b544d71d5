using CsCheck;
using Virker.Statistics.Distributions;

namespace Virker.Statistics.Tests.Distributions;

public class Property_tests
{
    private static readonly Gen<double> Df = Gen.Double[-2, 5].Select(power => Math.Pow(10, power));
    private static readonly Gen<double> Probability = Gen.Double[-250, -1e-9].Select(power => Math.Pow(10, power));

    [Fact]
    public void The_two_tails_add_to_one() =>
        Gen.Select(Df, Df, Gen.Double[1e-9, 1 - 1e-9])
            .Sample(
                (a, b, x) =>
                {
                    AssertClose(1, Beta.Lower(x, a, b) + Beta.Upper(x, a, b), 4e-16);
                    AssertClose(1, Gamma.Lower(x * 2 * a, a) + Gamma.Upper(x * 2 * a, a), 4e-16);
                    AssertClose(1, StudentT.Lower(x * 9, a) + StudentT.Upper(x * 9, a), 4e-16);
                    AssertClose(1, Normal.Lower(x * 9) + Normal.Upper(x * 9), 4e-16);
                },
                iter: 500
            );

    [Fact]
    public void A_tail_of_its_quantile_is_the_probability() =>
        Gen.Select(Df.Where(df => df > 0.5), Df.Where(df => df > 0.5), Probability)
            .Sample(
                (a, b, p) =>
                {
                    // In logs, and no finer than the last digit of the quantile itself can say.
                    Returns(p, Normal.Quantile(p), Normal.Lower, Normal.Density);
                    Returns(p, StudentT.QuantileUpper(p, a), x => StudentT.Upper(x, a), x => StudentT.Density(x, a));
                    Returns(p, ChiSquare.QuantileUpper(p, a), x => ChiSquare.Upper(x, a), x => ChiSquare.Density(x, a));
                    Returns(p, ChiSquare.Quantile(p, a), x => ChiSquare.Lower(x, a), x => ChiSquare.Density(x, a));
                    Returns(
                        p,
                        FDistribution.QuantileUpper(p, a, b),
                        x => FDistribution.Upper(x, a, b),
                        x => FDistribution.Density(x, a, b)
                    );
                    Returns(p, Beta.Quantile(p, a, b), x => Beta.Lower(x, a, b), x => Beta.Density(x, a, b));
                },
                iter: 500
            );

    [Fact]
    public void T_is_symmetric_and_its_square_is_F() =>
        Gen.Select(Df, Gen.Double[1e-3, 30])
            .Sample(
                (df, t) =>
                {
                    Assert.Equal(StudentT.Upper(t, df), StudentT.Lower(-t, df));
                    // The square is rounded, and a tail with df degrees feels that df-fold.
                    AssertClose(2 * StudentT.Upper(t, df), FDistribution.Upper(t * t, 1, df), 1e-12);
                },
                iter: 500
            );

    [Fact]
    public void A_lower_tail_rises_with_x() =>
        Gen.Select(Df, Df, Gen.Double[0, 1], Gen.Double[0, 1])
            .Sample(
                (a, b, first, second) =>
                {
                    var (low, high) = (Math.Min(first, second), Math.Max(first, second));
                    Assert.True(Beta.Lower(low, a, b) <= Beta.Lower(high, a, b) * (1 + 1e-12));
                    Assert.True(Gamma.Upper(high * 3 * a, a) <= Gamma.Upper(low * 3 * a, a) * (1 + 1e-12));
                },
                iter: 500
            );

    [Fact]
    public void Counts_sum_to_their_tails_and_the_quantile_finds_the_count() =>
        Gen.Select(Gen.Long[1, 60], Gen.Long[0, 60], Gen.Double[0.01, 0.99])
            .Sample(
                (n, k, success) =>
                {
                    k = Math.Min(k, n);
                    var binomial = Enumerable.Range(0, (int)k + 1).Sum(i => Binomial.Density(i, n, success));
                    AssertClose(binomial, Binomial.Lower(k, n, success), 1e-13);
                    if (Binomial.Lower(k, n, success) < 0.999)
                        Assert.Equal(k, Binomial.Quantile(Binomial.Lower(k, n, success), n, success));
                    var urn = Enumerable.Range(0, (int)k + 1).Sum(i => Hypergeometric.Density(i, n, 33, 30));
                    AssertClose(urn, Hypergeometric.Lower(k, n, 33, 30), 1e-13);
                },
                iter: 300
            );

    private static void Returns(double p, double quantile, Func<double, double> tail, Func<double, double> density)
    {
        if (quantile is > 1e-290 or < -1e-290 && double.IsFinite(quantile))
            AssertClose(p, tail(quantile), 1e-12 + 4e-16 * density(quantile) * Math.Abs(quantile) / p);
    }

    private static void AssertClose(double wanted, double value, double relative) =>
        Assert.True(Math.Abs(value - wanted) <= relative * Math.Abs(wanted), $"{value:R} is not {wanted:R}");
}
