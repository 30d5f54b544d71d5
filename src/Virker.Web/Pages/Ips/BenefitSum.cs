using Virker.Dkfds;
using Virker.Platform;
using Virker.Rules;
using Virker.Web.Site;
using static Virker.Web.Site.Words;

namespace Virker.Web.Pages.Ips;

/// <summary>What a month's work does to cash benefit, as it is typed. Nothing of it is kept.</summary>
/// <param name="Rate">The citizen's rate, as a code of <see cref="BenefitRate"/>.</param>
/// <param name="Benefit">Whole kroner a month before tax, from the citizen's own statement.</param>
/// <param name="Hours">A week.</param>
/// <param name="Wage">Kroner an hour.</param>
public sealed record BenefitSum(string? Rate, string? Benefit, string? Hours, string? Wage)
{
    private const int MostBenefit = 100_000;
    private const decimal MostWage = 1_000;

    public static IReadOnlyList<DkOption> Rates =>
        [
            new("raised", T("Forhøjet sats", "Raised rate")),
            new("basic", T("Grundsats", "Basic rate")),
            new("lowest", T("Mindstesats", "Lowest rate")),
            new("living_at_home", T("Sats for hjemmeboende", "Rate of those living at home")),
        ];

    /// <returns>The sum, or what stops it.</returns>
    public (BenefitDeduction? Sum, IReadOnlyList<FieldProblem> Problems) Reckon(RuleBook book, DateOnly on)
    {
        List<FieldProblem> problems = [];
        var rate = EnumCode.Parse<BenefitRate>(Rate ?? "");
        if (rate is null)
            problems.Add(new("rate", new("Vælg en sats.", "Choose a rate.")));
        int? benefit = TypedNumber.Whole(Benefit);
        if (benefit is not (>= 0 and <= MostBenefit))
        {
            problems.Add(
                new(
                    "benefit",
                    new(
                        "Skriv hele kroner uden punktum, som 12500.",
                        "Write whole kroner without point or comma, as 12500."
                    )
                )
            );
        }
        if (!HoursInput.TryMinutes(Hours, out int? minutes) || minutes is not (> 0 and <= 37 * 60))
            problems.Add(new("weekHours", new("Skriv timer om ugen, op til 37.", "Write hours a week, up to 37.")));
        decimal? wage = TypedNumber.Number(Wage);
        if (wage is not (> 0 and <= MostWage))
            problems.Add(new("wage", new("Skriv kroner i timen, som 145,50.", "Write kroner an hour, as 145.50.")));
        if (problems.Count > 0)
            return (null, problems);
        long pay = BenefitDeduction.MonthlyPay(minutes!.Value, (long)(wage!.Value * 100));
        return BenefitDeduction.For(book, rate!.Value, 100L * benefit!.Value, pay, on) is { } sum
            ? (sum, [])
            : (
                null,
                [new("rate", new("Reglerne for i dag er ikke lagt ind.", "The rules of today are not in the program."))]
            );
    }

    /// <summary>The sum in sentences.</summary>
    public static IEnumerable<string> Sentences(BenefitDeduction sum)
    {
        yield return T(
            $"Løn før skat: {Show.Kroner(sum.Together - sum.BenefitLeft)} kr. om måneden. De første {Show.Kroner(sum.Free)} kr. tæller ikke med.",
            $"Pay before tax: {Show.Kroner(sum.Together - sum.BenefitLeft)} DKK a month. The first {Show.Kroner(sum.Free)} DKK do not count."
        );
        yield return T(
            $"Ydelsen falder med {Show.Kroner(sum.Deducted)} kr. til {Show.Kroner(sum.BenefitLeft)} kr.",
            $"The benefit falls by {Show.Kroner(sum.Deducted)} DKK to {Show.Kroner(sum.BenefitLeft)} DKK."
        );
        yield return T(
            $"I alt {Show.Kroner(sum.Together)} kr. før skat: {Show.Kroner(sum.Kept)} kr. mere end uden jobbet.",
            $"In all {Show.Kroner(sum.Together)} DKK before tax: {Show.Kroner(sum.Kept)} DKK more than without the job."
        );
    }
}
