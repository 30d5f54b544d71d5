using Virker.Platform;

namespace Virker.Effects.Costs;

/// <summary>A published line in euro and kroner; below 0 is saved, per person.</summary>
/// <param name="Oere">In the ratio of the published totals; null where nothing is public.</param>
public sealed record OpenedLine(
    Text Name,
    Budget? Budget,
    PublishedStatus Status,
    decimal? Euro,
    long? Oere,
    string Source,
    string SourceUrl,
    Text Note
);

/// <summary>
/// A published calculation opened up: the lines that are public, what the rest comes to together, and which lines that
/// rest is. Nobody gives the exchange rate, so kroner are euro in the ratio of the two published totals.
/// </summary>
public sealed record PublishedAnalysis(string Id, IReadOnlyList<OpenedLine> Lines)
{
    public static IReadOnlyList<PublishedAnalysis> All { get; } =
    [.. CostData.Published.GroupBy(l => l.Analysis).Select(g => Of(g.Key, [.. g]))];

    private static PublishedAnalysis Of(string id, PublishedLine[] lines)
    {
        var total = lines.Single(l => l.Status == PublishedStatus.Total);
        decimal? rate = total.KrDifference / total.EuroDifference;
        OpenedLine[] known =
        [
            .. lines
                .Where(l => l.Status == PublishedStatus.Published)
                .Select(l => Opened(l, Oere(l.EuroDifference * rate))),
        ];
        long? all = Oere(total.KrDifference);
        Text name = new("Resten samlet: linjerne herunder", "The rest together: the lines below");
        Text note = new("I alt minus de offentlige linjer", "The total less the public lines");
        OpenedLine rest = new(
            name,
            null,
            PublishedStatus.Rest,
            total.EuroDifference - known.Sum(l => l.Euro),
            all - known.Sum(l => l.Oere ?? 0),
            "",
            "",
            note
        );
        return new(
            id,
            [
                .. known,
                .. known.Length == 0 ? [] : new[] { rest },
                .. lines.Where(l => l.Status == PublishedStatus.NotPublic).Select(l => Opened(l, null)),
                Opened(total, all),
            ]
        );
    }

    private static OpenedLine Opened(PublishedLine l, long? oere) =>
        new(l.Name, l.Budget, l.Status, l.EuroDifference, oere, l.Source, l.SourceUrl, l.Note);

    private static long? Oere(decimal? kr) => CostData.Oere(kr);
}
