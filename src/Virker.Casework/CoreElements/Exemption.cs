namespace Virker.Casework.CoreElements;

/// <summary>A time the citizen is exempt (fritaget) and so out of the count of results. Why is health and stays in the
/// assessment.</summary>
public sealed class Exemption
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CitizenId { get; init; }
    public DateOnly From { get; init; }

    /// <summary>Last day; null while it runs.</summary>
    public DateOnly? To { get; set; }
    public Guid RecordedBy { get; init; }
    public DateTimeOffset RecordedAt { get; init; }
}
