using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Virker.Dkfds;

/// <summary>What a field holds, which says how a browser and a reader treat it.</summary>
public enum DkFieldKind
{
    /// <summary>One line, typed.</summary>
    Line,

    /// <summary>Several lines, typed.</summary>
    Text,

    /// <summary>Chosen: a choice, a day, a time.</summary>
    Choice,

    /// <summary>Not shown: what the form was filled from.</summary>
    Stamp,
}

/// <summary>A field as the page gave it.</summary>
/// <param name="Name">The name it is sent under.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Label">What it asks for.</param>
/// <param name="Values">What it sends when nobody touches it.</param>
/// <param name="Shown">The same, as a reader sees it.</param>
/// <param name="IsMany">Whether one field sends several values.</param>
/// <param name="IsGuard">For a stamp: the form is not to be saved unseen when it has changed.</param>
public sealed record DkField(
    string Name,
    DkFieldKind Kind,
    string Label,
    IReadOnlyList<string> Values,
    string Shown,
    bool IsMany = false,
    bool IsGuard = false
);

/// <summary>
/// A form while its fields are written. Whoever writes the form tag opens one; its fields then show what was typed
/// before instead of what the page gives them, tell what is wrong, and say what they were given.
/// </summary>
public sealed class DkForm
{
    /// <summary>Before the name of a field: the value the field had when it was shown.</summary>
    public const string Was = "was.";

    /// <summary>What was typed, by name; null shows what the page gives. A name that is missing was not sent.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Typed { get; init; }

    /// <summary>What is wrong with a field, by name.</summary>
    public Func<string, string?>? Wrong { get; init; }

    /// <summary>Whether each field also sends what it showed.</summary>
    public bool Remembers { get; init; }

    /// <summary>What the fields showed first, where that is not what the page gives now.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Before { get; init; }

    /// <summary>The fields written so far.</summary>
    public IReadOnlyList<DkField> Fields => _fields;

    private readonly List<DkField> _fields = [];

    /// <summary>The form that is being written now.</summary>
    public static DkForm? Current(HttpContext? http) => http?.Items[typeof(DkForm)] as DkForm;

    /// <summary>The fields that follow are this form's; null ends it.</summary>
    public static void Begin(HttpContext http, DkForm? form)
    {
        ArgumentNullException.ThrowIfNull(http);
        http.Items[typeof(DkForm)] = form;
        if (form?.Typed is not null)
            http.Items[ComeBackKey] = ComeBack(http) + 1;
    }

    private static readonly object ComeBackKey = new();

    /// <summary>How many forms have come back as they were typed so far: what is folded around one is unfolded.</summary>
    internal static int ComeBack(HttpContext? http) => http?.Items[ComeBackKey] as int? ?? 0;

    /// <summary>Takes note of a field; also one that a page writes by hand.</summary>
    /// <returns>What it shows, and what it sends along without showing it.</returns>
    public static (IReadOnlyList<string> Showing, IReadOnlyList<TagBuilder> Along) Take(
        HttpContext? http,
        DkField field
    )
    {
        ArgumentNullException.ThrowIfNull(field);
        return Current(http)?.Take(field) ?? (field.Values, []);
    }

    private (IReadOnlyList<string> Showing, IReadOnlyList<TagBuilder> Along) Take(DkField field)
    {
        // Rows of fields share a name: the second field shows the second value.
        int row = field.IsMany ? 0 : _fields.Count(f => f.Name == field.Name);
        _fields.Add(field);
        if (field.Kind == DkFieldKind.Stamp)
            return (field.Values, []);
        var showing =
            Typed is null ? field.Values
            : Typed.TryGetValue(field.Name, out var typed) ? [.. typed.Skip(row)]
            // A box nobody ticked is not sent; a line always is.
            : field.Kind == DkFieldKind.Choice ? []
            : field.Values;
        if (!Remembers)
            return (showing, []);
        var before =
            Before?.TryGetValue(field.Name, out var first) == true
                ? [.. first.Skip(row).Take(field.IsMany ? int.MaxValue : 1)]
                : field.Values;
        return (
            showing,
            [.. (before.Count == 0 ? [""] : before).Select(value => Html.Hidden(Was + field.Name, value))]
        );
    }
}
