using System.Numerics;

namespace Virker.Statistics.LinearAlgebra;

/// <summary>What is done with whole columns, as many numbers at a time as the processor takes.</summary>
internal static class Vectors
{
    /// <summary>aᵀb.</summary>
    public static double Dot(double[] a, double[] b)
    {
        var (sums, i) = (Vector<double>.Zero, 0);
        for (; i <= a.Length - Vector<double>.Count; i += Vector<double>.Count)
            sums += new Vector<double>(a, i) * new Vector<double>(b, i);
        var sum = Vector.Sum(sums);
        for (; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    /// <summary>y + factor · x, in place of y.</summary>
    public static void AddTimes(double[] y, double factor, double[] x)
    {
        var i = 0;
        for (; i <= y.Length - Vector<double>.Count; i += Vector<double>.Count)
            (new Vector<double>(y, i) + factor * new Vector<double>(x, i)).CopyTo(y, i);
        for (; i < y.Length; i++)
            y[i] += factor * x[i];
    }

    /// <summary>y + factor · a · b, number by number, in place of y.</summary>
    public static void AddProduct(double[] y, double factor, double[] a, double[] b)
    {
        var i = 0;
        for (; i <= y.Length - Vector<double>.Count; i += Vector<double>.Count)
            (new Vector<double>(y, i) + factor * new Vector<double>(a, i) * new Vector<double>(b, i)).CopyTo(y, i);
        for (; i < y.Length; i++)
            y[i] += factor * a[i] * b[i];
    }

    /// <summary>Σ(a − middle)².</summary>
    public static double SquaresAround(double[] a, double middle)
    {
        var (sums, i) = (Vector<double>.Zero, 0);
        var middles = new Vector<double>(middle);
        for (; i <= a.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var apart = new Vector<double>(a, i) - middles;
            sums += apart * apart;
        }
        var sum = Vector.Sum(sums);
        for (; i < a.Length; i++)
            sum += (a[i] - middle) * (a[i] - middle);
        return sum;
    }

    /// <summary>The first place with no finite number in it; −1 when there is none.</summary>
    public static int FirstNotFinite(double[] a)
    {
        var i = 0;
        // Of a number that is not finite nothing is left but NaN, which equals nothing.
        for (; i <= a.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var numbers = new Vector<double>(a, i);
            if (!Vector.EqualsAll(numbers - numbers, Vector<double>.Zero))
                break;
        }
        for (; i < a.Length; i++)
        {
            if (!double.IsFinite(a[i]))
                return i;
        }
        return -1;
    }
}
