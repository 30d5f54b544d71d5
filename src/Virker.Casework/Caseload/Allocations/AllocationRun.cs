using System.Text.Json;
using Virker.Allocation;
using Virker.Platform;
using Virker.Platform.Audit;

namespace Virker.Casework.Caseload.Allocations;

public enum AllocationState
{
    /// <summary>Being computed, or cut off while it was.</summary>
    Asked,

    /// <summary>There is an answer: moves, nothing to move, or what stands in the way.</summary>
    Answered,
    Accepted,
    Declined,
}

/// <summary>A proposal for who has which cases, asked for by a leader. Nothing happens before it is accepted.</summary>
public sealed class AllocationRun
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid AskedBy { get; init; }
    public DateTimeOffset AskedAt { get; init; }

    /// <summary>The team it is about; null for the whole municipality.</summary>
    public Guid? TeamId { get; init; }

    /// <summary>Who is to give all cases away, beside those whose account is closed.</summary>
    public Codes Leaving { get; init; } = Codes.None;

    /// <summary>The ceiling it is computed with.</summary>
    public int Ceiling { get; init; }
    public AllocationState State { get; set; }

    /// <summary>The proposal as JSON; null until there is one.</summary>
    [KeptOutOfLog]
    public string? Proposal { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }

    internal IReadOnlySet<Guid> Leavers => Leaving.Select(Guid.Parse).ToHashSet();

    internal void Answer(AllocationProposal proposal) =>
        (Proposal, State) = (JsonSerializer.Serialize(proposal), AllocationState.Answered);

    internal AllocationProposal? Read() =>
        Proposal is null ? null : JsonSerializer.Deserialize<AllocationProposal>(Proposal);
}
