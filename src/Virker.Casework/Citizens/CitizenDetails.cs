using Virker.Platform;
using Virker.Platform.Protection;

namespace Virker.Casework.Citizens;

/// <summary>What is written of a citizen besides the CPR number, as a form gives it.</summary>
/// <param name="Address">Street and number. Where the address is protected and stays so, nothing means "as it was".</param>
public sealed record CitizenDetails(
    string? FirstNames,
    string? LastName,
    string? Address = null,
    string? PostalCode = null,
    string? City = null,
    bool IsAddressProtected = false,
    string? Phone = null,
    string? Email = null
)
{
    private const int MaxName = 100;
    private const int MaxLine = 200;

    internal CitizenDetails Trimmed() =>
        new(
            TypedText.OrNull(FirstNames),
            TypedText.OrNull(LastName),
            TypedText.OrNull(Address),
            TypedText.OrNull(PostalCode),
            TypedText.OrNull(City),
            IsAddressProtected,
            TypedText.OrNull(Phone),
            TypedText.OrNull(Email)
        );

    /// <summary>What is wrong with trimmed details.</summary>
    internal IEnumerable<FieldProblem> Problems()
    {
        if (FirstNames is null)
            yield return new("firstNames", new("Skriv fornavn.", "Write the first name."));
        if (LastName is null)
            yield return new("lastName", new("Skriv efternavn.", "Write the last name."));
        if (FirstNames?.Length > MaxName)
            yield return new("firstNames", TypedText.TooLong(MaxName));
        if (LastName?.Length > MaxName)
            yield return new("lastName", TypedText.TooLong(MaxName));
        if (Address?.Length > MaxLine)
            yield return new("address", TypedText.TooLong(MaxLine));
        if (City?.Length > MaxName)
            yield return new("city", TypedText.TooLong(MaxName));
        if (PostalCode is not null && (PostalCode.Length != 4 || !PostalCode.All(char.IsAsciiDigit)))
            yield return new("postalCode", new("Et postnummer har fire cifre.", "A postal code has four digits."));
        if (Phone is not null && (Phone.Length > 30 || Phone.Count(char.IsAsciiDigit) < 8 || !Phone.All(IsOfPhone)))
        {
            yield return new(
                "phone",
                new("Et telefonnummer har mindst otte cifre.", "A telephone number has at least eight digits.")
            );
        }
        if (Email is not null && (Email.Length > MaxLine || !IsEmail(Email)))
        {
            yield return new(
                "email",
                new("En e-mailadresse ser ud som navn@sted.dk.", "An e-mail address looks like name@place.dk.")
            );
        }
    }

    private static bool IsOfPhone(char c) => char.IsAsciiDigit(c) || c is '+' or '-' or '(' or ')' or ' ';

    private static bool IsEmail(string text) =>
        text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
        && text.LastIndexOf('.') > at + 1
        && !text.EndsWith('.')
        && !text.Any(char.IsWhiteSpace);
}

/// <summary>Where a citizen lives. A protected one is kept sealed as one text of three lines.</summary>
public sealed record HomeAddress(string? Street, string? PostalCode, string? City)
{
    internal bool IsEmpty => this is { Street: null, PostalCode: null, City: null };

    internal Sealed? SealedFor(Vault vault, Guid citizen) =>
        IsEmpty ? null : vault.Seal($"{Street}\n{PostalCode}\n{City}", citizen, "protected_address");

    internal static HomeAddress Open(Vault vault, Citizen citizen)
    {
        if (citizen.ProtectedAddress is null)
            return new(citizen.Address, citizen.PostalCode, citizen.City);
        var lines = vault.Open(citizen.ProtectedAddress, citizen.Id, "protected_address").Split('\n');
        return new(Line(0), Line(1), Line(2));
        string? Line(int i) => i < lines.Length ? TypedText.OrNull(lines[i]) : null;
    }
}
