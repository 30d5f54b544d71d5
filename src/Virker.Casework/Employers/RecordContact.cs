using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Casework.Tasks;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Employers;

/// <summary>A contact as the worker writes it down.</summary>
/// <param name="Note">What occupies the firm, first of all, and what was agreed.</param>
/// <param name="Cooperation">How far the cooperation has come after it; null for no change.</param>
public sealed record ContactRecord(DateOnly? On, string? Note, Cooperation? Cooperation = null);

/// <summary>Writes a call, a visit or a letter to a workplace in its log. The next contact is counted from the newest.</summary>
public sealed class RecordContact(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    private const int MaxNote = 4000;

    /// <returns>What stops it, each beside its field; empty when it is saved.</returns>
    /// <exception cref="InvalidInputException">No such workplace.</exception>
    public async Task<IReadOnlyList<FieldProblem>> Execute(
        Worker by,
        Guid id,
        ContactRecord record,
        CancellationToken stop
    )
    {
        List<FieldProblem> problems = [.. Problems(record, clock.Today())];
        if (problems.Count > 0)
            return problems;
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var workplace = await db.Workplaces.OfId(id, stop);
        var on = record.On!.Value;
        db.Add(
            new EmployerContact
            {
                WorkplaceId = id,
                On = on,
                WorkerId = by.Id,
                Note = record.Note!.Trim(),
                RecordedAt = clock.GetUtcNow(),
            }
        );
        workplace.Cooperation = record.Cooperation ?? workplace.Cooperation;
        if (workplace.LastContactOn is null || workplace.LastContactOn < on)
        {
            workplace.LastContactOn = on;
            var due = await db
                .Tasks.Where(t => t.AboutId == id && t.Kind == TaskKind.EmployerContact && t.DoneAt == null)
                .ToListAsync(stop);
            due.ForEach(t => t.Finish(by, clock.GetUtcNow()));
        }

        await db.SaveAsync(by, "workplace.contact", [], null, stop);
        return [];
    }

    private static IEnumerable<FieldProblem> Problems(ContactRecord record, DateOnly today)
    {
        if (record.On is null)
            yield return new("on", new("Skriv, hvilken dag det var.", "Write which day it was."));
        else if (record.On > today)
            yield return new("on", new("Dagen er ikke kommet endnu.", "The day has not come yet."));
        else if (record.On < today.AddYears(-2))
            yield return new("on", new("Dagen ligger mere end to år tilbage.", "The day is more than two years ago."));
        if (string.IsNullOrWhiteSpace(record.Note))
        {
            yield return new(
                "note",
                new("Skriv, hvad der optager virksomheden lige nu.", "Write what occupies the firm right now.")
            );
        }
        else if (record.Note.Length > MaxNote)
        {
            yield return new("note", TypedText.TooLong(MaxNote));
        }
    }
}
