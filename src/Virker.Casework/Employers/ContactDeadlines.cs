using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Casework.Tasks;

namespace Virker.Casework.Employers;

/// <summary>When an employer with an owner is to be contacted again, by the rhythm of the cooperation.</summary>
internal static class ContactDeadlines
{
    public static async Task<IEnumerable<WantedTask>> Due(CaseworkDbContext db, DateOnly today, CancellationToken stop)
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
}
