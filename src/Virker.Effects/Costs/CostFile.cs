using Virker.Evidence.Bank;
using Virker.Evidence.Knowledge;
using Virker.Platform.Import;

namespace Virker.Effects.Costs;

/// <summary>
/// Reads a calculation's lines and finds what each rests on. A price nobody has read is asked for; a size of an effect
/// always comes with a study of the knowledge bank.
/// </summary>
public static class CostFile
{
    /// <summary>The guides' discount rate holds for so many years.</summary>
    public const int MostYears = 35;

    private const decimal MostKr = 1_000_000_000;
    private const string ReturnFlowOfDuties = "duties";

    private static readonly string[] Needed = ["line", "kind", "year", "payer", "units"];

    /// <summary>A line's columns; <c>docs/method/costs.md</c> tells what each is.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        .. Needed,
        "price",
        "kr",
        "source",
        "weeks_before",
        "finding",
        "effect",
        "effect_low",
        "effect_high",
        "return_flow",
        "spread",
        "kr_low",
        "kr_high",
    ];

    /// <summary>What people call the columns in Danish.</summary>
    public static IReadOnlyDictionary<string, string> Danish { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["line"] = "linje",
            ["kind"] = "slags",
            ["year"] = "år",
            ["payer"] = "betaler",
            ["units"] = "antal",
            ["price"] = "pris",
            ["kr"] = "beløb",
            ["source"] = "kilde",
            ["weeks_before"] = "uger før",
            ["finding"] = "resultat",
            ["effect"] = "effekt",
            ["effect_low"] = "effekt mindst",
            ["effect_high"] = "effekt højst",
            ["return_flow"] = "tilbageløb",
            ["spread"] = "spredning",
            ["kr_low"] = "beløb mindst",
            ["kr_high"] = "beløb højst",
        };

    public static (IReadOnlyList<CostLine> Lines, IReadOnlyList<RowError> Errors) Read(
        Stream stream,
        string file,
        Proposal proposal,
        KnowledgeBank bank
    )
    {
        var table = FileTable.Read(stream, file).Named(Columns, Danish);
        return Read(table, proposal, bank, table.HeadingOf);
    }

    /// <summary>The same of a table that somebody filled in on a page.</summary>
    /// <param name="named">What the reader calls a column or a choice.</param>
    public static (IReadOnlyList<CostLine> Lines, IReadOnlyList<RowError> Errors) Read(
        FileTable table,
        Proposal proposal,
        KnowledgeBank bank,
        Func<string, string> named
    )
    {
        var (lines, errors) = ReadLines(table, proposal, bank);
        return (
            lines,
            [.. errors.OrderBy(e => e.Row).Select(e => e with { Expected = Words.Called(e.Expected, named) })]
        );
    }

    private static (List<CostLine> Lines, List<RowError> Errors) ReadLines(
        FileTable table,
        Proposal proposal,
        KnowledgeBank bank
    )
    {
        string file = table.File;
        List<RowError> errors =
        [
            .. table.HeaderErrors(Needed, ImportText.MissingColumn),
            .. table
                .Header.Distinct()
                .Except(Columns)
                .Select(c => new RowError(file, 1, c, null, ImportText.UnknownColumn(Columns, Danish))),
        ];
        if (errors.Count > 0)
            return ([], errors);
        if (table.Settle(row => Line(row, proposal, bank)) is { } conflict)
            return ([], [conflict]);
        errors.AddRange(table.Errors);
        List<CostLine> lines = [];
        foreach (var row in table.Rows)
        {
            var reader = new RowReader(table, row);
            var line = Line(reader, proposal, bank);
            errors.AddRange(reader.Errors);
            if (line is not null && reader.Errors.Count == 0)
                lines.Add(line);
        }

        return (lines, errors);
    }

    private static CostLine? Line(RowReader row, Proposal proposal, KnowledgeBank bank)
    {
        string name = row.Line1("line", required: true);
        var kind = row.Enum<CostKind>("kind");
        int? year = Required(row, "year", row.WholeNumber("year", 1, MostYears));
        var payer = row.Enum<Payer>("payer");
        decimal? units = Required(row, "units", row.Number("units", -1_000_000, 1_000_000));
        var price = Price(row, proposal.Start);
        long? oere = Amount(row, price, proposal.Start);
        int? before = row.WholeNumber("weeks_before", 0, 5_000);
        if (payer == Payer.Refund)
            CheckRefund(row, price, before, proposal.Start);
        var effect = kind == CostKind.Behaviour ? EffectOf(row, proposal, bank) : null;
        var study = kind == CostKind.Mechanical ? null : Finding(row, proposal, bank);
        if (kind == CostKind.Mechanical && row.Raw("finding") != "")
            row.Wrong("finding", Words.NoFindingHere);
        if (kind != CostKind.Behaviour && row.Raw("effect") != "")
            row.Wrong("effect", Words.NoEffectHere);
        decimal flow = ReturnFlow(row);
        var spread = row.Enum<Spread>("spread", Spread.Fixed);
        long? low = CostData.Oere(row.Money("kr_low", 0, MostKr));
        long? high = CostData.Oere(row.Money("kr_high", 0, MostKr));
        CheckSpread(row, spread, low, oere, high);
        if (year is null || units is null || oere is null)
            return null;
        return new CostLine(
            name,
            kind,
            year.Value,
            payer,
            oere.Value,
            units.Value,
            Words.RestsOn(
                price,
                row.Raw("kr") != "",
                row.Raw("source"),
                study is null ? null : bank.StudyOf(study),
                effect
            ),
            price?.Weeks,
            before,
            effect,
            flow,
            spread,
            low,
            high
        );
    }

    private static T? Required<T>(RowReader row, string column, T? value)
        where T : struct
    {
        if (value is null && row.Raw(column) == "")
            row.Wrong(column, ImportText.Required);
        return value;
    }

    /// <summary>The price in force on the day; when none is, the latest row of that name, for its unit.</summary>
    private static UnitPrice? Price(RowReader row, DateOnly day)
    {
        string id = row.Raw("price");
        if (id == "")
            return null;
        UnitPrice[] all = [.. CostData.Prices.Where(p => p.Id == id)];
        if (all.Length == 0)
            row.Wrong("price", ImportText.OneOf(CostData.Prices.Select(p => p.Id).Distinct()));
        return all.FirstOrDefault(p => p.IsInForce(day)) ?? all.LastOrDefault();
    }

    private static long? Amount(RowReader row, UnitPrice? price, DateOnly day)
    {
        if (CostData.Oere(row.Money("kr", 0, MostKr)) is { } own)
        {
            if (row.Line1("source") == "")
                row.Wrong("source", Words.SourceOfAmount);
            return own;
        }

        if (price is null && row.Raw("price") == "")
            row.Wrong("kr", Words.PriceOrAmount);
        else if (price is { Oere: null })
            row.Wrong("price", Words.PriceUnknown);
        else if (price is not null && !price.IsInForce(day))
            row.Wrong("price", Words.PriceOfAnotherDay(day, CostData.Prices.Where(p => p.Id == price.Id)));
        else
            return price?.Oere;
        return null;
    }

    private static void CheckRefund(RowReader row, UnitPrice? price, int? before, DateOnly day)
    {
        if (before is null && row.Raw("weeks_before") == "")
            row.Wrong("weeks_before", Words.WeeksBefore);
        if (price?.Weeks is null)
            row.Wrong("price", Words.RefundIsOfBenefits(CostData.Prices.Where(p => p.Weeks is not null)));
        if (day < CostData.RefundFrom)
            row.Wrong("payer", Words.RefundFrom(CostData.RefundFrom));
    }

    private static Finding? Finding(RowReader row, Proposal proposal, KnowledgeBank bank)
    {
        string id = row.Raw("finding");
        if (id == "")
        {
            row.Wrong("finding", Words.StudyNeeded);
            return null;
        }

        var finding = bank.FindFinding(id);
        if (finding is null)
            row.Wrong("finding", Words.UnknownFinding(bank, proposal));
        else if (!bank.FindingsFor(proposal.Who, proposal.What).Contains(finding))
            row.Wrong("finding", Words.OtherCell(finding, proposal));
        return finding;
    }

    private static Effect? EffectOf(RowReader row, Proposal proposal, KnowledgeBank bank)
    {
        // Its errors are added where the line asks for the finding.
        var finding = bank.FindFinding(row.Raw("finding"));
        decimal? size = row.Number("effect");
        decimal? low = row.Number("effect_low");
        decimal? high = row.Number("effect_high");
        if (size is null && (low ?? high) is not null)
            row.Wrong("effect", ImportText.Required);
        if ((low is null) != (high is null) || low > high || size < low || size > high)
            row.Wrong("effect_low", Words.LowAndHigh);
        if (finding is null)
            return null;
        bool isMean = finding.Measure == Measure.MD;
        if (size is { } own)
        {
            if (!isMean && own is < -1 or > 1)
                row.Wrong("effect", Words.Share);
            return new($"{finding.Id} {own} {low} {high}", own, null, low, high, isMean, IsChanged: true);
        }

        if (
            finding is { EventsTreated: { } a, NTreated: { } n, EventsControl: { } b, NControl: { } m }
            && n > 0
            && m > 0
        )
        {
            return new(finding.Id, (decimal)a / n - (decimal)b / m, (a, n, b, m), null, null, false, false);
        }
        if (finding is { Measure: Measure.MD, Estimate: { } mean })
        {
            decimal? half = finding.Se is { } se ? 1.959963984540054m * se : null;
            return new(
                finding.Id,
                mean,
                null,
                finding.CiLow ?? mean - half,
                finding.CiHigh ?? mean + half,
                true,
                false
            );
        }

        row.Wrong("finding", Words.NoSize);
        return null;
    }

    private static decimal ReturnFlow(RowReader row) =>
        row.Raw("return_flow") == ReturnFlowOfDuties
            ? CostData.ReturnFlowShare
            : (row.Number("return_flow", 0, 100) ?? 0) / 100;

    private static void CheckSpread(RowReader row, Spread spread, long? low, long? oere, long? high)
    {
        if (spread == Spread.Fixed)
        {
            if ((low ?? high) is not null)
                row.Wrong("spread", Words.SpreadOfLowAndHigh);
        }
        else if (low is null || high is null || low >= high || oere < low || oere > high)
        {
            row.Wrong("kr_low", Words.AmountWithin);
        }
    }
}
