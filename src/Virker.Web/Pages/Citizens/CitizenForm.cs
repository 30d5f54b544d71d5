using Virker.Casework.Citizens;

namespace Virker.Web.Pages.Citizens;

/// <summary>A citizen's details as the form sends them.</summary>
public class CitizenForm
{
    public string? FirstNames { get; set; }
    public string? LastName { get; set; }
    public string? Address { get; set; }
    public string? PostalCode { get; set; }
    public string? City { get; set; }
    public bool IsAddressProtected { get; set; }
    public string? Phone { get; set; }
    public string? Email { get; set; }

    public CitizenDetails Details =>
        new(FirstNames, LastName, Address, PostalCode, City, IsAddressProtected, Phone, Email);

    public static CitizenForm Of(CitizenDetails details) =>
        new()
        {
            FirstNames = details.FirstNames,
            LastName = details.LastName,
            Address = details.Address,
            PostalCode = details.PostalCode,
            City = details.City,
            IsAddressProtected = details.IsAddressProtected,
            Phone = details.Phone,
            Email = details.Email,
        };
}
