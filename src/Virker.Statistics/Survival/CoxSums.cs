using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Virker.Statistics.Survival;

/// <summary>
/// The sums over a risk set of r, of r·x for four covariates and for four (the same or others), and of r·x·xᵀ between
/// them, a column at a time.
/// </summary>
internal struct CoxSums
{
    public double R;
    public Vector256<double> A;
    public Vector256<double> C;
    public Vector256<double> X0;
    public Vector256<double> X1;
    public Vector256<double> X2;
    public Vector256<double> X3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ref double x, nuint a, nuint c, double r)
    {
        ref var xc = ref Unsafe.Add(ref x, c * CoxRows.Lanes);
        var ra = Vector256.Create(r) * Vector256.LoadUnsafe(ref x, a * CoxRows.Lanes);
        R += r;
        A += ra;
        C += Vector256.Create(r) * Vector256.LoadUnsafe(ref xc);
        X0 = Vector256.MultiplyAddEstimate(ra, Vector256.Create(xc), X0);
        X1 = Vector256.MultiplyAddEstimate(ra, Vector256.Create(Unsafe.Add(ref xc, 1)), X1);
        X2 = Vector256.MultiplyAddEstimate(ra, Vector256.Create(Unsafe.Add(ref xc, 2)), X2);
        X3 = Vector256.MultiplyAddEstimate(ra, Vector256.Create(Unsafe.Add(ref xc, 3)), X3);
    }

    public void Add(in CoxSums other)
    {
        R += other.R;
        A += other.A;
        C += other.C;
        X0 += other.X0;
        X1 += other.X1;
        X2 += other.X2;
        X3 += other.X3;
    }
}

/// <summary>What events add to likelihood, score and information.</summary>
internal struct CoxFound
{
    // Σ w·log S₀ is log(product) + logs.
    private double product;
    private double logs;

    public CoxFound()
    {
        product = 1;
    }

    /// <summary>Σ w·S₁/S₀ of the first four covariates.</summary>
    public Vector256<double> Expected;

    /// <summary>Σ w·(S₁/S₀)² of the first four covariates.</summary>
    public Vector256<double> Square;

    private Vector256<double> i0;
    private Vector256<double> i1;
    private Vector256<double> i2;
    private Vector256<double> i3;

    public readonly double Logs => logs + Math.Log(product);

    public readonly double At(int a, int c) =>
        c switch
        {
            0 => i0[a],
            1 => i1[a],
            2 => i2[a],
            _ => i3[a],
        };

    /// <summary>Adds w·log S₀.</summary>
    public void Log(double sum, double weight)
    {
        if (weight != 1)
        {
            logs += weight * Math.Log(sum);
        }
        else if (!LogOne(sum))
        {
            logs += Math.Log(product) + Math.Log(sum);
            product = 1;
        }
    }

    /// <summary>
    /// Adds log S₀ as a factor, for a logarithm takes longer than all the rest; false, with nothing added, when the
    /// product would come near the end of the numbers.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool LogOne(double sum)
    {
        var next = product * sum;
        var within = next is > 1e-200 and < 1e200;
        product = within ? next : product;
        return within;
    }

    /// <summary>Adds an event with Σ w/S₀ and Σ w/S₀² over the tied.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Event(in CoxSums sums, double once, double twice)
    {
        var (one, two) = (Vector256.Create(once), Vector256.Create(twice) * sums.A);
        Expected += one * sums.A;
        Square += two * sums.A;
        i0 += one * sums.X0 - two * Vector256.Create(sums.C[0]);
        i1 += one * sums.X1 - two * Vector256.Create(sums.C[1]);
        i2 += one * sums.X2 - two * Vector256.Create(sums.C[2]);
        i3 += one * sums.X3 - two * Vector256.Create(sums.C[3]);
    }

    /// <summary>Adds the tied, who leave the risk set by equal parts: Efron (1977).</summary>
    public void Tied(in CoxSums sums, in CoxSums dead, int deaths, double weight, double factor)
    {
        weight /= deaths;
        factor *= weight;
        double once = 0,
            twice = 0,
            goneOnce = 0,
            goneTwice = 0,
            goneSquare = 0;
        for (var l = 0; l < deaths; l++)
        {
            var gone = (double)l / deaths;
            var left = sums.R - gone * dead.R;
            Log(left, weight);
            var (one, two) = (factor / left, factor / (left * left));
            once += one;
            twice += two;
            goneOnce += gone * one;
            goneTwice += gone * two;
            goneSquare += gone * gone * two;
        }
        Event(sums, once, twice);
        var (o, t, s) = (Vector256.Create(goneOnce), Vector256.Create(goneTwice), Vector256.Create(goneSquare));
        var cross = t * sums.A - s * dead.A;
        Expected -= o * dead.A;
        Square += dead.A * (s * dead.A - t * sums.A - t * sums.A);
        i0 += cross * dead.C[0] + t * dead.A * sums.C[0] - o * dead.X0;
        i1 += cross * dead.C[1] + t * dead.A * sums.C[1] - o * dead.X1;
        i2 += cross * dead.C[2] + t * dead.A * sums.C[2] - o * dead.X2;
        i3 += cross * dead.C[3] + t * dead.A * sums.C[3] - o * dead.X3;
    }
}
