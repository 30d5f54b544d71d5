using Virker.Platform.Accounts;

namespace Virker.Web.Tests.Forms;

internal enum FormKind
{
    /// <summary>Each form sent adds something: two people's are both kept.</summary>
    Adds,

    /// <summary>The form shows what stands, and changes it.</summary>
    Changes,

    /// <summary>The form puts something in a state: done, closed, taken. Once it is, there is nothing more to do.</summary>
    Sets,

    /// <summary>The form asks, and writes nothing.</summary>
    Asks,
}

/// <summary>Where the text of a field goes: page, worker's number and so on.</summary>
/// <param name="place">Where the form is.</param>
/// <param name="n">Whose turn it is: 1 or 2.</param>
internal delegate IEnumerable<(string Name, string Value)> Filling(Place place, int n);

/// <summary>How a form is filled in with values that hold, and what it does.</summary>
/// <param name="Handler">The form as <see cref="EveryForm"/> names it.</param>
/// <param name="Who">A role that may send it; null for the citizen's own.</param>
/// <param name="Open">Makes ready what the form needs, and says where it stands.</param>
/// <param name="Fill">The values; what is not named stays as it is served.</param>
internal sealed record Filled(string Handler, FormKind Kind, Role? Who, Func<Place, Task<string>> Open, Filling Fill)
{
    /// <summary>Which form, where a page has several for the handler, or the handler has several uses.</summary>
    public Func<Place, string>? Which { get; init; }

    /// <summary>Where it is sent, when not to the page it stands on.</summary>
    public string? To { get; init; }

    /// <summary>What tells two entries of one handler apart.</summary>
    public string? Use { get; init; }

    /// <summary>The fields two people may change each their own of, at least the first; all that are filled where nothing
    /// is said.</summary>
    public IReadOnlyList<string>? Changing { get; init; }

    /// <summary>The page is one worker's alone: the second person is the same one in another browser.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>Nothing of it is a row or a line in the log: a choice in one's own account.</summary>
    public bool LeavesNoRow { get; init; }

    /// <summary>What is asked for is worked out away from the request, and writes when it is done.</summary>
    public bool WritesLater { get; init; }

    /// <summary>Where else than behind the answer what was saved is shown.</summary>
    public Func<Place, IEnumerable<string>> Shown { get; init; } = _ => [];

    /// <summary>The trials that do not apply, each with its reason.</summary>
    public IReadOnlyDictionary<char, string> Exempt { get; init; } = new Dictionary<char, string>();

    public string HandlerName => Handler.Split("?handler=") is [_, var name] ? name : "";

    public override string ToString() => Use is null ? Handler : $"{Handler} ({Use})";
}
