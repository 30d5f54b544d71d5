using System.Net;
using System.Text;
using AngleSharp.Dom;

namespace Virker.Web.Tests.Forms;

/// <summary>What a person may do with a field.</summary>
internal enum FieldKind
{
    Hidden,
    Words,
    Number,
    Day,
    Time,
    Choice,
    Tick,
    Password,
    File,

    /// <summary>What is said by the button that is pressed.</summary>
    Button,
}

/// <summary>A field as it is served.</summary>
/// <param name="Options">What can be chosen, with its label.</param>
internal sealed record Field(string Name, FieldKind Kind, IReadOnlyList<(string Value, string Label)> Options);

/// <summary>A form as the page serves it, filled in as a person would.</summary>
internal sealed class ServedForm
{
    /// <summary>Stands for bytes that are no character in UTF-8.</summary>
    public const string LoneSurrogate = "\uFFFE";

    private readonly List<(string Name, string Value)> _values;
    private readonly bool _isMultipart;

    private ServedForm(string action, List<(string, string)> values, IReadOnlyList<Field> fields, bool isMultipart) =>
        (Action, _values, Fields, _isMultipart) = (action, values, fields, isMultipart);

    public string Action { get; }

    public IReadOnlyList<Field> Fields { get; }

    public IReadOnlyList<(string Name, string Value)> Values => _values;

    /// <summary>The form on the page that is sent to the handler; null when the page has none.</summary>
    /// <param name="which">What else must be found in it, where the page has several.</param>
    public static ServedForm? Of(IDocument page, string path, string handler, string? which = null)
    {
        foreach (var form in page.QuerySelectorAll("form[method=post]"))
        {
            string action = form.GetAttribute("action") ?? path;
            var button = form.QuerySelectorAll("[formaction]")
                .FirstOrDefault(b => HandlerOf(b.GetAttribute("formaction")!) == handler);
            if (HandlerOf(action) != handler && button is null)
                continue;
            if (PathOf(button?.GetAttribute("formaction") ?? action) != PathOf(path) && handler == "")
                continue;
            if (which is not null && form.QuerySelector(which) is null)
                continue;
            return Of(form, button?.GetAttribute("formaction") ?? action);
        }

        return null;
    }

    /// <summary>With one field filled in. <c>*</c> chooses another option than the one that stands. <c>name#1</c> is the
    /// second of that name.</summary>
    public ServedForm With(string name, string value)
    {
        int at = name.IndexOf('#', StringComparison.Ordinal);
        int nth = at < 0 ? 0 : int.Parse(name[(at + 1)..], System.Globalization.CultureInfo.InvariantCulture);
        string plain = at < 0 ? name : name[..at];
        var values = _values.ToList();
        var standing = values.Index().Where(v => v.Item.Name == plain).Select(v => v.Index).ToList();
        if (value == "*")
            value = Another(plain, standing.Count > 0 ? values[standing[0]].Value : null);
        if (at >= 0)
        {
            values[standing[nth]] = (plain, value);
        }
        else if (standing.Count > 0)
        {
            values[standing[0]] = (plain, value);
            foreach (int i in standing.Skip(1).Reverse())
                values.RemoveAt(i);
        }
        else
        {
            values.Add((plain, value));
        }
        return new(Action, values, Fields, _isMultipart);
    }

    public ServedForm With(IEnumerable<(string Name, string Value)> filled) =>
        filled.Aggregate(this, (form, field) => form.With(field.Name, field.Value));

    /// <summary>Another choice than this one.</summary>
    public string Another(string name, params string?[] than) =>
        Fields
            .FirstOrDefault(f => f.Name == name)
            ?.Options.FirstOrDefault(o => o.Value != "" && !than.Contains(o.Value))
            .Value
        ?? throw new InvalidOperationException($"{name} has nothing else to choose.");

    /// <summary>What stands in the field.</summary>
    public string? this[string name]
    {
        get
        {
            int at = name.IndexOf('#', StringComparison.Ordinal);
            var all = _values.Where(v => v.Name == (at < 0 ? name : name[..at])).Select(v => v.Value).ToList();
            int nth = at < 0 ? 0 : int.Parse(name[(at + 1)..], System.Globalization.CultureInfo.InvariantCulture);
            return all.Count > nth ? all[nth] : null;
        }
    }

    public HttpContent Content()
    {
        if (!_isMultipart)
        {
            return new ByteArrayContent(
                Encoding.ASCII.GetBytes(string.Join('&', _values.Select(v => $"{Escape(v.Name)}={Escape(v.Value)}")))
            )
            {
                Headers = { ContentType = new("application/x-www-form-urlencoded") },
            };
        }
        var all = new MultipartFormDataContent();
        foreach (var (name, value) in _values)
        {
            if (Fields.Any(f => f.Name == name && f.Kind == FieldKind.File))
                all.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(value)), name, "fil.csv");
            else
                all.Add(new StringContent(value), name);
        }

        return all;
    }

    private static string Escape(string text) =>
        WebUtility.UrlEncode(text).Replace("%EF%BF%BE", "%ED%A0%80", StringComparison.Ordinal);

    private static string HandlerOf(string action)
    {
        int at = action.IndexOf("handler=", StringComparison.Ordinal);
        return at < 0 ? "" : action[(at + "handler=".Length)..].Split('&')[0];
    }

    private static string PathOf(string action) => action.Split('?')[0].TrimEnd('/');

    private static ServedForm Of(IElement form, string action)
    {
        List<(string, string)> values = [];
        Dictionary<string, Field> fields = [];
        foreach (var field in form.QuerySelectorAll("input[name], textarea[name], select[name], button[name]"))
        {
            string name = field.GetAttribute("name")!;
            string? type = field.GetAttribute("type");
            bool isOneOfSeveral = type is "radio" or "checkbox" || field.LocalName == "button";
            if (isOneOfSeveral)
            {
                string value = field.GetAttribute("value") ?? "on";
                string label = form.QuerySelector($"label[for='{field.Id}']")?.TextContent ?? field.TextContent;
                var before = fields.GetValueOrDefault(name)?.Options ?? [];
                bool isTick = type == "checkbox" && before.Count == 0;
                fields[name] = new(
                    name,
                    field.LocalName == "button" ? FieldKind.Button
                        : isTick ? FieldKind.Tick
                        : FieldKind.Choice,
                    [.. before, (value, label.Trim())]
                );
                if (field.HasAttribute("checked"))
                    values.Add((name, value));
                continue;
            }

            if (field.LocalName == "select")
            {
                var options = field
                    .QuerySelectorAll("option")
                    .Select(o => (o.GetAttribute("value") ?? o.TextContent, o.TextContent.Trim()))
                    .ToList();
                fields[name] = new(name, FieldKind.Choice, options);
                var selected = field.QuerySelector("option[selected]") ?? field.QuerySelector("option");
                values.Add((name, selected?.GetAttribute("value") ?? ""));
                continue;
            }

            fields[name] = new(name, KindOf(field, type), []);
            values.Add((name, field.LocalName == "textarea" ? field.TextContent : field.GetAttribute("value") ?? ""));
        }

        return new(action, values, [.. fields.Values], form.GetAttribute("enctype") == "multipart/form-data");
    }

    private static FieldKind KindOf(IElement field, string? type) =>
        type switch
        {
            "hidden" => FieldKind.Hidden,
            "date" => FieldKind.Day,
            "time" => FieldKind.Time,
            "password" => FieldKind.Password,
            "file" => FieldKind.File,
            _ => field.GetAttribute("inputmode") is "numeric" or "decimal" ? FieldKind.Number : FieldKind.Words,
        };
}
