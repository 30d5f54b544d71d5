using Virker.Platform.Accounts;

namespace Virker.Casework.Tasks;

public enum TaskKind
{
    /// <summary>Made by hand.</summary>
    Own,
    Conversation,
    NextStep,
    PlacementFollowUp,
    PlacementEnds,
    GrowPaidHours,
    Statement,
    EmployerContact,
    HoursMissing,
    HoursDiffer,

    /// <summary>The worker is to measure progress.</summary>
    Measurement,

    /// <summary>The citizen has not used the link to the questions.</summary>
    UnansweredLink,

    /// <summary>The citizen has another contact: the two contacts and the citizen are to meet.</summary>
    JointMeeting,

    /// <summary>Support around the start of a job in IPS.</summary>
    JobSupport,
}

/// <summary>Something a worker has to do by a day.</summary>
public sealed class CaseTask
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public TaskKind Kind { get; init; }

    /// <summary>What the task is about, so that the same deadline makes one task and not two:
    /// <c>placement_follow_up/…/2026-11-30</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The conversation, placement or workplace the task is about.</summary>
    public Guid? AboutId { get; init; }
    public Guid? CitizenId { get; init; }
    public Guid? WorkplaceId { get; init; }
    public Guid OwnerId { get; set; }

    /// <summary>The deadline. Putting a task off does not move it.</summary>
    public DateOnly Due { get; init; }

    /// <summary>Put off: the task stands on no list before this day.</summary>
    public DateOnly? SnoozedTo { get; set; }

    /// <summary>The worker's own words for a task made by hand; the others speak from their kind.</summary>
    public string? Words { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? DoneAt { get; set; }
    public Guid? DoneBy { get; set; }

    internal void Finish(Worker by, DateTimeOffset at) => (DoneAt, DoneBy) = (at, by.Id);

    internal void Reopen() => (DoneAt, DoneBy) = (null, null);
}
