using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Platform.Tests.Storage;

public sealed class First_start_tests
{
    [Fact]
    public async Task A_file_another_process_made_just_now_is_found_and_written_to_with_the_write_ahead_log()
    {
        await using var database = await TestDatabase.On(DatabaseProvider.Sqlite);
        // As the other leaves it after making it and before asking for the log.
        await using (var other = new SqliteConnection($"Data Source={database.Options.ConnectionString}"))
        {
            await other.OpenAsync();
            await using var command = other.CreateCommand();
            command.CommandText = "CREATE TABLE made (x)";
            await command.ExecuteNonQueryAsync();
        }

        await using var context = new DbContext(new DbContextOptionsBuilder().UseVirker(database.Options, "x").Options);

        Assert.True(await context.GetService<IRelationalDatabaseCreator>().ExistsAsync());
        Assert.Equal(["wal"], await context.Database.SqlQueryRaw<string>("PRAGMA journal_mode").ToListAsync());
    }
}
