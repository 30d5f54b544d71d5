using System.Text.Json.Serialization;
using Virker.Effects.Storage;

namespace Virker.Effects.Trials;

/// <summary>What a look at a trial found: numbers of groups only.</summary>
/// <param name="On">The day of the look.</param>
/// <param name="Drawn">People with a lot whose primary outcome could be known.</param>
/// <param name="Balance">What was there before the lot.</param>
/// <param name="FirstHour">The share who have had a paid hour, week by week (Kaplan–Meier).</param>
/// <param name="FirstHourP">Log-rank; null where nobody had one.</param>
/// <param name="Hours">Paid hours a week, mean and 95 % band.</param>
public sealed record TrialResult(
    DateOnly On,
    FlowCounts Drawn,
    IReadOnlyList<OutcomeResult> Outcomes,
    IReadOnlyList<BalanceLine> Balance,
    FlowCounts Started,
    IReadOnlyList<WeekPoint> FirstHour,
    double? FirstHourP,
    IReadOnlyList<WeekPoint> Hours
)
{
    [JsonIgnore]
    public OutcomeResult Primary => Outcomes[0];

    public string Write() => StoredJson.Write(this);

    public static TrialResult Read(string text) => StoredJson.Read<TrialResult>(text);
}

/// <summary>People in either arm.</summary>
public sealed record FlowCounts(int Treatment, int Usual);

/// <summary>An outcome in the two arms.</summary>
/// <param name="Known">Whose outcome is known.</param>
/// <param name="Events">Who had it, where it is a share.</param>
/// <param name="Treatment">The mean: a share from 0 to 1, or hours.</param>
/// <param name="Estimates">The difference by each estimator, the plain one first.</param>
/// <param name="HolmP">The plain p corrected for the secondary outcomes being several; null for the primary.</param>
/// <param name="WorstCase">Where the difference could lie if the unknown had turned out as badly or as well as can be;
/// null when all are known.</param>
public sealed record OutcomeResult(
    OutcomeKind Kind,
    FlowCounts Known,
    FlowCounts? Events,
    double Treatment,
    double Usual,
    IReadOnlyList<Estimate> Estimates,
    double? HolmP,
    Bounds? WorstCase
)
{
    [JsonIgnore]
    public Estimate Plain => Estimates[0];
}

public enum Estimator
{
    /// <summary>Treatment − usual: Newcombe's interval for shares, Welch's for hours.</summary>
    Difference,

    /// <summary>Lin's adjustment for what was known before the lot.</summary>
    Adjusted,

    /// <summary>What chance alone gives.</summary>
    Randomisation,

    /// <summary>The effect on those who begin because they drew it.</summary>
    Complier,
}

/// <summary>One estimator's answer; the randomisation test has no interval.</summary>
public sealed record Estimate(Estimator By, double Value, double? CiLow, double? CiHigh, double? P);

public sealed record Bounds(double Low, double High, double CiLow, double CiHigh);

/// <summary>What was there before the lot.</summary>
/// <param name="Difference">Standardised: the difference in means by the standard deviation of both arms together.</param>
public sealed record BalanceLine(BaselineKind Kind, double Treatment, double Usual, double? Difference);

public enum BaselineKind
{
    HoursBefore,
    WeeksInGroup,
    Age,
}

/// <summary>A week in an arm.</summary>
public sealed record WeekPoint(Arm Arm, int Week, double Value, double CiLow, double CiHigh);
