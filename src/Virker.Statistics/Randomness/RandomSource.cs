using System.Buffers.Binary;
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
            {
                product = (Next() >> 32) * (ulong)limit;
            }
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
    private ulong a;
    private ulong b;
    private ulong c;
    private ulong d;

    /// <summary>Different seeds give streams that have nothing to do with one another.</summary>
    public SeededSource(ulong seed)
    {
        a = Mix(ref seed);
        b = Mix(ref seed);
        c = Mix(ref seed);
        d = Mix(ref seed);
    }

    /// <inheritdoc/>
    public override ulong Next()
    {
        var result = ulong.RotateLeft(b * 5, 7) * 9;
        var t = b << 17;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= t;
        d = ulong.RotateLeft(d, 45);
        return result;
    }

    /// <summary>
    /// The sum of so many items chosen without replacement, each choice equally likely; leaves the items in another
    /// order. Two choices are made of every 64 bits.
    /// </summary>
    internal double SumOfChosen(Span<double> items, int many)
    {
        var sum = 0.0;
        var (bits, half) = (0UL, false);
        for (var i = 0; i < many; i++)
        {
            var limit = (uint)(items.Length - i);
            ulong product;
            do
            {
                half = !half;
                bits = half ? Next() : bits << 32;
                product = (bits >> 32) * limit;
            }
            // The first comparison spares nearly all divisions.
            while ((uint)product < limit && (uint)product < (uint)(0x1_0000_0000UL % limit));
            var j = i + (int)(product >> 32);
            var chosen = items[j];
            items[j] = items[i];
            items[i] = chosen;
            sum += chosen;
        }
        return sum;
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
