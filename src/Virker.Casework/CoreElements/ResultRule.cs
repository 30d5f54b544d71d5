using Virker.Casework.Citizens;
using Virker.Casework.PaidHours;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Import;

namespace Virker.Casework.CoreElements;

/// <summary>Who counts in a month's result, and what counts: <c>data/core_elements/result_rules.csv</c>.</summary>
/// <param name="TargetGroups">Being in one of them brings a citizen into the count.</param>
/// <param name="TouchedAfter">Who has left to one of these counts as touched for as long as it lasts.</param>
/// <param name="LeavesBy">Only these take a citizen out of the count.</param>
/// <param name="FirstPercent">The share that released a part of the grant; <paramref name="SecondPercent"/> the rest.</param>
public sealed record ResultRule(
    string Name,
    DateOnly From,
    Codes TargetGroups,
    int LeastAge,
    IReadOnlyList<SpellEnd> TouchedAfter,
    IReadOnlyList<SpellEnd> LeavesBy,
    int FirstPercent,
    int SecondPercent,
    string SourceUrl,
    string ThresholdsUrl,
    Text Note
)
{
    public static IReadOnlyList<ResultRule> All { get; } =
        ShippedRows.Read(
            new RowFormat<ResultRule>(
                "result_rules",
                [
                    "name",
                    "valid_from",
                    "target_groups",
                    "least_age",
                    "touched_after",
                    "leaves_by",
                    "first_percent",
                    "second_percent",
                    "source_url",
                    "thresholds_url",
                    "note_da",
                    "note_en",
                ],
                row =>
                    new(
                        row.Key("name"),
                        row.Date("valid_from"),
                        Codes.Parse(row.Raw("target_groups")),
                        row.WholeNumber("least_age", 0) ?? 0,
                        Ends(row, "touched_after"),
                        Ends(row, "leaves_by"),
                        row.WholeNumber("first_percent", 0, 100) ?? 0,
                        row.WholeNumber("second_percent", 0, 100) ?? 0,
                        row.Url("source_url", required: true),
                        row.Url("thresholds_url", required: true),
                        row.Both("note", required: true)
                    ),
                r => [r.Name]
            )
        );

    /// <summary>The rule in force on a day.</summary>
    public static ResultRule On(DateOnly day) => All.Where(r => r.From <= day).MaxBy(r => r.From)!;

    private static SpellEnd[] Ends(RowReader row, string column) =>
        [
            .. row.CodeList(
                    column,
                    code => EnumCode.Parse<SpellEnd>(code) is not null,
                    _ => ImportText.OneOf(EnumCode.All<SpellEnd>()),
                    required: true
                )
                .Select(EnumCode.Parse<SpellEnd>)
                .OfType<SpellEnd>(),
        ];
}

internal sealed record SpellFact(Guid CitizenId, string TargetGroup, DateOnly From, DateOnly? To, SpellEnd? End);

internal sealed record ExemptFact(Guid CitizenId, DateOnly From, DateOnly? To);

/// <summary>What one citizen's months are counted from.</summary>
internal sealed record ResultFacts(
    DateOnly BornOn,
    IReadOnlyList<SpellFact> Spells,
    IReadOnlyList<ExemptFact> Exempt,
    HoursFacts Hours
);

/// <summary>How one citizen counts in a month.</summary>
internal enum MonthResult
{
    /// <summary>Not in the count at all.</summary>
    Outside,

    /// <summary>In it, but exempt the whole time.</summary>
    Exempt,
    Untouched,
    PaidHours,
    LeftToJob,
    LeftToEducation,
}

/// <summary>One citizen's month by a rule. Pure; see <c>docs/method/core-elements.md</c>.</summary>
internal static class MonthResults
{
    public static MonthResult Of(ResultRule rule, HoursDefinition definition, ResultFacts facts, DateOnly month)
    {
        var last = month.AddMonths(1).AddDays(-1);
        var days = Days(month).Where(d => Stays(rule, facts).Any(s => s.From <= d && (s.Out is null || d < s.Out)));
        if (!days.Any())
            return MonthResult.Outside;
        if (days.All(d => facts.Exempt.Any(e => e.From <= d && (e.To is null || d <= e.To))))
            return MonthResult.Exempt;
        if (HasHours(facts.Hours, month, (cvr, m) => CountedHours.IsLeftOut(definition, facts.Hours, cvr, m)))
            return MonthResult.PaidHours;
        var left = facts.Spells.FirstOrDefault(s =>
            s is { To: { } to, End: { } end }
            && rule.TouchedAfter.Contains(end)
            && to < last
            // A new time in a target group is the end of the job.
            && !facts.Spells.Any(next => next.From > to && next.From <= month)
        );
        if (left?.End is not { } end)
            return MonthResult.Untouched;
        return end switch
        {
            SpellEnd.Education => MonthResult.LeftToEducation,
            SpellEnd.Job
            or SpellEnd.FlexJob
            or SpellEnd.DisabilityPension
            or SpellEnd.OldAgePension
            or SpellEnd.MovedAway
            or SpellEnd.Died
            or SpellEnd.OtherBenefit
            or SpellEnd.Other => MonthResult.LeftToJob,
        };
    }

    /// <summary>What one counts without the rules: null when the citizen is in no such target group on the month's last
    /// day, otherwise whether any hours stand anywhere in the month.</summary>
    public static bool? Naive(ResultRule rule, ResultFacts facts, DateOnly month)
    {
        var last = month.AddMonths(1).AddDays(-1);
        return
            facts.BornOn.AddYears(rule.LeastAge) <= last
            && facts.Spells.Any(s =>
                rule.TargetGroups.Has(s.TargetGroup) && s.From <= last && (s.To is null || s.To >= last)
            )
            ? HasHours(facts.Hours, month, (_, _) => false)
            : null;
    }

    /// <summary>Times in the count: from the first day in the group at the age, until the day after moving away, death or
    /// old-age pension. Nothing else takes a citizen out.</summary>
    private static IEnumerable<(DateOnly From, DateOnly? Out)> Stays(ResultRule rule, ResultFacts facts)
    {
        var ofAge = facts.BornOn.AddYears(rule.LeastAge);
        foreach (var spell in facts.Spells.Where(s => rule.TargetGroups.Has(s.TargetGroup)))
        {
            var from = spell.From > ofAge ? spell.From : ofAge;
            if (spell.To < from)
                continue;
            var gone = facts
                .Spells.Where(s => s is { To: { } to, End: { } end } && rule.LeavesBy.Contains(end) && to >= from)
                .Min(s => s.To);
            yield return (from, gone?.AddDays(1));
        }
    }

    /// <summary>Any hours at all in the month. As in the ledger, an employer's month is what was reported where anything
    /// was, otherwise the register's; a week belongs to the month of its Thursday.</summary>
    private static bool HasHours(HoursFacts hours, DateOnly month, Func<string, DateOnly, bool> isLeftOut)
    {
        var reported = hours.Reported.Where(w => CountedHours.MonthOf(w.Week) == month).ToList();
        return reported.Exists(w => w.Minutes > 0)
            || hours.Register.Any(m =>
                m.Month == month && m.Minutes > 0 && !reported.Exists(w => w.Cvr == m.Cvr) && !isLeftOut(m.Cvr, m.Month)
            );
    }

    private static IEnumerable<DateOnly> Days(DateOnly month) =>
        Enumerable.Range(0, DateTime.DaysInMonth(month.Year, month.Month)).Select(month.AddDays);
}
