using Virker.Platform;

namespace Virker.Web.Site;

/// <summary>What was chosen on a list, by its code.</summary>
public static class TypedChoice
{
    public static readonly Text NotOnTheList = new("Vælg på listen.", "Choose on the list.");

    /// <summary>Null when nothing is chosen.</summary>
    /// <exception cref="InvalidInputException">What was sent is not on the list: it is not taken for nothing.</exception>
    public static T? Of<T>(string? code, string field)
        where T : struct, Enum =>
        string.IsNullOrEmpty(code) ? null
        : EnumCode.Parse<T>(code) is { } chosen ? chosen
        : throw new InvalidInputException(NotOnTheList, field);

    /// <summary>Yes, no, or null for what is not known.</summary>
    /// <exception cref="InvalidInputException">It is none of these.</exception>
    public static bool? YesNo(string? code, string field) =>
        code switch
        {
            "yes" => true,
            "no" => false,
            null or "" or "unknown" => null,
            _ => throw new InvalidInputException(NotOnTheList, field),
        };
}
