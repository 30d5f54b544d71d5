namespace Virker.Evidence.Proposals;

public enum ProposalState
{
    /// <summary>Waits for an editor.</summary>
    Waiting,
    Published,
    Refused,
}

/// <summary>A study somebody outside the editorial staff asks to have in the bank. Nothing of it is knowledge before an
/// editor has approved it; decided, the row stays as it is.</summary>
public sealed class Proposal
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The municipality it comes from.</summary>
    public required string From { get; init; }
    public required string Title { get; init; }

    /// <summary>The rows, as the files of the bank.</summary>
    public required string StudiesCsv { get; init; }
    public required string FindingsCsv { get; init; }
    public Guid ProposedBy { get; init; }
    public required string ProposedByName { get; init; }
    public DateTimeOffset ProposedAt { get; init; }
    public ProposalState State { get; set; }
    public Guid? DecidedBy { get; set; }
    public string? DecidedByName { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }
    public string? RefusedWhy { get; set; }

    /// <summary>The bank's version that has it.</summary>
    public int? Version { get; set; }
}
