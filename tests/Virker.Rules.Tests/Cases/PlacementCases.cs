using System.Globalization;
using System.Reflection;
using System.Text;
using Virker.Platform;
using Virker.Platform.Import;
using Virker.Tests;

namespace Virker.Rules.Tests.Cases;

/// <summary>A line of the files beside this one: with these facts the rule speaks so loudly, or is silent.</summary>
/// <param name="Where">inside, at, outside a limit; kept, broken, unknown; applies, not_about; or a day beside the
/// rule's first or last.</param>
public sealed record PlacementCase(string Rule, string Where, string Case, PlacementFacts Facts, RuleLevel? Expected)
{
    public override string ToString() => $"{Rule} {Where}: {Case}";

    public bool Speaks => Expected is not null;

    public DateOnly On => Facts.RulesOn ?? Facts.From;
}

/// <summary>Reads the cases. A case is the facts of <c>in_order.csv</c> for its kind, with the changes its line names.</summary>
internal static class PlacementCases
{
    private static string Folder => Path.Combine(Repository.Root, "tests", "Virker.Rules.Tests", "Cases");

    public static IReadOnlyList<PlacementFacts> InOrder { get; } =
    [.. Rows("in_order.csv").Select(r => Facts(r[0], r[1], null))];

    public static IReadOnlyList<PlacementCase> All { get; } =
    [
        .. Directory
            .GetFiles(Folder, "*.csv")
            .Select(f => Path.GetFileName(f))
            .Where(f => f != "in_order.csv")
            .Order(StringComparer.Ordinal)
            .SelectMany(Rows)
            .Select(r => new PlacementCase(
                r[0],
                r[1],
                r[2],
                Facts(r[3], r[4], InOrder),
                r[5] == "silent" ? null : EnumCode.Parse<RuleLevel>(r[5]) ?? throw new FormatException(r[5])
            )),
    ];

    private static IEnumerable<IReadOnlyList<string>> Rows(string file)
    {
        using var stream = File.OpenRead(Path.Combine(Folder, file));
        var table = FileTable.Read(stream, file);
        return table.Errors.Count == 0
            ? table.Rows.Select(r => r.Cells)
            : throw new FormatException(table.Errors[0].Message.En);
    }

    private static PlacementFacts Facts(string kind, string changes, IReadOnlyList<PlacementFacts>? inOrder)
    {
        var offer = EnumCode.Parse<OfferKind>(kind) ?? throw new FormatException(kind);
        var facts = (inOrder?.Single(f => f.Kind == offer) ?? Blank(offer)) with { };
        foreach (
            var change in changes.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        )
        {
            var (name, value) = change.Split('=') is [var n, var v] ? (n, v) : throw new FormatException(change);
            var property =
                Array.Find(typeof(PlacementFacts).GetProperties(), p => SnakeCase(p.Name) == name)
                ?? throw new FormatException($"{name} is no fact");
            property.SetValue(facts, Value(property, value));
        }
        return facts;
    }

    private static PlacementFacts Blank(OfferKind kind) =>
        new()
        {
            Kind = kind,
            TargetGroup = "",
            From = default,
            To = default,
        };

    private static object? Value(PropertyInfo property, string text)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (text == "none" && type != property.PropertyType)
            return null;
        if (type.IsEnum)
            return Enum.Parse(type, text.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
        if (type == typeof(DateOnly))
            return DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Convert.ChangeType(text, type, CultureInfo.InvariantCulture);
    }

    private static string SnakeCase(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
            text.Append(char.IsUpper(letter) && text.Length > 0 ? "_" : "").Append(char.ToLowerInvariant(letter));
        return text.ToString();
    }
}
