using System.Runtime.CompilerServices;
using Virker.Platform.Accounts;
using Virker.Platform.Municipalities;
using Virker.Platform.Storage;

namespace Virker.Platform.MadeUp;

/// <summary>Takes every row out of the other rooms of a made-up municipality: what they hold is about people one room is
/// about to replace.</summary>
public sealed class ClearOtherRooms(IEnumerable<MunicipalityTables> rooms, IServiceProvider services)
{
    /// <typeparam name="TOwn">The tables of the room that asks; they and the log stay.</typeparam>
    /// <exception cref="InvalidOperationException">The municipality is a real one.</exception>
    public async Task Execute<TOwn>(Municipality municipality, CancellationToken stop)
        where TOwn : MunicipalityDbContext
    {
        foreach (var room in rooms)
        {
            await using var db = await room.Open(services, municipality, stop);
            if (db is not (TOwn or RecordsDbContext))
                await db.SaveBulkAsync(Worker.Virker(municipality), "demo.clear", null, Nothing(db, stop), stop);
        }
    }

    private static async IAsyncEnumerable<IReadOnlyCollection<object>> Nothing(
        MunicipalityDbContext db,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        await db.ClearAsync(stop);
        yield break;
    }
}
