using Microsoft.EntityFrameworkCore;

namespace Virker.Platform.Storage;

/// <summary>Can the shared tables be reached now?</summary>
public sealed class DatabaseAnswers(IDbContextFactory<PlatformDbContext> databases)
{
    public async Task<bool> Execute(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.Database.CanConnectAsync(stop);
    }
}
