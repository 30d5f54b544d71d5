using System.Globalization;
using System.Text;
using Virker.Effects.Costs;
using Virker.Evidence.Knowledge;
using Virker.Platform;
using Virker.Platform.Import;
using Virker.Web.Site;

namespace Virker.Web.Pages.Effects;

/// <summary>A calculation as it is typed. Each field of a line is named by its column and the line's number:
/// <c>kr.0</c>.</summary>
public sealed record CostForm(
    string Who,
    string What,
    string Citizens,
    string Start,
    bool AllEvidence,
    IReadOnlyList<IReadOnlyDictionary<string, string>> Lines
)
{
    public const int MostLines = 40;

    private const int MostCitizens = 1_000_000;

    /// <summary>What a person may write with a comma.</summary>
    private static readonly HashSet<string> Numbers =
    [
        "units",
        "kr",
        "effect",
        "effect_low",
        "effect_high",
        "return_flow",
        "kr_low",
        "kr_high",
    ];

    private static readonly string[] WholeNumbers = ["year", "weeks_before"];

    /// <summary>A word that may stand where a number does.</summary>
    private const string Duties = "duties";

    /// <summary>IPS, worked out: what the page opens with.</summary>
    public static CostForm Example()
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(CostData.Example()));
        var table = FileTable.Read(file, "example_ips.csv");
        return new(
            "X.SMI",
            "X.IPS",
            "100",
            "2024-01-01",
            false,
            [
                .. table.Rows.Select(row =>
                    table
                        .Header.Zip(row.Cells)
                        .ToDictionary(c => c.First, c => Here(c.First, c.Second), StringComparer.Ordinal)
                ),
            ]
        );
    }

    public static CostForm Of(IFormCollection form) =>
        new(
            form["who"].ToString(),
            form["what"].ToString(),
            form["citizens"].ToString(),
            form["start"].ToString(),
            form["all"].Contains("true"),
            [
                .. Enumerable
                    .Range(0, MostLines)
                    .Select(i =>
                        CostFile.Columns.ToDictionary(
                            c => c,
                            c => form[$"{c}.{i}"].ToString().Trim(),
                            StringComparer.Ordinal
                        )
                    )
                    // A line nobody wrote in is not there.
                    .Where(line => line["line"] != "" || line["kr"] != "" || line["price"] != ""),
            ]
        );

    public CostForm WithEmptyLine() =>
        this with
        {
            Lines = [.. Lines, CostFile.Columns.ToDictionary(c => c, _ => "", StringComparer.Ordinal)],
        };

    /// <summary>What a field shows: what was typed in it.</summary>
    public string Shown(int line, string column) => Lines[line].GetValueOrDefault(column, "");

    /// <returns>The calculation, or what stops it.</returns>
    public (CostResult? Result, IReadOnlyList<FieldProblem> Problems) Calculate(KnowledgeBank bank)
    {
        List<FieldProblem> problems = [];
        int? citizens = TypedNumber.Whole(Citizens);
        if (citizens is not (>= 1 and <= MostCitizens))
        {
            problems.Add(
                new(
                    "citizens",
                    new("Skriv et helt tal fra 1 til en million.", "Write a whole number from 1 to a million.")
                )
            );
        }
        if (!TypedDay.TryDay(Start, out var start) || start is null)
            problems.Add(new("start", new("Skriv en dag som 1.1.2024.", "Write a day like 2024-01-01.")));
        if (!bank.Taxonomy.TargetGroups.Has(Who))
            problems.Add(new("who", new("Vælg en målgruppe.", "Choose a target group.")));
        if (!bank.Taxonomy.Interventions.Has(What))
            problems.Add(new("what", new("Vælg en indsats.", "Choose an intervention.")));
        if (Lines.Count == 0)
            problems.Add(new("line.0", new("Skriv mindst én linje.", "Write at least one line.")));
        foreach (var (i, line) in Lines.Index())
            problems.AddRange(WrongNumbers(i, line));

        if (problems.Count > 0)
            return (null, problems);
        var proposal = new Proposal(Who, What, citizens!.Value, start!.Value, AllEvidence);
        var (lines, errors) = CostFile.Read(Table(), proposal, bank, CostWords.Called);
        if (errors.Count > 0)
        {
            return (
                null,
                [
                    .. errors.Select(e => new FieldProblem(
                        $"{e.Column ?? "line"}.{e.Row - FirstRow}",
                        Of(e.Row - FirstRow, e.Expected)
                    )),
                ]
            );
        }
        return (CalculateCosts.For(proposal, lines, bank), []);
    }

    private static IEnumerable<FieldProblem> WrongNumbers(int i, IReadOnlyDictionary<string, string> line) =>
        Numbers
            .Concat(WholeNumbers)
            .Where(column => line.GetValueOrDefault(column, "") is not ("" or Duties) && Read(line[column]) is null)
            .Select(column => new FieldProblem(
                $"{column}.{i}",
                Of(i, Numeral.TryRead(line[column], out var number) ? ImportText.Which(number) : NoNumber)
            ));

    private static Text NoNumber { get; } = new("skriv et tal som 12,5", "write a number like 12.5");

    private static string? Read(string text) => TypedNumber.Read(text);

    /// <summary>A number of the data as the reader's language writes it.</summary>
    private static string Here(string column, string value) =>
        Numbers.Contains(column)
            ? value.Replace(
                ".",
                CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator,
                StringComparison.Ordinal
            )
            : value;

    private static Text Of(int line, Text what) => new($"Linje {line + 1}: {what.Da}", $"Line {line + 1}: {what.En}");

    /// <summary>The heading is row 1.</summary>
    private const int FirstRow = 2;

    private FileTable Table() =>
        new(
            "",
            CostFile.Columns,
            [
                .. Lines.Select(
                    (line, i) =>
                        new FileRow(
                            i + FirstRow,
                            [
                                .. CostFile.Columns.Select(c =>
                                {
                                    string typed = line.GetValueOrDefault(c, "");
                                    bool isNumber = Numbers.Contains(c) || WholeNumbers.Contains(c);
                                    return isNumber ? Read(typed) ?? typed : typed;
                                }),
                            ]
                        )
                ),
            ],
            []
        );
}
