using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Conversations;

/// <summary>When the citizen and the worker are to talk, and how.</summary>
public sealed record ConversationPlan(ConversationKind Kind, DateOnly? On, TimeOnly? At);

/// <summary>Plans a conversation, or moves one that is planned.</summary>
public sealed class PlanConversation(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    /// <param name="conversation">The planned conversation to move; null for a new one.</param>
    /// <returns>What stops it; empty when it is planned.</returns>
    /// <exception cref="InvalidInputException">No such citizen, or the conversation is no longer planned.</exception>
    public async Task<IReadOnlyList<FieldProblem>> Execute(
        Worker by,
        Guid citizen,
        Guid? conversation,
        ConversationPlan plan,
        CancellationToken stop
    )
    {
        if (Wrong(plan.On, clock.Today()) is { } wrong)
            return [new FieldProblem("on", wrong)];
        var on = plan.On!.Value;
        await using var db = await store.OpenAsync(by.Municipality, stop);
        await db.Citizens.RequireAsync(citizen, stop);
        if (conversation is null)
            Add(db, citizen, plan.Kind, on, plan.At, by.Id, clock.GetUtcNow());
        else
            await Move(db, by, citizen, conversation.Value, plan with { On = on }, stop);
        await db.SaveAsync(by, conversation is null ? "conversation.plan" : "conversation.move", citizen, null, stop);
        return [];
    }

    /// <summary>What is wrong with the day of a conversation to come; null when nothing is.</summary>
    internal static Text? Wrong(DateOnly? on, DateOnly today) =>
        on is null ? new("Vælg en dag.", "Choose a day.")
        : on < today ? new("Dagen er gået. Vælg en, der kommer.", "The day has gone. Choose one to come.")
        : on > today.AddYears(2) ? new("Dagen ligger mere end to år ude.", "The day is more than two years away.")
        : null;

    internal static void Add(
        CaseworkDbContext db,
        Guid citizen,
        ConversationKind kind,
        DateOnly on,
        TimeOnly? at,
        Guid worker,
        DateTimeOffset now
    )
    {
        var planned = new Conversation
        {
            CitizenId = citizen,
            Kind = kind,
            On = on,
            At = at,
            WorkerId = worker,
        };
        db.Add(planned);
        db.Add(ConversationTask.Of(planned.Id, citizen, on, worker).Made(now));
    }

    private async Task Move(
        CaseworkDbContext db,
        Worker by,
        Guid citizen,
        Guid conversation,
        ConversationPlan plan,
        CancellationToken stop
    )
    {
        var planned =
            await db.Conversations.SingleOrDefaultAsync(
                c => c.Id == conversation && c.CitizenId == citizen && c.State == ConversationState.Planned,
                stop
            )
            ?? throw new InvalidInputException(
                new("samtalen er ikke længere planlagt", "the conversation is no longer planned")
            );
        var tasks = await db.Tasks.Where(t => t.AboutId == conversation).ToListAsync(stop);
        (planned.Kind, planned.At, planned.On) = (plan.Kind, plan.At, plan.On!.Value);
        var wanted = ConversationTask.Of(planned.Id, citizen, planned.On, planned.WorkerId);
        foreach (var task in tasks.Where(t => t.Key != wanted.Key && t.DoneAt is null))
            task.Finish(by, clock.GetUtcNow());
        if (tasks.SingleOrDefault(t => t.Key == wanted.Key) is { } back)
            back.Reopen();
        else
            db.Add(wanted.Made(clock.GetUtcNow()));
    }
}
