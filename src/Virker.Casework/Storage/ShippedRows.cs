using Virker.Platform.Import;

namespace Virker.Casework.Storage;

/// <summary>Reads a file of <c>data/</c> that the room carries with it. A wrong row stops the program at once.</summary>
internal static class ShippedRows
{
    public static IReadOnlyList<T> Read<T>(RowFormat<T> format)
        where T : class
    {
        string name = format.Kind + ".csv";
        using var file = typeof(ShippedRows).Assembly.GetManifestResourceStream(name)!;
        var read = format.ReadAll(FileTable.Read(file, name));
        return read.Errors.Count == 0
            ? [.. read.Rows.Select(r => r.Value)]
            : throw new InvalidOperationException(read.Errors[0].Message.En);
    }
}
