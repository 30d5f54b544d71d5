using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace Virker.Web.Tests.Storage;

/// <summary>A row as columns and values.</summary>
internal sealed class Row() : Dictionary<string, object?>(StringComparer.Ordinal);

/// <summary>
/// Rows for a schema as it was after a migration, made from the model the migration carries: in each table one row with
/// every column filled and one with only the required ones. Nothing here names a table or a migration.
/// </summary>
internal sealed class SampleRows
{
    private readonly ISqlGenerationHelper _sql;
    private readonly IRelationalModel _now;

    /// <param name="migration">The migration whose schema the rows are for.</param>
    public SampleRows(DbContext context, string migration)
    {
        _sql = context.GetService<ISqlGenerationHelper>();
        _now = context.GetService<IDesignTimeModel>().Model.GetRelationalModel();
        var migrations = context.GetService<IMigrationsAssembly>();
        var then = migrations
            .CreateMigration(migrations.Migrations[migration], context.Database.ProviderName!)
            .TargetModel;
        Tables =
        [
            .. context
                .GetService<IModelRuntimeInitializer>()
                .Initialize(then)
                .GetRelationalModel()
                .Tables.Where(t => !t.IsExcludedFromMigrations)
                .OrderBy(Depth),
        ];
    }

    /// <summary>Those a row points to come before it.</summary>
    public IReadOnlyList<ITable> Tables { get; }

    /// <param name="number">1 for the full row, 2 for the one with only what is required.</param>
    public Row Row(ITable table, int number)
    {
        var row = new Row();
        foreach (var column in table.Columns)
            row[column.Name] = column.IsNullable && number == 2 ? null : Value(table, column, number);
        return row;
    }

    /// <summary>Adds the rows; a value the row does not have is made up.</summary>
    public async Task Add(DbContext context, ITable table, Row row, CancellationToken stop)
    {
        await using var command = context.Database.GetDbConnection().CreateCommand();
        List<string> values = [];
        foreach (var column in table.Columns)
        {
            string name = $"@p{values.Count}";
            object? value = row.TryGetValue(column.Name, out var given) ? given : Value(table, column, 1);
            command.Parameters.Add(
                column.StoreTypeMapping.CreateParameter(command, name, value, nullable: column.IsNullable)
            );
            values.Add(name);
        }

        command.CommandText =
            $"INSERT INTO {Name(table)} ({string.Join(", ", table.Columns.Select(c => Name(c)))}) VALUES ({string.Join(", ", values)})";
        await command.ExecuteNonQueryAsync(stop);
    }

    /// <summary>Every row the table has now, by the columns it had then and still has; nothing where it is gone.</summary>
    public async Task<IReadOnlyList<Row>> Read(DbContext context, ITable table, CancellationToken stop)
    {
        var columns = table
            .Columns.Where(c => _now.FindTable(table.Name, table.Schema)?.FindColumn(c.Name) is not null)
            .ToList();
        if (columns.Count == 0)
            return [];
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT {string.Join(", ", columns.Select(c => Name(c)))} FROM {Name(table)}";
        await using var reader = await command.ExecuteReaderAsync(stop);
        List<Row> rows = [];
        while (await reader.ReadAsync(stop))
        {
            var row = new Row();
            for (int i = 0; i < columns.Count; i++)
                row[columns[i].Name] = reader.IsDBNull(i) ? null : reader.GetValue(i);
            rows.Add(row);
        }

        return rows;
    }

    private string Name(ITable table) => _sql.DelimitIdentifier(table.Name, table.Schema);

    private string Name(IColumn column) => _sql.DelimitIdentifier(column.Name);

    private static int Depth(ITable table) =>
        table
            .ForeignKeyConstraints.Where(k => k.PrincipalTable != table)
            .Select(k => 1 + Depth((ITable)k.PrincipalTable))
            .DefaultIfEmpty(0)
            .Max();

    private object Value(ITable table, IColumn column, int number)
    {
        foreach (var key in table.ForeignKeyConstraints)
        {
            for (int i = 0; i < key.Columns.Count; i++)
            {
                if (key.Columns[i] == column && key.PrincipalColumns[i] != column)
                    return Value((ITable)key.PrincipalTable, (IColumn)key.PrincipalColumns[i], number);
            }
        }

        // An enumeration is text in the database; today's model knows its words.
        if (
            _now.FindTable(table.Name, table.Schema)?.FindColumn(column.Name)?.PropertyMappings is [var today, ..]
            && Bare(today.Property.ClrType) is { IsEnum: true } words
            && today.TypeMapping.Converter is { } converter
        )
        {
            return converter.ConvertToProvider(Enum.GetValues(words).GetValue(0))!;
        }
        // A column of no property holds a document.
        if (column.PropertyMappings is not [var mapped, ..])
            return "{}";
        return Made(Bare(mapped.Property.ClrType), $"{table.Name}.{column.Name}", number)
            ?? throw new NotSupportedException(
                $"{table.Name}.{column.Name} is {column.StoreType}: say in {nameof(SampleRows)} what a value looks like."
            );
    }

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static object? Made(Type type, string of, int number)
    {
        var instant = new DateTime(2026, 1, number, 12, 0, 0, DateTimeKind.Utc);
        return type switch
        {
            _ when type == typeof(Guid) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{of} {number}"))[..16]),
            _ when type == typeof(string) => $"a{number}",
            _ when type == typeof(bool) => true,
            _ when type == typeof(byte[]) => new byte[] { 1, 2, 3, (byte)number },
            _ when type == typeof(DateTime) => instant,
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(instant),
            _ when type == typeof(DateOnly) => DateOnly.FromDateTime(instant),
            _ when type == typeof(TimeOnly) => new TimeOnly(9, number),
            // Above what a sequence would give next.
            _ when type == typeof(int)
                    || type == typeof(long)
                    || type == typeof(short)
                    || type == typeof(decimal)
                    || type == typeof(double) => Convert.ChangeType(100 + number, type, CultureInfo.InvariantCulture),
            _ => null,
        };
    }
}
