using Virker.Platform;

namespace Virker.Rules;

/// <summary>The rates of cash benefit since July 2025.</summary>
public enum BenefitRate
{
    /// <summary>Forhøjet sats.</summary>
    Raised,

    /// <summary>Grundsats.</summary>
    Basic,

    /// <summary>Mindstesats.</summary>
    Lowest,

    /// <summary>Sats for hjemmeboende, which has no free amount.</summary>
    LivingAtHome,
}

/// <summary>
/// What a month's pay means for cash benefit, as a simple and uncertain sum: pay above the free amount reduces the
/// benefit by 65 %, and pay and benefit together do not pass a share of the highest unemployment benefit. All amounts
/// are øre a month before tax.
/// </summary>
/// <param name="Free">What may be earned without any deduction.</param>
/// <param name="Deducted">What the benefit falls by.</param>
/// <param name="BenefitLeft">What remains of the benefit.</param>
/// <param name="Together">Pay and remaining benefit.</param>
/// <param name="Kept">Of the pay, what the citizen has more than without it.</param>
/// <param name="Ceiling">What the two may be together; null when the highest unemployment benefit was not given or no
/// ceiling was read for the rate.</param>
/// <param name="Rules">The rows the sum rests on, each with its confidence.</param>
public sealed record BenefitDeduction(
    long Free,
    long Deducted,
    long BenefitLeft,
    long Together,
    long Kept,
    long? Ceiling,
    IReadOnlyList<Rule> Rules
)
{
    /// <summary>What the sum leaves out, to be shown beside it.</summary>
    public static IReadOnlyList<Text> LeavesOut { get; } =
    [
        new("skat og arbejdsmarkedsbidrag", "tax and labour market contribution"),
        new("en ægtefælles indtægt og formue", "a spouse's income and wealth"),
        new("boligstøtte, børnetilskud og daginstitution", "housing benefit, child benefit and day care"),
        new("særlig støtte og tillæg", "special support and supplements"),
        new(
            "den årlige regulering: beløbene er fra aftalen i 2023",
            "the yearly regulation: the amounts are from the agreement of 2023"
        ),
        new("ferie og andre måneder end denne", "holiday and other months than this one"),
    ];

    /// <summary>The sum for one month; null on days when these rules were not in force.</summary>
    /// <param name="benefit">The month's benefit before deduction, in øre.</param>
    /// <param name="pay">The month's ordinary pay, in øre.</param>
    /// <param name="highestUnemploymentBenefit">In øre a month; without it the ceiling is not reckoned.</param>
    public static BenefitDeduction? For(
        RuleBook book,
        BenefitRate rate,
        long benefit,
        long pay,
        DateOnly on,
        long? highestUnemploymentBenefit = null
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(benefit);
        ArgumentOutOfRangeException.ThrowIfNegative(pay);
        if (book.Find("DED-04", on) is not { Value: { } percent } share)
            return null;
        var freeRule = rate switch
        {
            BenefitRate.Raised => book.Find("DED-03", on),
            BenefitRate.Basic or BenefitRate.Lowest => book.Find("DED-02", on),
            BenefitRate.LivingAtHome => null,
        };
        var ceilingRule = rate switch
        {
            BenefitRate.Raised => book.Find("DED-06", on),
            BenefitRate.Basic or BenefitRate.Lowest => book.Find("DED-05", on),
            BenefitRate.LivingAtHome => null,
        };
        var free = (long)(freeRule?.Value ?? 0);
        var left = Math.Max(benefit - Oere(Math.Max(pay - free, 0) * percent / 100), 0);
        long? ceiling =
            ceilingRule?.Value is { } part && highestUnemploymentBenefit is { } highest
                ? Oere(highest * part / 100)
                : null;
        if (pay > 0 && ceiling is { } most)
            left = Math.Min(left, Math.Max(most - pay, 0));
        return new BenefitDeduction(
            free,
            benefit - left,
            left,
            pay + left,
            pay + left - benefit,
            ceiling,
            [.. new[] { share, freeRule, ceilingRule }.OfType<Rule>()]
        );
    }

    /// <summary>A month's pay in øre for weekly minutes at an hourly wage in øre: 52 weeks shared on 12 months.</summary>
    public static long MonthlyPay(int weeklyMinutes, long hourlyWage) =>
        Oere(weeklyMinutes / 60m * hourlyWage * 52 / 12);

    private static long Oere(decimal amount) => (long)Math.Round(amount, MidpointRounding.AwayFromZero);
}
