using Virker.Platform;

namespace Virker.Evidence.Bank;

/// <summary>The assessment that weighs a study: a researcher's, or the provisional rule's.</summary>
/// <param name="Quality">good, satisfactory or not_satisfactory.</param>
/// <param name="Points">The points of the provisional rule; empty for a researcher's.</param>
public sealed record StudyAssessment(
    string StudyId,
    string Quality,
    bool IsProvisional,
    Text Reason,
    string? AssessedByRole,
    DateOnly? AssessedOn,
    IReadOnlyList<AssessmentPoint> Points
);

/// <summary>One criterion of the provisional rule and what it gave.</summary>
public sealed record AssessmentPoint(string RuleId, string Criterion, Text Label, Text Explanation, int Points);
