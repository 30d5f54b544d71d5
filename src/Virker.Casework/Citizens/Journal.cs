using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Protection;
using Virker.Platform.Storage;

namespace Virker.Casework.Citizens;

/// <summary>Writes a note in the citizen's journal, or a note that corrects another. What is written stays.</summary>
public sealed class WriteJournalNote(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    private const int MaxText = 20_000;

    /// <param name="id">A new id the form was given, so that the same form sent twice is one note.</param>
    /// <param name="corrects">The note this one corrects; null for a note of its own.</param>
    /// <returns>What stops it; empty when it is saved.</returns>
    /// <exception cref="InvalidInputException">No such citizen, or no such note of the citizen's.</exception>
    public async Task<IReadOnlyList<FieldProblem>> Execute(
        Worker by,
        Guid citizen,
        Guid id,
        string? text,
        Guid? corrects,
        CancellationToken stop
    )
    {
        text = TypedText.OrNull(text);
        if (text is null)
            return [new("text", new("Skriv noten.", "Write the note."))];
        if (text.Length > MaxText)
            return [new("text", TypedText.TooLong(MaxText))];
        await using var db = await store.OpenAsync(by.Municipality, stop);
        await db.Citizens.OfId(citizen, stop);
        if (corrects is not null && !await db.Journal.AnyAsync(n => n.Id == corrects && n.CitizenId == citizen, stop))
            throw new InvalidInputException(new("noten findes ikke", "there is no such note"));
        if (await db.Journal.AnyAsync(n => n.Id == id, stop))
            return [];
        db.Add(
            new JournalNote
            {
                Id = id,
                CitizenId = citizen,
                AuthorId = by.Id,
                WrittenAt = clock.GetUtcNow(),
                Text = db.Vault.Seal(text, id, "text"),
                Corrects = corrects,
            }
        );
        await db.SaveAsync(by, corrects is null ? "journal.write" : "journal.correct", citizen, null, stop);
        return [];
    }
}

/// <summary>A note as it is read.</summary>
/// <param name="Corrects">What it corrects: a note or a conversation.</param>
public sealed record NoteRead(Guid Id, DateTimeOffset WrittenAt, Guid AuthorId, string Text, Guid? Corrects);

/// <param name="Notes">Newest first.</param>
public sealed record JournalRead(IReadOnlyList<NoteRead> Notes, bool HasMore);

/// <summary>Reads the journal, newest first. The caller logs the look-up.</summary>
public sealed class ReadJournal(MunicipalityStore<CaseworkDbContext> store)
{
    /// <summary>Notes on a page.</summary>
    public const int PageSize = 50;

    /// <param name="page">1 is the newest.</param>
    public async Task<JournalRead> Execute(Worker by, Guid citizen, int page, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var notes = await Notes(db, citizen, (Math.Max(page, 1) - 1) * PageSize, PageSize + 1, stop);
        return new([.. notes.Take(PageSize)], notes.Count > PageSize);
    }

    internal static async Task<IReadOnlyList<NoteRead>> Notes(
        CaseworkDbContext db,
        Guid citizen,
        int skip,
        int take,
        CancellationToken stop
    )
    {
        var notes = await db
            .Journal.AsNoTracking()
            .Where(n => n.CitizenId == citizen)
            .OrderByDescending(n => n.WrittenAt)
            .ThenByDescending(n => n.Id)
            .Skip(skip)
            .Take(take)
            .ToListAsync(stop);
        return [.. notes.Select(n => Open(db.Vault, n))];
    }

    private static NoteRead Open(Vault vault, JournalNote note) =>
        new(note.Id, note.WrittenAt, note.AuthorId, vault.Open(note.Text, note.Id, "text"), note.Corrects);
}
