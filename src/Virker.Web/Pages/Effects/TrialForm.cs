using System.Globalization;
using Virker.Effects.Trials;
using Virker.Platform;
using Virker.Web.Site;

namespace Virker.Web.Pages.Effects;

/// <summary>The fields of a plan as they are written.</summary>
public sealed class TrialForm
{
    public string? Title { get; set; }
    public string? Question { get; set; }
    public string? Intervention { get; set; }
    public string? Treatment { get; set; }
    public string? Usual { get; set; }
    public IList<string> TargetGroups { get; init; } = new List<string>();
    public string? EvidenceGroup { get; set; }
    public string? WeeksInGroup { get; set; }
    public string? WeeksWithoutHours { get; set; }
    public string? Primary { get; set; }
    public string? Weeks { get; set; }
    public IList<string> Secondary { get; init; } = new List<string>();
    public string? People { get; set; }
    public string? ExpectedUsual { get; set; }
    public string? ExpectedTreatment { get; set; }
    public string? Spread { get; set; }
    public string? InterimPercent { get; set; }
    public string? Notes { get; set; }
    public string? LegalBasis { get; set; }

    public static TrialForm Of(TrialPlan plan) =>
        new()
        {
            Title = plan.Title,
            Question = plan.Question,
            Intervention = plan.Intervention,
            Treatment = plan.Treatment,
            Usual = plan.Usual,
            TargetGroups = [.. plan.TargetGroups ?? []],
            EvidenceGroup = plan.EvidenceGroup,
            WeeksInGroup = Text(plan.WeeksInGroup),
            WeeksWithoutHours = Text(plan.WeeksWithoutHours),
            Primary = plan.Primary?.Code(),
            Weeks = Text(plan.Weeks),
            Secondary = [.. (plan.Secondary ?? []).Select(o => o.Code())],
            People = Text(plan.People),
            ExpectedUsual = Text(plan.ExpectedUsual),
            ExpectedTreatment = Text(plan.ExpectedTreatment),
            Spread = Text(plan.Spread),
            InterimPercent = Text(plan.InterimPercent),
            Notes = plan.Notes,
            LegalBasis = plan.LegalBasis,
        };

    /// <summary>What the fields say; what cannot be read as a number becomes one the room refuses beside its field.</summary>
    public TrialPlan Plan() =>
        new(
            TypedText.OrNull(Title),
            TypedText.OrNull(Question),
            TypedText.OrNull(Intervention),
            TypedText.OrNull(Treatment),
            TypedText.OrNull(Usual),
            [.. TargetGroups],
            TypedText.OrNull(EvidenceGroup),
            TypedNumber.Whole(WeeksInGroup),
            TypedNumber.Whole(WeeksWithoutHours),
            TypedChoice.Of<OutcomeKind>(Primary, "primary"),
            TypedNumber.Whole(Weeks),
            [.. Secondary.Select(code => TypedChoice.Of<OutcomeKind>(code, "secondary")).OfType<OutcomeKind>()],
            TypedNumber.Whole(People),
            TypedNumber.Number(ExpectedUsual),
            TypedNumber.Number(ExpectedTreatment),
            TypedNumber.Number(Spread),
            TypedNumber.Whole(InterimPercent),
            TypedText.OrNull(Notes),
            TypedText.OrNull(LegalBasis)
        );

    private static string? Text(decimal? number) => number?.ToString("0.##", CultureInfo.CurrentCulture);
}
