using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Virker.Platform.Storage;

/// <summary>
/// Adds many rows without tracking them: prepared inserts on SQLite, binary copy on PostgreSQL. Tables, columns and
/// conversions are the model's own. Runs inside the context's transaction.
/// </summary>
internal sealed class BulkRows(DbContext context)
{
    private readonly List<Table> _tables = [.. InOrder(context.Model).Select(t => new Table(t))];

    /// <summary>How many rows each table was given.</summary>
    public Dictionary<string, int> Counts { get; } = [];

    /// <summary>The room's own tables, so that a row's parents come before it.</summary>
    public static IReadOnlyList<IEntityType> InOrder(IModel model)
    {
        var own = model.GetEntityTypes().ToList();
        var ordered = new List<IEntityType>();
        while (own.Count > 0)
        {
            var free = own.Where(t =>
                    !t.GetForeignKeys().Any(k => k.PrincipalEntityType != t && own.Contains(k.PrincipalEntityType))
                )
                .ToList();
            ordered.AddRange(free);
            own.RemoveAll(free.Contains);
        }

        return ordered;
    }

    public async Task AddAsync(IReadOnlyCollection<object> rows, CancellationToken stop)
    {
        var byType = rows.ToLookup(r => r.GetType());
        foreach (var table in _tables.Where(t => byType.Contains(t.Type)))
        {
            var added = byType[table.Type];
            if (context.Database.GetDbConnection() is NpgsqlConnection postgres)
                await CopyAsync(postgres, table, added, stop);
            else
                await InsertAsync(table, added, stop);
            Counts[table.Name] = Counts.GetValueOrDefault(table.Name) + added.Count();
        }
    }

    private static async Task CopyAsync(
        NpgsqlConnection connection,
        Table table,
        IEnumerable<object> rows,
        CancellationToken stop
    )
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY \"{table.Name}\" ({table.ColumnList}) FROM STDIN (FORMAT BINARY)",
            stop
        );
        foreach (var row in rows)
        {
            await copy.StartRowAsync(stop);
            foreach (var column in table.Columns)
            {
                if (column.Value(row) is { } value)
                    await copy.WriteAsync(value, column.StoreType, stop);
                else
                    await copy.WriteNullAsync(stop);
            }
        }

        await copy.CompleteAsync(stop);
    }

    private async Task InsertAsync(Table table, IEnumerable<object> rows, CancellationToken stop)
    {
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText =
            $"INSERT INTO \"{table.Name}\" ({table.ColumnList}) VALUES ({string.Join(", ", table.Columns.Select((_, i) => $"@p{i}"))})";
        var parameters = new DbParameter[table.Columns.Count];
        for (int i = 0; i < parameters.Length; i++)
        {
            parameters[i] = command.CreateParameter();
            parameters[i].ParameterName = $"@p{i}";
            command.Parameters.Add(parameters[i]);
        }

        foreach (var row in rows)
        {
            stop.ThrowIfCancellationRequested();
            for (int i = 0; i < parameters.Length; i++)
                parameters[i].Value = table.Columns[i].Value(row) ?? DBNull.Value;
            // SQLite has no asynchronous work; the prepared statement is kept by the command.
            command.ExecuteNonQuery();
        }
    }

    private sealed class Table
    {
        public Table(IEntityType type)
        {
            Type = type.ClrType;
            Name = type.GetTableName()!;
            Columns = [.. type.GetProperties().Select(p => new Column(p))];
            ColumnList = string.Join(", ", Columns.Select(c => $"\"{c.Name}\""));
        }

        public Type Type { get; }
        public string Name { get; }
        public IReadOnlyList<Column> Columns { get; }
        public string ColumnList { get; }
    }

    private sealed class Column(IProperty property)
    {
        private readonly IClrPropertyGetter _getter = property.GetGetter();
        private readonly Func<object?, object?>? _convert = property.GetTypeMapping().Converter?.ConvertToProvider;

        public string Name { get; } = property.GetColumnName();
        public string StoreType { get; } = property.GetColumnType();

        public object? Value(object row)
        {
            var value = _getter.GetClrValue(row);
            return value is null || _convert is null ? value : _convert(value);
        }
    }
}
