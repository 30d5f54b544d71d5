using Virker.Cli.Output;
using Virker.Effects.Costs;
using Virker.Platform;

namespace Virker.Cli.Costs;

/// <summary>The fields of <c>virker cost --format json</c>. Money in kroner; above 0 is spent, below 0 is saved.</summary>
internal sealed record CostJson(
    string Who,
    string What,
    int Citizens,
    DateOnly Start,
    string Admissibility,
    Text AdmissibilityReason,
    IReadOnlyList<EntryJson> Entries,
    IReadOnlyList<LeftOutJson> LeftOut,
    PartsJson Parts,
    IReadOnlyList<OutcomeJson> Budgets,
    OutcomeJson Public,
    BreakEvenJson BreakEven,
    decimal? PublicWithSensitivity
)
{
    public static CostJson Of(CostResult result) =>
        new(
            result.Proposal.Who,
            result.Proposal.What,
            result.Proposal.Citizens,
            result.Proposal.Start,
            result.Admissibility.Kind.Code(),
            result.Admissibility.Reason,
            [
                .. result.Entries.Select(e => new EntryJson(
                    e.Line,
                    e.Part.Code(),
                    e.Year,
                    e.Budget.Code(),
                    Kr(e.Oere),
                    Kr(result.PerCitizen(e.Oere)),
                    e.RestsOn
                )),
            ],
            [.. result.LeftOut.Select(l => new LeftOutJson(l.Line, l.Year, l.Reason))],
            new(
                Kr(result.Total(CostPart.Mechanical)),
                Kr(result.Total(CostPart.Measured)),
                Kr(result.Total(CostPart.Behaviour)),
                Kr(result.Total(CostPart.ReturnFlow))
            ),
            [.. result.Budgets.Select(b => Outcome(result, b))],
            Outcome(result, result.Public),
            new(
                (double?)result.BreakEven.EffectNeeded,
                result.BreakEven.MostPerCitizen is { } most ? Kr(most) : null,
                result.BreakEven.Year
            ),
            result.PublicWithSensitivity is { } oere ? Kr(oere) : null
        );

    private static OutcomeJson Outcome(CostResult result, BudgetOutcome b) =>
        new(
            b.Budget?.Code() ?? "public",
            Kr(b.Oere),
            Kr(result.PerCitizen(b.Oere)),
            Kr(b.PresentValue),
            Kr(b.Low),
            Kr(b.High),
            b.ChanceOfSaving
        );

    private static decimal Kr(long oere) => oere / 100m;
}

internal sealed record EntryJson(
    string Line,
    string Part,
    int Year,
    string Budget,
    decimal Kr,
    decimal KrPerCitizen,
    Text RestsOn
);

internal sealed record LeftOutJson(string Line, int Year, Text Reason);

internal sealed record PartsJson(decimal Mechanical, decimal Measured, decimal Behaviour, decimal ReturnFlow);

internal sealed record OutcomeJson(
    string Budget,
    decimal Kr,
    decimal KrPerCitizen,
    decimal PresentValue,
    decimal CiLow,
    decimal CiHigh,
    double ChanceOfSaving
);

internal sealed record BreakEvenJson(double? EffectNeeded, decimal? MostPerCitizen, int? Year);

/// <summary>The same as tables.</summary>
internal static class CostSheets
{
    public static IEnumerable<Sheet> Of(CostResult result)
    {
        var json = CostJson.Of(result);
        yield return new Sheet(
            ["line", "part", "year", "budget", "kr", "kr_per_citizen", "rests_on"],
            [.. json.Entries.Select(e => Row(e.Line, e.Part, e.Year, e.Budget, e.Kr, e.KrPerCitizen, e.RestsOn))]
        )
        {
            Part = "entry",
        };
        if (json.LeftOut.Count > 0)
        {
            yield return new Sheet(
                ["left_out", "year", "why"],
                [.. json.LeftOut.Select(l => Row(l.Line, l.Year, l.Reason))]
            )
            {
                Part = "left_out",
            };
        }

        yield return new Sheet(
            ["mechanical", "measured", "behaviour", "return_flow", "admissibility"],
            [
                Row(
                    json.Parts.Mechanical,
                    json.Parts.Measured,
                    json.Parts.Behaviour,
                    json.Parts.ReturnFlow,
                    json.Admissibility
                ),
            ]
        )
        {
            Part = "total",
        };
        yield return new Sheet(
            ["budget", "kr", "kr_per_citizen", "present_value", "ci_low", "ci_high", "chance_of_saving"],
            [
                .. json
                    .Budgets.Append(json.Public)
                    .Select(b =>
                        Row(b.Budget, b.Kr, b.KrPerCitizen, b.PresentValue, b.CiLow, b.CiHigh, b.ChanceOfSaving)
                    ),
            ]
        )
        {
            Part = "budget",
        };
        yield return new Sheet(
            ["break_even_effect", "break_even_kr_per_citizen", "break_even_year", "public_with_sensitivity"],
            [
                Row(
                    json.BreakEven.EffectNeeded,
                    json.BreakEven.MostPerCitizen,
                    json.BreakEven.Year,
                    json.PublicWithSensitivity
                ),
            ]
        )
        {
            Part = "break_even",
        };
    }

    private static object?[] Row(params object?[] cells) => cells;
}
