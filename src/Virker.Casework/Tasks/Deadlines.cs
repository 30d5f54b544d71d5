using Microsoft.EntityFrameworkCore;
using Virker.Casework.Conversations;
using Virker.Casework.Employers;
using Virker.Casework.Ips;
using Virker.Casework.Placements;
using Virker.Casework.Progress;
using Virker.Casework.Storage;
using Virker.Platform;

namespace Virker.Casework.Tasks;

/// <summary>Every deadline a municipality has, each read for all its citizens in one question to the database.</summary>
internal static class Deadlines
{
    /// <summary>A placement's end is a task so many days before.</summary>
    public const int EndsWithinDays = 14;

    /// <summary>A step up of the paid hours is a task so many days before.</summary>
    public const int GrowWithinDays = 7;

    /// <summary>So many weeks without a report are a task.</summary>
    public const int MissingWeeks = 2;

    /// <summary>A meeting with the former contact is asked for so many days after a change; then it is too late.</summary>
    public const int JointMeetingWithinDays = 90;

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
            .. await Conversations(db, stop),
            .. await NextSteps(db, stop),
            .. await OfPlacements(db, today, stop),
            .. await PaidHours(db, today, stop),
            .. await EmployerContacts(db, today, stop),
            .. await JointMeetings(db, today, stop),
            .. await JobSupport(db, today, stop),
            .. await MeasurementDeadlines.Due(db, today, stop),
            .. await MeasurementDeadlines.Unanswered(db, today, stop),
        ];
        // The same deadline met twice is one.
        return all.DistinctBy(w => w.Key).ToDictionary(w => w.Key);
    }

    private static async Task<IEnumerable<WantedTask>> Conversations(CaseworkDbContext db, CancellationToken stop)
    {
        var planned = await (
            from conversation in db.Conversations
            join citizen in db.Citizens on conversation.CitizenId equals citizen.Id
            where conversation.State == ConversationState.Planned && citizen.ClosedOn == null
            select new
            {
                conversation.Id,
                conversation.CitizenId,
                conversation.On,
                conversation.WorkerId,
            }
        ).ToListAsync(stop);
        return planned.Select(c => ConversationTask.Of(c.Id, c.CitizenId, c.On, c.WorkerId));
    }

    /// <summary>The next step agreed last: a newer one has taken the place of an older.</summary>
    private static async Task<IEnumerable<WantedTask>> NextSteps(CaseworkDbContext db, CancellationToken stop)
    {
        var steps = await (
            from conversation in db.Conversations
            join citizen in db.Citizens on conversation.CitizenId equals citizen.Id
            where
                conversation.State == ConversationState.Held
                && conversation.NextStepBy != null
                && citizen.ClosedOn == null
                && !db.Conversations.Any(newer =>
                    newer.CitizenId == conversation.CitizenId
                    && newer.State == ConversationState.Held
                    && newer.NextStepBy != null
                    && (
                        newer.On > conversation.On
                        || (newer.On == conversation.On && newer.RecordedAt > conversation.RecordedAt)
                    )
                )
            select new
            {
                conversation.Id,
                conversation.CitizenId,
                By = conversation.NextStepBy!.Value,
                Owner = citizen.PrimaryContactId ?? conversation.WorkerId,
            }
        ).ToListAsync(stop);
        return steps.Select(s => ConversationTask.NextStep(s.Id, s.CitizenId, s.By, s.Owner));
    }

    /// <summary>Follow-up by the rhythm, counted from the last one done or the last conversation at the workplace; the
    /// end; and the employer's statement.</summary>
    private static async Task<IEnumerable<WantedTask>> OfPlacements(
        CaseworkDbContext db,
        DateOnly today,
        CancellationToken stop
    )
    {
        var running = await (
            from placement in db.Placements
            join citizen in db.Citizens on placement.CitizenId equals citizen.Id
            where placement.State == PlacementState.Agreed && placement.EndedOn == null && citizen.ClosedOn == null
            select new
            {
                placement.Id,
                placement.CitizenId,
                placement.WorkplaceId,
                placement.Kind,
                placement.From,
                placement.To,
                placement.FollowUpWeeks,
                placement.HasStatement,
                Owner = placement.SupportedBy ?? citizen.PrimaryContactId ?? placement.StartedBy,
                FollowedUpAt = db
                    .Tasks.Where(t =>
                        t.AboutId == placement.Id
                        && t.Kind == TaskKind.PlacementFollowUp
                        && t.DoneAt != null
                        && t.DoneBy != Guid.Empty
                    )
                    .Max(t => t.DoneAt),
                SeenOn = db
                    .Conversations.Where(c =>
                        c.CitizenId == placement.CitizenId
                        && c.State == ConversationState.Held
                        && c.Kind == ConversationKind.AtWorkplace
                        && c.On >= placement.From
                    )
                    .Max(c => (DateOnly?)c.On),
            }
        ).ToListAsync(stop);
        return running.SelectMany(p =>
            Of(p.Kind, p.HasStatement, p.From, p.To, p.FollowUpWeeks, p.FollowedUpAt, p.SeenOn)
                .Select(task => new WantedTask(task.Kind, p.Id, task.Due, p.Owner, p.CitizenId, p.WorkplaceId))
        );

        IEnumerable<(TaskKind Kind, DateOnly Due)> Of(
            PlacementKind kind,
            bool? hasStatement,
            DateOnly from,
            DateOnly to,
            int weeks,
            DateTimeOffset? followedUp,
            DateOnly? seen
        )
        {
            var last = new[] { from, followedUp is { } at ? DanishTime.DayOf(at) : from, seen ?? from }.Max();
            if (weeks > 0 && last.AddDays(7 * weeks) is var next && next < to)
                yield return (TaskKind.PlacementFollowUp, next);
            if (to <= today.AddDays(EndsWithinDays))
                yield return (TaskKind.PlacementEnds, to);
            if (kind != PlacementKind.PaidHours && hasStatement != true)
                yield return (TaskKind.Statement, from);
        }
    }

    /// <summary>Of placements with agreed paid hours: the latest step up until a week with so many hours is reported,
    /// and a report that has been missing.</summary>
    private static async Task<IEnumerable<WantedTask>> PaidHours(
        CaseworkDbContext db,
        DateOnly today,
        CancellationToken stop
    )
    {
        var soon = today.AddDays(GrowWithinDays);
        var agreed = await (
            from step in db.PaidHoursSteps
            join placement in db.Placements on step.PlacementId equals placement.Id
            join citizen in db.Citizens on placement.CitizenId equals citizen.Id
            join workplace in db.Workplaces on placement.WorkplaceId equals workplace.Id
            join company in db.Companies on workplace.CompanyId equals company.Id
            where
                placement.State == PlacementState.Agreed
                && placement.EndedOn == null
                && placement.From <= today
                && placement.To >= today
                && citizen.ClosedOn == null
                && step.From <= soon
            select new
            {
                placement.Id,
                placement.CitizenId,
                placement.WorkplaceId,
                company.Cvr,
                Owner = placement.SupportedBy ?? citizen.PrimaryContactId ?? placement.StartedBy,
                step.From,
                step.WeeklyMinutes,
                HasGrown = db.ReportedWeeks.Any(w =>
                    w.CitizenId == placement.CitizenId
                    && w.Cvr == company.Cvr
                    && w.Week >= step.From
                    && w.Minutes >= step.WeeklyMinutes
                ),
                LastReported = db
                    .ReportedWeeks.Where(w => w.CitizenId == placement.CitizenId && w.Cvr == company.Cvr)
                    .Max(w => (DateOnly?)w.Week),
            }
        ).ToListAsync(stop);
        var wanted = new List<WantedTask>();
        foreach (var steps in agreed.GroupBy(a => a.Id))
        {
            var rising = steps.OrderBy(s => s.From).ToList();
            var latest = rising[^1];
            if (rising.Count > 1 && latest.WeeklyMinutes > rising[^2].WeeklyMinutes && !latest.HasGrown)
                wanted.Add(Task(TaskKind.GrowPaidHours, latest.From));
            if (rising.Find(s => s.WeeklyMinutes > 0) is not { } first)
                continue;
            var missing = first.From.Monday();
            if (latest.LastReported >= missing)
                missing = latest.LastReported.Value.AddDays(7);
            if (missing.AddDays(7 * MissingWeeks) is var due && due <= today)
                wanted.Add(Task(TaskKind.HoursMissing, due));

            WantedTask Task(TaskKind kind, DateOnly day) =>
                new(kind, latest.Id, day, latest.Owner, latest.CitizenId, latest.WorkplaceId);
        }

        return wanted;
    }

    private static async Task<IEnumerable<WantedTask>> EmployerContacts(
        CaseworkDbContext db,
        DateOnly today,
        CancellationToken stop
    )
    {
        var owned = await (
            from workplace in db.Workplaces
            join company in db.Companies on workplace.CompanyId equals company.Id
            where workplace.OwnerId != null && !company.IsClosed
            select new
            {
                workplace.Id,
                Owner = workplace.OwnerId!.Value,
                workplace.Cooperation,
                workplace.LastContactOn,
                NewestOn = db.EmployerContacts.Where(c => c.WorkplaceId == workplace.Id).Max(c => (DateOnly?)c.On),
            }
        ).ToListAsync(stop);
        return owned.Select(w =>
            (w.NewestOn > w.LastContactOn ? w.NewestOn : w.LastContactOn ?? w.NewestOn) is { } last
                ? new WantedTask(
                    TaskKind.EmployerContact,
                    w.Id,
                    last.AddMonths(Rhythm.Months(w.Cooperation)),
                    w.Owner,
                    WorkplaceId: w.Id
                )
                : new WantedTask(TaskKind.EmployerContact, w.Id, today, w.Owner, WorkplaceId: w.Id, Occasion: "first")
        );
    }

    private static async Task<IEnumerable<WantedTask>> JointMeetings(
        CaseworkDbContext db,
        DateOnly today,
        CancellationToken stop
    )
    {
        var since = today.AddDays(-JointMeetingWithinDays);
        var changes = await (
            from contact in db.PrimaryContacts
            join citizen in db.Citizens on contact.CitizenId equals citizen.Id
            where
                contact.To == null
                && contact.From > since
                && citizen.ClosedOn == null
                && db.PrimaryContacts.Any(former => former.CitizenId == contact.CitizenId && former.To != null)
                && !db.Conversations.Any(c =>
                    c.CitizenId == contact.CitizenId
                    && c.Kind == ConversationKind.HandOver
                    && (c.State == ConversationState.Planned || c.State == ConversationState.Held)
                    && c.On >= contact.From
                )
            select new
            {
                contact.Id,
                contact.CitizenId,
                contact.From,
                contact.WorkerId,
            }
        ).ToListAsync(stop);
        return changes.Select(c => ConversationTask.JointMeeting(c.Id, c.CitizenId, c.From, c.WorkerId));
    }

    /// <summary>Of ordinary jobs and studies in IPS: the point of the support schedule that is due and not met.</summary>
    private static async Task<IEnumerable<WantedTask>> JobSupport(
        CaseworkDbContext db,
        DateOnly today,
        CancellationToken stop
    )
    {
        var jobs = await (
            from job in db.IpsJobs
            join course in db.IpsCourses on job.CourseId equals course.Id
            join citizen in db.Citizens on job.CitizenId equals citizen.Id
            where
                job.To == null
                && course.EndedOn == null
                && citizen.ClosedOn == null
                && (job.Pay == IpsPay.Ordinary || job.Pay == IpsPay.Education)
            select new
            {
                job.Id,
                job.CitizenId,
                job.From,
                course.WorkerId,
                LastTalk = db
                    .Conversations.Where(c => c.CitizenId == job.CitizenId && c.State == ConversationState.Held)
                    .Max(c => (DateOnly?)c.On),
            }
        ).ToListAsync(stop);
        return jobs.Select(j => (Job: j, Due: SupportSchedule.Due(j.From, j.LastTalk, today)))
            .Where(j => j.Due is not null)
            .Select(j => new WantedTask(TaskKind.JobSupport, j.Job.Id, j.Due!.Value, j.Job.WorkerId, j.Job.CitizenId));
    }
}
