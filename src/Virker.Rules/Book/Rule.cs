using System.Text.Json.Serialization;
using Virker.Platform;

namespace Virker.Rules;

/// <summary>How sure the reading of a rule is. Anything but <see cref="High"/> makes the rule warn, never block.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Confidence>))]
public enum Confidence
{
    /// <summary>Not found; the row holds the place open.</summary>
    None,
    Low,
    Medium,
    High,
}

/// <summary>What an offer to a citizen is (tilbud og støtte).</summary>
public enum OfferKind
{
    /// <summary>Virksomhedspraktik, LAB kap. 11.</summary>
    Internship,

    /// <summary>Job med løntilskud with a private employer, LAB kap. 12.</summary>
    PrivateWageSubsidy,

    /// <summary>Job med løntilskud with a public employer, LAB kap. 12.</summary>
    PublicWageSubsidy,

    /// <summary>Ordinære løntimer without another placement.</summary>
    PaidHours,

    /// <summary>Mentorstøtte, LAB kap. 26.</summary>
    Mentor,

    /// <summary>A parallel course (vejledning og opkvalificering).</summary>
    Course,

    /// <summary>Parallel treatment, which is no offer under the act.</summary>
    Treatment,
}

/// <summary>What a value counts.</summary>
public enum RuleUnit
{
    /// <summary>The rule is words; see <see cref="Rule.ValueAsRead"/>.</summary>
    Text,
    Weeks,
    Months,
    Years,
    AgeYears,
    HoursPerWeek,
    HoursPerYear,
    Interviews,
    MunicipalInterviews,
    UnemploymentFundInterviews,
    Percent,
    Places,
    OrdinaryEmployeesPerPlace,
    TargetGroups,
    CitizensPerWorker,
    Statements,
    Oere,
    OerePerHour,
    OerePerMonth,
    OerePerPerson,
}

/// <summary>What it means when a sure rule is broken by facts that are known.</summary>
public enum Breach
{
    Inform,
    Warn,
    Block,
}

/// <summary>
/// The check a row is used by. A row without one is read by people only. For one check, kind, target group and day at
/// most one row is in force; <see cref="RuleBook.Load"/> refuses anything else.
/// </summary>
public enum RuleCheck
{
    Duration,
    TrialDuration,
    Extension,
    SpecialExtension,
    Purpose,
    KeepOwnJob,
    PaidHoursBeside,
    SelfFound,
    Pay,
    WeeklyHours,
    MostRecentEmployer,
    RatioFirst,
    RatioAbove,
    RatioFloor,
    RatioEmployees,
    RatioSupported,
    RatioExempt,
    Statement,
    Waiting,
    WaitingExempt,
    NetIncrease,
    SubsidyRate,
    HighestWage,
    Renewal,
    DischargeMentor,
    EducationMentor,
    MentorFrom,
    MentorContent,
    PlanFirst,
    PlanContent,
    WholePlan,
    JobDirected,
    ClosedToNew,
    NewLaw,
    Deduction,
    HoursThatCount,
    HoursThatDoNotCount,
    HoursSuspended,
    InterviewsFirstHalf,
    InterviewsLater,
    FirstInterview,
    IntensifiedInterview,
    LeftOut,
    FirstOffer,
    SickLeftOut,
}

/// <summary>
/// A rule or norm with its value in a period of validity: a row of <c>data/rules/practice/rules.csv</c>.
/// </summary>
/// <param name="Topic">The part of the law or practice, for lists: <c>internship</c>, <c>ratio</c>, …</param>
/// <param name="Check">The check that uses the row; null when none does.</param>
/// <param name="Kinds">The kinds of offer it is about; empty when it does not bear on a placement.</param>
/// <param name="Groups">The codes of the target groups it is about; empty when they have none.</param>
/// <param name="GroupsAsRead">The groups in the words of the source's reader.</param>
/// <param name="Value">In <paramref name="Unit"/>; null when the rule is words or the value was not found.</param>
/// <param name="SecondValue">An upper end, an age or another number of the same rule, in
/// <paramref name="SecondUnit"/>.</param>
/// <param name="ValidFrom">First day; null when not known. Read as "since ever".</param>
/// <param name="IsDateExact">The source names the day, not only the year.</param>
/// <param name="ValidTo">Last day; null while in force.</param>
public sealed record Rule(
    string Id,
    string Topic,
    RuleCheck? Check,
    Text Name,
    IReadOnlyList<OfferKind> Kinds,
    IReadOnlyList<string> Groups,
    string GroupsAsRead,
    decimal? Value,
    RuleUnit Unit,
    decimal? SecondValue,
    RuleUnit SecondUnit,
    string ValueAsRead,
    Breach Breach,
    DateOnly? ValidFrom,
    bool IsDateExact,
    DateOnly? ValidTo,
    string Reference,
    string SourceUrl,
    Confidence Confidence,
    Text Note
)
{
    /// <summary>The reading or the date is not sure, so a breach warns and never blocks.</summary>
    public bool IsUncertain => Confidence != Confidence.High || ValidFrom is null || !IsDateExact;

    /// <summary><see cref="CheckPlacement"/> uses the row.</summary>
    public bool BearsOnPlacement => Check is not null && Kinds.Count > 0;

    public bool IsInForce(DateOnly day) =>
        (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day <= ValidTo);
}
