namespace Virker.Platform;

/// <summary>What is wrong with one field of a form, and what would be right.</summary>
/// <param name="Field">The field's name in the form, which is also its id.</param>
public sealed record FieldProblem(string Field, Text Text);

public static class FieldProblems
{
    /// <summary>What is wrong with a field; null when nothing is.</summary>
    public static string? Of(this IReadOnlyCollection<FieldProblem> problems, string field) =>
        problems.FirstOrDefault(p => p.Field == field)?.Text.ToString();
}
