using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework.Placements;

/// <summary>What citizen, workplace and municipality agree on, as the form gives it. What is left out is unknown.</summary>
public sealed record PlacementTerms
{
    internal const int MaxWords = 2000;
    internal const int MaxWeeks = 104;
    internal const int MaxWeeklyMinutes = 37 * 60;

    /// <summary>The placement's id, given to the form, so that the same form sent twice counts once.</summary>
    public required Guid Id { get; init; }
    public required Guid WorkplaceId { get; init; }
    public PlacementKind Kind { get; init; }
    public PlacementPurpose? Purpose { get; init; }

    /// <summary>First day.</summary>
    public DateOnly? From { get; init; }
    public int? Weeks { get; init; }

    /// <summary>Unpaid or subsidised minutes a week.</summary>
    public int? WeeklyMinutes { get; init; }

    /// <summary>Ordinary paid minutes a week from the first day, and what they grow to before the last.</summary>
    public int? PaidMinutes { get; init; }
    public int? PaidMinutesGoal { get; init; }

    /// <summary>What the citizen trains.</summary>
    public string? Tasks { get; init; }

    /// <summary>What the citizen is paid for; beside an internship it must be another job function.</summary>
    public string? PaidTasks { get; init; }
    public string? MentorName { get; init; }
    public int? MentorMinutes { get; init; }
    public int? FollowUpWeeks { get; init; }

    /// <summary>Employer and employee representative have stated in writing that the ratio holds.</summary>
    public bool HasStatement { get; init; }

    /// <summary>The individual assessment that it must last longer than the limit.</summary>
    public string? ExtensionReason { get; init; }
    public bool HasVerySpecialNeed { get; init; }
    public bool IsSelfFound { get; init; }

    /// <summary>The citizen is employed at the workplace and sick-listed from that job.</summary>
    public bool IsOwnJob { get; init; }
    public YesNo IsMostRecentEmployer { get; init; }
    public YesNo IsNewlyQualified { get; init; }

    /// <summary>For wage subsidy: the job adds to the ordinary staff; the citizen is sole provider; øre an hour.</summary>
    public YesNo IsNetIncrease { get; init; }
    public YesNo IsLoneProvider { get; init; }
    public long? HourlyWage { get; init; }

    /// <summary>Why the worker goes on although a rule warns.</summary>
    public string? WarningsAnswer { get; init; }

    /// <summary>The last day, included.</summary>
    public DateOnly? To => Weeks is >= 1 and <= MaxWeeks ? From?.AddDays(7 * Weeks.Value - 1) : null;

    /// <summary>The paid hours step by step; empty when none are agreed, or the period is not known.</summary>
    public IReadOnlyList<HoursStep> Steps =>
        From is { } from && To is { } to
            ? PaidHoursGrowth.Steps(from, to, PaidMinutes ?? 0, PaidMinutesGoal ?? PaidMinutes ?? 0)
            : [];

    private bool IsSupported => PlacementKinds.Of(Kind).IsSupported;

    internal PlacementTerms Tidied() =>
        this with
        {
            WeeklyMinutes = IsSupported ? WeeklyMinutes : 0,
            Tasks = TypedText.OrNull(Tasks),
            PaidTasks = TypedText.OrNull(PaidTasks),
            MentorName = TypedText.OrNull(MentorName),
            ExtensionReason = TypedText.OrNull(ExtensionReason),
            WarningsAnswer = TypedText.OrNull(WarningsAnswer),
        };

    /// <summary>What must be right before it can be agreed, whatever the rules say.</summary>
    internal IEnumerable<FieldProblem> Problems(DateOnly today)
    {
        if (Purpose is null)
            yield return new("purpose", new("Vælg ét formål.", "Choose one purpose."));
        if (From is null)
        {
            yield return new("from", new("Skriv den første dag.", "Write the first day."));
        }
        else if (From < today.AddYears(-1) || From > today.AddYears(1))
        {
            yield return new(
                "from",
                new("Den første dag skal ligge inden for et år.", "The first day must be within a year.")
            );
        }
        if (To is null && From is not null)
        {
            yield return new(
                "weeks",
                new($"Skriv antal uger, fra 1 til {MaxWeeks}.", $"Write the number of weeks, from 1 to {MaxWeeks}.")
            );
        }
        if (WeeklyMinutes is null or < 0 or > 7 * 24 * 60 || (WeeklyMinutes == 0 && IsSupported))
            yield return new("hours", new("Skriv timer om ugen.", "Write hours a week."));
        foreach (var problem in PaidHours())
            yield return problem;
        if (Tasks is null && IsSupported)
            yield return new("tasks", new("Skriv, hvad borgeren skal lave.", "Write what the citizen is to do."));
        if (FollowUpWeeks is null or < 1 or > 26)
        {
            yield return new(
                "followUp",
                new("Skriv uger mellem opfølgning, fra 1 til 26.", "Write weeks between follow-ups, from 1 to 26.")
            );
        }
        if (MentorMinutes is < 0 or > MaxWeeklyMinutes)
            yield return new("mentorHours", new("Skriv timer fra 0 til 37.", "Write hours from 0 to 37."));
        if (HourlyWage < 0)
            yield return new("wage", new("Skriv timelønnen i kroner.", "Write the hourly wage in kroner."));
        foreach (
            var (field, words) in new[]
            {
                ("tasks", Tasks),
                ("paidTasks", PaidTasks),
                ("mentor", MentorName),
                ("extension", ExtensionReason),
                ("answer", WarningsAnswer),
            }
        )
        {
            if (words?.Length > MaxWords)
                yield return new(field, TypedText.TooLong(MaxWords));
        }
    }

    private IEnumerable<FieldProblem> PaidHours()
    {
        if (PaidMinutes is < 0 or > MaxWeeklyMinutes)
            yield return new("paid", new("Skriv timer fra 0 til 37.", "Write hours from 0 to 37."));
        if (PaidMinutesGoal is < 0 or > MaxWeeklyMinutes)
        {
            yield return new("paidGoal", new("Skriv timer fra 0 til 37.", "Write hours from 0 to 37."));
        }
        else if (PaidMinutesGoal < PaidMinutes)
        {
            yield return new(
                "paidGoal",
                new("Målet er mindre end timerne fra start.", "The goal is less than the hours from the start.")
            );
        }
        bool isPaid = PaidMinutes > 0 || PaidMinutesGoal > 0;
        if (!IsSupported && !isPaid)
            yield return new("paid", new("Skriv løntimer om ugen.", "Write paid hours a week."));
        if (isPaid && PaidTasks is null)
        {
            yield return new(
                "paidTasks",
                new("Skriv, hvilke opgaver løntimerne gælder.", "Write which tasks the paid hours are for.")
            );
        }
    }
}
