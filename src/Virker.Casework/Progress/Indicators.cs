using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Import;

namespace Virker.Casework.Progress;

/// <summary>Who is asked.</summary>
public enum AnsweredBy
{
    Both,
    Caseworker,
}

/// <summary>One of the eleven things a measurement asks about.</summary>
/// <param name="IsPrivate">The answer is the worker's own reflection: nobody else is ever shown it.</param>
/// <param name="Question">As it is put to the citizen, where the citizen is asked. The wording is ours.</param>
/// <param name="Confidence">How sure we are that the published method has this indicator.</param>
/// <param name="Steps">What the values 1 to 5 are called, lowest first.</param>
/// <param name="MayHelp">Interventions that may help where the value is low, as codes of the taxonomy. The choice is
/// ours.</param>
public sealed record Indicator(
    string Code,
    AnsweredBy AnsweredBy,
    bool IsPrivate,
    Text Name,
    Text Question,
    string Confidence,
    IReadOnlyList<Text> Steps,
    IReadOnlyList<string> MayHelp
)
{
    /// <summary>The value in words.</summary>
    public Text Step(int value) => Steps[value - 1];
}

/// <summary>The indicators: <c>data/progress/</c>, with the source of each row.</summary>
public static class Indicators
{
    /// <summary>The highest value; the lowest is 1.</summary>
    public const int Highest = 5;

    /// <summary>A value up to this is low: the two lowest of the five steps. Our choice; the page says it.</summary>
    public const int Low = 2;

    /// <summary>Belief in managing a job: both sides answer it, by the same steps.</summary>
    public const string ManagesJob = "B06";

    /// <summary>All, in the order they are asked.</summary>
    public static IReadOnlyList<Indicator> All { get; } = Read();

    /// <summary>Those the citizen is asked.</summary>
    public static IReadOnlyList<Indicator> OfCitizen { get; } = [.. All.Where(i => i.AnsweredBy == AnsweredBy.Both)];

    public static Indicator? Find(string code) => All.FirstOrDefault(i => i.Code == code);

    private static Indicator[] Read()
    {
        var steps = ShippedRows.Read(
            new RowFormat<Step>(
                "progress_steps",
                ["code", "indicator", "value", "text_da", "text_en", "source"],
                row =>
                    new(
                        row.Key("code"),
                        row.Key("indicator"),
                        row.WholeNumber("value", 1, Highest) ?? 0,
                        row.Both("text", required: true)
                    ),
                s => [s.Code]
            )
        );
        var help = ShippedRows.Read(
            new RowFormat<Help>(
                "progress_help",
                ["code", "indicator", "intervention", "source"],
                row => new(row.Key("code"), row.Key("indicator"), row.Key("intervention")),
                h => [h.Code]
            )
        );
        return
        [
            .. ShippedRows.Read(
                new RowFormat<Indicator>(
                    "progress_indicators",
                    [
                        "code",
                        "answered_by",
                        "is_private",
                        "name_da",
                        "name_en",
                        "question_da",
                        "question_en",
                        "one_of_seven",
                        "confidence",
                        "wording",
                        "evidence_note",
                        "source_url",
                    ],
                    row => Of(row, steps, help),
                    i => [i.Code]
                )
            ),
        ];
    }

    private static Indicator Of(RowReader row, IReadOnlyList<Step> steps, IReadOnlyList<Help> help)
    {
        string code = row.Key("code");
        Text[] words = [.. steps.Where(s => s.Indicator == code).OrderBy(s => s.Value).Select(s => s.Words)];
        if (words.Length != Highest)
            row.Wrong("code", new($"{Highest} trin i progress/steps.csv", $"{Highest} steps in progress/steps.csv"));
        return new(
            code,
            row.Enum<AnsweredBy>("answered_by"),
            row.Code("is_private", ["yes", "no"]) == "yes",
            row.Both("name", required: true),
            row.Both("question", required: true),
            row.Line1("confidence", required: true),
            words,
            [.. help.Where(h => h.Indicator == code).Select(h => h.Intervention)]
        );
    }

    private sealed record Step(string Code, string Indicator, int Value, Text Words);

    private sealed record Help(string Code, string Indicator, string Intervention);
}
