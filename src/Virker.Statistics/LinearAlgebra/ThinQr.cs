namespace Virker.Statistics.LinearAlgebra;

/// <summary>
/// X = QR with orthonormal Q (n × p) and upper triangular R (p × p), by Gram–Schmidt with every column
/// orthogonalised twice, which keeps Q orthonormal to rounding (Giraud, Langou and Rozložník 2005).
/// Working in Q instead of X keeps badly scaled columns (a year beside an intercept) from costing digits.
/// </summary>
internal sealed class ThinQr
{
    /// <summary>What is left of a column after the others are taken out, below which it counts as dependent on them.</summary>
    private const double RankTolerance = 1e-10;

    private double[]? _q;

    private ThinQr(int rows, int columns)
    {
        Rows = rows;
        Columns = columns;
        Basis = new double[columns][];
        R = new double[columns * columns];
    }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>The columns of Q.</summary>
    public double[][] Basis { get; }

    /// <summary>Q row-major, n × p: the values of a row lie together. Laid out when first asked for.</summary>
    public double[] Q
    {
        get
        {
            if (_q is null)
            {
                var rows = new double[Rows * Columns];
                for (var j = 0; j < Columns; j++)
                {
                    var column = Basis[j];
                    for (var i = 0; i < column.Length; i++)
                        rows[i * Columns + j] = column[i];
                }
                _q = rows;
            }
            return _q;
        }
    }

    /// <summary>Row-major p × p.</summary>
    public double[] R { get; }

    /// <summary>A single column of ones.</summary>
    public static ThinQr OfOnes(int rows)
    {
        var qr = new ThinQr(rows, 1);
        qr.R[0] = Math.Sqrt(rows);
        qr.Basis[0] = new double[rows];
        Array.Fill(qr.Basis[0], 1 / qr.R[0]);
        return qr;
    }

    /// <summary>Factors the columns; with a rank below p it returns null and the first dependent column.</summary>
    public static ThinQr? Of(IReadOnlyList<double[]> columns, out int dependent)
    {
        var qr = new ThinQr(columns[0].Length, columns.Count);
        for (var j = 0; j < columns.Count; j++)
        {
            var column = (double[])columns[j].Clone();
            var before = Norm(column);
            for (var pass = 0; pass < 2; pass++)
            {
                for (var i = 0; i < j; i++)
                {
                    var projection = Vectors.Dot(qr.Basis[i], column);
                    qr.R[i * qr.Columns + j] += projection;
                    Vectors.AddTimes(column, -projection, qr.Basis[i]);
                }
            }
            var after = Norm(column);
            if (!(after > RankTolerance * before))
            {
                dependent = j;
                return null;
            }
            qr.R[j * qr.Columns + j] = after;
            foreach (ref var value in column.AsSpan())
                value /= after;
            qr.Basis[j] = column;
        }
        dependent = -1;
        return qr;
    }

    /// <summary>Solves Rβ = γ in place.</summary>
    public void SolveR(Span<double> x)
    {
        for (var i = Columns - 1; i >= 0; i--)
        {
            for (var j = i + 1; j < Columns; j++)
                x[i] -= R[i * Columns + j] * x[j];
            x[i] /= R[i * Columns + i];
        }
    }

    /// <summary>Solves Rᵀq = x in place: the coordinates in Q of a row of X.</summary>
    public void SolveRTransposed(Span<double> x)
    {
        for (var i = 0; i < Columns; i++)
        {
            for (var j = 0; j < i; j++)
                x[i] -= R[j * Columns + i] * x[j];
            x[i] /= R[i * Columns + i];
        }
    }

    private static double Norm(double[] a)
    {
        var squares = Vectors.Dot(a, a);
        if (squares is > 1e-250 and < 1e250)
            return Math.Sqrt(squares);
        // Scaled, so that very large or very small columns neither overflow nor vanish.
        var scale = 0.0;
        foreach (var value in a)
            scale = Math.Max(scale, Math.Abs(value));
        if (scale == 0)
            return 0;
        var sum = 0.0;
        foreach (var value in a)
            sum += value / scale * (value / scale);
        return scale * Math.Sqrt(sum);
    }
}
