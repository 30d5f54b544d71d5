using System.Buffers;
using System.Runtime.Intrinsics;

namespace Virker.Statistics.Survival;

/// <summary>
/// What a piece of the rows adds to likelihood, score and information. With r = w·exp(xβ), H the hazard that a row has
/// been under and x̄ the mean of those at risk, the information is Σ rH·xxᵀ − Σ w·x̄x̄ᵀ. Everything is a column with a
/// number for each row, so that many rows are reckoned with at a time.
/// </summary>
internal sealed class CoxPiece
{
    private readonly CoxRows _rows;
    private readonly CoxRows.Piece _piece;
    private readonly double[] _beta;
    private readonly Memory<double> _risks;

    // Σ r·x over the piece's own rows and over those after it in the stratum, and Σ r.
    private readonly double[] _own;
    private readonly double[] _after;
    private readonly double _ownRisk;
    private double _riskAfter;

    /// <summary>Finds the risks and their sums.</summary>
    /// <param name="rows">The data.</param>
    /// <param name="piece">One of their pieces.</param>
    /// <param name="beta">The coefficients.</param>
    /// <param name="room">For the risks, a whole number of vectors.</param>
    public CoxPiece(CoxRows rows, CoxRows.Piece piece, double[] beta, Memory<double> room)
    {
        (this._rows, this._piece, this._beta, _risks) = (rows, piece, beta, room);
        var p = beta.Length;
        (_own, _after, Score) = (new double[p], new double[p], new double[p]);
        (Under, Expected, Squares) = (new double[p * p], new double[p * p], new double[p * p]);
        var risk = _risks.Span;
        risk.Clear();
        for (var j = 0; j < p; j++)
            RunningSums.AddTimes(risk, beta[j], X(j));
        for (var i = 0; i < risk.Length; i += RunningSums.Lanes)
            Vector256.Exp(Vector256.Create<double>(risk[i..])).CopyTo(risk[i..]);
        Weigh(risk);
        _ownRisk = Follow.Sum(risk);
        CrossProducts.Of(risk, X(0), rows.Count, _own, Squares);
    }

    public double LogLikelihood { get; private set; }

    public double[] Score { get; }

    /// <summary>Σ rH·xxᵀ, H the hazard within the piece; on and below the diagonal, as the next two.</summary>
    public double[] Under { get; }

    /// <summary>Σ w·x̄x̄ᵀ over the events.</summary>
    public double[] Expected { get; }

    /// <summary>Σ r·xxᵀ.</summary>
    public double[] Squares { get; }

    /// <summary>That all rows after the piece have been under.</summary>
    public double Hazard { get; private set; }

    /// <summary>Takes over what is at risk from the next piece on.</summary>
    public void Carry(CoxPiece next)
    {
        _riskAfter = next._riskAfter + next._ownRisk;
        for (var j = 0; j < _after.Length; j++)
            _after[j] = next._after[j] + next._own[j];
    }

    public void Sweep(CoxTies ties, double[]? time)
    {
        var (p, size) = (_beta.Length, _risks.Length);
        var room = ArrayPool<double>.Shared.Rent((p + 3) * size);
        var risk = _risks.Span;
        var events = room.AsSpan(0, size);
        var atRisk = room.AsSpan(size, size);
        var hazard = room.AsSpan(2 * size, size);
        var means = room.AsSpan(3 * size, p * size);
        Events(events, time);
        for (var j = 0; j < p; j++)
        {
            Score[j] = RunningSums.Dot(events, X(j));
            LogLikelihood += _beta[j] * Score[j];
        }
        means[..size].Fill(1);
        ToEnd(risk, means, _riskAfter, ties, atRisk);
        if (ties == CoxTies.Efron && _rows.Weights is not null)
            Even(events);
        LogLikelihood -= Invert(events, atRisk, hazard);
        RunningSums.FromStart(hazard);
        Hazard = hazard[^1];
        if (ties == CoxTies.Efron)
        {
            // As they leave by equal parts, each is under the mean of what they would be under one after the other.
            Even(hazard);
        }
        else
        {
            foreach (var k in _piece.Tied)
            {
                var tied = Tied(hazard, k);
                tied.Fill(tied[^1]);
            }
        }
        for (var j = 0; j < p; j++)
        {
            var mean = means.Slice(j * size, size);
            ToEnd(risk, X(j), _after[j], ties, mean);
            RunningSums.Times(mean, atRisk);
        }
        Span<double> sums = new double[p];
        RunningSums.Times(hazard, risk);
        CrossProducts.Of(hazard, X(0), _rows.Count, sums, Under);
        CrossProducts.Of(events, means, size, sums, Expected);
        for (var j = 0; j < p; j++)
            Score[j] -= sums[j];
        ArrayPool<double>.Shared.Return(room);
    }

    // To the end of a whole number of vectors.
    private ReadOnlySpan<double> X(int column) => _rows.X(column, _piece.Begin, _risks.Length);

    private Span<double> Tied(Span<double> column, int k) =>
        column.Slice(_rows.First[k] - _piece.Begin, _rows.Deaths(k));

    // Times the weights of the rows; nothing after the last of them.
    private void Weigh(Span<double> column)
    {
        var length = _piece.End - _piece.Begin;
        for (var i = 0; _rows.Weights is { } weights && i < length; i++)
            column[i] *= weights[_piece.Begin + i];
        column[length..].Clear();
    }

    // The weight of those who had the event, 0 for others.
    private void Events(Span<double> events, double[]? time)
    {
        var keys = _rows.Keys[_piece.Begin.._piece.End];
        for (var i = 0; i < keys.Length; i++)
        {
            // By the bit, not by asking: who had the event cannot be foreseen, and a branch foreseen wrongly costs more.
            events[i] = 1 - (int)(keys[i] & 1);
        }
        Weigh(events);
        for (var k = _piece.From; time is not null && k < _piece.To; k++)
        {
            foreach (ref var one in Tied(events, k))
                one *= time[k];
        }
    }

    // Gives each of the tied their mean.
    private void Even(Span<double> column)
    {
        foreach (var k in _piece.Tied)
        {
            var tied = Tied(column, k);
            tied.Fill(Follow.Sum(tied) / tied.Length);
        }
    }

    // What is at risk at each row. Of the tied all are at risk to the last (Breslow), or they leave by equal parts
    // (Efron): from the sum at the first of them to that after the last on a straight line.
    private void ToEnd(
        ReadOnlySpan<double> risk,
        ReadOnlySpan<double> x,
        double afterLast,
        CoxTies ties,
        Span<double> column
    )
    {
        RunningSums.ToEnd(risk, x, afterLast, column);
        foreach (var k in _piece.Tied)
        {
            var tied = Tied(column, k);
            var next = _rows.First[k] + _rows.Deaths(k);
            var left = next < _piece.End ? column[next - _piece.Begin] : afterLast;
            var (all, part) = (tied[0], ties == CoxTies.Efron ? (left - tied[0]) / tied.Length : 0);
            for (var l = 1; l < tied.Length; l++)
                tied[l] = all + l * part;
        }
    }

    // Makes what is at risk at each event its inverse, and that its part of the hazard; returns Σ w·log of what was. What
    // is at risk where no one had the event may be nothing, and does not matter.
    private static double Invert(Span<double> events, Span<double> atRisk, Span<double> hazard)
    {
        var logs = Vector256<double>.Zero;
        for (var i = 0; i < events.Length; i += RunningSums.Lanes)
        {
            var weight = Vector256.Create<double>(events[i..]);
            var sum = Vector256.ConditionalSelect(
                Vector256.Equals(weight, Vector256<double>.Zero),
                Vector256<double>.One,
                Vector256.Create<double>(atRisk[i..])
            );
            logs += weight * Vector256.Log(sum);
            var once = Vector256<double>.One / sum;
            once.CopyTo(atRisk[i..]);
            (weight * once).CopyTo(hazard[i..]);
        }
        return Vector256.Sum(logs);
    }
}
