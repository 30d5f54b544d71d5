using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Import;

namespace Virker.Casework.Employers;

/// <summary>How good the chance of a job is in an occupation.</summary>
public enum JobChance
{
    VeryGood,
    Good,
    LessGood,
}

/// <summary>A category of the labour market balance.</summary>
/// <param name="IsCurrent">Used in today's editions; false for the one that is history.</param>
public sealed record BalanceCategory(
    string Code,
    int Order,
    Text Name,
    JobChance Chance,
    Text Definition,
    bool IsCurrent,
    string SourceUrl
);

/// <summary>The categories: <c>data/reference/labour_market_balance.csv</c>.</summary>
public static class BalanceCategories
{
    private static readonly RowFormat<BalanceCategory> Format = new(
        "labour_market_balance",
        [
            "code",
            "sort_order",
            "name_da",
            "name_en",
            "level",
            "recruitment_problems",
            "unemployment",
            "definition_da",
            "definition_en",
            "in_current_version",
            "source_url",
            "confidence",
        ],
        row => new BalanceCategory(
            row.Key("code"),
            row.WholeNumber("sort_order") ?? 0,
            row.Both("name", required: true),
            row.Enum<JobChance>("level"),
            row.Both("definition", required: true),
            row.Raw("in_current_version") == "1",
            row.Url("source_url", required: true)
        ),
        c => [c.Code]
    );

    /// <summary>All, best chance first.</summary>
    public static IReadOnlyList<BalanceCategory> All { get; } = ShippedRows.Read(Format);

    public static BalanceCategory? Find(string? code) => All.FirstOrDefault(c => c.Code == code);
}
