using Virker.Dkfds;
using Virker.Platform;

namespace Virker.Web.Site.Forms;

/// <summary>What somebody else wrote in a field meanwhile.</summary>
public sealed record FieldChanged(string Field, string Label, string Theirs);

/// <summary>What this request knows of the forms it shows: one may come back as it was typed, with what stopped it.</summary>
public sealed class FormShown
{
    private readonly Dictionary<FormKey, DkForm> _written = [];

    /// <summary>The form that comes back; null when all are shown as the page gives them.</summary>
    public FormKey? Key { get; set; }

    /// <summary>What was typed in it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Typed { get; set; }

    /// <summary>What it showed first, where that is not what stands now.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Before { get; set; }

    /// <summary>What was kept and is shown again.</summary>
    public Guid? Kept { get; set; }

    /// <summary>What was sent was not saved, and why it stands here.</summary>
    public Text? Notice { get; set; }

    /// <summary>What stopped it.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; set; } = [];

    /// <summary>What another wrote in the same fields meanwhile.</summary>
    public IReadOnlyList<FieldChanged> Theirs { get; set; } = [];

    /// <summary>True once the page has shown what stops a form, so that its title and the layout know.</summary>
    public bool HasProblem { get; set; }

    /// <summary>True once what is here has been shown.</summary>
    public bool IsTold { get; set; }

    /// <summary>The request's own.</summary>
    public static FormShown Of(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (http.Items[typeof(FormShown)] is not FormShown shown)
            http.Items[typeof(FormShown)] = shown = new();
        return shown;
    }

    /// <summary>Another page is written in the same request.</summary>
    public static FormShown Anew(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        http.Items.Remove(typeof(FormShown));
        return Of(http);
    }

    /// <summary>The form as the page wrote it; null when it did not.</summary>
    public DkForm? Written(FormKey key) => _written.GetValueOrDefault(key);

    /// <summary>A form is about to be written.</summary>
    public DkForm Begin(FormKey key, bool remembers)
    {
        bool isBack = key == Key;
        var form = new DkForm
        {
            Remembers = remembers,
            Typed = isBack ? Typed : null,
            Before = isBack ? Before : null,
            Wrong = isBack ? name => Problems.Of(name) : null,
        };
        _written[key] = form;
        return form;
    }
}
