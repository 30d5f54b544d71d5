namespace Virker.Statistics.Diagnostics;

/// <summary>
/// τ² by (restricted) maximum likelihood without one study: Newton's method from the τ² of all studies. The first step
/// is shared (the study's own terms are taken out of the sums), so two or three passes over the studies remain and
/// nothing is allocated. Where the way is not plain (no curvature, a long step, a border) it answers NaN, and the
/// caller goes the general way.
/// </summary>
internal sealed class WarmTau2(double[] y, double[] v, double start, bool restricted)
{
    private readonly Sums _all = Over(y, v, start);

    // Σw, Σw², Σw³ and the same times y and y², as the equations need them.
    private record struct Sums(
        double W,
        double Ww,
        double Www,
        double Wy,
        double Wwy,
        double Wwwy,
        double Wwyy,
        double Wwwyy
    );

    public double Without(int i)
    {
        var tau2 = start;
        var sums = _all;
        for (var iteration = 0; iteration < 20 && tau2 > 0; iteration++)
        {
            var step = Step(Minus(sums, 1 / (v[i] + tau2), y[i]));
            if (!(Math.Abs(step) < 0.5 * tau2))
                return double.NaN;
            tau2 += step;
            // Newton's error after a step is of the order of the step squared.
            if (Math.Abs(step) <= 1e-7 * tau2)
                return tau2;
            sums = Over(y, v, tau2);
        }
        return double.NaN;
    }

    private double Step(Sums s)
    {
        var mean = s.Wy / s.W;
        var ypp = s.Wwyy - 2 * mean * s.Wwy + mean * mean * s.Ww;
        var cross = s.Wwy - mean * s.Ww;
        var yppp = s.Wwwyy - 2 * mean * s.Wwwy + mean * mean * s.Www - cross * cross / s.W;
        var ratio = s.Ww / s.W;
        var trace = restricted ? s.W - ratio : s.W;
        var squares = restricted ? s.Ww - 2 * s.Www / s.W + ratio * ratio : s.Ww;
        var curvature = 2 * yppp - squares;
        return curvature > 0 ? (ypp - trace) / curvature : double.NaN;
    }

    private static Sums Minus(Sums s, double w, double y)
    {
        var (ww, www) = (w * w, w * w * w);
        return new(
            s.W - w,
            s.Ww - ww,
            s.Www - www,
            s.Wy - w * y,
            s.Wwy - ww * y,
            s.Wwwy - www * y,
            s.Wwyy - ww * y * y,
            s.Wwwyy - www * y * y
        );
    }

    private static Sums Over(double[] y, double[] v, double tau2)
    {
        var (sw, sww, swww, swy, swwy, swwwy, swwyy, swwwyy) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        for (var j = 0; j < y.Length && j < v.Length; j++)
        {
            var w = 1 / (v[j] + tau2);
            var wy = w * y[j];
            var wwy = w * wy;
            var ww = w * w;
            sw += w;
            sww += ww;
            swww += ww * w;
            swy += wy;
            swwy += wwy;
            swwwy += w * wwy;
            swwyy += wy * wy;
            swwwyy += wy * wwy;
        }
        return new(sw, sww, swww, swy, swwy, swwwy, swwyy, swwwyy);
    }
}
