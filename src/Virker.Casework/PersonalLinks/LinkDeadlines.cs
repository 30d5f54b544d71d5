using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Casework.Tasks;
using Virker.Platform;

namespace Virker.Casework.PersonalLinks;

/// <summary>What links ask of workers, read for a whole municipality in one question.</summary>
internal static class LinkDeadlines
{
    /// <summary>A link nobody used is a task after so many days, and no longer one after so many.</summary>
    private const int RemindAfterDays = 7;
    private const int ForgetAfterDays = 60;

    /// <summary>The citizen was sent the questions and has not begun.</summary>
    public static async Task<IEnumerable<WantedTask>> Unanswered(
        CaseworkDbContext db,
        DateOnly today,
        CancellationToken stop
    )
    {
        var latest = new DateTimeOffset(today.AddDays(1 - RemindAfterDays), TimeOnly.MinValue, TimeSpan.Zero);
        var earliest = latest.AddDays(-ForgetAfterDays);
        var links = await (
            from link in db.PersonalLinks
            join citizen in db.Citizens on link.CitizenId equals citizen.Id
            where
                link.Purpose == LinkPurpose.Answers
                && link.UsedAt == null
                && link.RevokedAt == null
                && link.MadeAt < latest
                && link.MadeAt > earliest
                && citizen.ClosedOn == null
            select new
            {
                link.Id,
                link.CitizenId,
                link.MadeAt,
                Owner = citizen.PrimaryContactId ?? link.MadeBy,
            }
        ).ToListAsync(stop);
        return links.Select(l => new WantedTask(
            TaskKind.UnansweredLink,
            l.Id,
            DanishTime.DayOf(l.MadeAt).AddDays(RemindAfterDays),
            l.Owner,
            l.CitizenId
        ));
    }
}
