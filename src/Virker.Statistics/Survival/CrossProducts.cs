using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Virker.Statistics.Survival;

/// <summary>
/// Σ w·x and Σ w·xxᵀ over some rows of columns that lie one after another: three columns by three at a time, so that
/// what they add up to stays in the processor.
/// </summary>
internal static class CrossProducts
{
    private const int Side = 3;

    /// <param name="weights">A whole number of vectors.</param>
    /// <param name="columns">From the first row of the first column on.</param>
    /// <param name="stride">From a column to the next.</param>
    /// <param name="sums">One for each column.</param>
    /// <param name="products">Row-major, filled in on and below the diagonal.</param>
    public static void Of(
        ReadOnlySpan<double> weights,
        ReadOnlySpan<double> columns,
        int stride,
        Span<double> sums,
        Span<double> products
    )
    {
        var p = sums.Length;
        Span<double> tile = stackalloc double[Side * (Side + 1)];
        for (var a = 0; a < p; a += Side)
        {
            for (var c = 0; c <= a; c += Side)
            {
                Tile(weights, columns, stride, (a, c, p - 1), tile);
                for (var i = 0; i < Side && a + i < p; i++)
                {
                    sums[a + i] = tile[Side * Side + i];
                    for (var j = 0; j < Side && c + j <= a + i; j++)
                        products[(a + i) * p + c + j] = tile[i * Side + j];
                }
            }
        }
    }

    // Where there are no more columns the last is taken again, for nothing.
    private static void Tile(
        ReadOnlySpan<double> weights,
        ReadOnlySpan<double> columns,
        int stride,
        (int A, int C, int Last) first,
        Span<double> tile
    )
    {
        ref var w = ref MemoryMarshal.GetReference(weights);
        ref var x = ref MemoryMarshal.GetReference(columns);
        ref var a0 = ref Unsafe.Add(ref x, first.A * stride);
        ref var a1 = ref Unsafe.Add(ref x, Math.Min(first.A + 1, first.Last) * stride);
        ref var a2 = ref Unsafe.Add(ref x, Math.Min(first.A + 2, first.Last) * stride);
        ref var c0 = ref Unsafe.Add(ref x, first.C * stride);
        ref var c1 = ref Unsafe.Add(ref x, Math.Min(first.C + 1, first.Last) * stride);
        ref var c2 = ref Unsafe.Add(ref x, Math.Min(first.C + 2, first.Last) * stride);
        var (s0, s1, s2) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        var (p00, p01, p02, p10, p11, p12, p20, p21, p22) = (s0, s0, s0, s0, s0, s0, s0, s0, s0);
        for (nuint i = 0; i < (nuint)weights.Length; i += RunningSums.Lanes)
        {
            var each = Vector256.LoadUnsafe(ref w, i);
            var (wa0, wa1, wa2) = (
                each * Vector256.LoadUnsafe(ref a0, i),
                each * Vector256.LoadUnsafe(ref a1, i),
                each * Vector256.LoadUnsafe(ref a2, i)
            );
            (s0, s1, s2) = (s0 + wa0, s1 + wa1, s2 + wa2);
            var c = Vector256.LoadUnsafe(ref c0, i);
            p00 = Vector256.MultiplyAddEstimate(wa0, c, p00);
            p10 = Vector256.MultiplyAddEstimate(wa1, c, p10);
            p20 = Vector256.MultiplyAddEstimate(wa2, c, p20);
            c = Vector256.LoadUnsafe(ref c1, i);
            p01 = Vector256.MultiplyAddEstimate(wa0, c, p01);
            p11 = Vector256.MultiplyAddEstimate(wa1, c, p11);
            p21 = Vector256.MultiplyAddEstimate(wa2, c, p21);
            c = Vector256.LoadUnsafe(ref c2, i);
            p02 = Vector256.MultiplyAddEstimate(wa0, c, p02);
            p12 = Vector256.MultiplyAddEstimate(wa1, c, p12);
            p22 = Vector256.MultiplyAddEstimate(wa2, c, p22);
        }
        ReadOnlySpan<Vector256<double>> found = [p00, p01, p02, p10, p11, p12, p20, p21, p22, s0, s1, s2];
        for (var i = 0; i < found.Length; i++)
            tile[i] = Vector256.Sum(found[i]);
    }
}
