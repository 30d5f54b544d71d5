using Virker.Rules;

namespace Virker.Casework.Placements;

/// <summary>A placement as the rules ask for it.</summary>
public static class PlacementPlan
{
    internal static OfferPurpose Offer(PlacementPurpose purpose) =>
        purpose switch
        {
            PlacementPurpose.ClarifyGoal => OfferPurpose.ClarifyGoal,
            PlacementPurpose.TrainSkills => OfferPurpose.TrainSkills,
            PlacementPurpose.ReachPaidHours => OfferPurpose.ReachPaidHours,
            PlacementPurpose.KeepOwnJob => OfferPurpose.KeepOwnJob,
        };

    /// <summary>What the worker knows, as the rules ask for it. The rest is added from what the municipality knows.</summary>
    internal static PlacementFacts Facts(this PlacementTerms terms, string targetGroup) =>
        new()
        {
            Kind = PlacementKinds.Of(terms.Kind).Offer,
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
