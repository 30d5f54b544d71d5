using System.Buffers.Binary;

namespace Virker.Demo.Lives;

/// <summary>Chance that falls the same way every time: SplitMix64 from a seed. Every citizen has dice of their own, so a
/// larger municipality begins with the same lives.</summary>
internal sealed class Dice
{
    private ulong _state;

    /// <param name="path">What the dice are for: the same path gives the same throws.</param>
    public Dice(int seed, params ReadOnlySpan<int> path)
    {
        _state = (ulong)seed * 0x9E3779B97F4A7C15 + 0x632BE59BD9B4E019;
        foreach (int step in path)
            _state = Next() ^ ((ulong)step * 0xD1B54A32D192ED03);
        Next();
    }

    /// <summary>At least 0 and below 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double probability) => Share() < probability;

    /// <summary>A whole number, both ends included.</summary>
    public int Between(int least, int most) => least + (int)(Share() * (most - least + 1));

    public T Pick<T>(IReadOnlyList<T> from) => from[Between(0, from.Count - 1)];

    /// <summary>One of them, as often as its weight says.</summary>
    public T Weighted<T>(IReadOnlyList<T> from, Func<T, double> weight)
    {
        double left = Share() * from.Sum(weight);
        foreach (var one in from)
        {
            left -= weight(one);
            if (left < 0)
                return one;
        }

        return from[^1];
    }

    /// <summary>A number whose logarithm is normal (Box and Muller).</summary>
    public double LogNormal(double median, double sigma)
    {
        double radius = Math.Sqrt(-2 * Math.Log(1 - Share()));
        return median * Math.Exp(sigma * radius * Math.Cos(2 * Math.PI * Share()));
    }

    /// <summary>A version-7 GUID of the instant: keys made up for last spring sort where they would stand.</summary>
    public Guid Id(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, (ulong)at.ToUnixTimeMilliseconds() << 16 | Next() >> 52);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Next());
        bytes[6] = (byte)(bytes[6] & 0x0F | 0x70);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        ulong z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
