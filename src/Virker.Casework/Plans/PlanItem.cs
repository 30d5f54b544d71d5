namespace Virker.Casework.Plans;

/// <summary>In the order a worker chooses from them.</summary>
public enum PlanItemKind
{
    JobSearch,
    Mentor,
    Course,
    Guidance,
    Treatment,
    Placement,
}

/// <summary>A line of the plan (Min Plan): what is done, from when to when, and whether it is aimed at a job.</summary>
public sealed class PlanItem
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CitizenId { get; init; }
    public PlanItemKind Kind { get; init; }

    /// <summary>The intervention's code in the taxonomy, where it has one.</summary>
    public string? Intervention { get; init; }
    public required string Title { get; init; }

    /// <summary>Aimed at a job in itself: a plan without any such line warns, since parallel beats staircase.</summary>
    public bool IsJobDirected { get; init; }
    public DateOnly From { get; set; }
    public DateOnly? To { get; set; }
    public Guid? PlacementId { get; init; }
    public DateTimeOffset AddedAt { get; init; }
    public Guid AddedBy { get; init; }

    /// <summary>Ended before time or taken out, with the reason.</summary>
    public DateOnly? EndedOn { get; set; }
    public string? EndReason { get; set; }
}
