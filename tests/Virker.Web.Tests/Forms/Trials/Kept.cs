using System.Net;

namespace Virker.Web.Tests.Forms;

/// <summary>A refusal as it should be: the form with what was typed, and a message.</summary>
internal static class Kept
{
    /// <param name="except">Fields whose value cannot stand: an option that is not in the list.</param>
    public static IEnumerable<string> Wrong(
        Place place,
        ServedForm sent,
        Answer answer,
        IReadOnlyCollection<string> except
    )
    {
        if (answer.IsOurFault)
        {
            yield return $"{answer}";
            yield break;
        }

        if (
            answer.Status
            is not (
                HttpStatusCode.OK
                or HttpStatusCode.BadRequest
                or HttpStatusCode.Conflict
                or HttpStatusCode.UnprocessableEntity
            )
        )
        {
            yield return $"{answer}";
            yield break;
        }

        if (place.Served(answer) is not { } kept)
        {
            yield return $"the form is not kept: {answer}";
            yield break;
        }

        if (
            answer.Page.QuerySelector(
                ".form-error-message, .alert-error, .alert-warning, .p-rule, #changed-meanwhile, #done-already"
            )
            is null
        )
        {
            yield return $"no message: {answer}";
        }
        foreach (
            var field in sent.Fields.Where(f =>
                f.Kind is not (FieldKind.Hidden or FieldKind.Password or FieldKind.File or FieldKind.Button)
            )
        )
        {
            string? typed = sent[field.Name];
            if (typed is null || except.Contains(field.Name))
                continue;
            string? stands = kept[field.Name];
            if (Same(stands) != Same(typed))
                yield return $"{field.Name} holds \"{Short(stands)}\" where \"{Short(typed)}\" was typed";
        }
    }

    private static string Short(string? text) => text is { Length: > 60 } ? text[..60] + "…" : text ?? "";

    private static string Same(string? text) =>
        (text ?? "")
            .Replace("\0", "", StringComparison.Ordinal)
            .Replace("\u202E", "", StringComparison.Ordinal)
            .Replace("\uFFFD", "", StringComparison.Ordinal)
            .Replace("%ED%A0%80", "", StringComparison.Ordinal)
            .Replace(ServedForm.LoneSurrogate, "", StringComparison.Ordinal)
            .ReplaceLineEndings("\n")
            .Trim();
}
