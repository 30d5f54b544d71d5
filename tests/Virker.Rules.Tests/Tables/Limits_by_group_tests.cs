using System.Globalization;
using Virker.Platform;
using Virker.Platform.Import;
using Virker.Tests;

namespace Virker.Rules.Tests.Tables;

/// <summary>
/// The table beside this file: target groups down, kind of offer and check across. A cell is the number in force in
/// March 2026, <c>yes</c> for a rule in words, or empty where no rule is about the group.
/// </summary>
public sealed class Limits_by_group_tests
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    [Fact]
    public void Every_group_has_exactly_the_limits_of_the_table()
    {
        using var stream = File.OpenRead(
            Path.Combine(Repository.Root, "tests", "Virker.Rules.Tests", "Tables", "limits_by_group.csv")
        );
        var table = FileTable.Read(stream, "limits_by_group.csv");
        Assert.Empty(table.Errors);
        Assert.Equal(House.Book.TargetGroups.All.Select(g => g.Code), table.Rows.Select(r => r.Cells[0]));
        foreach (var row in table.Rows)
        {
            var found = table
                .Header.Skip(1)
                .Select(Question)
                .Select(q => House.Book.For(q.Check, q.Kind, row.Cells[0], Day))
                .Select(r => r is null ? "" : r.Value?.ToString(CultureInfo.InvariantCulture) ?? "yes");
            Assert.Equal(row.Cells.Skip(1), found);
        }
    }

    private static (OfferKind Kind, RuleCheck Check) Question(string column)
    {
        var kind = EnumCode.All<OfferKind>().First(k => column.StartsWith(k + "_", StringComparison.Ordinal));
        return (
            EnumCode.Parse<OfferKind>(kind)!.Value,
            EnumCode.Parse<RuleCheck>(column[(kind.Length + 1)..]) ?? throw new FormatException(column)
        );
    }
}
