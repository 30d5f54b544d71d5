using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;

namespace Virker.Statistics.Randomness;

/// <summary>Where chance comes from: <see cref="SeededSource"/> can be repeated, <see cref="SecureSource"/> cannot be guessed.</summary>
public abstract class RandomSource
{
    /// <summary>64 bits, every value equally likely.</summary>
    public abstract ulong Next();

    /// <summary>A number from 0 up to, not including, 1, in steps of 2⁻⁵³.</summary>
    public double Uniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>
    /// A whole number from 0 up to, not including, the limit, each exactly equally likely: Lemire (2019), ACM
    /// Transactions on Modeling and Computer Simulation 29, 3.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not above 0.</exception>
    public int Below(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var product = (Next() >> 32) * (ulong)limit;
        if ((uint)product < (uint)limit)
        {
            var uneven = (uint)(0x1_0000_0000UL % (ulong)limit);
            while ((uint)product < uneven)
                product = (Next() >> 32) * (ulong)limit;
        }
        return (int)(product >> 32);
    }

    /// <summary>Puts the items in an order of which each is equally likely (Fisher and Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}

/// <summary>
/// The same seed gives the same numbers on every machine and in every version: xoshiro256** with its state from
/// SplitMix64 (Blackman and Vigna 2021, ACM Transactions on Mathematical Software 47, 36). Not for secrets: who has
/// seen some numbers can work out the rest.
/// </summary>
public sealed class SeededSource : RandomSource
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;

    /// <summary>Different seeds give streams that have nothing to do with one another.</summary>
    public SeededSource(ulong seed)
    {
        _a = Mix(ref seed);
        _b = Mix(ref seed);
        _c = Mix(ref seed);
        _d = Mix(ref seed);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public override ulong Next()
    {
        var result = ulong.RotateLeft(_b * 5, 7) * 9;
        var t = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= t;
        _d = ulong.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>
    /// The sum of so many items, every choice of them equally likely. Bits first choose each item with about the right
    /// probability; then single items are taken out (or in) at random until the number fits, so that among the choices
    /// of the right number none is preferred. That costs some bits an item instead of a random number.
    /// </summary>
    /// <param name="items">The items to choose from.</param>
    /// <param name="many">How many of them.</param>
    /// <param name="chosen">Room for a bit an item.</param>
    // A command ends before the compiler would have found out that this is where the time goes.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal double SumOfChosen(ReadOnlySpan<double> items, int many, Span<ulong> chosen)
    {
        var words = (items.Length + 63) / 64;
        var of256 = (int)Math.Round(256.0 * many / items.Length);
        var count = 0;
        for (var w = 0; w < words; w++)
        {
            var within = w < words - 1 || items.Length % 64 == 0 ? ulong.MaxValue : (1UL << (items.Length % 64)) - 1;
            chosen[w] = Bits(of256) & within;
            count += BitOperations.PopCount(chosen[w]);
        }
        while (count != many)
        {
            var i = Below(items.Length);
            var bit = 1UL << (i % 64);
            if ((chosen[i / 64] & bit) != 0 == count > many)
            {
                chosen[i / 64] ^= bit;
                count += count > many ? -1 : 1;
            }
        }
        return Sum(items, chosen[..words]);
    }

    // Four items at a time, those that are not chosen as 0: no branch that cannot be foreseen.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Sum(ReadOnlySpan<double> items, ReadOnlySpan<ulong> chosen)
    {
        var bit = Vector256.Create(1UL, 2, 4, 8);
        var (even, odd) = (Vector256<double>.Zero, Vector256<double>.Zero);
        var whole = items.Length / 64;
        ref var first = ref MemoryMarshal.GetReference(items);
        for (var w = 0; w < whole; w++)
        {
            var bits = Vector256.Create(chosen[w]);
            for (var i = 0; i < 64; i += 8)
            {
                even += Taken(ref first, w * 64 + i, bits >>> i, bit);
                odd += Taken(ref first, w * 64 + i + 4, bits >>> (i + 4), bit);
            }
        }
        var sum = Vector256.Sum(even + odd);
        for (var i = whole * 64; i < items.Length; i++)
            sum += (chosen[i / 64] >> (i % 64) & 1) == 1 ? items[i] : 0;
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Taken(ref double first, int at, Vector256<ulong> bits, Vector256<ulong> bit) =>
        Vector256.Equals(bits & bit, bit).AsDouble() & Vector256.LoadUnsafe(ref first, (nuint)at);

    // 64 bits that are each 1 with probability of256/256: from its lowest binary digit up, OR for a 1 and AND for a 0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Bits(int of256)
    {
        if (of256 == 256)
            return ulong.MaxValue;
        var bits = 0UL;
        for (var digit = of256 == 0 ? 8 : BitOperations.TrailingZeroCount(of256); digit < 8; digit++)
            bits = (of256 >> digit & 1) == 1 ? bits | Next() : bits & Next();
        return bits;
    }

    /// <summary>SplitMix64: the next of a seed's well mixed numbers, such as the seeds of many streams.</summary>
    internal static ulong Mix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}

/// <summary>The operating system's cryptographic source: nobody can foresee or repeat it.</summary>
public sealed class SecureSource : RandomSource
{
    /// <inheritdoc/>
    public override ulong Next()
    {
        Span<byte> bytes = stackalloc byte[8];
        RandomNumberGenerator.Fill(bytes);
        return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
    }
}
