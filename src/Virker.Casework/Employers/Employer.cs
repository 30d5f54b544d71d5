namespace Virker.Casework.Employers;

/// <summary>A company (virksomhed), known by its CVR number.</summary>
public sealed class Company
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Cvr { get; init; }
    public required string Name { get; set; }
    public bool IsPublic { get; set; }
    public bool IsClosed { get; set; }

    /// <summary>What a search looks in: kept by the row itself.</summary>
    public string SearchWords
    {
        get => $"{Name} {Cvr}".ToLowerInvariant();
        private set { }
    }
}

/// <summary>How far the cooperation has come; it decides how often the workplace is called on.</summary>
public enum Cooperation
{
    Passive,
    Contact,
    Cooperating,
    Partnership,
}

/// <summary>A workplace (produktionsenhed), known by its P-number: where people work, and what the rules count.</summary>
public sealed class Workplace
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CompanyId { get; init; }
    public required string PNumber { get; init; }
    public required string Name { get; set; }
    public string? Address { get; set; }
    public string? PostalCode { get; set; }
    public string? City { get; set; }
    public int? East { get; set; }
    public int? North { get; set; }

    /// <summary>Division of DB07 or DB25, two digits, and which of the two.</summary>
    public required string Industry { get; set; }
    public string IndustryVersion { get; set; } = "DB07";

    /// <summary>Ordinary employees as full-time equivalents in hundredths, averaged over four months; null unknown.</summary>
    public int? Employees { get; set; }
    public DateOnly? EmployeesCountedOn { get; set; }

    /// <summary>The one worker who keeps the relation.</summary>
    public Guid? OwnerId { get; set; }
    public Cooperation Cooperation { get; set; }
    public DateOnly? LastContactOn { get; set; }
    public string? ContactPerson { get; set; }
    public string? ContactPhone { get; set; }

    /// <summary>Places the workplace says it can offer now.</summary>
    public int OpenPlaces { get; set; }

    /// <summary>The workplace is willing to pay for a few hours.</summary>
    public bool? OffersPaidHours { get; set; }

    /// <summary>The workplace takes nobody any more; it is found by search but stands on no list.</summary>
    public DateOnly? ClosedOn { get; set; }

    /// <summary>What a search looks in: kept by the row itself.</summary>
    public string SearchWords
    {
        get => $"{Name} {PNumber} {Address} {PostalCode} {City}".ToLowerInvariant();
        private set { }
    }
}

/// <summary>An occupation (DISCO-08 group) people work in at the workplace.</summary>
public sealed class WorkplaceOccupation
{
    public Guid WorkplaceId { get; init; }
    public required string Occupation { get; init; }
}

/// <summary>
/// The labour market balance (Arbejdsmarkedsbalancen) of one occupation in one edition. Editions are added, never
/// overwritten by a later one.
/// </summary>
public sealed class OccupationBalance
{
    /// <summary>The day the edition holds from: the balance comes in January and in July.</summary>
    public DateOnly Edition { get; init; }
    public required string Occupation { get; init; }

    /// <summary>A code of <c>data/reference/labour_market_balance.csv</c>.</summary>
    public required string Category { get; set; }
    public required string SourceUrl { get; set; }
}

/// <summary>A call, a visit or a letter to a workplace.</summary>
public sealed class EmployerContact
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid WorkplaceId { get; init; }
    public DateOnly On { get; init; }
    public Guid WorkerId { get; init; }
    public required string Note { get; init; }
    public DateTimeOffset RecordedAt { get; init; }
}
