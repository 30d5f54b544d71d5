using Virker.Platform.Protection;

namespace Virker.Casework.Conversations;

public enum ConversationKind
{
    First,
    FollowUp,

    /// <summary>At the workplace, with the employer.</summary>
    AtWorkplace,
    Phone,
    Video,
    HandOver,
}

/// <summary>What became of a planned conversation.</summary>
public enum ConversationState
{
    Planned,
    Held,
    CancelledByCitizen,
    CancelledByUs,
    NoShow,
}

/// <summary>A conversation with the citizen (samtale), planned or held, and the next step they agreed.</summary>
public sealed class Conversation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CitizenId { get; init; }
    public ConversationKind Kind { get; set; }
    public ConversationState State { get; set; }

    /// <summary>The day it is planned for or was held.</summary>
    public DateOnly On { get; set; }

    /// <summary>Time of day, when one is agreed.</summary>
    public TimeOnly? At { get; set; }
    public Guid WorkerId { get; set; }

    /// <summary>What the citizen said, sealed as field <c>citizen_words</c>.</summary>
    public Sealed? CitizenWords { get; set; }

    /// <summary>The worker's note, sealed as field <c>note</c>.</summary>
    public Sealed? Note { get; set; }

    /// <summary>What they agreed to do next, written so that the citizen can read it.</summary>
    public string? NextStep { get; set; }
    public DateOnly? NextStepBy { get; set; }
    public DateTimeOffset? RecordedAt { get; set; }
}
