using Microsoft.EntityFrameworkCore;
using Virker.Casework.Conversations;
using Virker.Casework.Storage;
using Virker.Casework.Tasks;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Day;

/// <summary>Gives a task to another worker; a conversation goes with its task.</summary>
public sealed class MoveTask(MunicipalityStore<CaseworkDbContext> store)
{
    /// <param name="to">A worker of the same municipality: the page offers no others.</param>
    /// <exception cref="InvalidInputException">No such task.</exception>
    public async Task Execute(Worker by, Guid id, Guid to, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var task = await db.Tasks.OfId(id, stop);
        task.OwnerId = to;
        if (task.Kind == TaskKind.Conversation)
        {
            var planned = await db.Conversations.SingleOrDefaultAsync(
                c => c.Id == task.AboutId && c.State == ConversationState.Planned,
                stop
            );
            planned?.WorkerId = to;
        }

        await db.SaveAsync(by, "task.move", task.Concerns(), null, stop);
    }
}
