namespace Virker.Platform.Audit;

/// <summary>One line of the log: who did or saw what, when and why. Lines are only ever added.</summary>
public sealed class AuditEntry
{
    /// <summary>1, 2, 3 … without gaps.</summary>
    public long Seq { get; init; }

    /// <summary>To the millisecond: what both databases keep exactly.</summary>
    public DateTimeOffset At { get; init; }
    public Guid WorkerId { get; init; }

    /// <summary>The name at the time.</summary>
    public required string WorkerName { get; init; }

    /// <summary>What was done: <c>look.citizen</c>, <c>placement.start</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Why, in the worker's words or the page's.</summary>
    public string? Why { get; init; }

    /// <summary>What changed, as JSON; protected fields show that they changed, never to what.</summary>
    public string? Detail { get; init; }

    /// <summary>HMAC of this line and the one before it.</summary>
    public required byte[] Mac { get; init; }
}

/// <summary>A citizen a line of the log concerns.</summary>
public sealed class AuditCitizen
{
    public long Seq { get; init; }
    public Guid CitizenId { get; init; }
}

/// <summary>The end of the chain, sealed by itself, so that lines cut off at the end are missed.</summary>
public sealed class AuditHead
{
    public int Id { get; init; } = 1;
    public long Seq { get; set; }
    public required byte[] Mac { get; set; }
    public required byte[] Seal { get; set; }
}
