using CsCheck;
using Virker.Effects.Costs;
using Virker.Evidence.Answers;
using Virker.Platform;

namespace Virker.Effects.Tests.Costs;

public sealed class Cost_tests
{
    private static readonly Admissibility Admissible = new(AdmissibilityKind.Admissible, new("ja", "yes"));
    private static readonly Admissibility Indication = new(AdmissibilityKind.Sensitivity, new("følsom", "sensitive"));
    private static readonly Admissibility Unsettled = new(AdmissibilityKind.NotAdmissible, new("nej", "no"));
    private static readonly Proposal Ten = new("X.SMI", "X.IPS", 10, new(2024, 1, 1), Draws: 2_000);

    private static readonly CostLine Effort = Line("Indsats", CostKind.Mechanical, 1, Payer.Municipality, 100_000, 1);

    // 60 % less 40 %: a fifth act differently and save 20 times 500 kroner.
    private static readonly CostLine Saved = Line("Sparet", CostKind.Behaviour, 2, Payer.Region, 50_000, -20) with
    {
        Effect = new("f", 0.2m, (60, 100, 40, 100), null, null, false, false),
        ReturnFlow = 0.25m,
    };

    [Theory]
    [InlineData(0, 4, 0.8)]
    [InlineData(0, 52, 19.8 / 52)] // 4 · 0.8 + 22 · 0.4 + 26 · 0.3
    [InlineData(50, 4, 0.25)]
    [InlineData(52, 30, 0.2)]
    public void The_state_refunds_by_the_weeks_before(int before, int weeks, double share) =>
        Assert.Equal(share, (double)CostData.StateShare(new(2024, 1, 1), before, weeks), 12);

    [Fact]
    public void Every_price_has_an_amount_with_its_source_or_says_that_it_is_unknown()
    {
        Assert.All(
            CostData.Prices,
            price =>
            {
                Assert.Equal(price.Oere is null, price.SourceUrl == "");
                Assert.NotEqual("", price.Note.Da);
            }
        );
        Assert.Contains(CostData.Prices, price => price.Oere is null);
        Assert.Equal(
            1_194_400,
            CostData.Prices.Single(p => p.Id == "kontanthjaelp_30" && p.IsInForce(new(2023, 5, 1))).Oere
        );
    }

    [Fact]
    public void The_published_lines_of_IPS_and_their_named_rest_are_72_000_kroner()
    {
        var ips = PublishedAnalysis.All.Single(a => a.Id == "ips");

        var lines = ips.Lines.Where(l => l.Status is PublishedStatus.Published or PublishedStatus.Rest).ToList();
        Assert.Equal(-7_200_000, lines.Sum(l => l.Oere));
        Assert.Equal(-9543, lines.Sum(l => l.Euro));
        Assert.Equal(-1029, lines.Single(l => l.Status == PublishedStatus.Rest).Euro);
        Assert.Equal(3, ips.Lines.Count(l => l.Status == PublishedStatus.NotPublic));
        var ipse = PublishedAnalysis.All.Single(a => a.Id == "ipse");
        Assert.Equal([null, -5_500_000], ipse.Lines.Select(l => l.Oere));
    }

    [Fact]
    public void Effort_behaviour_and_return_flow_stand_apart_and_add_up()
    {
        var result = CalculateCosts.Of(Ten, [Effort, Saved], Admissible, isZero: false);

        // 10 · 1,000 kr; 10 · 0.2 · −20 · 500 kr; a quarter of what is saved no longer flows back.
        Assert.Equal(1_000_000, result.Total(CostPart.Mechanical));
        Assert.Equal(-2_000_000, result.Total(CostPart.Behaviour));
        Assert.Equal(500_000, result.Total(CostPart.ReturnFlow));
        Assert.Equal(-500_000, result.Public.Oere);
        Assert.Equal(
            [(Budget.Municipality, 1_000_000L), (Budget.Region, -2_000_000L), (Budget.State, 500_000L)],
            result.Budgets.Select(b => (b.Budget!.Value, b.Oere))
        );
        // Year 2 is discounted once at 3.5 %.
        Assert.Equal(1_000_000 - (long)Math.Round(1_500_000 / 1.035), result.Public.PresentValue);
        Assert.Equal(-50_000, result.PerCitizen(result.Public.Oere));
        Assert.Equal(new BreakEven(1_000_000m / 1_500_000m, 150_000, 2), result.BreakEven);
    }

    [Fact]
    public void Evidence_that_is_not_admissible_is_left_out_with_the_reason()
    {
        var unsettled = CalculateCosts.Of(Ten, [Effort, Saved], Unsettled, isZero: false);
        var indication = CalculateCosts.Of(Ten, [Effort, Saved], Indication, isZero: false);
        var zero = CalculateCosts.Of(Ten, [Effort, Saved], Admissible, isZero: true);
        var all = CalculateCosts.Of(Ten with { AllEvidence = true }, [Effort, Saved], Unsettled, isZero: false);

        Assert.All([unsettled, indication, zero], r => Assert.Equal(1_000_000, r.Public.Oere));
        Assert.All([unsettled, indication, zero], r => Assert.Equal("Sparet", Assert.Single(r.LeftOut).Line));
        Assert.Equal("no", unsettled.LeftOut[0].Reason.En);
        Assert.Equal(
            [null, -500_000L, null],
            new[] { unsettled, indication, zero }.Select(r => r.PublicWithSensitivity)
        );
        Assert.Empty(all.LeftOut);
        Assert.Equal(-500_000, all.Public.Oere);
    }

    [Fact]
    public void Production_is_on_no_public_budget()
    {
        var work = Line("Løn", CostKind.Measured, 1, Payer.Society, 100_000, -1);

        var result = CalculateCosts.Of(Ten, [Effort, work], Admissible, isZero: false);

        Assert.Equal(1_000_000, result.Public.Oere);
        Assert.Equal(-1_000_000, result.Budgets.Single(b => b.Budget == Budget.Society).Oere);
        Assert.Null(result.BreakEven.EffectNeeded);
    }

    [Fact]
    public void What_is_certain_has_no_interval_and_what_is_not_has_the_one_its_distribution_says()
    {
        var certain = CalculateCosts.Of(Ten, [Effort], Admissible, isZero: false).Public;
        var wide = Effort with { Spread = Spread.Uniform, Low = 0, High = 200_000 };
        var uniform = CalculateCosts.Of(Ten with { Draws = 100_000 }, [wide], Admissible, isZero: false).Public;

        Assert.Equal((1_000_000L, 1_000_000L, 0.0), (certain.Low, certain.High, certain.ChanceOfSaving));
        // The 2.5 and 97.5 % quantiles of 0 to 2 million.
        Assert.InRange(uniform.Low, 45_000, 55_000);
        Assert.InRange(uniform.High, 1_945_000, 1_955_000);
    }

    [Fact]
    public void An_effect_from_counts_is_as_unsure_as_the_counts()
    {
        var saved = Saved with { ReturnFlow = 0, Effect = Saved.Effect! with { Counts = (146, 243, 111, 239) } };
        var result = CalculateCosts.Of(Ten with { Draws = 100_000 }, [saved], Admissible, isZero: false).Public;

        // The trial's difference is 13.6 % points, by Newcombe 4.7 to 22.3; each point is worth 1,000 kr here.
        Assert.InRange(-result.High / 100_000.0, 4.4, 5.0);
        Assert.InRange(-result.Low / 100_000.0, 22.0, 22.6);
    }

    [Fact]
    public void Whatever_the_lines_no_oere_is_lost_between_budgets_and_break_even_breaks_even()
    {
        var line = Gen.Select(Gen.Long[1, 5_000_000], Gen.Int[-400, 400], Gen.Int[0, 80], Gen.Int[1, 5])
            .Select(
                (oere, units, before, year) =>
                    Line("a", CostKind.Behaviour, year, Payer.Refund, oere, units / 7m) with
                    {
                        WeeksPerUnit = 13m / 3,
                        WeeksBefore = before,
                        Effect = Saved.Effect,
                    }
            );
        Gen.Select(line.Array[1, 5], Gen.Int[1, 5_000])
            .Sample(
                (lines, citizens) =>
                {
                    var proposal = Ten with { Citizens = citizens, Draws = 1 };
                    var effort = Effort with { Oere = 90_000_000 };
                    var result = CalculateCosts.Of(proposal, [effort, .. lines], Admissible, isZero: false);

                    long sum = lines
                        .Append(effort)
                        .Sum(l =>
                            (long)
                                Math.Round(
                                    citizens * l.Units * l.Oere * (l.Effect?.Size ?? 1),
                                    MidpointRounding.AwayFromZero
                                )
                        );
                    Assert.Equal(sum, result.Public.Oere);
                    Assert.Equal(sum, result.Budgets.Sum(b => b.Oere));
                    Assert.Equal(sum, Enum.GetValues<CostPart>().Sum(result.Total));
                    if (result.BreakEven.EffectNeeded is { } needed)
                    {
                        CostLine[] scaled =
                        [
                            .. lines.Select(l => l with { Effect = l.Effect! with { Size = l.Effect.Size * needed } }),
                        ];
                        long even = CalculateCosts.Of(proposal, [effort, .. scaled], Admissible, false).Public.Oere;
                        // Each line is rounded to an øre, once in the sum and once in what the sum was scaled from.
                        decimal most = lines.Length * (1 + needed);
                        Assert.InRange(even, -most, most);
                    }
                }
            );
    }

    [Fact]
    public void The_same_seed_draws_the_same_and_lines_of_one_name_share_a_draw()
    {
        var one = Effort with { Spread = Spread.Triangular, Low = 0, High = 300_000 };
        var back = one with { Units = -1, Year = 2 };

        var shared = CalculateCosts.Of(Ten, [one, back], Admissible, isZero: false).Public;
        var apart = CalculateCosts.Of(Ten, [one, back with { Name = "b" }], Admissible, isZero: false).Public;
        var again = CalculateCosts.Of(Ten, [one, back with { Name = "b" }], Admissible, isZero: false).Public;

        Assert.Equal((0L, 0L), (shared.Low, shared.High));
        Assert.True(apart.Low < -500_000 && apart.High > 500_000);
        Assert.Equal(apart, again);
    }

    private static CostLine Line(string name, CostKind kind, int year, Payer payer, long oere, decimal units) =>
        new(name, kind, year, payer, oere, units, new("k", "s"), null, null, null, 0, Spread.Fixed, null, null);
}
