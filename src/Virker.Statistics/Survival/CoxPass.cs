using System.Buffers;

namespace Virker.Statistics.Survival;

/// <summary>
/// Likelihood, score and information at given coefficients, in time linear in the rows. Risk and covariates are summed
/// piece by piece, each core its own, and carried from the last piece to the first; then each piece can be gone through
/// by itself.
/// </summary>
internal sealed class CoxPass
{
    /// <param name="rows">The data.</param>
    /// <param name="beta">The coefficients.</param>
    /// <param name="ties">How ties are treated.</param>
    /// <param name="time">
    /// A number for each event time that its part of score and information is multiplied by; null for 1.
    /// </param>
    public CoxPass(CoxRows rows, double[] beta, CoxTies ties, double[]? time = null)
    {
        var p = rows.Columns;
        (Beta, Ties, Score, Information, Gross) = (beta, ties, new double[p], new double[p * p], new double[p]);
        var pieces = new CoxPiece[rows.Pieces.Length];
        // Each piece's take up whole vectors.
        var risks = ArrayPool<double>.Shared.Rent(rows.Count + pieces.Length * RunningSums.Lanes);
        Parallel.For(
            0,
            pieces.Length,
            i =>
            {
                var piece = rows.Pieces[i];
                var size = RunningSums.Whole(piece.End - piece.Begin);
                pieces[i] = new(rows, piece, beta, risks.AsMemory(piece.Begin + i * RunningSums.Lanes, size));
            }
        );
        for (var i = pieces.Length - 2; i >= 0; i--)
        {
            if (!rows.Pieces[i].EndsStratum)
                pieces[i].Carry(pieces[i + 1]);
        }
        Parallel.For(0, pieces.Length, i => pieces[i].Sweep(ties, time));
        ArrayPool<double>.Shared.Return(risks);
        Collect(rows, pieces);
    }

    public double[] Beta { get; }

    public CoxTies Ties { get; }

    public double LogLikelihood { get; private set; }

    public double[] Score { get; }

    /// <summary>Row-major p × p.</summary>
    public double[] Information { get; }

    /// <summary>The diagonal of Σ S₂/S₀ alone: what the information is a difference from.</summary>
    public double[] Gross { get; }

    // The rows of later pieces are under a piece's hazard too.
    private void Collect(CoxRows rows, CoxPiece[] pieces)
    {
        var p = Beta.Length;
        var later = new double[p * p];
        for (var i = pieces.Length - 1; i >= 0; i--)
        {
            var piece = pieces[i];
            if (rows.Pieces[i].EndsStratum)
                Array.Clear(later);
            LogLikelihood += piece.LogLikelihood;
            for (var a = 0; a < p; a++)
            {
                Score[a] += piece.Score[a];
                Gross[a] += piece.Under[a * p + a] + piece.Hazard * later[a * p + a];
                for (var b = 0; b <= a; b++)
                {
                    var at = a * p + b;
                    Information[at] += piece.Under[at] - piece.Expected[at] + piece.Hazard * later[at];
                    later[at] += piece.Squares[at];
                }
            }
        }
        for (var a = 0; a < p; a++)
        {
            for (var b = 0; b < a; b++)
                Information[b * p + a] = Information[a * p + b];
        }
    }
}
