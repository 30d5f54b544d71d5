using Virker.Casework.Placements;
using Virker.Platform;
using Virker.Platform.Import;

namespace Virker.Casework.PaidHours;

/// <summary>What counts as paid hours, from a day on: the rows of <c>data/rules/paid_hours.csv</c>. See
/// <c>docs/method/paid-hours.md</c>.</summary>
/// <param name="HourMinutes">What "a paid hour" takes, in minutes: of the first hour, and of a week that lasts.</param>
/// <param name="PauseWeeks">So many weeks in a row without a paid hour are a pause; more of them break the row.</param>
/// <param name="WarnAboveMinutes">A week above this many minutes is warned about.</param>
/// <param name="DifferenceMinutes">Reported and register may differ by this many minutes a month …</param>
/// <param name="DifferencePercent">… or by this share of the larger of the two, whichever is more.</param>
/// <param name="TaskMonths">A difference makes a task when its month is among the last so many that have ended.</param>
/// <param name="PlacementsNotCounted">Register hours at the employer of such a placement do not count: the register does
/// not tell them from ordinary hours.</param>
/// <param name="TargetGroupsNotCounted">Register hours of a month with such a target group do not count.</param>
public sealed record HoursDefinition(
    string Name,
    DateOnly From,
    DateOnly? To,
    int HourMinutes,
    int PauseWeeks,
    int WarnAboveMinutes,
    int DifferenceMinutes,
    int DifferencePercent,
    int TaskMonths,
    IReadOnlyList<PlacementKind> PlacementsNotCounted,
    Codes TargetGroupsNotCounted,
    Text Note
)
{
    private static readonly string[] Columns =
    [
        "name",
        "valid_from",
        "valid_to",
        "hour_minutes",
        "pause_weeks",
        "warn_above_minutes",
        "difference_minutes",
        "difference_percent",
        "task_months",
        "placements_not_counted",
        "target_groups_not_counted",
        "note_da",
        "note_en",
    ];

    /// <summary>Every definition, oldest first.</summary>
    public static IReadOnlyList<HoursDefinition> All { get; } = Read();

    /// <summary>The definition in force on a day.</summary>
    public static HoursDefinition On(DateOnly day) => All.Last(d => d.From <= day && (d.To is null || d.To >= day));

    /// <summary>The definition a milestone was reached under.</summary>
    public static HoursDefinition Named(string name) => All.Single(d => d.Name == name);

    private static HoursDefinition[] Read()
    {
        using var file = typeof(HoursDefinition).Assembly.GetManifestResourceStream("paid_hours.csv")!;
        var format = new RowFormat<HoursDefinition>("paid_hours", Columns, Of, d => [d.Name]);
        var read = format.ReadAll(FileTable.Read(file, "paid_hours.csv"));
        return read.Errors.Count == 0
            ? [.. read.Rows.Select(r => r.Value).OrderBy(d => d.From)]
            : throw new InvalidOperationException(read.Errors[0].Message.En);
    }

    private static HoursDefinition Of(RowReader row) =>
        new(
            row.Key("name"),
            row.Date("valid_from"),
            row.Raw("valid_to") == "" ? null : row.Date("valid_to"),
            row.WholeNumber("hour_minutes", 1) ?? 0,
            row.WholeNumber("pause_weeks", 0) ?? 0,
            row.WholeNumber("warn_above_minutes", 1) ?? 0,
            row.WholeNumber("difference_minutes", 0) ?? 0,
            row.WholeNumber("difference_percent", 0) ?? 0,
            row.WholeNumber("task_months", 0) ?? 0,
            [
                .. row.CodeList(
                        "placements_not_counted",
                        code => EnumCode.Parse<PlacementKind>(code) is not null,
                        _ => ImportText.OneOf(EnumCode.All<PlacementKind>()),
                        required: false
                    )
                    .Select(EnumCode.Parse<PlacementKind>)
                    .OfType<PlacementKind>(),
            ],
            Codes.Parse(row.Raw("target_groups_not_counted")),
            row.Both("note", required: true)
        );
}
