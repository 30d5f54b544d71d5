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
/// <param name="Unjudged">Cases whose weight nobody has judged.</param>
/// <param name="Carried">What the worker carries today: the own cases unless away with a cover, and those covered.</param>
/// <param name="Covered">Cases of colleagues who are away, looked after here.</param>
/// <param name="Terms">Null when nothing is written: full time, here.</param>
public sealed record WorkerCaseload(
    Guid WorkerId,
    int Cases,
    int Overdue,
    int NothingAhead,
    int Changed,
    int Unjudged,
    CarriedLoad Carried,
    int Covered,
    WorkTerms? Terms
);

/// <param name="Levels">How many cases of each weight; the unjudged count as simple.</param>
public sealed record CarriedLoad(IReadOnlyDictionary<CaseLevel, int> Levels)
{
    public int Cases => Levels.Values.Sum();

    /// <summary>In hundredths of a simple case.</summary>
    public int WeightBy(CaseloadRule rule) => Levels.Sum(l => l.Value * rule.WeightOf(l.Key));
}

/// <param name="Since">Changes after this day are counted.</param>
/// <param name="Workers">In the order asked for; also those without a case.</param>
/// <param name="Rule">The municipality's own rule; null when it has set none.</param>
/// <param name="ChangesPerCitizen">How many citizens had so many changes; the counts add up to all cases.</param>
public sealed record Caseloads(
    DateOnly Since,
    CaseloadRule? Rule,
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

/// <summary>Counts the cases of some workers in three questions to the database. Gives counts and no citizen.</summary>
public sealed class ReadCaseload(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    /// <summary>Changes of primary contact are counted so many months back.</summary>
    public const int Months = 12;

    public async Task<Caseloads> Execute(Worker by, IReadOnlyCollection<Guid> workers, CancellationToken stop)
    {
        var today = clock.Today();
        var since = today.AddMonths(-Months);
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var terms = await db.WorkTerms.AsNoTracking().ToDictionaryAsync(t => t.WorkerId, stop);
        var covers = terms
            .Values.Where(t => t.IsAway(today) && t.CoverId is not null)
            .ToDictionary(t => t.WorkerId, t => t.CoverId!.Value);
        // Those who are away elsewhere but covered here belong to the question too.
        Guid[] holders = [.. workers, .. covers.Where(c => workers.Contains(c.Value)).Select(c => c.Key)];
        var cases = await db
            .Citizens.AsNoTracking()
            .Where(c => c.ClosedOn == null && c.PrimaryContactId != null && holders.Contains(c.PrimaryContactId.Value))
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
                Level = db.CaseNeeds.Where(n => n.CitizenId == c.Id).Select(n => n.Level).FirstOrDefault(),
            })
            .ToListAsync(stop);
        // The first contact a citizen gets is no change.
        var counted = cases
            .Select(c => (c.Worker, c.IsOverdue, c.IsPlanned, c.Level, Changes: c.Contacts - (c.First > since ? 1 : 0)))
            .ToLookup(c => c.Worker);
        CarriedLoad Carried(Guid id, IEnumerable<Guid> covered) =>
            new(
                (covers.ContainsKey(id) ? covered : covered.Append(id))
                    .SelectMany(holder => counted[holder])
                    .CountBy(c => c.Level ?? CaseLevel.Simple)
                    .ToDictionary()
            );
        return new(
            since,
            await db.CaseloadRules.Newest(stop),
            [
                .. workers.Select(id =>
                {
                    Guid[] covered = [.. covers.Where(c => c.Value == id).Select(c => c.Key)];
                    return new WorkerCaseload(
                        id,
                        counted[id].Count(),
                        counted[id].Count(c => c.IsOverdue),
                        counted[id].Count(c => !c.IsPlanned),
                        counted[id].Count(c => c.Changes > 0),
                        counted[id].Count(c => c.Level is null),
                        Carried(id, covered),
                        covered.Sum(holder => counted[holder].Count()),
                        terms.GetValueOrDefault(id)
                    );
                }),
            ],
            workers.SelectMany(id => counted[id]).CountBy(c => c.Changes).OrderBy(c => c.Key).ToDictionary()
        );
    }
}
