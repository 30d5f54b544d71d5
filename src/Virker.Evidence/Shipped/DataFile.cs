using Virker.Platform;
using Virker.Platform.Import;

namespace Virker.Evidence.Shipped;

/// <summary>A file of the shipped taxonomy and rules.</summary>
internal static class DataFile
{
    public static List<T> Rows<T>(string folder, string name, Func<RowReader, T> read)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            throw new InvalidInputException(
                new(
                    $"filen {path} findes ikke; sæt Virker:DataDirectory til mappen data",
                    $"there is no file {path}; set Virker:DataDirectory to the folder data"
                )
            );
        }
        using var stream = File.OpenRead(path);
        var table = FileTable.Read(stream, name);
        var errors = new List<RowError>(table.Errors);
        var rows = new List<T>();
        foreach (var row in table.Rows)
        {
            var reader = new RowReader(table, row);
            rows.Add(read(reader));
            errors.AddRange(reader.Errors);
        }
        if (errors.Count > 0)
            throw new InvalidInputException(errors[0].Message);
        return rows;
    }

    /// <summary>Labels and notes of the shipped taxonomy and rules are ours and may stand in one language only.</summary>
    public static Text Pair(RowReader row, string name) => new(row.Raw(name + "_da"), row.Raw(name + "_en"));
}
