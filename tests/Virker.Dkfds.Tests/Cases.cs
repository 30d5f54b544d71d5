using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Virker.Dkfds.Tests;

/// <summary>A component rendered twice: by the design system's template and by our tag helper.</summary>
/// <param name="Name">The test's name.</param>
/// <param name="Template">The template's path without ending.</param>
/// <param name="Macro">The macro in it.</param>
/// <param name="Parameters">What the macro is given.</param>
/// <param name="Helper">Our tag helper, given the same.</param>
/// <param name="Content">What stands between our tags.</param>
/// <param name="Part">The part of our output that the macro writes; none for all of it.</param>
internal sealed record Case(
    string Name,
    string Template,
    string Macro,
    object Parameters,
    Func<TagHelper> Helper,
    string? Content = null,
    string? Part = null
);

internal static class Cases
{
    public static IReadOnlyList<Case> All { get; } = [.. PageCases.All, .. ContentCases.All, .. FormCases.All];
}
