using Virker.Statistics.LinearAlgebra;

namespace Virker.Statistics.MetaAnalysis;

/// <summary>An estimate of τ² and its standard error.</summary>
internal readonly record struct Tau2Estimate(double Value, double StandardError);

/// <summary>
/// The estimators of τ², each solved to rounding. Formulas: Veroniki et al. (2016), Research Synthesis Methods 7, 55–79,
/// generalised to moderators as in metafor 3.8-1; the pages random-effects and meta-regression have them.
/// </summary>
internal static class Heterogeneity
{
    public static Tau2Estimate Estimate(WeightedFit fit, HeterogeneityEstimator estimator) =>
        estimator switch
        {
            HeterogeneityEstimator.REML => Likelihood(fit, restricted: true),
            HeterogeneityEstimator.ML => Likelihood(fit, restricted: false),
            HeterogeneityEstimator.DL => DerSimonianLaird(fit),
            HeterogeneityEstimator.PM or HeterogeneityEstimator.EB => PauleMandel(fit),
            HeterogeneityEstimator.SJ => SidikJonkman(fit),
            HeterogeneityEstimator.HE => Hedges(fit),
            HeterogeneityEstimator.HS => HunterSchmidt(fit),
            HeterogeneityEstimator.FE => new(0, double.NaN),
        };

    /// <summary>
    /// The τ² at which yᵀPy, which falls as τ² grows, equals the target; 0 when it never is above it.
    /// As a sum of terms c/(λ + τ²), yᵀPy has a concave reciprocal, so Newton's steps on 1 ÷ yᵀPy climb to the
    /// root without ever passing it, however large it is: no bracket and no upper limit are needed. The climb may start
    /// from any τ² known to lie below the root.
    /// </summary>
    public static double RootOfQ(WeightedFit fit, double target, double from = 0)
    {
        var tau2 = from;
        for (var iteration = 0; iteration < 200; iteration++)
        {
            fit.At(tau2);
            var q = fit.YPY();
            var step = q / target * (q - target) / fit.YPPY();
            if (!(step > 0))
                break;
            tau2 += step;
            if (step <= 1e-9 * tau2)
                break;
        }
        return tau2;
    }

    // Fisher scoring from Hedges' estimate, as metafor's, chooses the hill, and Newton's method finishes the climb. The
    // slope points up at `low` and down at `high`; halving what lies between rescues steps that leave it or do not shrink
    // (metafor's own steps can run in a circle for ever).
    private static Tau2Estimate Likelihood(WeightedFit fit, bool restricted)
    {
        var tau2 = Hedges(fit).Value;
        var smallest = fit.Variances.Min();
        var (low, high) = (0.0, double.PositiveInfinity);
        var lastStep = double.PositiveInfinity;
        for (var iteration = 0; iteration < 500; iteration++)
        {
            fit.At(tau2);
            var (score, information) = ScoreAndInformation(fit, restricted);
            if (score > 0)
                low = tau2;
            else
                high = tau2;
            if (tau2 == 0 && score <= 0)
                break;
            var step = score / information;
            if (Math.Abs(step) < 0.1 * (tau2 + smallest))
            {
                var curvature = 2 * fit.YPPPY() - information;
                step = curvature > 0 ? score / curvature : step;
            }
            if (!double.IsFinite(step))
            {
                throw new NoEstimateException(
                    NoEstimateReason.OutOfRange,
                    "The variance between the studies is not found: the numbers are too large or too small."
                );
            }
            while (tau2 + step < 0)
                step /= 2;
            var next = tau2 + step;
            if (next < 0.01 * smallest && score <= 0)
            {
                fit.At(0);
                next = ScoreAndInformation(fit, restricted).Score > 0 ? (low + high) / 2 : 0;
            }
            else if (next < low || next > high || (Math.Abs(step) > 0.75 * lastStep && double.IsFinite(high)))
            {
                next = (low + high) / 2;
            }
            step = next - tau2;
            lastStep = Math.Abs(step);
            tau2 = next;
            if (Math.Abs(step) <= 1e-10 * tau2 + 1e-15 * smallest)
                break;
        }
        if (tau2 > 0)
        {
            fit.At(0);
            var without = LogLikelihoods(fit, 0);
            fit.At(tau2);
            var with = LogLikelihoods(fit, tau2);
            var better = restricted ? without.Restricted > with.Restricted : without.Full > with.Full;
            tau2 = better ? 0 : tau2;
        }
        fit.At(tau2);
        return new(tau2, Math.Sqrt(2 / ScoreAndInformation(fit, restricted).Information));
    }

    /// <summary>The log-likelihood, full and restricted, of the fit that was made at τ².</summary>
    public static (double Full, double Restricted) LogLikelihoods(WeightedFit fit, double tau2)
    {
        var p = fit.Design.Columns;
        var sum = fit.YPY();
        foreach (var variance in fit.Variances)
            sum += Math.Log(variance + tau2);
        var constant = Math.Log(2 * Math.PI);
        // In the basis Q, log det XᵀWX − log det XᵀX is log det QᵀWQ.
        var determinant = Cholesky.LogDeterminant(fit.GramFactor, p);
        return (-0.5 * (sum + fit.K * constant), -0.5 * (sum + (fit.K - p) * constant + determinant));
    }

    // Twice the derivative of the log-likelihood, and twice the expected minus second derivative.
    private static (double Score, double Information) ScoreAndInformation(WeightedFit fit, bool restricted) =>
        restricted
            ? (fit.YPPY() - fit.TraceP(fit.Ones), fit.TracePP(fit.Ones, fit.Ones))
            : (fit.YPPY() - fit.SumOfWeights(), fit.SumOfSquaredWeights());

    private static Tau2Estimate DerSimonianLaird(WeightedFit fit)
    {
        fit.At(0);
        var df = fit.K - fit.Design.Columns;
        var trace = fit.TraceP(fit.Ones);
        var tau2 = Math.Max(0, (fit.YPY() - df) / trace);
        var squares = fit.TracePP(fit.Ones, fit.Ones);
        return new(tau2, Math.Sqrt(2 * df + 4 * tau2 * trace + 2 * tau2 * tau2 * squares) / trace);
    }

    private static Tau2Estimate PauleMandel(WeightedFit fit)
    {
        double df = fit.K - fit.Design.Columns;
        var tau2 = RootOfQ(fit, df);
        fit.At(tau2);
        return new(tau2, Math.Sqrt(2 * fit.K / df * fit.K) / fit.SumOfWeights());
    }

    private static Tau2Estimate SidikJonkman(WeightedFit fit)
    {
        var crude = 0.0;
        foreach (var y in fit.Centred)
            crude += y * y / fit.K;
        double df = fit.K - fit.Design.Columns;
        fit.At(crude);
        var tau2 = crude * fit.YPY() / df;
        var error = SquaredErrorOfMoments(fit, tau2);
        return new(tau2, crude / df * Math.Sqrt(error));
    }

    private static Tau2Estimate Hedges(WeightedFit fit)
    {
        double df = fit.K - fit.Design.Columns;
        fit.Unweighted();
        var tau2 = Math.Max(0, (fit.YPY() - fit.TraceP(fit.Variances)) / df);
        return new(tau2, Math.Sqrt(SquaredErrorOfMoments(fit, tau2)) / df);
    }

    private static Tau2Estimate HunterSchmidt(WeightedFit fit)
    {
        fit.At(0);
        var weight = fit.SumOfWeights();
        var tau2 = Math.Max(0, (fit.YPY() - fit.K) / weight);
        var error =
            2 * (fit.K - fit.Design.Columns)
            + 4 * tau2 * fit.TraceP(fit.Ones)
            + 2 * tau2 * tau2 * fit.TracePP(fit.Ones, fit.Ones);
        return new(tau2, Math.Sqrt(error) / weight);
    }

    // The variance of yᵀPy when the effects vary by V + τ²I: 2 tr(P(V + τ²I)P(V + τ²I)).
    private static double SquaredErrorOfMoments(WeightedFit fit, double tau2) =>
        2 * fit.TracePP(fit.Variances, fit.Variances)
        + 4 * tau2 * fit.TracePP(fit.Variances, fit.Ones)
        + 2 * tau2 * tau2 * fit.TracePP(fit.Ones, fit.Ones);
}
