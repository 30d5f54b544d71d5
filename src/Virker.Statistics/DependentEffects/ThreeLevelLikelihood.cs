using Virker.Statistics.EffectSizes;

namespace Virker.Statistics.DependentEffects;

/// <summary>
/// The likelihood of y ~ N(μ1, V), V block-diagonal with Vⱼ = diag(vᵢ + ω) + σ11ᵀ (σ between, ω within clusters).
/// With w = 1/(v + ω), A = Σw and g = 1/(1 + σA), Sherman–Morrison gives Vⱼ⁻¹ = diag(w) − σg wwᵀ and Vⱼ⁻¹1 = gw, so
/// that every sum below costs one pass over the effects; no matrix is formed.
/// </summary>
internal sealed class ThreeLevelLikelihood(IReadOnlyList<Effect> effects, int[][] clusters, bool restricted)
{
    private readonly double _centre = effects.Average(effect => effect.Estimate);

    /// <summary>
    /// At the given variances: μ̂, its precision, the log-likelihood, its gradient (between, within), and minus its
    /// second derivatives, observed and expected (between², cross, within²).
    /// </summary>
    public readonly record struct Point(
        double Mean,
        double Precision,
        double Value,
        (double Between, double Within) Score,
        (double Bb, double Bw, double Ww) Observed,
        (double Bb, double Bw, double Ww) Expected
    );

    public Point At(double between, double within)
    {
        var (precision, weighted, logDeterminant) = (0.0, 0.0, 0.0);
        foreach (var rows in clusters)
        {
            var (a, s) = (0.0, 0.0);
            foreach (var row in rows)
            {
                var w = 1 / (effects[row].Variance + within);
                a += w;
                s += w * (effects[row].Estimate - _centre);
                logDeterminant -= Math.Log(w);
            }
            precision += a / (1 + between * a);
            weighted += s / (1 + between * a);
            logDeterminant += Math.Log(1 + between * a);
        }
        var mean = weighted / precision;
        var t = precision;

        // Quadratic forms in e = Py = V⁻¹(y − μ̂): G_w is the identity, G_b sums within clusters.
        var (rvr, ee, bb, eve, ebe, beb, ue, ub) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        // Traces with V⁻¹, and the same seen from u = V⁻¹1, which P = V⁻¹ − uuᵀ/t subtracts.
        var (tb, tw, tbb, tbw, tww) = (0.0, 0.0, 0.0, 0.0, 0.0);
        var (uub, uuw, u3b, u3x, u3w) = (0.0, 0.0, 0.0, 0.0, 0.0);
        foreach (var rows in clusters)
        {
            var (a, a2, a3, r) = (0.0, 0.0, 0.0, 0.0);
            foreach (var row in rows)
            {
                var w = 1 / (effects[row].Variance + within);
                a += w;
                a2 += w * w;
                a3 += w * w * w;
                r += w * (effects[row].Estimate - _centre - mean);
            }
            var g = 1 / (1 + between * a);
            var c = between * g;
            var (sum, f) = (r * g, 0.0);
            foreach (var row in rows)
            {
                var w = 1 / (effects[row].Variance + within);
                var residual = effects[row].Estimate - _centre - mean;
                var e = w * (residual - c * r);
                rvr += e * residual;
                ee += e * e;
                f += w * e;
                eve += w * e * e;
            }
            var ag = a * g;
            bb += sum * sum;
            eve -= c * f * f;
            ebe += sum * g * f;
            beb += sum * sum * ag;
            ue += g * f;
            ub += sum * ag;

            var uu = g * g * a2;
            tb += ag;
            tw += a - c * a2;
            tbb += ag * ag;
            tbw += uu;
            tww += a2 - 2 * c * a3 + c * c * a2 * a2;
            uub += ag * ag;
            uuw += uu;
            u3b += ag * ag * ag;
            u3x += uu * ag;
            u3w += g * g * (a3 - c * a2 * a2);
        }
        if (restricted)
        {
            tb -= uub / t;
            tw -= uuw / t;
            tbb += uub * uub / (t * t) - 2 * u3b / t;
            tbw += uuw * uub / (t * t) - 2 * u3x / t;
            tww += uuw * uuw / (t * t) - 2 * u3w / t;
        }
        var k = effects.Count;
        var value = -0.5 * (logDeterminant + rvr + k * Math.Log(2 * Math.PI));
        if (restricted)
            value += 0.5 * (Math.Log(2 * Math.PI) + Math.Log(k) - Math.Log(t));
        return new(
            _centre + mean,
            t,
            value,
            (0.5 * (bb - tb), 0.5 * (ee - tw)),
            (beb - ub * ub / t - 0.5 * tbb, ebe - ub * ue / t - 0.5 * tbw, eve - ue * ue / t - 0.5 * tww),
            (0.5 * tbb, 0.5 * tbw, 0.5 * tww)
        );
    }
}
