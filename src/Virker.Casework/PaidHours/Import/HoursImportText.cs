using Virker.Platform;
using Virker.Platform.Import;

namespace Virker.Casework.PaidHours.Import;

/// <summary>What is said about a wrong row.</summary>
internal static class HoursImportText
{
    /// <summary>The columns, and what people call them in Danish.</summary>
    public static IReadOnlyDictionary<string, string> Danish { get; } =
        new OrderedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["cpr"] = "CPR-nummer",
            ["cvr"] = "CVR-nummer",
            ["month"] = "måned",
            ["hours"] = "timer",
            ["wage"] = "løn",
            ["estimated"] = "skønnet",
        };

    public static Text Header(int cells) =>
        new(
            $"overskriften skal være cpr;cvr;måned;timer;løn;skønnet (løn og skønnet kan udelades); linjen har {cells} felter",
            $"the heading must be cpr;cvr;month;hours;wage;estimated (wage and estimated may be left out); the line has {cells} cells"
        );

    public static Text UnknownColumn { get; } =
        new(
            "ukendt overskrift; kendte er cpr, cvr, måned, timer, løn, skønnet",
            "unknown heading; known ones are cpr, cvr, month, hours, wage, estimated"
        );

    public static Text Cpr { get; } =
        new(
            "der skal stå et CPR-nummer på ti cifre, med eller uden bindestreg; et regneark kan have fjernet nullet forrest",
            "expected a CPR number of ten digits, with or without a hyphen; a spreadsheet may have dropped a leading zero"
        );

    public static Text Cvr { get; } =
        new("der skal stå et CVR-nummer på otte cifre", "expected a CVR number of eight digits");

    public static Text Month { get; } =
        new("der skal stå en måned som 2026-10 eller 202610", "expected a month like 2026-10 or 202610");

    public static Text MonthOutside(DateOnly first, DateOnly last) =>
        new(
            FormattableString.Invariant($"måneden skal ligge fra {first:yyyy-MM} til {last:yyyy-MM}"),
            FormattableString.Invariant($"the month must be from {first:yyyy-MM} to {last:yyyy-MM}")
        );

    public static Text Number(Notation notation) =>
        notation != Notation.International
            ? new(
                "der skal stå et tal med højst to decimaler, som 43,5",
                "expected a number with at most two decimals, like 43,5"
            )
            : new(
                "der skal stå et tal med højst to decimaler, punktum og ingen tusindtalsskiller, som 43.5",
                "expected a number with at most two decimals, a point and no thousands separator, like 43.5"
            );

    public static Text Hours(int most) =>
        new(
            $"timer i en måned er fra 0 til {most}; en negativ rettelse hører til i den måned, den retter",
            $"hours of a month are from 0 to {most}; a negative correction belongs in the month it corrects"
        );

    public static Text Wage { get; } =
        new("lønnen er højst 10 millioner kroner", "the wage is at most 10 million kroner");

    public static Text Estimated { get; } =
        new("der skal stå ja eller nej (eller intet)", "expected yes or no (or nothing)");

    public static Text Twice(int first) =>
        new(
            $"samme borger, arbejdsgiver og måned står også i række {first}; læg dem sammen til én række",
            $"the same citizen, employer and month is also in row {first}; add them up to one row"
        );
}
