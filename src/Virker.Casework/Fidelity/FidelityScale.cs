using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Import;

namespace Virker.Casework.Fidelity;

public enum FidelityGroup
{
    Staffing,
    Organisation,
    Services,
}

/// <summary>One of the 25 things an IPS review scores.</summary>
/// <param name="One">What the score 1 means; <paramref name="Three"/> and <paramref name="Five"/> alike.</param>
/// <param name="IsChecked">The wording was held against the published scale; otherwise it is ours and unofficial.</param>
public sealed record FidelityItem(
    int Number,
    FidelityGroup Group,
    Text Name,
    Text One,
    Text Three,
    Text Five,
    bool IsChecked
);

/// <summary>What a total from <paramref name="From"/> to <paramref name="To"/> is called.</summary>
public sealed record FidelityBand(string Code, int From, int To, Text Name, string SourceUrl);

/// <summary>The IPS fidelity scale: <c>data/fidelity/</c>, with the source of each row.</summary>
public static class FidelityScale
{
    public const int Lowest = 1;
    public const int Highest = 5;

    /// <summary>All 25, in order.</summary>
    public static IReadOnlyList<FidelityItem> Items { get; } =
        ShippedRows.Read(
            new RowFormat<FidelityItem>(
                "ips_items",
                [
                    "item",
                    "group",
                    "name_da",
                    "name_en",
                    "one_da",
                    "one_en",
                    "three_da",
                    "three_en",
                    "five_da",
                    "five_en",
                    "is_checked",
                    "source_url",
                ],
                row =>
                    new(
                        row.WholeNumber("item", 1) ?? 0,
                        row.Enum<FidelityGroup>("group"),
                        row.Both("name", required: true),
                        row.Both("one", required: true),
                        row.Both("three", required: true),
                        row.Both("five", required: true),
                        row.Raw("is_checked") == "1"
                    ),
                i => [$"{i.Number}"]
            )
        );

    public static IReadOnlyList<FidelityBand> Bands { get; } =
        ShippedRows.Read(
            new RowFormat<FidelityBand>(
                "ips_bands",
                ["code", "from", "to", "name_da", "name_en", "source_url"],
                row =>
                    new(
                        row.Key("code"),
                        row.WholeNumber("from", 0) ?? 0,
                        row.WholeNumber("to", 0) ?? 0,
                        row.Both("name", required: true),
                        row.Url("source_url", required: true)
                    ),
                b => [b.Code]
            )
        );

    /// <summary>The sum of the items scored; a total and a band only when all are.</summary>
    public static FidelityTotal Total(IEnumerable<int?> scores)
    {
        int[] given = [.. scores.OfType<int>()];
        int sum = given.Sum();
        return new FidelityTotal(
            sum,
            given.Length,
            given.Length == Items.Count ? Bands.Single(b => b.From <= sum && sum <= b.To) : null
        );
    }
}

/// <param name="Sum">Of the <paramref name="Scored"/> items: no total while any is missing.</param>
/// <param name="Band">Null until all items are scored.</param>
public sealed record FidelityTotal(int Sum, int Scored, FidelityBand? Band)
{
    public bool IsComplete => Band is not null;
}
