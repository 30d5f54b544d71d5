using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Virker.Statistics.Survival;

/// <summary>
/// Sums along columns, <see cref="Lanes"/> numbers at a time. The first column a method is given has a whole number of
/// them, and the others have at least as many.
/// </summary>
internal static class RunningSums
{
    public const int Lanes = 4;

    /// <summary>The room that some rows take up.</summary>
    public static int Whole(int rows) => (rows + Lanes - 1) / Lanes * Lanes;

    /// <summary>aᵀb from each place to the end, and what comes after it.</summary>
    public static void ToEnd(ReadOnlySpan<double> a, ReadOnlySpan<double> b, double after, Span<double> sums)
    {
        ref var at = ref MemoryMarshal.GetReference(a);
        ref var rb = ref MemoryMarshal.GetReference(b);
        ref var to = ref MemoryMarshal.GetReference(sums);
        var carried = Vector256.Create(after);
        for (var i = a.Length - Lanes; i >= 0; i -= Lanes)
        {
            var sum = Vector256.LoadUnsafe(ref at, (nuint)i) * Vector256.LoadUnsafe(ref rb, (nuint)i);
            sum += Vector256.Shuffle(sum, Vector256.Create(1L, 2, 3, 4));
            sum += Vector256.Shuffle(sum, Vector256.Create(2L, 3, 4, 4));
            (sum + carried).StoreUnsafe(ref to, (nuint)i);
            carried += Vector256.Shuffle(sum, Vector256<long>.Zero);
        }
    }

    /// <summary>From the start to each place.</summary>
    public static void FromStart(Span<double> a)
    {
        ref var at = ref MemoryMarshal.GetReference(a);
        var carried = Vector256<double>.Zero;
        for (var i = 0; i < a.Length; i += Lanes)
        {
            var sum = Vector256.LoadUnsafe(ref at, (nuint)i);
            sum += Vector256.Shuffle(sum, Vector256.Create(4L, 0, 1, 2));
            sum += Vector256.Shuffle(sum, Vector256.Create(4L, 4, 0, 1));
            (sum + carried).StoreUnsafe(ref at, (nuint)i);
            carried += Vector256.Shuffle(sum, Vector256.Create(3L));
        }
    }

    /// <summary>a · b, number by number, in place of a.</summary>
    public static void Times(Span<double> a, ReadOnlySpan<double> b)
    {
        ref var ra = ref MemoryMarshal.GetReference(a);
        ref var rb = ref MemoryMarshal.GetReference(b);
        for (nuint i = 0; i < (nuint)a.Length; i += Lanes)
            (Vector256.LoadUnsafe(ref ra, i) * Vector256.LoadUnsafe(ref rb, i)).StoreUnsafe(ref ra, i);
    }

    /// <summary>y + factor · x, in place of y.</summary>
    public static void AddTimes(Span<double> y, double factor, ReadOnlySpan<double> x)
    {
        ref var ry = ref MemoryMarshal.GetReference(y);
        ref var rx = ref MemoryMarshal.GetReference(x);
        for (nuint i = 0; i < (nuint)y.Length; i += Lanes)
            (Vector256.LoadUnsafe(ref ry, i) + factor * Vector256.LoadUnsafe(ref rx, i)).StoreUnsafe(ref ry, i);
    }

    /// <summary>aᵀb.</summary>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        ref var ra = ref MemoryMarshal.GetReference(a);
        ref var rb = ref MemoryMarshal.GetReference(b);
        // Two sums, so that one need not wait for the other.
        var (even, odd, i, last) = (Vector256<double>.Zero, Vector256<double>.Zero, (nuint)0, (nuint)a.Length - Lanes);
        for (; i < last; i += 2 * Lanes)
        {
            even += Vector256.LoadUnsafe(ref ra, i) * Vector256.LoadUnsafe(ref rb, i);
            odd += Vector256.LoadUnsafe(ref ra, i + Lanes) * Vector256.LoadUnsafe(ref rb, i + Lanes);
        }
        if (i == last)
            even += Vector256.LoadUnsafe(ref ra, i) * Vector256.LoadUnsafe(ref rb, i);
        return Vector256.Sum(even + odd);
    }
}
