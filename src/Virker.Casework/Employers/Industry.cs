using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Import;

namespace Virker.Casework.Employers;

/// <summary>A division of DB07 (branche), two digits.</summary>
public sealed record Industry(string Code, Text Name);

/// <summary>The divisions: <c>data/reference/industries.csv</c>. DB25 is kept by its code alone: its list is not carried.</summary>
public static class Industries
{
    public const string Db07 = "DB07";
    public const string Db25 = "DB25";
    private static readonly RowFormat<Row> Format = new(
        "industries",
        ["code", "level", "parent_code", "name_da", "name_en", "version", "source", "confidence"],
        row => new Row(row.Key("code"), row.Raw("level"), row.Both("name", required: true)),
        row => [row.Code]
    );

    /// <summary>By code.</summary>
    public static IReadOnlyList<Industry> All { get; } =
    [.. ShippedRows.Read(Format).Where(r => r.Level == "division").Select(r => new Industry(r.Code, r.Name))];

    private static Dictionary<string, Industry> ByCode { get; } = All.ToDictionary(i => i.Code);

    public static bool IsKnown(string code, string version) =>
        version switch
        {
            Db07 => ByCode.ContainsKey(code),
            Db25 => code.Length == 2 && code.All(char.IsAsciiDigit),
            _ => false,
        };

    /// <summary>The name of a division; a code of DB25 speaks for itself.</summary>
    public static Text Name(string code, string version) =>
        version == Db07 && ByCode.TryGetValue(code, out var known)
            ? known.Name
            : new Text($"branche {code} ({version})", $"industry {code} ({version})");

    private sealed record Row(string Code, string Level, Text Name);
}
