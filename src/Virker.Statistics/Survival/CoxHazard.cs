namespace Virker.Statistics.Survival;

/// <summary>The baseline hazard at given coefficients, and every row's own part of the score under it.</summary>
internal sealed class CoxHazard
{
    private readonly CoxRows rows;
    private readonly CoxTies ties;
    private readonly double[] risk;
    private readonly int[] last;
    private readonly double[] cumulative;
    private readonly double[] tied;
    private readonly double[] riskSum;
    private readonly double[] xSum;
    private readonly double[] deadRisk;
    private readonly double[] deadX;

    public CoxHazard(CoxRows rows, double[] beta, CoxTies ties)
    {
        (this.rows, this.ties) = (rows, ties);
        var (n, p, times) = (rows.Count, rows.Columns, rows.First.Length);
        (risk, last, cumulative, tied) = (new double[n], new int[n], new double[times], new double[times]);
        (riskSum, xSum, deadRisk, deadX) = (
            new double[times],
            new double[times * p],
            new double[times],
            new double[times * p]
        );
        for (var i = 0; i < n; i++)
        {
            var eta = 0.0;
            for (var j = 0; j < p; j++)
            {
                eta += beta[j] * rows[i, j];
            }
            risk[i] = rows.Weight(i) * Math.Exp(eta);
        }
        Array.Fill(last, -1);
        var ofMean = Math.Exp(-rows.Means.Zip(beta, (mean, b) => mean * b).Sum());
        var steps = new Dictionary<string, (double[] Times, double[] Hazards)>(StringComparer.Ordinal);
        for (var s = 0; s + 1 < rows.Strata.Length; s++)
        {
            var (from, to) = (rows.Blocks[s], rows.Blocks[s + 1]);
            Gather(from, to, rows.Strata[s + 1]);
            Accumulate(from, to);
            steps[rows.StrataNames[s]] = (
                [.. Enumerable.Range(from, to - from).Select(rows.EventTime)],
                Array.ConvertAll(cumulative[from..to], hazard => hazard * ofMean)
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
        var (p, times) = (rows.Columns, rows.First.Length);
        var (z, zTied, mean) = (new double[times * p], new double[times * p], new double[times * p]);
        for (var s = 0; s + 1 < rows.Strata.Length; s++)
        {
            for (var k = rows.Blocks[s]; k < rows.Blocks[s + 1]; k++)
            {
                var (steps, weight) = Shares(k);
                for (var j = 0; j < p; j++)
                {
                    z[k * p + j] = k > rows.Blocks[s] ? z[(k - 1) * p + j] : 0;
                    for (var l = 0; l < steps; l++)
                    {
                        var gone = (double)l / steps;
                        var sum = riskSum[k] - gone * deadRisk[k];
                        var x = (xSum[k * p + j] - gone * deadX[k * p + j]) / sum;
                        z[k * p + j] += x * weight / sum;
                        zTied[k * p + j] += gone * x * weight / sum;
                        mean[k * p + j] += x / steps;
                    }
                }
            }
        }
        var result = new double[rows.Count * p];
        for (var i = 0; i < rows.Count; i++)
        {
            var k = last[i];
            if (k < 0 || rows.Weight(i) == 0)
            {
                continue;
            }
            var happened = rows.Happened(i);
            var hazard = cumulative[k] - (happened ? tied[k] : 0);
            for (var j = 0; j < p; j++)
            {
                var x = rows[i, j];
                var under = z[k * p + j];
                var own = 0.0;
                if (happened)
                {
                    under -= zTied[k * p + j];
                    own = rows.Weight(i) * (x - mean[k * p + j]);
                }
                result[rows.Given(i) * p + j] += own - risk[i] * (x * hazard - under);
            }
        }
        return result;
    }

    private (int Steps, double Weight) Shares(int k) =>
        ties == CoxTies.Efron ? (rows.Deaths(k), rows.DeadWeight(k) / rows.Deaths(k)) : (1, rows.DeadWeight(k));

    // A stratum's sums over those at risk: those at risk at an event time were at risk before.
    private void Gather(int from, int to, int end)
    {
        var p = rows.Columns;
        for (var k = to - 1; k >= from; k--)
        {
            for (var i = rows.First[k]; i < end; i++)
            {
                last[i] = k;
                riskSum[k] += risk[i];
                Add(xSum, k, i, risk[i]);
                if (rows.Happened(i))
                {
                    deadRisk[k] += risk[i];
                    Add(deadX, k, i, risk[i]);
                }
            }
            end = rows.First[k];
            if (k > from)
            {
                riskSum[k - 1] += riskSum[k];
                for (var j = 0; j < p; j++)
                {
                    xSum[(k - 1) * p + j] += xSum[k * p + j];
                }
            }
        }
    }

    private void Add(double[] sums, int k, int i, double factor)
    {
        for (var j = 0; j < rows.Columns; j++)
        {
            sums[k * rows.Columns + j] += factor * rows[i, j];
        }
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
                var sum = riskSum[k] - gone * deadRisk[k];
                total += weight / sum;
                tied[k] += gone * weight / sum;
            }
            cumulative[k] = total;
        }
    }
}
