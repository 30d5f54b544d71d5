using Virker.Platform;

namespace Virker.Effects.Costs;

/// <summary>Whose money it is.</summary>
public enum Budget
{
    Municipality,
    Region,
    State,

    /// <summary>Worth something, but on no public budget: what people earn and produce.</summary>
    Society,

    /// <summary>Public money; the source does not say whose.</summary>
    Unknown,
}

/// <summary>Who pays a line.</summary>
public enum Payer
{
    Municipality,
    Region,
    State,

    /// <summary>The municipality, with the state's refund by weeks of support.</summary>
    Refund,
    Society,
    Unknown,
}

public enum CostKind
{
    /// <summary>What the effort costs if nobody changes what they do.</summary>
    Mechanical,

    /// <summary>A difference in money that a trial measured: effort and behaviour in one.</summary>
    Measured,

    /// <summary>What follows when people do something else: price times a named study's effect.</summary>
    Behaviour,
}

/// <summary>How sure an amount is.</summary>
public enum Spread
{
    Fixed,
    Uniform,
    Triangular,

    /// <summary>Low and high are the 2.5 and 97.5 % quantiles.</summary>
    Normal,
}

/// <summary>Who, what, how many, when.</summary>
/// <param name="Who">A target group of the taxonomy.</param>
/// <param name="What">An intervention of the taxonomy.</param>
/// <param name="Start">Year 1 begins; shipped prices and refund are those of this day.</param>
/// <param name="AllEvidence">Also counts on evidence that is not admissible.</param>
public sealed record Proposal(
    string Who,
    string What,
    int Citizens,
    DateOnly Start,
    bool AllEvidence = false,
    int Draws = 10_000,
    ulong Seed = 1
);

/// <summary>How people act differently, by a named study: a share of the citizens, or a mean per citizen.</summary>
/// <param name="Key">The same finding is the same draw in every line.</param>
/// <param name="Counts">The 2×2 table, where the study has one and nobody changed the size.</param>
/// <param name="Low">2.5 % quantile of what is no table; null: taken as certain.</param>
/// <param name="IsMean">In the study's unit for each citizen, not a share of them.</param>
/// <param name="IsChanged">By the user; the study is then only what it is compared with.</param>
public sealed record Effect(
    string Key,
    decimal Size,
    (int EventsTreated, int Treated, int EventsControl, int Control)? Counts,
    decimal? Low,
    decimal? High,
    bool IsMean,
    bool IsChanged
);

/// <summary>A line of a calculation, with its price found and its study looked up.</summary>
/// <param name="Name">Lines of the same name share one draw of the amount.</param>
/// <param name="Oere">Of one unit.</param>
/// <param name="Units">For each citizen, or for each who acts differently; below 0 is saved.</param>
/// <param name="WeeksPerUnit">Of a benefit.</param>
/// <param name="WeeksBefore">On support before the first unit, which decides the refund.</param>
/// <param name="ReturnFlow">The share that comes back to the state in tax and duties.</param>
public sealed record CostLine(
    string Name,
    CostKind Kind,
    int Year,
    Payer Payer,
    long Oere,
    decimal Units,
    Text RestsOn,
    decimal? WeeksPerUnit,
    int? WeeksBefore,
    Effect? Effect,
    decimal ReturnFlow,
    Spread Spread,
    long? Low,
    long? High
);
