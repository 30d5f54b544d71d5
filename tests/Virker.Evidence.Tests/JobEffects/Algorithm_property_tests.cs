using CsCheck;
using Virker.Evidence.Bank;
using Virker.Evidence.JobEffects;

namespace Virker.Evidence.Tests.JobEffects;

public sealed class Algorithm_property_tests
{
    private static readonly Gen<JobEffectResult> Results = Gen.Select(
            OneOf("good", "satisfactory", "not_satisfactory"),
            OneOf("rct", "econometric"),
            OneOf("denmark", "nordic", "other_oecd"),
            OneOf("top_journal", "other_journal", "not_in_journal"),
            OneOf(Cell.Group, Cell.PartialGroup, $"{Cell.Group};SICK"),
            OneOf(Cell.Effort, "ACT.BUS.PLACEMENT", $"{Cell.Effort};ACT.EDU"),
            OneOf(Direction.Positive, Direction.None, Direction.Negative),
            Gen.Int[0, 5]
        )
        .Select((q, m, g, p, t, i, d, s) => Cell.Result("", $"s{s}", q, m, g, p, t, i, d));

    private static readonly Gen<JobEffectResult[]> Lists = Results
        .Array[1, 20]
        .Select(results => results.Select((result, i) => result with { Id = $"r{i}" }).ToArray());

    private static readonly Gen<string> Edition = OneOf(Editions.Current, Editions.Of2019);

    [Fact]
    public void The_order_of_the_results_does_not_matter() =>
        Gen.Select(Lists, Edition)
            .Sample(
                (results, edition) =>
                {
                    var query = new JobEffectQuery(Cell.Group, Cell.Effort, Edition: edition);
                    var one = Cell.Aggregate(query, results);
                    var other = Cell.Aggregate(query, results.Reverse());
                    return one.Stock == other.Stock
                        && one.Conclusion == other.Conclusion
                        && one.Contributions.Select(c => (c.ResultId, c.Contribution))
                            .SequenceEqual(other.Contributions.Select(c => (c.ResultId, c.Contribution)));
                }
            );

    [Fact]
    public void Contributions_lie_between_nothing_and_one_and_add_up_to_the_stock() =>
        Gen.Select(Lists, Edition)
            .Sample(
                (results, edition) =>
                {
                    var effect = Cell.Aggregate(new JobEffectQuery(Cell.Group, Cell.Effort, Edition: edition), results);
                    return effect.Contributions.All(c => c.Contribution is >= 0 and <= 1)
                        && Same(effect.Contributions.Sum(c => c.Contribution), effect.Stock.Total)
                        && Same(effect.Stock.Positive + effect.Stock.None + effect.Stock.Negative, effect.Stock.Total)
                        && Same(effect.StockByEffectType.Values.Sum(s => s.Total), effect.Stock.Total);
                }
            );

    [Fact]
    public void Shares_add_up_to_one() =>
        Lists.Sample(results =>
        {
            var stock = Cell.Aggregate(results).Stock;
            return stock.Total == 0 || Same((stock.SharePositive + stock.ShareNone + stock.ShareNegative)!.Value, 1);
        });

    [Fact]
    public void A_contribution_is_the_product_of_its_factors() =>
        Lists.Sample(results =>
            Cell.Aggregate(results)
                .Contributions.All(c =>
                    Same(c.Contribution, c.Factors.Aggregate(1m, (product, f) => product * f.Weight))
                )
        );

    [Fact]
    public void A_study_adds_at_most_its_largest_base() =>
        Lists.Sample(results =>
            Cell.Aggregate(results)
                .Contributions.GroupBy(c => c.StudyId)
                .All(study =>
                    study.Sum(c => c.Contribution)
                    <= study.Max(c =>
                        c.Factors.Where(f => f.Component is not ("combination" or "multiple_results"))
                            .Aggregate(1m, (product, f) => product * f.Weight)
                    ) + 1e-14m
                )
        );

    [Fact]
    public void A_new_study_in_the_concluded_direction_never_lowers_its_share() =>
        Lists.Sample(results =>
        {
            var before = Cell.Aggregate(results);
            if (before.Conclusion is not JobEffectConclusion.Positive)
                return true;

            var after = Cell.Aggregate([.. results, Cell.Result("new", "new", direction: Direction.Positive)]);
            return after.Stock.SharePositive >= before.Stock.SharePositive;
        });

    [Fact]
    public void Scaling_up_a_stock_of_at_least_one_changes_no_conclusion() =>
        Gen.Select(Gen.Decimal[0, 3], Gen.Decimal[0, 3], Gen.Decimal[0, 3], Gen.Decimal[1, 10])
            .Sample(
                (positive, none, negative, scale) =>
                {
                    var stock = new Stock(positive, none, negative);
                    var larger = new Stock(positive * scale, none * scale, negative * scale);
                    return stock.Total < 1
                        || JobEffectAlgorithm.Conclude(3, stock, Cell.Data.Rules)
                            == JobEffectAlgorithm.Conclude(3, larger, Cell.Data.Rules);
                }
            );

    /// <summary>A third of a weight has no last decimal: contributions are rounded at the 18th, stocks at the 15th.</summary>
    private static bool Same(decimal a, decimal b) => Math.Abs(a - b) < 1e-14m;

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
