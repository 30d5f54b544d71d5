namespace Virker.Rules;

/// <summary>An answer that may be missing. Missing is never read as no.</summary>
public enum YesNo
{
    Unknown,
    Yes,
    No,
}

/// <summary>The one purpose of a placement (LAB §§ 58 and 67).</summary>
public enum OfferPurpose
{
    ClarifyGoal,
    TrainSkills,
    ReachPaidHours,

    /// <summary>Arbejdsfastholdelse: back to the job the sick-listed citizen has.</summary>
    KeepOwnJob,
}

/// <summary>The citizen's plan before the offer.</summary>
public enum PlanState
{
    None,

    /// <summary>Min Plan.</summary>
    MyPlan,

    /// <summary>Helhedsorienteret plan, which takes the place of Min Plan with consent.</summary>
    WholePlan,
}

/// <summary>Who a mentor comes from (LAB § 168).</summary>
public enum MentorFrom
{
    Company,
    School,
    Municipality,
    ExternalConsultant,
    Elsewhere,
}

/// <summary>
/// What the rules need to know about a placement. Only kind, target group and period are required: whatever is left out
/// is unknown, and a rule that needs it says so.
/// </summary>
public sealed record PlacementFacts
{
    public required OfferKind Kind { get; init; }

    /// <summary>Code of the target group, such as <c>6.3</c>.</summary>
    public required string TargetGroup { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day, included.</summary>
    public required DateOnly To { get; init; }

    /// <summary>The day whose rules apply; null for <see cref="From"/>. An agreement keeps the rules it was made under.</summary>
    public DateOnly? RulesOn { get; init; }

    /// <summary>The day the citizen came into the target group; null when unknown.</summary>
    public DateOnly? InGroupSince { get; init; }

    /// <summary>Unpaid or subsidised minutes a week.</summary>
    public int WeeklyMinutes { get; init; }

    /// <summary>Ordinary paid minutes a week agreed beside or after; the most where they grow.</summary>
    public int PaidMinutes { get; init; }

    /// <summary>The paid hours lie in another job function than the internship.</summary>
    public YesNo PaidHoursInOtherFunction { get; init; }
    public OfferPurpose? Purpose { get; init; }

    /// <summary>Calendar days of earlier internship at this workplace, or of the mentor agreement being renewed.</summary>
    public int DaysHereBefore { get; init; }

    /// <summary>An individual assessment is written that a longer period is needed.</summary>
    public bool HasIndividualAssessment { get; init; }

    /// <summary>The written assessment says the need is very special.</summary>
    public bool HasVerySpecialNeed { get; init; }

    /// <summary>Newly qualified from higher education without an ordinary job in the field since.</summary>
    public YesNo IsNewlyQualified { get; init; }

    /// <summary>The citizen found the place.</summary>
    public bool IsSelfFound { get; init; }

    /// <summary>The workplace is the citizen's most recent employer.</summary>
    public YesNo IsMostRecentEmployer { get; init; }

    /// <summary>The citizen is employed at the workplace and sick-listed from that job.</summary>
    public bool IsOwnJob { get; init; }

    /// <summary>Ordinary employees of the workplace in full-time equivalents, averaged over the four months before,
    /// without subsidised staff and staff under 18; null when unknown.</summary>
    public decimal? OrdinaryEmployees { get; init; }

    /// <summary>Persons in internship or wage subsidy there already, in full-time equivalents; null when unknown.</summary>
    public decimal? SupportedThere { get; init; }

    /// <summary>Employer and employee representative have stated in writing that the ratio holds.</summary>
    public YesNo HasStatement { get; init; }

    /// <summary>Whole months on benefit before the start; null when unknown.</summary>
    public int? MonthsOnBenefit { get; init; }

    /// <summary>Whole years on the first day; null when unknown.</summary>
    public int? Age { get; init; }

    /// <summary>Education that qualifies for a job.</summary>
    public YesNo HasQualifyingEducation { get; init; }
    public YesNo IsLoneProvider { get; init; }

    /// <summary>The job with wage subsidy adds to the workplace's ordinary staff (merbeskæftigelse).</summary>
    public YesNo IsNetIncrease { get; init; }

    /// <summary>Øre per hour in the job with wage subsidy; null when unknown.</summary>
    public long? HourlyWage { get; init; }
    public PlanState Plan { get; init; }

    /// <summary>The plan names a goal of job or education.</summary>
    public YesNo PlanHasGoal { get; init; }

    /// <summary>Some activity of the plan, this one apart, is aimed at a job.</summary>
    public YesNo PlanIsJobDirected { get; init; }

    /// <summary>The mentor agreement follows another one.</summary>
    public bool IsRenewal { get; init; }

    /// <summary>Discharge from a psychiatric ward, when the mentor is given for it.</summary>
    public DateOnly? DischargedOn { get; init; }

    /// <summary>The mentor is given because the citizen starts an education.</summary>
    public bool StartsEducation { get; init; }
    public MentorFrom? MentorFrom { get; init; }

    /// <summary>The mentor agreement names goal, mentor with contact, tasks, duration and hours.</summary>
    public YesNo MentorAgreementIsWhole { get; init; }
}
