using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Virker.Dkfds;

namespace Virker.Web.Site.Forms;

/// <summary>Which form of which page: the path it is sent to, the handler that takes it, and, where a page has several
/// alike, which of them.</summary>
public readonly record struct FormKey(string Page, string Handler, string Which)
{
    private const string HandlerKey = "handler";

    /// <summary>The form that is sent to <paramref name="target"/>, as its tag says; null for the page itself.</summary>
    public static FormKey Of(HttpRequest request, string? target, string? which)
    {
        if (string.IsNullOrEmpty(target))
            return new(Plain(request.Path), HandlerOf(request.Query[HandlerKey]), which ?? "");
        string[] parts = target.Split('?', 2);
        string path = Uri.UnescapeDataString(parts[0]);
        string prefix = request.PathBase;
        if (prefix.Length > 0 && path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            path = path[prefix.Length..];
        var query = parts.Length > 1 ? QueryHelpers.ParseQuery(parts[1]) : [];
        return new(Plain(path), HandlerOf(query.GetValueOrDefault(HandlerKey)), which ?? "");
    }

    /// <summary>The page's own address, without the handler.</summary>
    public static QueryString QueryOf(HttpRequest request, params KeyValuePair<string, string?>[] more) =>
        QueryString.Create([
            .. request
                .Query.Where(q => q.Key is not (HandlerKey or KeptForms.Key))
                .SelectMany(q => q.Value.Select(value => KeyValuePair.Create(q.Key, value))),
            .. more,
        ]);

    private static string HandlerOf(StringValues handler) => handler.ToString().ToLowerInvariant();

    private static string Plain(string path) => path.TrimEnd('/').ToLowerInvariant();
}

/// <summary>What came with a form: the fields a page asked for, and what every form carries by itself.</summary>
public sealed class SentForm
{
    /// <summary>The form's id: the same when it is sent again.</summary>
    public const string IdField = "form";

    /// <summary>To whom it was shown, sealed.</summary>
    public const string ShownField = "form-shown";

    /// <summary>Which of several forms alike.</summary>
    public const string WhichField = "form-which";

    /// <summary>What was kept and is sent now.</summary>
    public const string KeptField = "form-kept";

    /// <summary>There when the form changes what is there already.</summary>
    public const string MergesField = "form-merges";

    /// <summary>The names of the fields one chooses in.</summary>
    public const string ChoicesField = "form-choices";

    /// <summary>The names of what says only what the form was filled from.</summary>
    public const string StampsField = "form-stamps";

    /// <summary>The names of the fields with several lines.</summary>
    public const string TextsField = "form-texts";

    /// <summary>There when the same is to be done once more.</summary>
    public const string AgainField = "form-again";

    private const string Antiforgery = "__RequestVerificationToken";

    private const int LettersOfProse = 8;

    private SentForm(FormKey key, Dictionary<string, IReadOnlyList<string>> all)
    {
        Key = key with { Which = First(WhichField) ?? "" };
        Id = Guid.TryParse(First(IdField), out var id) ? id : null;
        Shown = First(ShownField);
        Kept = Guid.TryParse(First(KeptField), out var kept) ? kept : null;
        Merges = all.ContainsKey(MergesField);
        Again = all.ContainsKey(AgainField);
        Choices = First(ChoicesField)?.Split(' ') ?? [];
        Stamps = First(StampsField)?.Split(' ') ?? [];
        Texts = First(TextsField)?.Split(' ') ?? [];
        Before = all.Where(f => f.Key.StartsWith(DkForm.Was, StringComparison.Ordinal))
            .ToDictionary(f => f.Key[DkForm.Was.Length..], f => f.Value, StringComparer.OrdinalIgnoreCase);
        Fields = all.Where(f => !IsOurs(f.Key)).ToDictionary(StringComparer.OrdinalIgnoreCase);

        string? First(string name) => all.GetValueOrDefault(name)?[0];
    }

    public FormKey Key { get; }

    public Guid? Id { get; }

    public string? Shown { get; }

    public Guid? Kept { get; }

    public bool Merges { get; }

    public bool Again { get; }

    public IReadOnlyList<string> Choices { get; }

    public IReadOnlyList<string> Stamps { get; }

    public IReadOnlyList<string> Texts { get; }

    /// <summary>What each field showed when the form was opened.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Before { get; }

    /// <summary>What the page asked for, as it was typed.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Fields { get; }

    /// <summary>What says that the same was written once more: its prose with what else was typed, and without what a
    /// browser may put back otherwise (days and choices). Where there is no prose, and of a form that changes what is
    /// there, everything.</summary>
    public string Written
    {
        get
        {
            var all = Fields.Where(f => !Stamps.Contains(f.Key));
            var counts =
                !Merges && Fields.Any(f => f.Value.Any(IsProse)) ? all.Where(f => !Choices.Contains(f.Key)) : all;
            return Key.Handler
                + Key.Which
                + string.Concat(counts.SelectMany(f => f.Value.Select(v => $"\n{f.Key}={v.Trim()}")).Order());
        }
    }

    /// <summary>Reads the form, and takes out of the request what is not the page's.</summary>
    public static SentForm Take(HttpRequest request, IFormCollection form)
    {
        var all = form.ToDictionary(
            f => f.Key,
            f => f.Value.Select(v => CleanText.Of(v ?? "")).ToList() as IReadOnlyList<string>,
            StringComparer.OrdinalIgnoreCase
        );
        var sent = new SentForm(FormKey.Of(request, null, null), all);
        request.Form = new FormCollection(
            all.Where(f => f.Key == Antiforgery || !IsOurs(f.Key))
                .ToDictionary(f => f.Key, f => new StringValues([.. f.Value]), StringComparer.OrdinalIgnoreCase),
            form.Files
        );
        return sent;
    }

    private static bool IsOurs(string name) =>
        name == IdField
        || name == Antiforgery
        || name.StartsWith(IdField + "-", StringComparison.Ordinal)
        || name.StartsWith(DkForm.Was, StringComparison.Ordinal);

    private static bool IsProse(string text) =>
        text.Any(char.IsWhiteSpace) && text.Count(char.IsLetter) >= LettersOfProse;
}
