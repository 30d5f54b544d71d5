using Virker.Casework.Citizens;
using Virker.Casework.Conversations;
using Virker.Casework.Employers;
using Virker.Casework.Ips;
using Virker.Casework.PaidHours;
using Virker.Casework.PersonalLinks;
using Virker.Casework.Placements;
using Virker.Casework.Progress;
using Virker.Casework.Storage;
using Virker.Casework.Tasks;

namespace Virker.Casework.Night;

/// <summary>Every deadline a municipality has. Each capability knows its own; here they are only collected.</summary>
internal static class Deadlines
{
    /// <summary>The kinds of task made here.</summary>
    public static readonly TaskKind[] Kinds =
    [
        TaskKind.Conversation,
        TaskKind.NextStep,
        TaskKind.PlacementFollowUp,
        TaskKind.PlacementEnds,
        TaskKind.GrowPaidHours,
        TaskKind.Statement,
        TaskKind.EmployerContact,
        TaskKind.HoursMissing,
        TaskKind.Measurement,
        TaskKind.UnansweredLink,
        TaskKind.JointMeeting,
        TaskKind.JobSupport,
    ];

    /// <summary>The tasks that ought to be there on <paramref name="today"/>, by key; some may be done already.</summary>
    public static async Task<Dictionary<string, WantedTask>> Read(
        CaseworkDbContext db,
        DateOnly today,
        CancellationToken stop
    )
    {
        List<WantedTask> all =
        [
            .. await ConversationDeadlines.Planned(db, stop),
            .. await ConversationDeadlines.NextSteps(db, stop),
            .. await PlacementTask.Due(db, today, stop),
            .. await AgreedHoursDeadlines.Due(db, today, stop),
            .. await ContactDeadlines.Due(db, today, stop),
            .. await JointMeetings.Due(db, today, stop),
            .. await JobSupport.Due(db, today, stop),
            .. await MeasurementDeadlines.Due(db, today, stop),
            .. await LinkDeadlines.Unanswered(db, today, stop),
        ];
        // The same deadline met twice is one.
        return all.DistinctBy(w => w.Key).ToDictionary(w => w.Key);
    }
}
