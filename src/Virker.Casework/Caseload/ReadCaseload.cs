using Microsoft.EntityFrameworkCore;
using Virker.Casework.Conversations;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;
using Virker.Statistics.Trials;

namespace Virker.Casework.Caseload;

/// <summary>A worker's open cases today: citizens with the worker as primary contact, whatever happens in the case.</summary>
/// <param name="Overdue">Citizens with a planned conversation whose day is past and of which nothing is written.</param>
/// <param name="NothingAhead">Citizens without any conversation planned for today or later.</param>
/// <param name="Changed">Citizens whose primary contact changed since <see cref="Caseloads.Since"/>.</param>
public sealed record WorkerCaseload(Guid WorkerId, int Cases, int Overdue, int NothingAhead, int Changed);

/// <param name="Since">Changes after this day are counted.</param>
/// <param name="Workers">In the order asked for; also those without a case.</param>
/// <param name="ChangesPerCitizen">How many citizens had so many changes; the counts add up to all cases.</param>
public sealed record Caseloads(
    DateOnly Since,
    IReadOnlyList<WorkerCaseload> Workers,
    IReadOnlyDictionary<int, int> ChangesPerCitizen
)
{
    public int Cases => Workers.Sum(w => w.Cases);

    /// <summary>Citizens with at least one change.</summary>
    public int Changed => Workers.Sum(w => w.Changed);

    /// <summary>The share of citizens with at least one change, with Wilson's 95 % interval, which holds for small
    /// numbers too; null without cases.</summary>
    public Share? ChangedShare => Cases == 0 ? null : Wilson.Of(Changed, Cases);
}

/// <summary>Counts the cases of some workers in one question to the database. Gives counts and no citizen.</summary>
public sealed class ReadCaseload(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    /// <summary>Changes of primary contact are counted so many months back.</summary>
    public const int Months = 12;

    public async Task<Caseloads> Execute(Worker by, IReadOnlyCollection<Guid> workers, CancellationToken stop)
    {
        var today = clock.Today();
        var since = today.AddMonths(-Months);
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var cases = await db
            .Citizens.AsNoTracking()
            .Where(c => c.ClosedOn == null && c.PrimaryContactId != null && workers.Contains(c.PrimaryContactId.Value))
            .Select(c => new
            {
                Worker = c.PrimaryContactId!.Value,
                Contacts = db.PrimaryContacts.Count(p => p.CitizenId == c.Id && p.From > since),
                First = db.PrimaryContacts.Where(p => p.CitizenId == c.Id).Min(p => (DateOnly?)p.From),
                IsOverdue = db.Conversations.Any(t =>
                    t.CitizenId == c.Id && t.State == ConversationState.Planned && t.On < today
                ),
                IsPlanned = db.Conversations.Any(t =>
                    t.CitizenId == c.Id && t.State == ConversationState.Planned && t.On >= today
                ),
            })
            .ToListAsync(stop);
        // The first contact a citizen gets is no change.
        var counted = cases
            .Select(c => (c.Worker, c.IsOverdue, c.IsPlanned, Changes: c.Contacts - (c.First > since ? 1 : 0)))
            .ToLookup(c => c.Worker);
        return new(
            since,
            [
                .. workers.Select(id => new WorkerCaseload(
                    id,
                    counted[id].Count(),
                    counted[id].Count(c => c.IsOverdue),
                    counted[id].Count(c => !c.IsPlanned),
                    counted[id].Count(c => c.Changes > 0)
                )),
            ],
            counted.SelectMany(c => c).CountBy(c => c.Changes).OrderBy(c => c.Key).ToDictionary()
        );
    }
}
