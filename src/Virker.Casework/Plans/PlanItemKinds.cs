using Virker.Platform;

namespace Virker.Casework.Plans;

/// <summary>What a kind of line in the plan is, for everything that asks.</summary>
/// <param name="Intervention">The code in the taxonomy of interventions, where the kind alone gives one.</param>
public sealed record PlanItemTraits(Text Name, string? Intervention)
{
    /// <summary>Begun and ended on a page of its own, which writes the line.</summary>
    public bool IsPlacement { get; init; }

    /// <summary>Aimed at a job in itself.</summary>
    public bool IsJobDirected { get; init; }

    /// <summary>Support beside the job: the core element of that name.</summary>
    public bool IsSupport { get; init; }
}

public static class PlanItemKinds
{
    private static readonly PlanItemTraits Placement = new(new("På en arbejdsplads", "At a workplace"), null)
    {
        IsPlacement = true,
    };

    private static readonly PlanItemTraits Mentor = new(new("Mentor", "Mentor"), "X.MENTOR") { IsSupport = true };

    private static readonly PlanItemTraits Treatment = new(new("Behandling", "Treatment"), null) { IsSupport = true };

    private static readonly PlanItemTraits Course = new(new("Kursus", "Course"), "ACT.CRS") { IsSupport = true };

    private static readonly PlanItemTraits Guidance = new(new("Vejledning", "Guidance"), "X.GUIDE")
    {
        IsSupport = true,
    };

    private static readonly PlanItemTraits JobSearch = new(new("Jobsøgning", "Job search"), "X.JOBSEARCH")
    {
        IsJobDirected = true,
    };

    public static PlanItemTraits Of(PlanItemKind kind) =>
        kind switch
        {
            PlanItemKind.JobSearch => JobSearch,
            PlanItemKind.Placement => Placement,
            PlanItemKind.Mentor => Mentor,
            PlanItemKind.Treatment => Treatment,
            PlanItemKind.Course => Course,
            PlanItemKind.Guidance => Guidance,
        };
}
