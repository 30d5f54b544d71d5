using Virker.Platform;

namespace Virker.Casework.Employers;

/// <summary>What a worker knows about a workplace, as a form or a file gives it.</summary>
/// <param name="Employees">Ordinary employees in full-time equivalents, averaged over four months; null unknown.</param>
/// <param name="East">Metres on the municipality's map, with <paramref name="North"/>; null unknown.</param>
public sealed record WorkplaceDetails(
    string Name,
    string Industry,
    string IndustryVersion = Industries.Db07,
    string? Address = null,
    string? PostalCode = null,
    string? City = null,
    int? East = null,
    int? North = null,
    decimal? Employees = null,
    DateOnly? EmployeesCountedOn = null,
    Cooperation Cooperation = Cooperation.Contact,
    string? ContactPerson = null,
    string? ContactPhone = null,
    int OpenPlaces = 0,
    bool? OffersPaidHours = null
)
{
    private const int MaxLine = 200;
    private const int MaxEmployees = 100_000;
    private const int MaxPlaces = 1000;

    /// <summary>What people do there: codes of <see cref="Occupations"/>.</summary>
    public Codes Occupations { get; init; } = Codes.None;

    /// <summary>The details as a row has them.</summary>
    internal static WorkplaceDetails Of(Workplace workplace, IEnumerable<string> occupations) =>
        new(
            workplace.Name,
            workplace.Industry,
            workplace.IndustryVersion,
            workplace.Address,
            workplace.PostalCode,
            workplace.City,
            workplace.East,
            workplace.North,
            workplace.Employees / 100m,
            workplace.EmployeesCountedOn,
            workplace.Cooperation,
            workplace.ContactPerson,
            workplace.ContactPhone,
            workplace.OpenPlaces,
            workplace.OffersPaidHours
        )
        {
            Occupations = Codes.Of(occupations),
        };

    /// <summary>What is wrong, beside the field it is wrong in.</summary>
    internal IEnumerable<FieldProblem> Problems(DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(Name))
            yield return new("name", new("Skriv arbejdspladsens navn.", "Write the name of the workplace."));
        foreach (
            var (field, text) in new[]
            {
                ("name", Name),
                ("address", Address),
                ("city", City),
                ("contactPerson", ContactPerson),
                ("contactPhone", ContactPhone),
            }
        )
        {
            if (text?.Length > MaxLine)
            {
                yield return new(
                    field,
                    new($"Der er plads til {MaxLine} tegn.", $"There is room for {MaxLine} letters.")
                );
            }
        }

        if (!Employers.Industries.IsKnown(Industry, IndustryVersion))
            yield return new("industry", new("Vælg en branche.", "Choose an industry."));
        if (PostalCode is { Length: > 0 } && (PostalCode.Length != 4 || !PostalCode.All(char.IsAsciiDigit)))
            yield return new("postalCode", new("Et postnummer har fire cifre.", "A postal code has four digits."));
        if (Employees is < 0 or > MaxEmployees)
        {
            yield return new(
                "employees",
                new("Skriv antallet af fuldtidsansatte, fx 12,5.", "Write the number of full-time staff, such as 12.5.")
            );
        }
        if (EmployeesCountedOn > today)
            yield return new("employeesCountedOn", new("Dagen er ikke kommet endnu.", "The day has not come yet."));
        if (OpenPlaces is < 0 or > MaxPlaces)
            yield return new("openPlaces", new("Skriv et antal fra 0.", "Write a number from 0."));
        if (East is null != North is null)
        {
            yield return new(
                East is null ? "east" : "north",
                new("Øst og nord følges ad.", "East and north go together.")
            );
        }
        foreach (string code in Occupations.Where(o => !Employers.Occupations.IsKnown(o)))
            yield return new("occupations", Employers.Occupations.Unknown(code));
    }

    /// <summary>Writes them on a row.</summary>
    internal void PutOn(Workplace workplace)
    {
        workplace.Name = Name.Trim();
        (workplace.Industry, workplace.IndustryVersion) = (Industry, IndustryVersion);
        (workplace.Address, workplace.PostalCode, workplace.City) = (
            TypedText.OrNull(Address),
            TypedText.OrNull(PostalCode),
            TypedText.OrNull(City)
        );
        (workplace.East, workplace.North) = (East, North);
        workplace.Employees = Employees is { } e ? (int)decimal.Round(100 * e) : null;
        workplace.EmployeesCountedOn = EmployeesCountedOn;
        workplace.Cooperation = Cooperation;
        (workplace.ContactPerson, workplace.ContactPhone) = (
            TypedText.OrNull(ContactPerson),
            TypedText.OrNull(ContactPhone)
        );
        (workplace.OpenPlaces, workplace.OffersPaidHours) = (OpenPlaces, OffersPaidHours);
    }
}
