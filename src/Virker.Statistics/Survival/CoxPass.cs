namespace Virker.Statistics.Survival;

/// <summary>
/// Likelihood, score and information at given coefficients, in time linear in the rows. With dH the increments of the
/// baseline hazard and H what a row has been under, the score is Σ x(wδ − rH) and the information
/// Σ rH xxᵀ − Σ d x̄x̄ᵀ, r = w·exp(xβ): no matrix is kept for a risk set.
/// </summary>
internal sealed class CoxPass
{
    private readonly CoxRows rows;
    private readonly double[] risk;
    private readonly double[] cumulative;
    private readonly double[] tied;
    private readonly double[] riskSum;
    private readonly double[] xSum;
    private readonly double[] deadRisk;
    private readonly double[] deadX;
    private readonly int[] deaths;
    private readonly double[] deadWeight;

    /// <param name="rows">The data.</param>
    /// <param name="beta">The coefficients.</param>
    /// <param name="ties">How ties are treated.</param>
    /// <param name="time">
    /// A number for each event time that its part of score and information is multiplied by; null for 1.
    /// </param>
    public CoxPass(CoxRows rows, double[] beta, CoxTies ties, double[]? time = null)
    {
        this.rows = rows;
        var (n, p, k) = (rows.Count, rows.Columns, rows.EventTimes.Length);
        (Beta, Score, Information, Gross) = (beta, new double[p], new double[p * p], new double[p]);
        (risk, cumulative, tied) = (new double[n], new double[k], new double[k]);
        (riskSum, xSum, deadRisk, deadX) = (new double[k], new double[k * p], new double[k], new double[k * p]);
        (deaths, deadWeight) = (new int[k], new double[k]);
        Gather();
        Ties = ties;
        EventPart(time);
        RowPart(time);
    }

    public double[] Beta { get; }

    public CoxTies Ties { get; }

    public double LogLikelihood { get; private set; }

    public double[] Score { get; }

    /// <summary>Row-major p × p.</summary>
    public double[] Information { get; }

    /// <summary>The diagonal of Σ rH xxᵀ alone: what the information is a difference from.</summary>
    public double[] Gross { get; }

    /// <summary>The cumulative hazard of the mean covariates at each event time, from the stratum's first.</summary>
    public IReadOnlyList<double> Cumulative => cumulative;

    /// <summary>The rows' parts of the score, times their weights: n × p, in the order of <see cref="CoxRows"/>.</summary>
    public double[] Residuals()
    {
        var (p, times) = (rows.Columns, rows.EventTimes.Length);
        var (z, zTied, mean) = (new double[times * p], new double[times * p], new double[times * p]);
        for (var b = 0; b + 1 < rows.Blocks.Length; b++)
        {
            for (var k = rows.Blocks[b]; k < rows.Blocks[b + 1]; k++)
            {
                var (steps, weight) = Steps(k);
                for (var j = 0; j < p; j++)
                {
                    z[k * p + j] = k > rows.Blocks[b] ? z[(k - 1) * p + j] : 0;
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
            var (last, before) = (rows.Last[i], rows.Before[i]);
            if (last < 0)
            {
                continue;
            }
            var hazard = Hazard(i);
            for (var j = 0; j < p; j++)
            {
                var x = rows.X[i * p + j];
                var under = z[last * p + j] - (before < 0 ? 0 : z[before * p + j]);
                var own = 0.0;
                if (rows.Happened[i])
                {
                    under -= zTied[last * p + j];
                    own = rows.Weights[i] * (x - mean[last * p + j]);
                }
                result[i * p + j] = own - risk[i] * (x * hazard - under);
            }
        }
        return result;
    }

    private (int Steps, double Weight) Steps(int k) =>
        Ties == CoxTies.Efron ? (deaths[k], deadWeight[k] / deaths[k]) : (1, deadWeight[k]);

    private void Gather()
    {
        var p = rows.Columns;
        for (var i = 0; i < rows.Count; i++)
        {
            var (last, before) = (rows.Last[i], rows.Before[i]);
            var x = rows.X.AsSpan(i * p, p);
            var eta = 0.0;
            for (var j = 0; j < p; j++)
            {
                eta += Beta[j] * x[j];
            }
            var r = risk[i] = rows.Weights[i] * Math.Exp(eta);
            if (last < 0)
            {
                continue;
            }
            riskSum[last] += r;
            Add(xSum.AsSpan(last * p, p), x, r);
            if (rows.Happened[i])
            {
                LogLikelihood += rows.Weights[i] * eta;
                deaths[last]++;
                deadWeight[last] += rows.Weights[i];
                deadRisk[last] += r;
                Add(deadX.AsSpan(last * p, p), x, r);
            }
            if (before >= 0)
            {
                riskSum[before] -= r;
                Add(xSum.AsSpan(before * p, p), x, -r);
            }
        }
        // From the last event time backwards: those at risk then were at risk before.
        for (var b = 0; b + 1 < rows.Blocks.Length; b++)
        {
            for (var k = rows.Blocks[b + 1] - 2; k >= rows.Blocks[b]; k--)
            {
                riskSum[k] += riskSum[k + 1];
                Add(xSum.AsSpan(k * p, p), xSum.AsSpan((k + 1) * p, p), 1);
            }
        }
    }

    private void EventPart(double[]? time)
    {
        var p = rows.Columns;
        Span<double> mean = new double[p];
        for (var b = 0; b + 1 < rows.Blocks.Length; b++)
        {
            var total = 0.0;
            for (var k = rows.Blocks[b]; k < rows.Blocks[b + 1]; k++)
            {
                var (steps, weight) = Steps(k);
                var factor = time?[k] ?? 1;
                for (var l = 0; l < steps; l++)
                {
                    var gone = (double)l / steps;
                    var sum = riskSum[k] - gone * deadRisk[k];
                    LogLikelihood -= weight * Math.Log(sum);
                    total += factor * weight / sum;
                    tied[k] += gone * factor * weight / sum;
                    for (var j = 0; j < p; j++)
                    {
                        mean[j] = (xSum[k * p + j] - gone * deadX[k * p + j]) / sum;
                    }
                    Outer(mean, -factor * weight);
                }
                cumulative[k] = total;
            }
        }
    }

    private void RowPart(double[]? time)
    {
        var p = rows.Columns;
        for (var i = 0; i < rows.Count; i++)
        {
            var last = rows.Last[i];
            if (last < 0)
            {
                continue;
            }
            var hazard = risk[i] * Hazard(i);
            var x = rows.X.AsSpan(i * p, p);
            var own = rows.Happened[i] ? rows.Weights[i] * (time?[last] ?? 1) : 0;
            Add(Score, x, own - hazard);
            Outer(x, hazard);
            for (var j = 0; j < p; j++)
            {
                Gross[j] += Math.Abs(hazard) * x[j] * x[j];
            }
        }
        for (var a = 0; a < p; a++)
        {
            for (var b = 0; b < a; b++)
            {
                Information[b * p + a] = Information[a * p + b];
            }
        }
    }

    private double Hazard(int i)
    {
        var (last, before) = (rows.Last[i], rows.Before[i]);
        var hazard = cumulative[last] - (rows.Happened[i] ? tied[last] : 0);
        return before < 0 ? hazard : hazard - cumulative[before];
    }

    private void Outer(ReadOnlySpan<double> x, double factor)
    {
        var p = x.Length;
        for (var a = 0; a < p; a++)
        {
            var scaled = factor * x[a];
            for (var b = 0; b <= a; b++)
            {
                Information[a * p + b] += scaled * x[b];
            }
        }
    }

    private static void Add(Span<double> sum, ReadOnlySpan<double> x, double factor)
    {
        for (var j = 0; j < sum.Length; j++)
        {
            sum[j] += factor * x[j];
        }
    }
}
