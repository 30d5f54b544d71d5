using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Virker.Casework.Storage;

namespace Virker.Casework.PaidHours.Import;

/// <summary>The right rows of a file in a temporary table of the connection's own, which locks nothing and is gone with
/// it; from there they reach the ledger in a few statements.</summary>
internal abstract class HoursStage(CaseworkDbContext db) : IAsyncDisposable
{
    private const string Same = "r.citizen_id = s.citizen_id AND r.cvr = s.cvr AND r.month = s.month";

    protected CaseworkDbContext Db => db;

    public static async Task<HoursStage> Open(CaseworkDbContext db, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(30));
        HoursStage stage = db.Database.IsNpgsql() ? new PostgresStage(db) : new SqliteStage(db);
        await stage.Run(stage.Create, stop);
        await stage.Begin(stop);
        return stage;
    }

    /// <summary>Adds a row.</summary>
    public abstract ValueTask Add(Guid citizen, HoursRow row, CancellationToken stop);

    /// <summary>Ends the adding, and makes the rows quick to find.</summary>
    public async Task Finish(CancellationToken stop)
    {
        await End(isWhole: true, stop);
        await Run("CREATE INDEX ix_hours_staged ON hours_staged (citizen_id, cvr, month, line)", stop);
        await Run("ANALYZE hours_staged", stop);
    }

    /// <summary>Lines whose citizen, employer and month stand in an earlier line too.</summary>
    public async Task Twice(Action<int, int> found, CancellationToken stop)
    {
        await using var command = Command(
            """
            SELECT s.line, t.first FROM hours_staged s
            JOIN (SELECT citizen_id, cvr, month, min(line) AS first FROM hours_staged
                  GROUP BY citizen_id, cvr, month HAVING count(*) > 1) t
            ON t.citizen_id = s.citizen_id AND t.cvr = s.cvr AND t.month = s.month
            WHERE s.line > t.first ORDER BY s.line
            """
        );
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
            found(reader.GetInt32(0), reader.GetInt32(1));
    }

    /// <summary>Moves the rows into the ledger. What stays staged is what was added or changed.</summary>
    public async Task<(int Added, int Changed, int Unchanged)> Merge(Guid import, CancellationToken stop)
    {
        int unchanged = await Run(
            $"""
            DELETE FROM hours_staged AS s WHERE EXISTS (SELECT 1 FROM register_months r WHERE {Same}
            AND r.minutes = s.minutes AND r.wage IS NOT DISTINCT FROM s.wage AND r.is_estimated = s.is_estimated)
            """,
            stop
        );
        int changed = await db
            .Database.SqlQueryRaw<int>(
                $"""SELECT CAST(count(*) AS integer) AS "Value" FROM hours_staged s JOIN register_months r ON {Same}"""
            )
            .SingleAsync(stop);
        int merged = await db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO register_months (citizen_id, cvr, month, minutes, wage, is_estimated, import_id)
            SELECT citizen_id, cvr, month, minutes, wage, is_estimated, {0} FROM hours_staged
            WHERE true ORDER BY citizen_id, cvr, month
            ON CONFLICT (citizen_id, cvr, month) DO UPDATE SET minutes = excluded.minutes, wage = excluded.wage,
            is_estimated = excluded.is_estimated, import_id = excluded.import_id
            """,
            [import],
            stop
        );
        return (merged - changed, changed, unchanged);
    }

    /// <summary>The citizens of what was added or changed.</summary>
    public Task<List<Guid>> Citizens(CancellationToken stop) =>
        db.Database.SqlQueryRaw<Guid>("""SELECT DISTINCT citizen_id AS "Value" FROM hours_staged""").ToListAsync(stop);

    public async ValueTask DisposeAsync()
    {
        await End(isWhole: false, CancellationToken.None);
        // A broken connection has no table left, and its own error is the one to hear of.
        if (db.Database.GetDbConnection().State == System.Data.ConnectionState.Open)
            await Run("DROP TABLE IF EXISTS hours_staged", CancellationToken.None);
        await db.Database.CloseConnectionAsync();
    }

    protected abstract string Create { get; }

    protected abstract Task Begin(CancellationToken stop);

    /// <summary>Ends the adding; nothing when it has ended.</summary>
    /// <param name="isWhole">False when something went wrong, and the rows are to be forgotten.</param>
    protected abstract Task End(bool isWhole, CancellationToken stop);

    protected Task<int> Run(string sql, CancellationToken stop) => db.Database.ExecuteSqlRawAsync(sql, stop);

    protected DbCommand Command(string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = db.Database.GetCommandTimeout() ?? 0;
        return command;
    }
}

/// <summary>Fills the table by COPY in the binary form.</summary>
internal sealed class PostgresStage(CaseworkDbContext db) : HoursStage(db)
{
    private NpgsqlBinaryImporter? _copy;

    protected override string Create =>
        """
            DROP TABLE IF EXISTS pg_temp.hours_staged;
            CREATE TEMP TABLE hours_staged (citizen_id uuid, cvr text, month date, minutes integer, wage bigint,
            is_estimated boolean, line integer)
            """;

    protected override async Task Begin(CancellationToken stop) =>
        _copy = await ((NpgsqlConnection)Db.Database.GetDbConnection()).BeginBinaryImportAsync(
            "COPY hours_staged FROM STDIN (FORMAT BINARY)",
            stop
        );

    public override async ValueTask Add(Guid citizen, HoursRow row, CancellationToken stop)
    {
        var copy = _copy!;
        await copy.StartRowAsync(stop);
        await copy.WriteAsync(citizen, NpgsqlDbType.Uuid, stop);
        await copy.WriteAsync(row.Cvr, NpgsqlDbType.Text, stop);
        await copy.WriteAsync(row.Month, NpgsqlDbType.Date, stop);
        await copy.WriteAsync(row.Minutes, NpgsqlDbType.Integer, stop);
        if (row.Wage is { } wage)
            await copy.WriteAsync(wage, NpgsqlDbType.Bigint, stop);
        else
            await copy.WriteNullAsync(stop);
        await copy.WriteAsync(row.IsEstimated, NpgsqlDbType.Boolean, stop);
        await copy.WriteAsync(row.Line, NpgsqlDbType.Integer, stop);
    }

    protected override async Task End(bool isWhole, CancellationToken stop)
    {
        if (_copy is null)
            return;
        await using var copy = _copy;
        _copy = null;
        if (isWhole)
            await copy.CompleteAsync(stop);
    }
}

/// <summary>Fills the table by one prepared statement, in portions; SQLite keeps it in a file of its own.</summary>
internal sealed class SqliteStage(CaseworkDbContext db) : HoursStage(db)
{
    private const int Portion = 20_000;
    private SqliteCommand? _insert;
    private int _rows;

    protected override string Create =>
        """
            DROP TABLE IF EXISTS temp.hours_staged;
            CREATE TEMP TABLE hours_staged (citizen_id text, cvr text, month text, minutes integer, wage integer,
            is_estimated integer, line integer)
            """;

    protected override Task Begin(CancellationToken stop)
    {
        _insert = (SqliteCommand)Command("INSERT INTO hours_staged VALUES ($1, $2, $3, $4, $5, $6, $7)");
        for (int i = 1; i <= 7; i++)
            _insert.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        NextPortion();
        return Task.CompletedTask;
    }

    public override ValueTask Add(Guid citizen, HoursRow row, CancellationToken stop)
    {
        var values = _insert!.Parameters;
        values[0].Value = citizen;
        values[1].Value = row.Cvr;
        values[2].Value = row.Month;
        values[3].Value = row.Minutes;
        values[4].Value = (object?)row.Wage ?? DBNull.Value;
        values[5].Value = row.IsEstimated;
        values[6].Value = row.Line;
        _insert.ExecuteNonQuery();
        if (++_rows % Portion == 0)
        {
            _insert.Transaction!.Commit();
            NextPortion();
        }

        return ValueTask.CompletedTask;
    }

    // Deferred: it writes to the temporary file alone and so never waits for the writers of the real one.
    private void NextPortion() => _insert!.Transaction = _insert.Connection!.BeginTransaction(deferred: true);

    protected override async Task End(bool isWhole, CancellationToken stop)
    {
        if (_insert is null)
            return;
        await using var insert = _insert;
        _insert = null;
        await using var portion = insert.Transaction!;
        if (isWhole)
            await portion.CommitAsync(stop);
    }
}
