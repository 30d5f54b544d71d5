using Virker.Platform.Audit;

namespace Virker.Casework.Beliefs;

/// <summary>How likely a worker holds it that a citizen has ordinary paid work within a year. Rows are added, never
/// changed. It is the worker's own: nobody else is shown it, and no list, match or option may use it (see
/// <c>docs/method/belief.md</c>).</summary>
public sealed class Belief
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CitizenId { get; init; }
    public Guid WorkerId { get; init; }

    /// <summary>1 to 99: nobody knows for certain.</summary>
    [KeptOutOfLog]
    public int Percent { get; init; }

    /// <summary>The clock's instant, never one the worker gives.</summary>
    public DateTimeOffset RecordedAt { get; init; }
}
