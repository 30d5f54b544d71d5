using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework.Placements;

/// <summary>What a placement is called in the plan, in the rules and in the knowledge bank.</summary>
public static class PlacementPlan
{
    public static Text Name(PlacementKind kind) =>
        kind switch
        {
            PlacementKind.Internship => new("Virksomhedspraktik", "Company internship"),
            PlacementKind.PrivateWageSubsidy => new("Privat løntilskud", "Private wage subsidy"),
            PlacementKind.PublicWageSubsidy => new("Offentligt løntilskud", "Public wage subsidy"),
            _ => new("Ordinære løntimer", "Ordinary paid hours"),
        };

    /// <summary>The code in the taxonomy of interventions.</summary>
    public static string Intervention(PlacementKind kind) =>
        kind switch
        {
            PlacementKind.Internship => "ACT.BUS.PLACEMENT",
            PlacementKind.PrivateWageSubsidy => "ACT.BUS.WAGESUB.PRIVATE",
            PlacementKind.PublicWageSubsidy => "ACT.BUS.WAGESUB.PUBLIC",
            _ => "X.ORDHOURS",
        };

    internal static OfferKind Offer(PlacementKind kind) =>
        kind switch
        {
            PlacementKind.Internship => OfferKind.Internship,
            PlacementKind.PrivateWageSubsidy => OfferKind.PrivateWageSubsidy,
            PlacementKind.PublicWageSubsidy => OfferKind.PublicWageSubsidy,
            _ => OfferKind.PaidHours,
        };

    internal static OfferPurpose Offer(PlacementPurpose purpose) =>
        purpose switch
        {
            PlacementPurpose.ClarifyGoal => OfferPurpose.ClarifyGoal,
            PlacementPurpose.TrainSkills => OfferPurpose.TrainSkills,
            PlacementPurpose.ReachPaidHours => OfferPurpose.ReachPaidHours,
            _ => OfferPurpose.KeepOwnJob,
        };

    /// <summary>What the worker knows, as the rules ask for it. The rest is added from what the municipality knows.</summary>
    internal static PlacementFacts Facts(this PlacementTerms terms, string targetGroup) =>
        new()
        {
            Kind = Offer(terms.Kind),
            TargetGroup = targetGroup,
            From = terms.From!.Value,
            To = terms.To!.Value,
            WeeklyMinutes = Math.Max(0, terms.WeeklyMinutes ?? 0),
            PaidMinutes = terms.Steps.Select(s => s.WeeklyMinutes).Append(0).Max(),
            PaidHoursInOtherFunction =
                terms.PaidTasks is null ? YesNo.Unknown
                : string.Equals(terms.PaidTasks, terms.Tasks, StringComparison.OrdinalIgnoreCase) ? YesNo.No
                : YesNo.Yes,
            Purpose = terms.Purpose is { } purpose ? Offer(purpose) : null,
            HasIndividualAssessment = terms.ExtensionReason is not null,
            HasVerySpecialNeed = terms.HasVerySpecialNeed && terms.ExtensionReason is not null,
            IsNewlyQualified = terms.IsNewlyQualified,
            IsSelfFound = terms.IsSelfFound,
            IsMostRecentEmployer = terms.IsMostRecentEmployer,
            IsOwnJob = terms.IsOwnJob,
            HasStatement = terms.HasStatement ? YesNo.Yes : YesNo.Unknown,
            IsLoneProvider = terms.IsLoneProvider,
            IsNetIncrease = terms.IsNetIncrease,
            HourlyWage = terms.HourlyWage,
        };
}
