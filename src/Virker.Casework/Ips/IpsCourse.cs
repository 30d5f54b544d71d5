using Virker.Platform.Protection;

namespace Virker.Casework.Ips;

/// <summary>Who raised the question of IPS.</summary>
public enum IpsRaisedBy
{
    Citizen,
    Clinician,
    Municipality,
}

/// <summary>What came of the question.</summary>
public enum IpsAnswer
{
    /// <summary>The citizen wants ordinary work or education: the only condition there is.</summary>
    Yes,

    /// <summary>Not now. It can be asked again at any time.</summary>
    NotNow,

    /// <summary>The citizen wants, and the service said no. The model has no such answer, so it is counted.</summary>
    Refused,
}

/// <summary>A course of IPS (forløb): from somebody asks until the citizen no longer wants it. Coming back is a new
/// course. Nothing closes it but the citizen's choice.</summary>
public sealed class IpsCourse
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CitizenId { get; init; }
    public IpsRaisedBy RaisedBy { get; init; }
    public DateOnly RaisedOn { get; init; }
    public IpsAnswer Answer { get; init; }

    /// <summary>In ordinary work at the start: keeping a job is counted apart from finding one.</summary>
    public bool WasInWork { get; init; }

    /// <summary>The IPS consultant.</summary>
    public Guid WorkerId { get; set; }

    /// <summary>The meeting of citizen, clinician and IPS consultant (tresamtale), from which days are counted.</summary>
    public DateOnly? DayZero { get; set; }

    /// <summary>The last day; the day of the question where the answer was no.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>Ran on a day.</summary>
    public bool Runs(DateOnly on) => Answer == IpsAnswer.Yes && RaisedOn <= on && (EndedOn is null || EndedOn > on);
}

/// <summary>The citizen's consent to share agreed facts with a unit of the region, until a day. Each is a row of its own;
/// revoking is at once.</summary>
public sealed class IpsConsent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CitizenId { get; init; }

    /// <summary>The unit: the team the clinicians' accounts belong to.</summary>
    public Guid UnitId { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly Until { get; init; }
    public DateTimeOffset GivenAt { get; init; }
    public Guid RecordedBy { get; init; }
    public DateTimeOffset? RevokedAt { get; set; }

    public bool IsLive(DateOnly today) => RevokedAt is null && Until >= today;
}

/// <summary>Whether the employer is told of the illness (åbenhed). The citizen's choice, and it may change.</summary>
public enum IpsOpenness
{
    NotDecided,
    Open,
    InPart,
    Closed,
}

/// <summary>A career profile (karriereprofil), short. Written anew after each job; older ones stay.</summary>
public sealed class IpsProfile
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CitizenId { get; init; }

    /// <summary>What the citizen wants and can, travel and hours, in the citizen's words; sealed as <c>words</c>.</summary>
    public required Sealed Words { get; init; }

    /// <summary>What to mind about health at work; sealed as <c>health</c>. The clinician's unit is not shown it.</summary>
    public Sealed? Health { get; init; }
    public IpsOpenness Openness { get; init; }
    public DateTimeOffset WrittenAt { get; init; }
    public Guid WrittenBy { get; init; }
}

/// <summary>Advice on what work does to benefits and income, given by somebody who knows the citizen's rates. The simple
/// sum on the page does not replace it.</summary>
public sealed class IpsAdvice
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CitizenId { get; init; }
    public DateOnly On { get; init; }

    /// <summary>Who advised, as a role or an office: <c>Ydelsescenter</c>.</summary>
    public required string Adviser { get; init; }
    public Guid RecordedBy { get; init; }
}

/// <summary>A contact with an employer about this citizen's search, by the citizen or the consultant.</summary>
public sealed class IpsContact
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CitizenId { get; init; }
    public Guid CourseId { get; init; }
    public required string Employer { get; init; }
    public DateOnly On { get; init; }

    /// <summary>Face to face: only these count for the clock.</summary>
    public bool IsInPerson { get; init; }

    /// <summary>The firm fits what the citizen wished for.</summary>
    public bool IsWished { get; init; }
    public Guid WorkerId { get; init; }
}

/// <summary>What a spell in work or education rests on.</summary>
public enum IpsPay
{
    Ordinary,
    Education,
    WageSubsidy,
    FlexJob,
    Placement,
}

/// <summary>A spell in a job or a study (jobforløb). Only ordinary ones count as results.</summary>
public sealed class IpsJob
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CitizenId { get; init; }
    public Guid CourseId { get; init; }
    public required string Employer { get; init; }

    /// <summary>A code of <c>data/reference/industries.csv</c>; null when not known.</summary>
    public string? Industry { get; init; }
    public IpsPay Pay { get; init; }
    public int WeeklyMinutes { get; init; }
    public DateOnly From { get; init; }

    /// <summary>Last day; null while it runs.</summary>
    public DateOnly? To { get; set; }

    /// <summary>Why it ended, as the citizen says it.</summary>
    public string? EndReason { get; set; }
}

/// <summary>A meeting of the clinicians' team that the IPS consultant took part in.</summary>
public sealed class IpsTeamMeeting
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid UnitId { get; init; }
    public DateOnly On { get; init; }
    public Guid WorkerId { get; init; }
}
