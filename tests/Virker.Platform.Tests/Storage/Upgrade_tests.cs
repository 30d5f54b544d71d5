using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Platform.Tests.Storage;

/// <summary>From one version's tables to the next one's, with two versions of the test's own: the house has had one.</summary>
public sealed class Upgrade_tests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task What_the_first_version_wrote_is_there_in_the_second(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.On(provider);
        await Start(database.Options, "20260101000000_First");
        await Write(database.Options, "INSERT INTO books (title) VALUES ('Oppe'), ('Nede')");

        await Start(database.Options);

        Assert.Equal(["Nede 4", "Oppe 4"], await Books(database.Options));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Six_first_starts_at_once_make_the_tables_once(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.On(provider);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Start(database.Options))));

        await Write(database.Options, "INSERT INTO books (title, letters) VALUES ('Én', 2)");
        Assert.Equal(["Én 2"], await Books(database.Options));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Cut_off_before_any_of_its_commands_the_next_start_finishes_it(DatabaseProvider provider)
    {
        int cuts = 0;
        for (bool finished = false; !finished; cuts++)
        {
            await using var database = await TestDatabase.On(provider);
            await Start(database.Options, "20260101000000_First");
            await Write(database.Options, "INSERT INTO books (title) VALUES ('Oppe')");
            await using var left = await TestDatabase.On(DatabaseProvider.Sqlite);
            var cut = new CutBefore(
                cuts,
                // What a killed process leaves in its files; the server undoes what a lost connection had begun.
                provider == DatabaseProvider.Sqlite
                    ? () =>
                    {
                        foreach (string part in Directory.GetFiles(database.Folder, "*.db*"))
                            File.Copy(part, Path.Combine(left.Folder, Path.GetFileName(part)));
                    }
                    : null
            );
            finished = await Ends(() => Start(database.Options, cut: cut));

            var found = provider == DatabaseProvider.Sqlite && !finished ? left.Options : database.Options;
            await Start(found).WaitAsync(TimeSpan.FromSeconds(30));

            Assert.Equal(["Oppe 4"], await Books(found));
        }

        Assert.InRange(cuts, 5, 100);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Tables_of_a_version_this_one_does_not_know_are_refused(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.On(provider);
        await Start(database.Options);
        await using (var context = Open(database.Options))
        {
            await context.Database.ExecuteSqlRawAsync(
                context.GetService<IHistoryRepository>().GetInsertScript(new HistoryRow("20200101000000_Unknown", "10"))
            );
        }

        var refused = await Assert.ThrowsAsync<InvalidInputException>(() => Start(database.Options));

        Assert.Contains("20200101000000_Unknown", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<bool> Ends(Func<Task> work)
    {
        try
        {
            await work();
            return true;
        }
        catch (CutOffException)
        {
            return false;
        }
    }

    private static ShelfDbContext Open(DatabaseOptions database, CutBefore? cut = null)
    {
        var options = new DbContextOptionsBuilder<ShelfDbContext>();
        options.UseVirker(database, "public");
        string assembly = typeof(ShelfDbContext).Assembly.GetName().Name!;
        _ =
            database.Provider == DatabaseProvider.Sqlite
                ? options.UseSqlite(o => o.MigrationsAssembly(assembly))
                : options.UseNpgsql(o => o.MigrationsAssembly(assembly));
        return new ShelfDbContext((cut is null ? options : options.AddInterceptors(cut)).Options);
    }

    /// <param name="version">The last migration a start of that version knows of; the newest without.</param>
    private static async Task Start(DatabaseOptions database, string? version = null, CutBefore? cut = null)
    {
        await using var context = Open(database, cut);
        if (version is null)
            await context.BringUpToDateAsync(TestContext.Current.CancellationToken);
        else
            await context.Database.MigrateAsync(version);
    }

    private static async Task Write(DatabaseOptions database, string sql)
    {
        await using var context = Open(database);
        await context.Database.ExecuteSqlRawAsync(sql);
    }

    private static async Task<List<string>> Books(DatabaseOptions database)
    {
        await using var context = Open(database);
        return await context
            .Database.SqlQueryRaw<string>("SELECT title || ' ' || letters AS \"Value\" FROM books ORDER BY title")
            .ToListAsync();
    }

    /// <summary>Ends everything at a command.</summary>
    private sealed class CutBefore(int command, Action? photograph) : DbCommandInterceptor
    {
        private int _seen;

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        ) => new(Next(result));

        public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<object> result,
            CancellationToken cancellationToken = default
        ) => new(Next(result));

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        ) => new(Next(result));

        private T Next<T>(T result)
        {
            if (_seen++ != command)
                return result;
            photograph?.Invoke();
            throw new CutOffException();
        }
    }

    private sealed class CutOffException : Exception;
}

/// <summary>A room of two versions.</summary>
public sealed class ShelfDbContext(DbContextOptions<ShelfDbContext> options) : DbContext(options);

[DbContext(typeof(ShelfDbContext))]
[Migration("20260101000000_First")]
public sealed class FirstShelf : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            "books",
            table => new { title = table.Column<string>(nullable: false) },
            constraints: table => table.PrimaryKey("pk_books", b => b.title)
        );
}

[DbContext(typeof(ShelfDbContext))]
[Migration("20260201000000_Second")]
public sealed class SecondShelf : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("letters", "books", nullable: false, defaultValue: 0);
        migrationBuilder.Sql("UPDATE books SET letters = length(title)");
        migrationBuilder.CreateIndex("ix_books_letters", "books", "letters");
    }
}
