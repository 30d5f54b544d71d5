using System.Text.Json;
using Virker.Statistics.Calibration;
using Virker.Statistics.Tests.Reference;

namespace Virker.Statistics.Tests.Calibration;

public class Calibration_agrees_with_R_tests
{
    public static IEnumerable<TheoryDataRow<string>> Names => StoredReference.Calibration.With("forecast");

    [Theory]
    [MemberData(nameof(Names))]
    public void Brier_score_bins_and_calibration_in_the_large(string name)
    {
        var data = StoredReference.Calibration[name];
        Forecast[] forecasts =
        [
            .. StoredReference
                .Numbers(data, "forecast")
                .Zip(StoredReference.Numbers(data, "happened"), (f, y) => new Forecast(f, y == 1)),
        ];
        var curve = CalibrationCurve.Of(forecasts, StoredReference.Numbers(data, "edges"));

        void Same(string what, double actual, JsonElement? from = null) =>
            StoredReference.Same(
                StoredReference.Number((from ?? data).GetProperty(what)),
                actual,
                1e-6,
                $"{name} {what}"
            );
        Same("brier", curve.Brier.Score);
        Same("reliability", curve.Brier.Reliability);
        Same("resolution", curve.Brier.Resolution);
        Same("uncertainty", curve.Brier.Uncertainty);
        Same("variance", curve.Brier.WithinVariance);
        Same("covariance", curve.Brier.WithinCovariance);
        Same("expected", curve.InTheLarge.Expected);
        Same("observed", curve.InTheLarge.Observed);
        Same("difference", curve.InTheLarge.Difference);
        Same("se", curve.InTheLarge.StandardError);
        Same("low", curve.InTheLarge.CiLow);
        Same("high", curve.InTheLarge.CiHigh);
        Same("shift", curve.InTheLarge.LogOddsShift);
        Assert.Equal(data.GetProperty("bins").GetArrayLength(), curve.Bins.Count);
        foreach (var (bin, expected) in curve.Bins.Zip(data.GetProperty("bins").EnumerateArray()))
        {
            Same("count", bin.Count, expected);
            Same("events", bin.Events, expected);
            Same("expected", bin.Expected, expected);
            Same("observed", bin.Observed.Estimate, expected);
            Same("low", bin.Observed.CiLow, expected);
            Same("high", bin.Observed.CiHigh, expected);
        }
    }
}
