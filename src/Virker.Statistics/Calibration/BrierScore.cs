namespace Virker.Statistics.Calibration;

/// <summary>A probability given before, and whether it happened.</summary>
public readonly record struct Forecast(double Probability, bool Happened);

/// <summary>
/// The mean squared distance between forecast and outcome, and what it is made of:
/// Score = Reliability − Resolution + Uncertainty + WithinVariance − WithinCovariance, exactly. Murphy (1973), Journal
/// of Applied Meteorology 12, 595–600; the last two parts, which are 0 when all forecasts in a bin are the same, are
/// Stephenson, Coelho and Jolliffe's (2008), Weather and Forecasting 23, 752–757.
/// </summary>
/// <param name="Score">0 is perfect; a forecast of ½ for everyone gives ¼.</param>
/// <param name="Reliability">How far the bins' forecasts lie from what happened; 0 is best.</param>
/// <param name="Resolution">How much what happened differs between the bins; more is better.</param>
/// <param name="Uncertainty">Base rate · (1 − base rate): the score of always saying the base rate.</param>
/// <param name="WithinVariance">The variance of the forecasts within bins.</param>
/// <param name="WithinCovariance">Twice the covariance of forecasts and outcomes within bins.</param>
public sealed record BrierScore(
    double Score,
    double Reliability,
    double Resolution,
    double Uncertainty,
    double WithinVariance,
    double WithinCovariance
)
{
    /// <summary>1 − Score ÷ Uncertainty: above 0 is better than always saying the base rate; NaN when all is alike.</summary>
    public double Skill => Uncertainty > 0 ? 1 - Score / Uncertainty : double.NaN;
}
