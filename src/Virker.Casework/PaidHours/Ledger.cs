namespace Virker.Casework.PaidHours;

/// <summary>Ordinary paid hours (løntimer) a week at one employer, as reported by citizen, workplace or worker.</summary>
public sealed class ReportedWeek
{
    public Guid CitizenId { get; init; }

    /// <summary>The employer's CVR number: what the income register knows it by.</summary>
    public required string Cvr { get; init; }

    /// <summary>The Monday.</summary>
    public DateOnly Week { get; init; }
    public int Minutes { get; set; }
    public Guid? PlacementId { get; set; }
    public Guid RecordedBy { get; set; }
    public DateTimeOffset RecordedAt { get; set; }
}

/// <summary>Ordinary paid hours a month at one employer, as in the income register.</summary>
public sealed class RegisterMonth
{
    public Guid CitizenId { get; init; }
    public required string Cvr { get; init; }

    /// <summary>The first of the month.</summary>
    public DateOnly Month { get; init; }
    public int Minutes { get; set; }

    /// <summary>Gross wage in øre, where the file gives it.</summary>
    public long? Wage { get; set; }

    /// <summary>The register estimated the hours.</summary>
    public bool IsEstimated { get; set; }
    public Guid ImportId { get; set; }
}

/// <summary>A file that was read into the ledger.</summary>
public sealed class HoursImport
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file, in hexadecimal.</summary>
    public required string Hash { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid WorkerId { get; init; }

    /// <summary>The first of the first and of the last month in the file: what the register has been read for.</summary>
    public DateOnly FirstMonth { get; init; }
    public DateOnly LastMonth { get; init; }
    public int Rows { get; init; }
    public int Added { get; init; }
    public int Changed { get; init; }
    public int Unchanged { get; init; }

    /// <summary>Rows about people without a case here; they are not kept.</summary>
    public int UnknownCitizens { get; init; }
}

/// <summary>A mark on the way: the first paid hour, 3, 10, 20, 37 hours a week, 13 and 26 weeks lasting.</summary>
public enum MilestoneKind
{
    FirstHour,
    ThreeHours,
    TenHours,
    TwentyHours,
    FullTime,
    ThirteenWeeks,
    TwentySixWeeks,
}

/// <summary>A milestone the citizen reached. It is never taken back; a correction that removes its ground is shown.</summary>
public sealed class Milestone
{
    public Guid CitizenId { get; init; }
    public MilestoneKind Kind { get; init; }

    /// <summary>The Monday of the week it was reached.</summary>
    public DateOnly Week { get; set; }
    public DateTimeOffset SeenAt { get; init; }

    /// <summary>The name of the <see cref="HoursDefinition"/> it was reached under.</summary>
    public required string Definition { get; init; }

    /// <summary>When a correction left the milestone without ground; null while it stands.</summary>
    public DateTimeOffset? CorrectedAt { get; set; }
}
