namespace Virker.Statistics.Survival;

/// <summary>The baseline hazard at given coefficients, and every row's own part of the score under it.</summary>
internal sealed class CoxHazard
{
    private readonly CoxRows _rows;
    private readonly CoxTies _ties;
    private readonly double[] _risk;
    private readonly int[] _last;
    private readonly double[] _cumulative;
    private readonly double[] _tied;
    private readonly double[] _riskSum;
    private readonly double[] _xSum;
    private readonly double[] _deadRisk;
    private readonly double[] _deadX;

    public CoxHazard(CoxRows rows, double[] beta, CoxTies ties)
    {
        (this._rows, this._ties) = (rows, ties);
        var (n, p, times) = (rows.Count, rows.Columns, rows.First.Length);
        (_risk, _last, _cumulative, _tied) = (new double[n], new int[n], new double[times], new double[times]);
        (_riskSum, _xSum, _deadRisk, _deadX) = (
            new double[times],
            new double[times * p],
            new double[times],
            new double[times * p]
        );
        for (var i = 0; i < n; i++)
        {
            var eta = 0.0;
            for (var j = 0; j < p; j++)
                eta += beta[j] * rows[i, j];
            _risk[i] = rows.Weight(i) * Math.Exp(eta);
        }
        Array.Fill(_last, -1);
        var ofMean = Math.Exp(-rows.Means.Zip(beta, (mean, b) => mean * b).Sum());
        var steps = new Dictionary<string, (double[] Times, double[] Hazards)>(StringComparer.Ordinal);
        for (var s = 0; s + 1 < rows.Strata.Length; s++)
        {
            var (from, to) = (rows.Blocks[s], rows.Blocks[s + 1]);
            Gather(from, to, rows.Strata[s + 1]);
            Accumulate(from, to);
            steps[rows.StrataNames[s]] = (
                [.. Enumerable.Range(from, to - from).Select(rows.EventTime)],
                Array.ConvertAll(_cumulative[from..to], hazard => hazard * ofMean)
            );
        }
        Residuals = Own();
        Steps = steps;
    }

    /// <summary>For each stratum its event times and, up to each, the cumulative hazard of someone with 0 everywhere.</summary>
    public IReadOnlyDictionary<string, (double[] Times, double[] Hazards)> Steps { get; }

    /// <summary>The rows' parts of the score, times their weights: n × p, in the order they were given.</summary>
    public double[] Residuals { get; }

    private double[] Own()
    {
        var (p, times) = (_rows.Columns, _rows.First.Length);
        var (z, zTied, mean) = (new double[times * p], new double[times * p], new double[times * p]);
        for (var s = 0; s + 1 < _rows.Strata.Length; s++)
        {
            for (var k = _rows.Blocks[s]; k < _rows.Blocks[s + 1]; k++)
            {
                var (steps, weight) = Shares(k);
                for (var j = 0; j < p; j++)
                {
                    z[k * p + j] = k > _rows.Blocks[s] ? z[(k - 1) * p + j] : 0;
                    for (var l = 0; l < steps; l++)
                    {
                        var gone = (double)l / steps;
                        var sum = _riskSum[k] - gone * _deadRisk[k];
                        var x = (_xSum[k * p + j] - gone * _deadX[k * p + j]) / sum;
                        z[k * p + j] += x * weight / sum;
                        zTied[k * p + j] += gone * x * weight / sum;
                        mean[k * p + j] += x / steps;
                    }
                }
            }
        }
        var result = new double[_rows.Count * p];
        for (var i = 0; i < _rows.Count; i++)
        {
            var k = _last[i];
            if (k < 0 || _rows.Weight(i) == 0)
                continue;
            var happened = _rows.Happened(i);
            var hazard = _cumulative[k] - (happened ? _tied[k] : 0);
            for (var j = 0; j < p; j++)
            {
                var x = _rows[i, j];
                var under = z[k * p + j];
                var own = 0.0;
                if (happened)
                {
                    under -= zTied[k * p + j];
                    own = _rows.Weight(i) * (x - mean[k * p + j]);
                }
                result[_rows.Given(i) * p + j] += own - _risk[i] * (x * hazard - under);
            }
        }
        return result;
    }

    private (int Steps, double Weight) Shares(int k) =>
        _ties == CoxTies.Efron ? (_rows.Deaths(k), _rows.DeadWeight(k) / _rows.Deaths(k)) : (1, _rows.DeadWeight(k));

    // A stratum's sums over those at risk: those at risk at an event time were at risk before.
    private void Gather(int from, int to, int end)
    {
        var p = _rows.Columns;
        for (var k = to - 1; k >= from; k--)
        {
            for (var i = _rows.First[k]; i < end; i++)
            {
                _last[i] = k;
                _riskSum[k] += _risk[i];
                Add(_xSum, k, i, _risk[i]);
                if (_rows.Happened(i))
                {
                    _deadRisk[k] += _risk[i];
                    Add(_deadX, k, i, _risk[i]);
                }
            }
            end = _rows.First[k];
            if (k > from)
            {
                _riskSum[k - 1] += _riskSum[k];
                for (var j = 0; j < p; j++)
                    _xSum[(k - 1) * p + j] += _xSum[k * p + j];
            }
        }
    }

    private void Add(double[] sums, int k, int i, double factor)
    {
        for (var j = 0; j < _rows.Columns; j++)
            sums[k * _rows.Columns + j] += factor * _rows[i, j];
    }

    private void Accumulate(int from, int to)
    {
        var total = 0.0;
        for (var k = from; k < to; k++)
        {
            var (steps, weight) = Shares(k);
            for (var l = 0; l < steps; l++)
            {
                var gone = (double)l / steps;
                var sum = _riskSum[k] - gone * _deadRisk[k];
                total += weight / sum;
                _tied[k] += gone * weight / sum;
            }
            _cumulative[k] = total;
        }
    }
}
