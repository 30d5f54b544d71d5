using Virker.Effects.Storage;

namespace Virker.Effects.Practice;

/// <summary>What a review of practice found: numbers of groups only, none of them small.</summary>
/// <param name="Day">Who was in a target group on this day is followed.</param>
/// <param name="Last">The last day of the year they are followed.</param>
/// <param name="People">Followed, with a contact and a known outcome.</param>
/// <param name="InJob">Of them in a job at the end; null where it is few.</param>
/// <param name="Gone">Moved away, died or left for what nobody wrote down; left out.</param>
/// <param name="Teams">Those that may be shown; null in a review from before they were compared.</param>
public sealed record PracticeResult(
    DateOnly Day,
    DateOnly Last,
    int People,
    int? InJob,
    int Gone,
    IReadOnlyList<QuestionResult> Questions,
    IReadOnlyList<TeamOutcome>? Teams
)
{
    public string Write() => StoredJson.Write(this);

    public static PracticeResult Read(string text) => StoredJson.Read<PracticeResult>(text);
}

/// <summary>One question's answer.</summary>
/// <param name="Cut">The middle that "more" is more than: percent for belief, citizens for caseload.</param>
/// <param name="Comparison">Null where it cannot be made; <paramref name="WhyNot"/> says why.</param>
/// <param name="Teams">How often it happened in each team that may be shown; empty where none may.</param>
/// <param name="Quarters">How often it happened in each quarter, oldest first.</param>
public sealed record QuestionResult(
    PracticeQuestion Question,
    int? Cut,
    PracticeComparison? Comparison,
    WhyNot? WhyNot,
    IReadOnlyList<TeamShare> Teams,
    IReadOnlyList<QuarterShare> Quarters
);

public enum WhyNot
{
    /// <summary>Fewer than five in a job, or not, with it or without; or too few workers behind it.</summary>
    TooFew,

    /// <summary>Those with and without have nothing in common to be compared by.</summary>
    NobodyAlike,
}

/// <summary>Those who had it against those who had not.</summary>
/// <param name="With">Null, like <paramref name="Without"/> and <paramref name="Raw"/>, where taken from the other
/// questions' counts they would show how fewer than five fared; the shares are then in whole percent.</param>
/// <param name="Raw">The difference as it stands, with Newcombe's interval.</param>
/// <param name="ShareWith">In a job, of those who had it.</param>
/// <param name="ShareWithout">In a job, of people like them who had not.</param>
/// <param name="Adjusted">Their difference; the interval knows that a worker's citizens are alike.</param>
/// <param name="Ratio">Their ratio.</param>
/// <param name="EValue">What something unmeasured must be to explain the ratio away.</param>
/// <param name="EValueOfInterval">What it must be to bring the interval to no difference; 1 when it is there.</param>
/// <param name="Outside">Those who had it for whom nobody without is like them.</param>
/// <param name="Workers">Contacts the citizens are grouped by.</param>
public sealed record PracticeComparison(
    GroupCount? With,
    GroupCount? Without,
    Interval? Raw,
    double ShareWith,
    double ShareWithout,
    Interval Adjusted,
    Interval Ratio,
    double EValue,
    double EValueOfInterval,
    IReadOnlyList<PracticeBalance> Balance,
    int Outside,
    int Workers
)
{
    /// <summary>The same without what could be counted back from.</summary>
    public PracticeComparison Rounded() =>
        this with
        {
            With = null,
            Without = null,
            Raw = null,
            ShareWith = Math.Round(ShareWith, 2),
            ShareWithout = Math.Round(ShareWithout, 2),
        };
}

public sealed record Interval(double Estimate, double Low, double High);

/// <summary>What was known before, with it and without.</summary>
/// <param name="Group">The target group, where the fact is one.</param>
/// <param name="Before">The difference in standard deviations.</param>
/// <param name="After">The same when the groups are weighed to be alike.</param>
public sealed record PracticeBalance(
    CaseMix Fact,
    string? Group,
    double With,
    double Without,
    double Before,
    double After
);

/// <summary>How it went for a team's citizens.</summary>
/// <param name="Team">Null for workers without one.</param>
/// <param name="Share">In a job after the year, had its citizens been like everybody's; in whole percent.</param>
public sealed record TeamOutcome(string? Team, int People, double Share);

/// <param name="Team">Null for workers without one.</param>
public sealed record TeamShare(string? Team, int People, int Had);

/// <param name="Share">Null where it is hidden.</param>
public sealed record QuarterShare(DateOnly Quarter, double? Share);
