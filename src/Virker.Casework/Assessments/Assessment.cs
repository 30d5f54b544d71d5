using Virker.Platform;
using Virker.Platform.Protection;

namespace Virker.Casework.Assessments;

/// <summary>
/// One version of the individual assessment (individuel vurdering): the citizen's words beside the worker's. A new
/// version is added; old ones stay readable.
/// </summary>
public sealed class Assessment
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CitizenId { get; init; }

    /// <summary>1, 2, 3 … for the citizen.</summary>
    public int Version { get; init; }
    public DateTimeOffset MadeAt { get; init; }
    public Guid AuthorId { get; init; }

    /// <summary>What the citizen says of strengths, wishes and what stands in the way; sealed as <c>citizen_words</c>.</summary>
    public Sealed? CitizenWords { get; init; }

    /// <summary>What the worker sees; sealed as <c>worker_words</c>.</summary>
    public Sealed? WorkerWords { get; init; }

    /// <summary>Codes of resources, wishes and barriers other than health: see <c>data/reference/assessment.csv</c>.</summary>
    public Codes Resources { get; init; } = Codes.None;
    public Codes Wishes { get; init; } = Codes.None;
    public Codes Barriers { get; init; } = Codes.None;
    public string? WorkHistory { get; init; }

    /// <summary>Has a qualifying education; null when not known.</summary>
    public bool? HasEducation { get; init; }

    /// <summary>The citizen wants to work; null when not known.</summary>
    public bool? WantsToWork { get; init; }

    /// <summary>The citizen agreed that health and treatment are written down.</summary>
    public DateOnly? HealthConsentOn { get; init; }

    /// <summary>Health and treatment, sealed as <c>health</c> (JSON of <see cref="HealthFacts"/>); null without consent.</summary>
    public Sealed? Health { get; init; }
}

/// <summary>What is known of health and treatment, in the shape it is sealed.</summary>
public sealed record HealthFacts(
    string? Words,
    bool? SevereMentalIllness,
    bool? InPsychiatricTreatment,
    bool? Musculoskeletal,
    bool? Substance
);
