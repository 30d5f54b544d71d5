using Virker.Statistics.EffectSizes;

namespace Virker.Statistics.MetaAnalysis;

/// <summary>
/// Mantel–Haenszel's common effect: for sparse tables, since it needs no zero-cell correction. Conventions are those of
/// metafor 3.8-1's <c>rma.mh</c>: only Q, which needs each table's own estimate, adds ½ to the cells of a table with a
/// zero and leaves out tables where nobody or everybody had the event.
/// </summary>
public static class MantelHaenszel
{
    /// <summary>The common log risk ratio, with Greenland and Robins' (1985) variance.</summary>
    /// <exception cref="ArgumentException">An impossible table, or no events in one arm of all tables together.</exception>
    /// <exception cref="NoEstimateException">The data admit no estimate.</exception>
    public static CommonEffectResult RiskRatio(IReadOnlyList<TwoByTwo> tables, double level = 0.95)
    {
        var cells = Checked(tables, level);
        double r = 0;
        double s = 0;
        double variance = 0;
        foreach (var t in cells)
        {
            r += t.A * (t.TotalControl / t.Total);
            s += t.C * (t.TotalTreated / t.Total);
            variance += t.TotalTreated / t.Total * (t.TotalControl / t.Total) * (t.A + t.C) - t.A / t.Total * t.C;
        }
        return Result(cells, Log(tables, r, s), Math.Sqrt(variance / (r * s)), EffectSize.LogRiskRatio, level);
    }

    /// <summary>The common log odds ratio, with Robins, Breslow and Greenland's (1986) variance.</summary>
    /// <exception cref="ArgumentException">An impossible table, or no table with a cell product above 0.</exception>
    /// <exception cref="NoEstimateException">The data admit no estimate.</exception>
    public static CommonEffectResult OddsRatio(IReadOnlyList<TwoByTwo> tables, double level = 0.95)
    {
        var cells = Checked(tables, level);
        double r = 0;
        double s = 0;
        double pr = 0;
        double mixed = 0;
        double qs = 0;
        foreach (var t in cells)
        {
            var p = (t.A + t.D) / t.Total;
            var q = (t.B + t.C) / t.Total;
            var ri = t.A / t.Total * t.D;
            var si = t.B / t.Total * t.C;
            r += ri;
            s += si;
            pr += p * ri;
            mixed += p * si + q * ri;
            qs += q * si;
        }
        var variance = 0.5 * (pr / r / r + mixed / (r * s) + qs / s / s);
        return Result(cells, Log(tables, r, s), Math.Sqrt(variance), EffectSize.LogOddsRatio, level);
    }

    /// <summary>The common risk difference, with Sato's (1989) variance.</summary>
    /// <exception cref="ArgumentException">An impossible table.</exception>
    /// <exception cref="NoEstimateException">The data admit no estimate.</exception>
    public static CommonEffectResult RiskDifference(IReadOnlyList<TwoByTwo> tables, double level = 0.95)
    {
        var cells = Checked(tables, level);
        double difference = 0;
        double weight = 0;
        double p = 0;
        double q = 0;
        foreach (var t in cells)
        {
            var treated = t.TotalTreated / t.Total;
            var control = t.TotalControl / t.Total;
            difference += t.A * control - t.C * treated;
            weight += t.TotalTreated * control;
            p +=
                t.C * treated * treated
                - t.A * control * control
                + treated * control * (t.TotalControl - t.TotalTreated) / 2;
            q += (t.A * t.D / t.Total + t.C * t.B / t.Total) / 2;
        }
        var estimate = difference / weight;
        var error = Math.Sqrt((estimate * p + q) / (weight * weight));
        return Result(cells, estimate, error, EffectSize.RiskDifference, level);
    }

    private static Cells[] Checked(IReadOnlyList<TwoByTwo> tables, double level)
    {
        Guard.Level(level);
        var cells = Cells.Of(tables);
        return cells.Length > 0
            ? cells
            : throw new ArgumentException("There are no tables: at least one is needed.", nameof(tables));
    }

    private static double Log(IReadOnlyList<TwoByTwo> tables, double r, double s) =>
        r > 0 && s > 0
            ? Math.Log(r / s)
            : throw new NoEstimateException(
                NoEstimateReason.NothingToCompare,
                "No table has what a common ratio needs: events in both arms."
            );

    private static CommonEffectResult Result(
        Cells[] cells,
        double estimate,
        double standardError,
        Func<Cells, Effect> effect,
        double level
    )
    {
        var q = 0.0;
        var informative = 0;
        foreach (var table in cells)
        {
            if (!table.SaysNothing)
            {
                informative++;
                var (y, v) = effect(table.HasZero ? table.Plus(0.5) : table);
                q += (y - estimate) * (y - estimate) / v;
            }
        }
        return CommonEffectResult.Of(cells.Length, estimate, standardError, q, informative, level);
    }
}

/// <summary>Peto's one-step method (Yusuf et al. 1985): good for rare events, similar arms and modest effects.</summary>
public static class Peto
{
    /// <summary>
    /// The common log odds ratio Σ(aᵢ − Eᵢ) / ΣVᵢ, with Eᵢ and Vᵢ the hypergeometric mean and variance of the events in
    /// the treated arm. Conventions are those of metafor 3.8-1's <c>rma.peto</c>.
    /// </summary>
    /// <exception cref="ArgumentException">An impossible table, or no table that says anything.</exception>
    /// <exception cref="NoEstimateException">The data admit no estimate.</exception>
    public static CommonEffectResult OddsRatio(IReadOnlyList<TwoByTwo> tables, double level = 0.95)
    {
        Guard.Level(level);
        var cells = Cells.Of(tables);
        double excess = 0;
        double variance = 0;
        double squares = 0;
        var informative = 0;
        foreach (var t in cells.Where(t => !t.SaysNothing))
        {
            informative++;
            var expected = (t.A + t.C) * t.TotalTreated / t.Total;
            var v = (t.A + t.C) * (t.B + t.D) * (t.TotalTreated / t.Total) * (t.TotalControl / t.Total) / (t.Total - 1);
            excess += t.A - expected;
            variance += v;
            squares += (t.A - expected) * (t.A - expected) / v;
        }
        if (!(variance > 0))
        {
            throw new NoEstimateException(
                NoEstimateReason.NothingToCompare,
                "Nobody, or everybody, had the event in every table: there is no odds ratio."
            );
        }
        var q = Math.Max(0, squares - excess * excess / variance);
        return CommonEffectResult.Of(cells.Length, excess / variance, Math.Sqrt(1 / variance), q, informative, level);
    }
}
