using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Import;

namespace Virker.Casework.CoreElements;

/// <summary>One of the six core elements (kerneelementer) of <i>Flere skal med</i>.</summary>
/// <param name="When">When Virker holds it to be in place: ours, see <c>docs/method/core-elements.md</c>.</param>
/// <param name="FreshDays">What was said or held more days ago is old; null where age does not decide.</param>
public sealed record CoreElement(string Code, Text Name, Text When, int? FreshDays, string SourceUrl)
{
    /// <summary>All six, in the order of the evaluation: <c>data/core_elements/core_elements.csv</c>.</summary>
    public static IReadOnlyList<CoreElement> All { get; } =
        ShippedRows.Read(
            new RowFormat<CoreElement>(
                "core_elements",
                ["code", "name_da", "name_en", "when_da", "when_en", "fresh_days", "source_url"],
                row =>
                    new(
                        row.Key("code"),
                        row.Both("name", required: true),
                        row.Both("when", required: true),
                        row.WholeNumber("fresh_days", 1),
                        row.Url("source_url", required: true)
                    ),
                e => [e.Code]
            )
        );

    internal static int FreshDaysOf(string code) => All.Single(e => e.Code == code).FreshDays!.Value;
}

public enum ElementState
{
    InPlace,
    Partly,
    Missing,
}

/// <summary>Why an element is in place, partly in place or missing.</summary>
public enum ElementReason
{
    GoalSaid,
    GoalOld,
    GoalMissing,
    ContactAndTalk,
    ContactWithoutTalk,
    ContactMissing,
    MatchGrows,
    MatchStandsStill,
    PlacementMissing,
    AgreementWhole,
    AgreementWithoutPaidHours,
    AgreementWithoutFollowUp,
    SupportAndResources,
    SupportWithoutJob,
    SupportWithoutResources,
    ResourcesWithoutSupport,
    SupportMissing,
    FollowedUp,
    FollowUpNotDue,
    FollowUpLate,
}

/// <summary>How one element stands, and the day it rests on where it rests on one.</summary>
public sealed record ElementFinding(string Code, ElementState State, ElementReason Reason, DateOnly? On);
