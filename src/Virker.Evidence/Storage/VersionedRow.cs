namespace Virker.Evidence.Storage;

/// <summary>A row of the bank with the versions it belongs to. Rows are never overwritten: a changed row ends and
/// another one begins.</summary>
public sealed class VersionedRow<T>
    where T : class
{
    public Guid RowId { get; init; } = Guid.CreateVersion7();

    /// <summary>The row's key in its file; one current row a key.</summary>
    public required string Key { get; init; }

    /// <summary>The first version that holds the row.</summary>
    public int FromVersion { get; init; }

    /// <summary>The first version that no longer holds it; null while it is current.</summary>
    public int? ToVersion { get; set; }
    public required T Row { get; init; }
}
