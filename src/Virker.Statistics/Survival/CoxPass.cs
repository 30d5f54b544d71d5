using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Virker.Statistics.Survival;

/// <summary>
/// Likelihood, score and information at given coefficients, in time linear in the rows: the risk set's sums
/// S₀ = Σr, S₁ = Σ r·x and S₂ = Σ r·xxᵀ, r = w·exp(xβ), are carried from the last event time to the first, and each
/// event adds S₂/S₀ − S₁S₁ᵀ/S₀² to the information. Four covariates by four at a time, so that the sums stay in the
/// processor; every piece of the rows is added up first, so that each core can carry its own.
/// </summary>
internal sealed class CoxPass
{
    private readonly CoxRows rows;
    private readonly double[]? time;
    private double[] risk;

    /// <param name="rows">The data.</param>
    /// <param name="beta">The coefficients.</param>
    /// <param name="ties">How ties are treated.</param>
    /// <param name="time">
    /// A number for each event time that its part of score and information is multiplied by; null for 1.
    /// </param>
    public CoxPass(CoxRows rows, double[] beta, CoxTies ties, double[]? time = null)
    {
        var p = rows.Columns;
        (this.rows, this.time, Beta, Ties) = (rows, time, beta, ties);
        (Score, Information, Gross) = (
            time is null ? [.. rows.Observed] : rows.Events(time),
            new double[p * p],
            new double[p]
        );
        LogLikelihood = rows.Observed.Zip(beta, (x, b) => x * b).Sum();
        risk = ArrayPool<double>.Shared.Rent(rows.Count);
        (int A, int C)[] tiles =
        [
            .. Enumerable.Range(0, rows.Tiles).SelectMany(a => Enumerable.Range(0, a + 1), (a, c) => (a, c)),
        ];
        var (pieces, sums, found) = (rows.Pieces, new CoxSums[tiles.Length][], new CoxFound[tiles.Length][]);
        for (var t = 0; t < tiles.Length; t++)
        {
            (sums[t], found[t]) = (new CoxSums[pieces.Length], new CoxFound[pieces.Length]);
        }
        Parallel.For(
            0,
            pieces.Length,
            piece =>
            {
                Risks(pieces[piece]);
                for (var t = 0; t < tiles.Length; t++)
                {
                    sums[t][piece] = Sum(rows.First[pieces[piece].From], pieces[piece].End, tiles[t]);
                }
            }
        );
        for (var t = 0; t < tiles.Length; t++)
        {
            Carry(sums[t], tiles[t]);
        }
        Parallel.For(
            0,
            pieces.Length,
            piece =>
            {
                for (var t = 0; t < tiles.Length; t++)
                {
                    found[t][piece] = Sweep(pieces[piece], tiles[t], sums[t][piece]);
                }
            }
        );
        ArrayPool<double>.Shared.Return(risk);
        risk = [];
        for (var t = 0; t < tiles.Length; t++)
        {
            foreach (var part in found[t])
            {
                Collect(part, tiles[t]);
            }
        }
    }

    public double[] Beta { get; }

    public CoxTies Ties { get; }

    public double LogLikelihood { get; private set; }

    public double[] Score { get; }

    /// <summary>Row-major p × p.</summary>
    public double[] Information { get; }

    /// <summary>The diagonal of Σ S₂/S₀ alone: what the information is a difference from.</summary>
    public double[] Gross { get; }

    private void Risks(CoxRows.Piece piece)
    {
        var from = rows.First[piece.From];
        var own = risk.AsSpan(from, piece.End - from);
        Span<double> padded = stackalloc double[rows.Tiles * CoxRows.Lanes];
        padded.Clear();
        Beta.CopyTo(padded);
        for (var tile = 0; tile < rows.Tiles; tile++)
        {
            var beta = Vector256.Create<double>(padded[(tile * CoxRows.Lanes)..]);
            ref var x = ref rows.X[(tile * rows.Count + from) * CoxRows.Lanes];
            for (var i = 0; i < own.Length; i++)
            {
                var part = Vector256.Dot(beta, Vector256.LoadUnsafe(ref x, (nuint)(i * CoxRows.Lanes)));
                own[i] = tile == 0 ? part : own[i] + part;
            }
        }
        var done = 0;
        for (; done + CoxRows.Lanes <= own.Length; done += CoxRows.Lanes)
        {
            Vector256.Exp(Vector256.Create<double>(own[done..])).CopyTo(own[done..]);
        }
        for (; done < own.Length; done++)
        {
            own[done] = Math.Exp(own[done]);
        }
        if (rows.Weights is { } weights)
        {
            for (var i = 0; i < own.Length; i++)
            {
                own[i] *= weights[from + i];
            }
        }
    }

    private CoxSums Sum(int from, int to, (int A, int C) tile)
    {
        var sums = default(CoxSums);
        ref var x = ref rows.X[0];
        var (a, c) = rows.Begin(tile);
        for (var i = from; i < to; i++)
        {
            sums.Add(ref x, a + (nuint)i, c + (nuint)i, risk[i]);
        }
        return sums;
    }

    // From the sums of each piece to those at risk at the first event time after it.
    private void Carry(CoxSums[] sums, (int A, int C) tile)
    {
        var (later, left) = (default(CoxSums), 0);
        ref var x = ref rows.X[0];
        var (a, c) = rows.Begin(tile);
        for (var piece = sums.Length - 1; piece >= 0; piece--)
        {
            var own = sums[piece];
            sums[piece] = rows.Pieces[piece].EndsStratum ? default : later;
            later = sums[piece];
            later.Add(own);
            for (; left < rows.Leaving.Length && rows.Before![rows.Leaving[left]] >= rows.Pieces[piece].From; left++)
            {
                var i = (nuint)rows.Leaving[left];
                later.Add(ref x, a + i, c + i, -risk[i]);
            }
        }
    }

    private CoxFound Sweep(CoxRows.Piece piece, (int A, int C) tile, CoxSums sums)
    {
        var gain = new CoxFound();
        var leaving = rows.LeftFrom(piece.To);
        ref var x = ref rows.X[0];
        var (a, c) = rows.Begin(tile);
        for (var k = piece.To - 1; ; k--)
        {
            Single(piece, ref k, a, c, ref sums, ref gain);
            if (k < piece.From)
            {
                return gain;
            }
            for (; leaving < rows.Leaving.Length && rows.Before![rows.Leaving[leaving]] == k; leaving++)
            {
                var i = (nuint)rows.Leaving[leaving];
                sums.Add(ref x, a + i, c + i, -risk[i]);
            }
            var (deaths, weight, factor) = (rows.Deaths(k), rows.DeadWeight(k), time is null ? 1 : time[k]);
            if (deaths > 1 && Ties == CoxTies.Efron)
            {
                var dead = Sum(rows.First[k], rows.First[k] + deaths, tile);
                gain.Tied(sums, dead, deaths, weight, factor);
            }
            else
            {
                gain.Log(sums.R, weight);
                gain.Event(sums, factor * weight / sums.R, factor * weight / (sums.R * sums.R));
            }
        }
    }

    // Goes on as long as one had the event, without weights or anything else to see to: no call in this loop, so that all
    // sums stay in the processor. Stops at the event time to see to, with its rows added.
    private void Single(CoxRows.Piece piece, ref int k, nuint a, nuint c, ref CoxSums carried, ref CoxFound found)
    {
        var (sums, gain, at) = (carried, found, k);
        var plain = time is null && rows.Weights is null;
        ref var x = ref rows.X[0];
        ref var r = ref risk[0];
        var end = (nuint)(at + 1 < piece.To ? rows.First[at + 1] : piece.End);
        for (; at >= piece.From; at--)
        {
            var begin = (nuint)rows.First[at];
            for (var i = begin; i < end; i++)
            {
                sums.Add(ref x, a + i, c + i, Unsafe.Add(ref r, i));
            }
            end = begin;
            if (!plain || rows.Deaths(at) != 1 || !gain.LogOne(sums.R))
            {
                break;
            }
            var once = 1 / sums.R;
            gain.Event(sums, once, once * once);
        }
        (carried, found, k) = (sums, gain, at);
    }

    private void Collect(in CoxFound part, (int A, int C) tile)
    {
        var p = rows.Columns;
        if (tile == (0, 0))
        {
            LogLikelihood -= part.Logs;
        }
        for (var i = 0; i < CoxRows.Lanes && tile.A * CoxRows.Lanes + i < p; i++)
        {
            var row = tile.A * CoxRows.Lanes + i;
            if (tile.A == tile.C)
            {
                Score[row] -= part.Expected[i];
                Gross[row] += part.Square[i] + part.At(i, i);
            }
            for (var j = 0; j < CoxRows.Lanes && tile.C * CoxRows.Lanes + j < p; j++)
            {
                var column = tile.C * CoxRows.Lanes + j;
                Information[row * p + column] += part.At(i, j);
                if (tile.A != tile.C)
                {
                    Information[column * p + row] += part.At(i, j);
                }
            }
        }
    }
}
