using Virker.Platform.Protection;

namespace Virker.Effects.Trials;

public enum TrialState
{
    /// <summary>The plan is being written; it may still change.</summary>
    Draft,

    /// <summary>The plan is frozen and lots are drawn.</summary>
    Enrolling,

    /// <summary>No more lots are drawn; the last outcomes are waited for.</summary>
    Following,
}

/// <summary>A trial (lodtrækningsforsøg) in one municipality.</summary>
public sealed class Trial
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The <see cref="TrialPlan"/> as JSON. From the freeze on it is never written again.</summary>
    public required string Plan { get; set; }
    public TrialState State { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public Guid CreatedBy { get; init; }

    /// <summary>SHA-256 of <see cref="Plan"/>, in hexadecimal, when it was frozen.</summary>
    public string? PlanHash { get; set; }
    public DateTimeOffset? FrozenAt { get; set; }
    public Guid? FrozenBy { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Why the drawing stopped before the planned number was reached.</summary>
    public string? ClosedWhy { get; set; }
}

/// <summary>A place on the list of lots. Places are drawn a block at a time, before anybody stands in them, and sealed:
/// nobody can see which arm comes next.</summary>
public sealed class TrialPlace
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid TrialId { get; init; }

    /// <summary>1, 2, 3 … in the order the places are given out.</summary>
    public int Number { get; init; }

    /// <summary>Sealed as field <c>arm</c>: <c>treatment</c> or <c>usual</c>.</summary>
    public required Sealed Arm { get; init; }
    public Guid? CitizenId { get; set; }
    public DateTimeOffset? DrawnAt { get; set; }
    public Guid? DrawnBy { get; set; }
}

/// <summary>Why a citizen who was asked is not in the trial.</summary>
public enum RefusalKind
{
    /// <summary>The citizen does not want to take part.</summary>
    Declined,

    /// <summary>The worker holds that the lot would not be right for the citizen.</summary>
    NotSuitable,
}

/// <summary>A citizen who met the conditions and is not in the trial. The flow diagram counts them.</summary>
public sealed class TrialRefusal
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid TrialId { get; init; }
    public Guid CitizenId { get; init; }
    public RefusalKind Kind { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid By { get; init; }
}

public enum LookKind
{
    /// <summary>The one look the plan allows on the way.</summary>
    Interim,
    Final,
}

/// <summary>A planned look at the outcomes, kept as it was seen. There is one of each kind at most.</summary>
public sealed class TrialLook
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid TrialId { get; init; }
    public LookKind Kind { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid By { get; init; }

    /// <summary>The <see cref="TrialResult"/> as JSON: numbers of groups, nobody's row.</summary>
    public required string Result { get; init; }

    /// <summary>Sealed as field <c>rows</c>: everybody's row without a name, as it was.</summary>
    public required Sealed Rows { get; init; }

    /// <summary>The proposal in the knowledge bank, where one was made.</summary>
    public Guid? ProposalId { get; set; }
}
