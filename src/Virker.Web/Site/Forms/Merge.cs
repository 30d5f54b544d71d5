using Virker.Dkfds;

namespace Virker.Web.Site.Forms;

/// <summary>
/// Two people change the same: what a field showed when this form was opened, what stands there now, and what is typed.
/// A field this person did not touch keeps what the other wrote; one that both changed is shown to the second.
/// </summary>
/// <param name="Fields">What is to be saved; or shown, when there is <paramref name="Theirs"/>.</param>
/// <param name="Before">What the fields show now, for the next time.</param>
/// <param name="Theirs">What the other wrote where both did.</param>
public sealed record Merge(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Fields,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Before,
    IReadOnlyList<FieldChanged> Theirs
)
{
    /// <summary>Compares what was sent with the form as the page would show it <paramref name="now"/>.</summary>
    public static Merge Of(SentForm sent, DkForm now)
    {
        ArgumentNullException.ThrowIfNull(sent);
        ArgumentNullException.ThrowIfNull(now);
        var merged = new Dictionary<string, IReadOnlyList<string>>(sent.Fields, StringComparer.OrdinalIgnoreCase);
        var before = new Dictionary<string, IReadOnlyList<string>>(sent.Before, StringComparer.OrdinalIgnoreCase);
        List<FieldChanged> theirs = [];
        // Fields of one name are one list: rows of day and hours.
        foreach (var group in now.Fields.GroupBy(f => f.Name, StringComparer.OrdinalIgnoreCase))
        {
            var field = group.First();
            var stands = Said(group.SelectMany(f => f.Values));
            var typed = Said(sent.Fields.GetValueOrDefault(field.Name, []));
            if (field.Kind == DkFieldKind.Stamp)
            {
                if (field.IsGuard && !typed.SequenceEqual(stands))
                    theirs.Add(new(field.Name, field.Label, field.Shown));
                merged[field.Name] = field.Values;
                continue;
            }

            // A field that was not there when the form was opened.
            if (!sent.Before.TryGetValue(field.Name, out var shown))
                continue;
            var was = Said(shown);
            before[field.Name] = stands;
            if (typed.SequenceEqual(was))
                merged[field.Name] = [.. group.SelectMany(f => f.Values)];
            else if (!stands.SequenceEqual(was) && !stands.SequenceEqual(typed))
                theirs.Add(new(field.Name, field.Label, string.Join(", ", group.Select(f => f.Shown))));
        }

        return new(merged, before, theirs);
    }

    private static List<string> Said(IEnumerable<string> values) =>
        [.. values.Select(v => CleanText.Of(v).Trim()).Where(v => v != "")];
}
