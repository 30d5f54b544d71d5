namespace Virker.Casework.Fidelity;

/// <summary>A review of how truly a team works by IPS on a day.</summary>
public sealed class FidelityReview
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid TeamId { get; init; }
    public DateOnly On { get; init; }
    public Guid WrittenBy { get; init; }
    public DateTimeOffset WrittenAt { get; init; }
}

/// <summary>What a score rests on.</summary>
public enum FidelitySource
{
    /// <summary>Gennemgang af sager.</summary>
    RecordReview,
    Interview,
    Observation,
}

/// <summary>One item of a review; an item nobody has scored has no row.</summary>
public sealed class FidelityScore
{
    public Guid ReviewId { get; init; }

    /// <summary>1 to 25.</summary>
    public int Item { get; init; }

    /// <summary>1 to 5; null where only a note is written.</summary>
    public int? Score { get; set; }

    /// <summary>What was seen. About the team, never about a citizen.</summary>
    public string? Note { get; set; }
    public FidelitySource? Source { get; set; }
}
