using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Import;

namespace Virker.Casework.Employers;

/// <summary>A question to think about before the next placement. It is not a verdict.</summary>
/// <param name="Fact">What was counted.</param>
public sealed record MisuseFlag(string Code, Text Fact, Text Question, string Source, Text Note);

/// <summary>How often people came and were hired.</summary>
/// <param name="Internships">Internships that ended in the flag's months.</param>
/// <param name="Hires">Placements that ended in those months and became a job.</param>
public readonly record struct InternshipCount(int Internships, int Hires);

/// <summary>The flags in force on a day, from the dated rows of <c>data/rules/misuse_flags.csv</c>.</summary>
public sealed class MisuseFlags
{
    private const string AtWorkplaceCode = "repeat_at_workplace";
    private const string ForCitizenCode = "repeat_for_citizen";
    private static readonly RowFormat<Rule> Format = new(
        "misuse_flags",
        [
            "code",
            "valid_from",
            "valid_to",
            "scope",
            "window_months",
            "at_least",
            "longer_than_weeks",
            "question_da",
            "question_en",
            "source",
            "confidence",
            "note_da",
            "note_en",
        ],
        Read,
        r => [$"{r.Code} {r.From:O}"]
    );
    private static readonly IReadOnlyList<Rule> All = ShippedRows.Read(Format);
    private readonly IReadOnlyList<Rule> _rules;
    private readonly DateOnly _on;

    private MisuseFlags(DateOnly on) =>
        (_on, _rules) = (on, [.. All.Where(r => r.From <= on && (r.To is null || on <= r.To))]);

    public static MisuseFlags On(DateOnly day) => new(day);

    /// <summary>Placements that ended on this day or later are counted for a workplace.</summary>
    public DateOnly WorkplaceSince => Since(AtWorkplaceCode);

    /// <summary>Placements that ended on this day or later are counted for a citizen.</summary>
    public DateOnly CitizenSince => Since(ForCitizenCode);

    /// <summary>Repeated internships at a workplace where nobody was hired.</summary>
    public MisuseFlag? AtWorkplace(InternshipCount count) => Repeat(AtWorkplaceCode, count);

    /// <summary>Repeated internships of a citizen who was not hired.</summary>
    public MisuseFlag? ForCitizen(InternshipCount count) => Repeat(ForCitizenCode, count);

    /// <summary>An internship of so many days at one workplace, all its parts added up; only the longest limit passed
    /// asks.</summary>
    public MisuseFlag? OfLength(int days) =>
        _rules.Where(r => days > 7 * r.LongerThanWeeks).MaxBy(r => r.LongerThanWeeks) is { } rule
            ? rule.Ask(new($"{days / 7} uger her i alt.", $"{days / 7} weeks here in all."))
            : null;

    private MisuseFlag? Repeat(string code, InternshipCount count) =>
        Find(code) is { } rule && count.Hires == 0 && count.Internships >= rule.AtLeast
            ? rule.Ask(
                new(
                    $"{count.Internships} praktikforløb er slut de seneste {rule.WindowMonths} måneder, og vi kender ingen ansættelse.",
                    $"{count.Internships} internships ended in the last {rule.WindowMonths} months, and we know of no hire."
                )
            )
            : null;

    private DateOnly Since(string code) => _on.AddMonths(-(Find(code)?.WindowMonths ?? 0));

    private Rule? Find(string code) => _rules.FirstOrDefault(r => r.Code == code);

    private static Rule Read(RowReader row) =>
        new(
            row.Key("code"),
            row.Date("valid_from"),
            row.Raw("valid_to") == "" ? null : row.Date("valid_to"),
            row.WholeNumber("window_months", 1),
            row.WholeNumber("at_least", 1),
            row.WholeNumber("longer_than_weeks", 1),
            row.Both("question", required: true),
            row.Line1("source", required: true),
            row.Both("note", required: true)
        );

    private sealed record Rule(
        string Code,
        DateOnly From,
        DateOnly? To,
        int? WindowMonths,
        int? AtLeast,
        int? LongerThanWeeks,
        Text Question,
        string Source,
        Text Note
    )
    {
        public MisuseFlag Ask(Text fact) => new(Code, fact, Question, Source, Note);
    }
}
