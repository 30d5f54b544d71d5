using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Casework.Tasks;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Conversations;

/// <summary>What is written down of a conversation.</summary>
/// <param name="Id">The planned conversation, or a new id the form was given; so the same form sent twice counts once.</param>
/// <param name="Became">Anything but planned.</param>
/// <param name="NextStep">What citizen and worker agreed to do next, in words the citizen can read.</param>
/// <param name="NextOn">The day of the next conversation; null when it is not planned here.</param>
public sealed record ConversationRecord(
    Guid Id,
    ConversationKind Kind,
    ConversationState Became,
    DateOnly? On,
    string? CitizenWords = null,
    string? Note = null,
    string? NextStep = null,
    DateOnly? NextStepBy = null,
    DateOnly? NextOn = null,
    TimeOnly? NextAt = null
);

/// <summary>
/// Writes down what became of a conversation, the next step and the next conversation, in one go. What is written
/// stays; a correction is a note of its own (a note in the journal).
/// </summary>
public sealed class HoldConversation(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    private const int MaxWords = 20_000;
    private const int MaxStep = 500;

    /// <returns>What stops it, each beside its field; empty when it is saved.</returns>
    /// <exception cref="InvalidInputException">No such citizen, or the conversation is already written down.</exception>
    public async Task<IReadOnlyList<FieldProblem>> Execute(
        Worker by,
        Guid citizen,
        ConversationRecord record,
        CancellationToken stop
    )
    {
        var today = clock.Today();
        record = record with
        {
            CitizenWords = TypedText.OrNull(record.CitizenWords),
            Note = TypedText.OrNull(record.Note),
            NextStep = TypedText.OrNull(record.NextStep),
        };
        List<FieldProblem> problems = [.. Problems(record, today)];
        if (problems.Count > 0)
            return problems;
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var primary = await db
            .Citizens.Where(c => c.Id == citizen)
            .Select(c => new { c.PrimaryContactId })
            .SingleOrDefaultAsync(stop);
        if (primary is null)
            throw CitizenRows.NotFound();
        await Write(db, by, citizen, record, stop);
        await Settle(db, by, citizen, record, stop);
        var now = clock.GetUtcNow();
        if (record.NextStep is not null)
        {
            db.Add(
                ConversationTask
                    .NextStep(record.Id, citizen, record.NextStepBy!.Value, primary.PrimaryContactId ?? by.Id)
                    .Made(now)
            );
        }
        if (record.NextOn is { } next)
            PlanConversation.Add(db, citizen, ConversationKind.FollowUp, next, record.NextAt, by.Id, now);
        await db.SaveAsync(by, "conversation." + record.Became.Code(), citizen, null, stop);
        return [];
    }

    private async Task Write(
        CaseworkDbContext db,
        Worker by,
        Guid citizen,
        ConversationRecord record,
        CancellationToken stop
    )
    {
        var conversation = await db.Conversations.SingleOrDefaultAsync(c => c.Id == record.Id, stop);
        if (conversation is null)
        {
            db.Add(conversation = new Conversation { Id = record.Id, CitizenId = citizen });
        }
        else if (conversation.CitizenId != citizen || conversation.State != ConversationState.Planned)
        {
            throw new InvalidInputException(
                new(
                    "samtalen er allerede skrevet ned; skriv en rettelse i stedet",
                    "the conversation is already written down; write a correction instead"
                )
            );
        }
        (conversation.Kind, conversation.State, conversation.On) = (record.Kind, record.Became, record.On!.Value);
        conversation.WorkerId = by.Id;
        conversation.CitizenWords = db.Vault.SealOrNull(record.CitizenWords, record.Id, "citizen_words");
        conversation.Note = db.Vault.SealOrNull(record.Note, record.Id, "note");
        (conversation.NextStep, conversation.NextStepBy) = (record.NextStep, record.NextStepBy);
        conversation.RecordedAt = clock.GetUtcNow();
    }

    /// <summary>The conversation is no longer to come; a new next step takes the place of the last; and to talk at the
    /// workplace is to follow up.</summary>
    private async Task Settle(
        CaseworkDbContext db,
        Worker by,
        Guid citizen,
        ConversationRecord record,
        CancellationToken stop
    )
    {
        var open = await db.Tasks.Where(t => t.CitizenId == citizen && t.DoneAt == null).ToListAsync(stop);
        foreach (var task in open)
        {
            bool isSettled = task.Kind switch
            {
                TaskKind.Conversation => task.AboutId == record.Id,
                TaskKind.NextStep => record.NextStep is not null,
                TaskKind.PlacementFollowUp => record
                    is { Became: ConversationState.Held, Kind: ConversationKind.AtWorkplace },
                TaskKind.Own
                or TaskKind.PlacementEnds
                or TaskKind.GrowPaidHours
                or TaskKind.Statement
                or TaskKind.EmployerContact
                or TaskKind.HoursMissing
                or TaskKind.HoursDiffer
                or TaskKind.Measurement
                or TaskKind.UnansweredLink
                or TaskKind.JointMeeting
                or TaskKind.JobSupport => false,
            };
            if (isSettled)
                task.Finish(by, clock.GetUtcNow());
        }
    }

    private static IEnumerable<FieldProblem> Problems(ConversationRecord record, DateOnly today)
    {
        if (record.Became == ConversationState.Planned)
            yield return new("became", new("Vælg, hvad der skete med samtalen.", "Choose what became of it."));
        if (record.On is null)
            yield return new("on", new("Skriv, hvilken dag det var.", "Write which day it was."));
        else if (record.On > today)
            yield return new("on", new("Dagen er ikke kommet endnu.", "The day has not come yet."));
        else if (record.On < today.AddYears(-2))
            yield return new("on", new("Dagen ligger mere end to år tilbage.", "The day is more than two years ago."));
        if (record is { Became: ConversationState.Held, CitizenWords: null, Note: null, NextStep: null })
        {
            yield return new(
                "citizenWords",
                new(
                    "Skriv, hvad borgeren sagde, eller hvad I aftalte.",
                    "Write what the citizen said, or what you agreed."
                )
            );
        }
        if (record.CitizenWords?.Length > MaxWords)
            yield return new("citizenWords", TypedText.TooLong(MaxWords));
        if (record.Note?.Length > MaxWords)
            yield return new("note", TypedText.TooLong(MaxWords));
        if (record.NextStep?.Length > MaxStep)
            yield return new("nextStep", TypedText.TooLong(MaxStep));
        if (record.NextStep is not null && record.NextStepBy is null)
            yield return new("nextStepBy", new("Vælg, hvornår det skal være gjort.", "Choose when it is to be done."));
        else if (record.NextStep is not null && record.NextStepBy < record.On)
            yield return new("nextStepBy", new("Det skal være efter samtalen.", "It must be after the conversation."));
        if (record.NextOn is not null && PlanConversation.Wrong(record.NextOn, today) is { } wrong)
            yield return new("nextOn", wrong);
    }
}
