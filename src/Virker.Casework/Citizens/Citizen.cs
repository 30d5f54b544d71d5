using Virker.Platform.Audit;
using Virker.Platform.Protection;

namespace Virker.Casework.Citizens;

/// <summary>A citizen (borger) with a case in the municipality.</summary>
public sealed class Citizen
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Sealed as field <c>cpr</c>.</summary>
    public required Sealed Cpr { get; set; }

    /// <summary>What the CPR number is looked up by.</summary>
    public required byte[] CprIndex { get; set; }
    public required string FirstNames { get; set; }
    public required string LastName { get; set; }
    public DateOnly BornOn { get; init; }

    /// <summary>Name and address protection: the address is sealed and never leaves, lists say "protected".</summary>
    public bool IsAddressProtected { get; set; }

    /// <summary>Street and number; null when protected or unknown.</summary>
    [KeptOutOfLog]
    public string? Address { get; set; }

    /// <summary>Sealed as field <c>protected_address</c>; only where the address is protected.</summary>
    public Sealed? ProtectedAddress { get; set; }

    [KeptOutOfLog]
    public string? PostalCode { get; set; }

    [KeptOutOfLog]
    public string? City { get; set; }
    public string? Phone { get; set; }
    public string? Email { get; set; }

    /// <summary>Where the citizen lives on the municipality's map, in metres east and north; null when protected or
    /// unknown. Distance to a workplace is measured from it.</summary>
    [KeptOutOfLog]
    public int? East { get; set; }

    [KeptOutOfLog]
    public int? North { get; set; }

    /// <summary>The citizen's own job goal in the citizen's own words, as it stands now. Older goals are in
    /// <see cref="JobGoal"/>.</summary>
    public string? JobGoal { get; set; }

    /// <summary>The occupation code the goal points at, for the match; see <c>data/reference/occupations.csv</c>.</summary>
    public string? WishedOccupation { get; set; }

    /// <summary>Now, for lists: the target group of the open spell, and the primary contact.</summary>
    public string? TargetGroup { get; set; }
    public Guid? PrimaryContactId { get; set; }

    /// <summary>The case is closed; the citizen is found by search but stands on no list.</summary>
    public DateOnly? ClosedOn { get; set; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Keeps the address in the open, or sealed with nothing left that tells it. The place on the map was of
    /// the old address, so it is forgotten.</summary>
    internal void LivesAt(Vault vault, HomeAddress home, bool isProtected)
    {
        IsAddressProtected = isProtected;
        ProtectedAddress = isProtected ? home.SealedFor(vault, Id) : null;
        (Address, PostalCode, City) = isProtected ? (null, null, null) : (home.Street, home.PostalCode, home.City);
        (East, North) = (null, null);
    }
}

/// <summary>A word of a name in lower case, for search from the beginning of any word.</summary>
public sealed class NameWord
{
    public required string Word { get; init; }
    public Guid CitizenId { get; init; }
}

/// <summary>A job goal as the citizen said it, with its date. Goals are added, never overwritten.</summary>
public sealed class JobGoal
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CitizenId { get; init; }
    public required string Words { get; init; }
    public string? Occupation { get; init; }
    public DateTimeOffset SaidAt { get; init; }
    public Guid RecordedBy { get; init; }
}

/// <summary>A time in one target group (målgruppe, LAB § 6).</summary>
public sealed class Spell
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CitizenId { get; init; }

    /// <summary>The code in <c>data/rules</c>: <c>6.3</c> is activity-ready cash benefit.</summary>
    public required string TargetGroup { get; init; }
    public DateOnly From { get; init; }

    /// <summary>Last day; null while it runs.</summary>
    public DateOnly? To { get; set; }
    public string? EndReason { get; set; }

    /// <summary>What the citizen left to; null while it runs, where another target group took over, and for spells ended
    /// before it was asked.</summary>
    public SpellEnd? EndKind { get; set; }
}

/// <summary>What a citizen left the target groups to. Which of them count, and how, is the counting's own rule.</summary>
public enum SpellEnd
{
    /// <summary>Ordinary work without support.</summary>
    Job,

    /// <summary>Education that gives SU or pay.</summary>
    Education,

    /// <summary>Fleksjob.</summary>
    FlexJob,

    /// <summary>Førtidspension.</summary>
    DisabilityPension,

    /// <summary>Folkepension.</summary>
    OldAgePension,
    MovedAway,
    Died,
    OtherBenefit,
    Other,
}

/// <summary>A time with one primary contact (fast kontaktperson).</summary>
public sealed class PrimaryContact
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CitizenId { get; init; }
    public Guid WorkerId { get; init; }
    public DateOnly From { get; init; }
    public DateOnly? To { get; set; }

    /// <summary>Why the contact changed.</summary>
    public string? Reason { get; set; }
}

/// <summary>A note in the journal. It can be followed by a correction, not edited.</summary>
public sealed class JournalNote
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CitizenId { get; init; }
    public DateTimeOffset WrittenAt { get; init; }
    public Guid AuthorId { get; init; }

    /// <summary>Sealed as field <c>text</c>: a note may hold health.</summary>
    public required Sealed Text { get; init; }

    /// <summary>The note or the conversation this one corrects.</summary>
    public Guid? Corrects { get; init; }
}
