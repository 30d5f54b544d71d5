using Virker.Platform;
using Virker.Platform.Import;

namespace Virker.Effects.Costs;

/// <summary>What one unit costs, in a period, from a source: the rows of <c>data/costs/prices.csv</c>.</summary>
/// <param name="Oere">Null: in no source that was read.</param>
/// <param name="Weeks">How many weeks one unit of a benefit lasts; null for what is no benefit.</param>
public sealed record UnitPrice(
    string Id,
    DateOnly From,
    DateOnly? To,
    Text Name,
    long? Oere,
    string Unit,
    decimal? Weeks,
    string Source,
    string SourceUrl,
    Text Note
)
{
    public bool IsInForce(DateOnly day) => From <= day && (To is null || To >= day);
}

/// <summary>A step of the refund: the state's share of a benefit in the weeks somebody has been supported.</summary>
/// <param name="ToWeek">Null: and all weeks after.</param>
public sealed record RefundStep(DateOnly From, DateOnly? To, int FromWeek, int? ToWeek, decimal StatePercent);

/// <summary>A number of the ministries' guides, in a period.</summary>
public sealed record CostParameter(
    string Id,
    DateOnly From,
    DateOnly? To,
    decimal Value,
    string Source,
    string SourceUrl,
    Text Note
);

/// <summary>How much of a published calculation is public.</summary>
public enum PublishedStatus
{
    Published,
    NotPublic,
    Total,

    /// <summary>Ours: the total less the lines that are public.</summary>
    Rest,
}

/// <summary>A line of a published calculation: <c>data/costs/published.csv</c>. Amounts per person, in euro as printed.</summary>
/// <param name="Budget">Null: not said, or several.</param>
/// <param name="KrDifference">Only where the source prints kroner.</param>
public sealed record PublishedLine(
    string Id,
    string Analysis,
    Text Name,
    Budget? Budget,
    PublishedStatus Status,
    decimal? EuroIntervention,
    decimal? EuroControl,
    decimal? EuroDifference,
    decimal? KrDifference,
    string Source,
    string SourceUrl,
    Text Note
);

/// <summary>Prices, shares and numbers that calculations rest on, each dated and with its source.</summary>
public static class CostData
{
    public static IReadOnlyList<UnitPrice> Prices { get; } =
        Rows(
            "prices.csv",
            row => new UnitPrice(
                row.Key("price"),
                row.Date("valid_from"),
                To(row),
                row.Both("name", required: true),
                Oere(row.Number("kr", 0)),
                row.Line1("unit", required: true),
                row.Number("weeks", 0),
                row.Line1("source"),
                row.Url("source_url"),
                row.Both("note")
            )
        );

    public static IReadOnlyList<RefundStep> Refund { get; } =
        Rows(
            "refund.csv",
            row => new RefundStep(
                row.Date("valid_from"),
                To(row),
                row.WholeNumber("from_week", 1) ?? 1,
                row.WholeNumber("to_week", 1),
                row.Number("state_percent", 0, 100) ?? 0
            )
        );

    public static IReadOnlyList<CostParameter> Parameters { get; } =
        Rows(
            "parameters.csv",
            row => new CostParameter(
                row.Key("parameter"),
                row.Date("valid_from"),
                To(row),
                row.Number("value") ?? 0,
                row.Line1("source", required: true),
                row.Url("source_url", required: true),
                row.Both("note")
            )
        );

    public static IReadOnlyList<PublishedLine> Published { get; } =
        Rows(
            "published.csv",
            row => new PublishedLine(
                row.Key("line"),
                row.Key("analysis"),
                row.Both("name", required: true),
                row.Raw("budget") == "" ? null : row.Enum<Budget>("budget"),
                row.Enum<PublishedStatus>("status"),
                row.Number("euro_intervention"),
                row.Number("euro_control"),
                row.Number("euro_difference"),
                row.Number("kr_difference"),
                row.Line1("source"),
                row.Url("source_url"),
                row.Both("note")
            )
        );

    /// <summary>The example that can be opened and changed: IPS.</summary>
    public static string Example()
    {
        using var reader = new StreamReader(Open("example_ips.csv"));
        return reader.ReadToEnd();
    }

    /// <summary>Value added tax and duties in a krone spent: 1 − 1/net tax factor.</summary>
    public static decimal ReturnFlowShare { get; } = 1 - 1 / Parameters.Single(p => p.Id == "net_tax_factor").Value;

    public static decimal DiscountPercent { get; } = Parameters.Single(p => p.Id == "discount_percent").Value;

    /// <summary>The state's share of a benefit paid in some weeks, after so many weeks of support; half weeks count half.</summary>
    public static decimal StateShare(DateOnly day, int weeksBefore, decimal weeks)
    {
        RefundStep[] steps = [.. Refund.Where(s => s.From <= day && (s.To is null || s.To >= day))];
        decimal end = weeksBefore + weeks;
        decimal state = 0;
        foreach (var step in steps)
        {
            decimal overlap = Math.Min(end, step.ToWeek ?? decimal.MaxValue) - Math.Max(weeksBefore, step.FromWeek - 1);
            state += Math.Max(0, overlap) * step.StatePercent / 100;
        }

        return weeks == 0 ? 0 : state / weeks;
    }

    /// <summary>When the first refund of the data begins.</summary>
    public static DateOnly RefundFrom { get; } = Refund.Min(s => s.From);

    internal static long? Oere(decimal? kr) => kr is null ? null : (long)Math.Round(kr.Value * 100);

    private static DateOnly? To(RowReader row) => row.Raw("valid_to") == "" ? null : row.Date("valid_to");

    private static Stream Open(string name) => typeof(CostData).Assembly.GetManifestResourceStream($"costs.{name}")!;

    private static List<T> Rows<T>(string name, Func<RowReader, T> read)
    {
        using var file = Open(name);
        var table = FileTable.Read(file, name);
        List<RowError> errors = [.. table.Errors];
        List<T> rows = [];
        foreach (var row in table.Rows)
        {
            var reader = new RowReader(table, row);
            rows.Add(read(reader));
            errors.AddRange(reader.Errors);
        }

        return errors.Count == 0 ? rows : throw new InvalidOperationException(errors[0].Message.En);
    }
}
