using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Conversations;

/// <summary>A conversation in a list: nothing of what was said, but the next step.</summary>
public sealed record ConversationLine(
    Guid Id,
    ConversationKind Kind,
    ConversationState State,
    DateOnly On,
    TimeOnly? At,
    Guid WorkerId,
    string? NextStep,
    DateOnly? NextStepBy
);

/// <summary>What a worker needs at hand when a conversation begins.</summary>
/// <param name="Due">The planned conversation this is likely to be; null when none is due.</param>
/// <param name="Coming">The next one planned after it.</param>
/// <param name="LastStep">The conversation with the next step agreed last.</param>
/// <param name="Earlier">Those written down, newest first.</param>
public sealed record ConversationStart(
    ConversationLine? Due,
    ConversationLine? Coming,
    ConversationLine? LastStep,
    IReadOnlyList<ConversationLine> Earlier
);

/// <summary>A conversation as it was written down, with the corrections that followed.</summary>
public sealed record ConversationRead(
    ConversationLine Line,
    string? CitizenWords,
    string? Note,
    DateTimeOffset? RecordedAt,
    IReadOnlyList<Correction> Corrections
);

public sealed record Correction(DateTimeOffset WrittenAt, Guid AuthorId, string Text);

/// <summary>Reads conversations. The caller logs the look-up.</summary>
public sealed class ReadConversations(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    /// <param name="chosen">The planned conversation the worker came for; else the newest that is due is taken.</param>
    public async Task<ConversationStart> Start(Worker worker, Guid citizen, Guid? chosen, CancellationToken stop)
    {
        var today = clock.Today();
        await using var db = await store.OpenAsync(worker.Municipality, stop);
        var all = await db
            .Conversations.Where(c => c.CitizenId == citizen)
            .OrderByDescending(c => c.On)
            .ThenByDescending(c => c.Id)
            .Select(c => new ConversationLine(c.Id, c.Kind, c.State, c.On, c.At, c.WorkerId, c.NextStep, c.NextStepBy))
            .ToListAsync(stop);
        var planned = all.Where(c => c.State == ConversationState.Planned).ToList();
        var due = planned.Find(c => c.Id == chosen) ?? planned.Find(c => c.On <= today);
        return new ConversationStart(
            due,
            planned.FindLast(c => c.Id != due?.Id && c.On >= today),
            all.Find(c => c.State == ConversationState.Held && c.NextStep is not null),
            [.. all.Where(c => c.State != ConversationState.Planned)]
        );
    }

    /// <summary>One conversation; null when the citizen has no such.</summary>
    public async Task<ConversationRead?> One(Worker worker, Guid citizen, Guid id, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(worker.Municipality, stop);
        var found = await db
            .Conversations.AsNoTracking()
            .SingleOrDefaultAsync(c => c.Id == id && c.CitizenId == citizen, stop);
        if (found is null)
            return null;
        var notes = await db
            .Journal.AsNoTracking()
            .Where(n => n.CitizenId == citizen && n.Corrects == id)
            .OrderBy(n => n.WrittenAt)
            .ToListAsync(stop);
        return new ConversationRead(
            new ConversationLine(
                found.Id,
                found.Kind,
                found.State,
                found.On,
                found.At,
                found.WorkerId,
                found.NextStep,
                found.NextStepBy
            ),
            db.Vault.OpenOrNull(found.CitizenWords, id, "citizen_words"),
            db.Vault.OpenOrNull(found.Note, id, "note"),
            found.RecordedAt,
            [.. notes.Select(n => new Correction(n.WrittenAt, n.AuthorId, db.Vault.Open(n.Text, n.Id, "text")))]
        );
    }
}
