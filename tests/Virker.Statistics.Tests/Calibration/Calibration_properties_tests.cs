using CsCheck;
using Virker.Statistics.Calibration;
using Virker.Statistics.Randomness;

namespace Virker.Statistics.Tests.Calibration;

public class Calibration_properties_tests
{
    private static readonly Gen<Forecast[]> Forecasts = Gen.Select(
        Gen.Double[0, 1],
        Gen.Bool,
        (p, y) => new Forecast(p, y)
    ).Array[1, 60];

    [Fact]
    public void The_parts_add_up_to_the_score_whatever_the_bins() =>
        Gen.Select(Forecasts, Gen.Int[1, 12])
            .Sample(
                (forecasts, bins) =>
                {
                    double[] edges = [.. Enumerable.Range(0, bins + 1).Select(i => (double)i / bins)];
                    var brier = CalibrationCurve.Of(forecasts, edges).Brier;
                    var sum =
                        brier.Reliability
                        - brier.Resolution
                        + brier.Uncertainty
                        + brier.WithinVariance
                        - brier.WithinCovariance;
                    Assert.Equal(brier.Score, sum, 1e-12);
                }
            );

    [Fact]
    public void With_a_bin_for_every_value_Murphys_three_parts_are_enough() =>
        Forecasts.Sample(forecasts =>
        {
            Forecast[] few = [.. forecasts.Select(f => f with { Probability = Math.Round(f.Probability, 1) })];
            var brier = CalibrationCurve.Of(few).Brier;
            Assert.Equal(brier.Score, brier.Reliability - brier.Resolution + brier.Uncertainty, 1e-12);
            Assert.Equal(few.Select(f => f.Probability).Distinct().Count(), CalibrationCurve.Of(few).Bins.Count);
        });

    [Theory]
    // From a worker who believes 15 points too little to one who believes 15 points too much.
    [InlineData(250, 0.15, 0.5, -0.15, 0.15, 930, 970)]
    // A job is as rare as it is for citizens far from work, and nobody can believe much too little.
    [InlineData(250, 0.02, 0.13, -0.01, 0.15, 930, 970)]
    // Few answers: the band is too narrow, and the page says so.
    [InlineData(40, 0.02, 0.13, -0.01, 0.15, 870, 929)]
    public void A_worker_with_a_known_bias_is_recovered_within_the_band(
        int answers,
        double lowest,
        double span,
        double least,
        double most,
        int recoveredLeast,
        int recoveredMost
    )
    {
        const int Runs = 1000;
        var recovered = 0;
        for (var run = 0; run < Runs; run++)
        {
            var source = new SeededSource((ulong)run);
            var bias = least + (most - least) * source.Uniform();
            var forecasts = new Forecast[answers];
            for (var i = 0; i < forecasts.Length; i++)
            {
                var chance = lowest + span * source.Uniform();
                forecasts[i] = new(chance + bias, source.Uniform() < chance);
            }
            var band = CalibrationCurve.Bands(forecasts, (ulong)run, resamples: 500).Difference;
            recovered += band.Low <= -bias && -bias <= band.High ? 1 : 0;
        }
        Assert.InRange(recovered, recoveredLeast, recoveredMost);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bands_and_they_hold_the_score()
    {
        var source = new SeededSource(1);
        Forecast[] forecasts =
        [
            .. Enumerable.Range(0, 80).Select(_ => new Forecast(source.Uniform(), source.Uniform() < 0.3)),
        ];
        var bands = CalibrationCurve.Bands(forecasts, 42);
        Assert.Equal(bands, CalibrationCurve.Bands(forecasts, 42));
        Assert.NotEqual(bands, CalibrationCurve.Bands(forecasts, 43));
        Assert.InRange(CalibrationCurve.Of(forecasts).Brier.Score, bands.Brier.Low, bands.Brier.High);
    }

    [Fact]
    public void What_is_no_forecast_is_refused_with_its_row()
    {
        Assert.Throws<ArgumentException>(() => CalibrationCurve.Of([]));
        var error = Assert.Throws<ArgumentException>(() => CalibrationCurve.Of([new(0.2, true), new(1.2, false)]));
        Assert.Contains("Row 2", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => CalibrationCurve.Of([new(0.2, true)], [0.3, 1]));
        Assert.Throws<ArgumentException>(() => CalibrationCurve.Of([new(0.2, true)], [0.0, 0, 1]));
        Assert.True(double.IsNaN(CalibrationCurve.Of([new(0.2, true)]).InTheLarge.StandardError));
    }
}
