using Virker.Platform;

namespace Virker.Casework.Caseload;

/// <summary>What a worker has room for. A worker without a row works full time with cases, speaks Danish, covers the
/// whole municipality and is here.</summary>
public sealed class WorkTerms
{
    public Guid WorkerId { get; init; }

    /// <summary>How much of full time goes to cases, in percent: part-time, elected duties and work that is not cases are
    /// what is missing.</summary>
    public int Percent { get; set; } = 100;

    /// <summary>Codes of <see cref="CaseLanguages"/>.</summary>
    public Codes Languages { get; set; } = Codes.None;

    /// <summary>The postal codes the worker covers; none when all.</summary>
    public Codes Areas { get; set; } = Codes.None;

    /// <summary>The first day in the job, where it matters still.</summary>
    public DateOnly? BeganOn { get; set; }

    /// <summary>Vacation, sickness or leave; null when none is written.</summary>
    public DateOnly? AwayFrom { get; set; }

    /// <summary>Last day away; null when not known.</summary>
    public DateOnly? AwayTo { get; set; }

    /// <summary>Who looks after the cases meanwhile.</summary>
    public Guid? CoverId { get; set; }

    public bool IsAway(DateOnly on) => AwayFrom <= on && (AwayTo is null || AwayTo >= on);

    /// <summary>The first half year.</summary>
    public bool IsNew(DateOnly on) => BeganOn is { } began && on >= began && on < began.AddMonths(6);
}
