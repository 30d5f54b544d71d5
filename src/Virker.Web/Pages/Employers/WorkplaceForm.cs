using System.Globalization;
using Virker.Casework.Employers;
using Virker.Platform;
using Virker.Web.Site;

namespace Virker.Web.Pages.Employers;

/// <summary>The fields of a workplace as they are written.</summary>
public sealed class WorkplaceForm
{
    public string? Name { get; set; }
    public string? Industry { get; set; }
    public string? Address { get; set; }
    public string? PostalCode { get; set; }
    public string? City { get; set; }
    public string? Employees { get; set; }
    public string? Cooperation { get; set; }
    public string? ContactPerson { get; set; }
    public string? ContactPhone { get; set; }
    public string? OpenPlaces { get; set; }
    public string? OffersPaidHours { get; set; }
    public IList<string> Occupations { get; init; } = new List<string>();

    public static WorkplaceForm Of(WorkplaceDetails details) =>
        new()
        {
            Name = details.Name,
            Industry = details.IndustryVersion == Industries.Db07 ? details.Industry : "",
            Address = details.Address,
            PostalCode = details.PostalCode,
            City = details.City,
            Employees = details.Employees?.ToString("0.##", CultureInfo.CurrentCulture),
            Cooperation = details.Cooperation.Code(),
            ContactPerson = details.ContactPerson,
            ContactPhone = details.ContactPhone,
            OpenPlaces = details.OpenPlaces.ToString(CultureInfo.InvariantCulture),
            OffersPaidHours = details.OffersPaidHours switch
            {
                true => "yes",
                false => "no",
                null => "",
            },
            Occupations = details.Occupations.ToList(),
        };

    /// <summary>The details the fields say; what cannot be read as a number becomes one the room refuses beside its
    /// field.</summary>
    /// <param name="today">The day the employees are counted on when their number is new.</param>
    /// <param name="before">What was known before and has no field here: the place on the map, an industry of DB25.</param>
    public WorkplaceDetails Details(DateOnly today, WorkplaceDetails? before = null)
    {
        decimal? employees = TypedNumber.Number(Employees);
        bool keepsIndustry = string.IsNullOrEmpty(Industry) && before?.IndustryVersion == Industries.Db25;
        return new WorkplaceDetails(
            Name ?? "",
            keepsIndustry ? before!.Industry : Industry ?? "",
            keepsIndustry ? Industries.Db25 : Industries.Db07,
            Address,
            PostalCode,
            City,
            before?.East,
            before?.North,
            employees,
            employees == before?.Employees ? before?.EmployeesCountedOn : today,
            TypedChoice.Of<Cooperation>(Cooperation, "cooperation") ?? Virker.Casework.Employers.Cooperation.Contact,
            ContactPerson,
            ContactPhone,
            (int)decimal.Clamp(TypedNumber.Number(OpenPlaces) ?? 0, -1, int.MaxValue),
            TypedChoice.YesNo(OffersPaidHours, "offersPaidHours")
        )
        {
            Occupations = Codes.Of(Occupations),
        };
    }
}
