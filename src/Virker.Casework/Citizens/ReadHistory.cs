using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Citizens;

public sealed record SpellRead(string TargetGroup, DateOnly From, DateOnly? To, string? EndReason);

/// <param name="Reason">Why this contact took over; null for the first.</param>
public sealed record ContactRead(Guid WorkerId, DateOnly From, DateOnly? To, string? Reason);

public sealed record GoalRead(string Words, string? Occupation, DateTimeOffset SaidAt);

/// <param name="Rank">Where the chosen one stood on the list that was shown; 1 is the top.</param>
public sealed record ChoiceRead(string Intervention, int Rank, string Reason, DateTimeOffset ChosenAt, Guid WorkerId);

/// <summary>What has been, each newest first.</summary>
public sealed record CitizenHistory(
    IReadOnlyList<SpellRead> Spells,
    IReadOnlyList<ContactRead> Contacts,
    IReadOnlyList<GoalRead> Goals,
    IReadOnlyList<ChoiceRead> Choices
)
{
    /// <summary>How many times the primary contact was changed.</summary>
    public int ContactChanges => Math.Max(Contacts.Count - 1, 0);
}

/// <summary>Reads target groups, contacts, goals and choices through time. The caller logs the look-up.</summary>
public sealed class ReadHistory(MunicipalityStore<CaseworkDbContext> store)
{
    public async Task<CitizenHistory> Execute(Worker by, Guid id, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        return new(
            await db
                .Spells.Where(s => s.CitizenId == id)
                .OrderByDescending(s => s.From)
                .Select(s => new SpellRead(s.TargetGroup, s.From, s.To, s.EndReason))
                .ToListAsync(stop),
            await db
                .PrimaryContacts.Where(p => p.CitizenId == id)
                .OrderByDescending(p => p.From)
                .ThenByDescending(p => p.Id)
                .Select(p => new ContactRead(p.WorkerId, p.From, p.To, p.Reason))
                .ToListAsync(stop),
            await db
                .JobGoals.Where(g => g.CitizenId == id)
                .OrderByDescending(g => g.SaidAt)
                .Select(g => new GoalRead(g.Words, g.Occupation, g.SaidAt))
                .ToListAsync(stop),
            await db
                .OptionChoices.Where(o => o.CitizenId == id)
                .OrderByDescending(o => o.ChosenAt)
                .Select(o => new ChoiceRead(o.Intervention, o.Rank, o.Reason, o.ChosenAt, o.WorkerId))
                .ToListAsync(stop)
        );
    }
}
