using Virker.Casework.Conversations;
using Virker.Casework.PaidHours;
using Virker.Casework.Tasks;

namespace Virker.Casework.Day;

/// <summary>A worker's day: what to do, whom to talk with, and how the worker's citizens are getting on.</summary>
/// <param name="Conversations">Planned for today, and earlier ones nobody has written down; by day and time.</param>
/// <param name="Tasks">Due today or before, by deadline.</param>
/// <param name="Deadlines">Of placements, in the days to come.</param>
/// <param name="Moved">Citizens who reached a milestone or had paid hours recorded within a week.</param>
/// <param name="Still">Citizens nothing happens for, the longest first.</param>
/// <param name="New">Citizens who came to the worker within two weeks.</param>
/// <param name="Citizens">How many citizens the worker is primary contact of.</param>
public sealed record MyDay(
    DateOnly Today,
    IReadOnlyList<DayConversation> Conversations,
    IReadOnlyList<DayTask> Tasks,
    IReadOnlyList<DayTask> Deadlines,
    IReadOnlyList<DayMove> Moved,
    IReadOnlyList<DayStill> Still,
    IReadOnlyList<DayNewcomer> New,
    int Citizens
);

/// <param name="IsLate">The day has gone, and nobody wrote down what became of it.</param>
public sealed record DayConversation(
    Guid Id,
    Guid CitizenId,
    string Name,
    string? JobGoal,
    ConversationKind Kind,
    DateOnly On,
    TimeOnly? At,
    bool IsLate
);

/// <param name="AboutId">The conversation, placement or workplace.</param>
/// <param name="Workplace">The workplace's name.</param>
/// <param name="Words">The worker's own words, or the next step as it was agreed; null when the kind says it all.</param>
public sealed record DayTask(
    Guid Id,
    TaskKind Kind,
    DateOnly Due,
    DateOnly? SnoozedTo,
    Guid? AboutId,
    Guid? CitizenId,
    string? Name,
    Guid? WorkplaceId,
    string? Workplace,
    string? Words,
    bool IsLate
);

/// <param name="Milestones">Those reached within a week.</param>
/// <param name="Week">The newest week with hours recorded within a week; null when there are none.</param>
/// <param name="Minutes">That week's paid minutes, all employers together.</param>
/// <param name="Before">The reported week before it; null when there is none.</param>
public sealed record DayMove(
    Guid CitizenId,
    string Name,
    IReadOnlyList<MilestoneKind> Milestones,
    DateOnly? Week,
    int Minutes,
    int? Before
);

/// <param name="LastContact">The last conversation held; null when there was none.</param>
/// <param name="QuietWeeks">Whole weeks since then, or since the worker became primary contact; null when it is not too
/// long.</param>
/// <param name="LacksNextStep">No next step is open and no conversation is planned.</param>
public sealed record DayStill(Guid CitizenId, string Name, DateOnly? LastContact, int? QuietWeeks, bool LacksNextStep);

/// <param name="HasConversation">One is planned, or was held since.</param>
public sealed record DayNewcomer(Guid CitizenId, string Name, string? JobGoal, DateOnly From, bool HasConversation);
