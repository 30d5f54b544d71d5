using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Import;

namespace Virker.Casework.Employers;

/// <summary>An occupation: a group of DISCO-08, the Danish ISCO-08, of three or four digits.</summary>
/// <param name="Near">Groups that share tasks with this one though the classification sets them apart; our judgement.</param>
/// <param name="InventedCategory">The category in the labour market balance of the made-up municipality.</param>
public sealed record Occupation(string Code, Text Name, Codes Near, string InventedCategory);

/// <summary>The occupations in use: <c>data/reference/occupations.csv</c>.</summary>
public static class Occupations
{
    /// <summary>The digits two groups of DISCO-08 share when they are near each other.</summary>
    private const int MinorGroup = 3;
    private static readonly RowFormat<Occupation> Format = new(
        "occupations",
        ["code", "name_da", "name_en", "near", "invented_category", "classification", "source", "confidence"],
        Of,
        o => [o.Code]
    );

    /// <summary>All, by code.</summary>
    public static IReadOnlyList<Occupation> All { get; } = ShippedRows.Read(Format);

    private static Dictionary<string, Occupation> ByCode { get; } = All.ToDictionary(o => o.Code);

    public static bool IsKnown(string code) => ByCode.ContainsKey(code);

    public static Occupation? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>The name; a code no longer in use speaks for itself.</summary>
    public static Text Name(string code) => ByCode.TryGetValue(code, out var known) ? known.Name : new Text(code, code);

    /// <summary>True when the two are not the same but share tasks: by the classification (the same first three
    /// digits) or by the list.</summary>
    public static bool AreNear(string a, string b) =>
        a != b
        && (
            (a.Length >= MinorGroup && b.Length >= MinorGroup && a[..MinorGroup] == b[..MinorGroup])
            || Find(a)?.Near.Has(b) == true
            || Find(b)?.Near.Has(a) == true
        );

    /// <summary>The occupations near one, by code.</summary>
    public static IReadOnlyList<string> NearTo(string code) =>
        [.. All.Select(o => o.Code).Where(o => AreNear(o, code))];

    internal static Text Unknown(string code) =>
        new($"\"{code}\" står ikke på listen over fag", $"\"{code}\" is not on the list of occupations");

    private static Occupation Of(RowReader row) =>
        new(
            row.Key("code"),
            row.Both("name", required: true),
            Codes.Parse(row.Raw("near")),
            row.Code("invented_category", [.. BalanceCategories.All.Select(c => c.Code)])
        );
}
