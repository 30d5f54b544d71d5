namespace Virker.Casework.Placements;

public enum PlacementKind
{
    /// <summary>Virksomhedspraktik.</summary>
    Internship,
    PrivateWageSubsidy,
    PublicWageSubsidy,

    /// <summary>Ordinære løntimer without another placement.</summary>
    PaidHours,
}

public enum PlacementPurpose
{
    ClarifyGoal,
    TrainSkills,
    ReachPaidHours,

    /// <summary>Arbejdsfastholdelse.</summary>
    KeepOwnJob,
}

public enum PlacementState
{
    /// <summary>Written, not yet agreed by all.</summary>
    Proposed,

    /// <summary>Agreed with citizen and workplace; the agreement can be printed.</summary>
    Agreed,
    Ended,
    Cancelled,
}

/// <summary>A citizen at a workplace for a time.</summary>
public sealed class Placement
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CitizenId { get; init; }
    public Guid WorkplaceId { get; init; }
    public PlacementKind Kind { get; init; }
    public PlacementPurpose Purpose { get; init; }
    public PlacementState State { get; set; }

    /// <summary>The target group the rules were checked for.</summary>
    public required string TargetGroup { get; init; }
    public DateOnly From { get; set; }
    public DateOnly To { get; set; }

    /// <summary>Unpaid or subsidised minutes a week.</summary>
    public int WeeklyMinutes { get; set; }

    /// <summary>What the citizen trains; the paid hours have tasks of their own.</summary>
    public required string Tasks { get; set; }
    public string? PaidTasks { get; set; }

    /// <summary>Mentor at the workplace.</summary>
    public string? MentorName { get; set; }
    public int? MentorMinutes { get; set; }

    /// <summary>The job consultant who supports.</summary>
    public Guid? SupportedBy { get; set; }

    /// <summary>Weeks between follow-ups.</summary>
    public int FollowUpWeeks { get; set; }

    /// <summary>Employer and employee representative stated in writing that the ratio holds.</summary>
    public bool? HasStatement { get; set; }

    /// <summary>The individual assessment behind a long placement.</summary>
    public string? ExtensionReason { get; set; }
    public DateTimeOffset StartedAt { get; init; }
    public Guid StartedBy { get; init; }

    /// <summary>What the rules said then, as JSON (see <see cref="KeptCheck"/>), so that the decision can be read
    /// later.</summary>
    public required string RuleMessages { get; set; }

    /// <summary>Why the worker went on although a rule warned.</summary>
    public string? WarningsAnswered { get; init; }
    public DateOnly? EndedOn { get; set; }
    public string? EndReason { get; set; }

    /// <summary>The workplace hired the citizen on ordinary terms afterwards; null while not known.</summary>
    public bool? WasHired { get; set; }
}

/// <summary>Agreed paid hours from a day on; several steps show how they grow.</summary>
public sealed class PaidHoursStep
{
    public Guid PlacementId { get; init; }
    public DateOnly From { get; init; }
    public int WeeklyMinutes { get; set; }
}
