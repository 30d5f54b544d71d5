using Microsoft.EntityFrameworkCore;
using Virker.Casework.Conversations;
using Virker.Casework.Storage;
using Virker.Casework.Tasks;

namespace Virker.Casework.Ips;

internal static class JobSupport
{
    /// <summary>Of ordinary jobs and studies in IPS: the point of the support schedule that is due and not met.</summary>
    public static async Task<IEnumerable<WantedTask>> Due(CaseworkDbContext db, DateOnly today, CancellationToken stop)
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
