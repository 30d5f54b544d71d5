using System.Globalization;
using Virker.Casework.Placements;
using Virker.Platform;
using Virker.Rules;
using Virker.Web.Site;

namespace Virker.Web.Pages.Citizens;

/// <summary>The form for a placement as it is sent: text as it was written, so that nothing is lost.</summary>
public sealed class PlacementForm
{
    /// <summary>What a number that is none becomes, so that the use case refuses it beside its field.</summary>
    private const int Unreadable = -1;

    public Guid PlacementId { get; set; }
    public string? Kind { get; set; }
    public string? Purpose { get; set; }
    public string? From { get; set; }
    public string? Weeks { get; set; }
    public string? Hours { get; set; }
    public string? Paid { get; set; }
    public string? PaidGoal { get; set; }
    public string? Tasks { get; set; }
    public string? PaidTasks { get; set; }
    public string? Mentor { get; set; }
    public string? MentorHours { get; set; }
    public string? FollowUp { get; set; }
    public bool Statement { get; set; }
    public string? Extension { get; set; }
    public bool VerySpecial { get; set; }
    public bool SelfFound { get; set; }
    public bool OwnJob { get; set; }
    public string? MostRecent { get; set; }
    public string? NewlyQualified { get; set; }
    public string? NetIncrease { get; set; }
    public string? LoneProvider { get; set; }
    public string? Wage { get; set; }
    public string? Answer { get; set; }

    /// <summary>A form that begins with these terms.</summary>
    public static PlacementForm Of(PlacementTerms terms) =>
        new()
        {
            PlacementId = terms.Id,
            Kind = terms.Kind.Code(),
            From = TypedDay.Field(terms.From),
            Weeks = terms.Weeks?.ToString(CultureInfo.InvariantCulture),
            Hours = terms.WeeklyMinutes is { } minutes ? Show.Hours(minutes) : null,
            Mentor = terms.MentorName,
            FollowUp = terms.FollowUpWeeks?.ToString(CultureInfo.InvariantCulture),
        };

    public PlacementTerms Terms(Guid workplace) =>
        new()
        {
            Id = PlacementId == Guid.Empty ? Guid.CreateVersion7() : PlacementId,
            WorkplaceId = workplace,
            Kind = TypedChoice.Of<PlacementKind>(Kind, "kind") ?? PlacementKind.Internship,
            Purpose = TypedChoice.Of<PlacementPurpose>(Purpose, "purpose"),
            From = TypedDay.Day(From, "from"),
            Weeks = TypedNumber.Whole(Weeks),
            WeeklyMinutes = Minutes(Hours),
            PaidMinutes = Minutes(Paid),
            PaidMinutesGoal = Minutes(PaidGoal),
            Tasks = Tasks,
            PaidTasks = PaidTasks,
            MentorName = Mentor,
            MentorMinutes = Minutes(MentorHours),
            FollowUpWeeks = TypedNumber.Whole(FollowUp),
            HasStatement = Statement,
            ExtensionReason = Extension,
            HasVerySpecialNeed = VerySpecial,
            IsSelfFound = SelfFound,
            IsOwnJob = OwnJob,
            IsMostRecentEmployer = TypedChoice.Of<YesNo>(MostRecent, "mostRecent") ?? YesNo.Unknown,
            IsNewlyQualified = TypedChoice.Of<YesNo>(NewlyQualified, "newlyQualified") ?? YesNo.Unknown,
            IsNetIncrease = TypedChoice.Of<YesNo>(NetIncrease, "netIncrease") ?? YesNo.Unknown,
            IsLoneProvider = TypedChoice.Of<YesNo>(LoneProvider, "loneProvider") ?? YesNo.Unknown,
            HourlyWage = Oere(Wage),
            WarningsAnswer = Answer,
        };

    public static int? Minutes(string? text) => HoursInput.TryMinutes(text, out int? minutes) ? minutes : Unreadable;

    private static long? Oere(string? text) =>
        TypedNumber.Number(text) is not { } kroner ? null
        : kroner is >= 0 and < 100_000 ? (long)(kroner * 100)
        : Unreadable;
}
