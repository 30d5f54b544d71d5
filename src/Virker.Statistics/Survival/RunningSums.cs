using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Virker.Statistics.Survival;

/// <summary>
/// Sums along columns, <see cref="Lanes"/> numbers at a time. The first column a method is given has a whole number of
/// them, and the others have at least as many.
/// </summary>
internal static class RunningSums
{
    public const int Lanes = 8;

    /// <summary>The room that some rows take up.</summary>
    public static int Whole(int rows) => (rows + Lanes - 1) / Lanes * Lanes;

    /// <summary>From each place to the end, and what comes after it.</summary>
    public static void ToEnd(Span<double> a, double after)
    {
        ref var at = ref MemoryMarshal.GetReference(a);
        var carried = Vector512.Create(after);
        for (var i = a.Length - Lanes; i >= 0; i -= Lanes)
        {
            var sum = Vector512.LoadUnsafe(ref at, (nuint)i);
            sum += Vector512.Shuffle(sum, Vector512.Create(1L, 2, 3, 4, 5, 6, 7, 8));
            sum += Vector512.Shuffle(sum, Vector512.Create(2L, 3, 4, 5, 6, 7, 8, 8));
            sum += Vector512.Shuffle(sum, Vector512.Create(4L, 5, 6, 7, 8, 8, 8, 8));
            (sum + carried).StoreUnsafe(ref at, (nuint)i);
            carried += Vector512.Shuffle(sum, Vector512<long>.Zero);
        }
    }

    /// <summary>From the start to each place.</summary>
    public static void FromStart(Span<double> a)
    {
        ref var at = ref MemoryMarshal.GetReference(a);
        var carried = Vector512<double>.Zero;
        for (var i = 0; i < a.Length; i += Lanes)
        {
            var sum = Vector512.LoadUnsafe(ref at, (nuint)i);
            sum += Vector512.Shuffle(sum, Vector512.Create(8L, 0, 1, 2, 3, 4, 5, 6));
            sum += Vector512.Shuffle(sum, Vector512.Create(8L, 8, 0, 1, 2, 3, 4, 5));
            sum += Vector512.Shuffle(sum, Vector512.Create(8L, 8, 8, 8, 0, 1, 2, 3));
            (sum + carried).StoreUnsafe(ref at, (nuint)i);
            carried += Vector512.Shuffle(sum, Vector512.Create(7L));
        }
    }

    /// <summary>a · b, number by number; into one of them, if wanted.</summary>
    public static void Product(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> product)
    {
        ref var ra = ref MemoryMarshal.GetReference(a);
        ref var rb = ref MemoryMarshal.GetReference(b);
        ref var to = ref MemoryMarshal.GetReference(product);
        for (var i = 0; i < a.Length; i += Lanes)
        {
            var at = (nuint)i;
            (Vector512.LoadUnsafe(ref ra, at) * Vector512.LoadUnsafe(ref rb, at)).StoreUnsafe(ref to, at);
        }
    }

    /// <summary>aᵀb.</summary>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        ref var ra = ref MemoryMarshal.GetReference(a);
        ref var rb = ref MemoryMarshal.GetReference(b);
        var sums = Vector512<double>.Zero;
        for (var i = 0; i < a.Length; i += Lanes)
        {
            sums += Vector512.LoadUnsafe(ref ra, (nuint)i) * Vector512.LoadUnsafe(ref rb, (nuint)i);
        }
        return Vector512.Sum(sums);
    }
}
