namespace Virker.Statistics.Survival;

/// <summary>How events at the same time share the risk.</summary>
public enum CoxTies
{
    /// <summary>The tied leave the risk set by equal parts: Efron (1977). R's default.</summary>
    Efron,

    /// <summary>All who are tied are at risk for all of it: Breslow (1974).</summary>
    Breslow,
}

/// <summary>What else is known about the rows of a Cox regression.</summary>
public sealed record CoxOptions
{
    /// <summary>How ties are treated.</summary>
    public CoxTies Ties { get; init; }

    /// <summary>When each row came under observation; at risk on (start, time]. Null: from the beginning.</summary>
    public IReadOnlyList<double>? Starts { get; init; }

    /// <summary>A baseline of its own for each stratum; null for one.</summary>
    public IReadOnlyList<string>? Strata { get; init; }

    /// <summary>Case weights, finite and above 0; null for 1 each.</summary>
    public IReadOnlyList<double>? Weights { get; init; }
}
