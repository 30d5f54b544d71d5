using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Virker.Platform.Audit;

/// <summary>What a save changes, for the log: row, field, old and new value. Sealed fields show only that they
/// changed.</summary>
internal static class AuditDetail
{
    private const int MaxRows = 50;
    private const string Hidden = "•••";
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static string? Of(ChangeTracker changes)
    {
        changes.DetectChanges();
        var rows = changes
            .Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .ToList();
        if (rows.Count == 0)
            return null;
        object detail =
            rows.Count <= MaxRows
                ? rows.Select(Row)
                : rows.CountBy(r => $"{Verb(r.State)} {r.Metadata.ClrType.Name}")
                    .ToDictionary(c => c.Key, c => c.Value);
        return JsonSerializer.Serialize(detail, Plain);
    }

    /// <summary>How many rows each table was given.</summary>
    public static string Of(IReadOnlyDictionary<string, int> added) =>
        JsonSerializer.Serialize(added.ToDictionary(a => $"added {a.Key}", a => a.Value), Plain);

    private static Dictionary<string, object?> Row(EntityEntry row) =>
        new()
        {
            [Verb(row.State)] = row.Metadata.ClrType.Name,
            ["id"] = string.Join(
                '/',
                row.Metadata.FindPrimaryKey()!.Properties.Select(p => row.Property(p).CurrentValue)
            ),
            ["fields"] = row
                .Properties.Where(p => !p.Metadata.IsPrimaryKey())
                .Where(p => row.State == EntityState.Added ? p.CurrentValue is not null : p.IsModified)
                .ToDictionary(p => p.Metadata.Name, p => Change(row.State, p)),
        };

    private static object? Change(EntityState state, PropertyEntry field) =>
        state == EntityState.Added
            ? Show(field, field.CurrentValue)
            : new[] { Show(field, field.OriginalValue), Show(field, field.CurrentValue) };

    private static string? Show(PropertyEntry field, object? value) =>
        value is not null && field.Metadata.PropertyInfo?.IsDefined(typeof(KeptOutOfLogAttribute), false) == true
            ? Hidden
            : Show(value);

    private static string? Show(object? value) =>
        value switch
        {
            null => null,
            byte[] => Hidden,
            IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };

    private static string Verb(EntityState state) =>
        state switch
        {
            EntityState.Added => "added",
            EntityState.Deleted => "removed",
            _ => "changed",
        };
}
