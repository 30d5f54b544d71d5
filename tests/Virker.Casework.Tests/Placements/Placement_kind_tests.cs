using Virker.Casework.Placements;
using Virker.Platform;
using Virker.Rules;
using Virker.Tests;

namespace Virker.Casework.Tests.Placements;

/// <summary>What the table says of a kind is what the law's rows say of the offer it is checked as.</summary>
public sealed class Placement_kind_tests
{
    private static readonly RuleBook Book = RuleBook.Load(Repository.Data);

    public static TheoryData<PlacementKind> Kinds => new(Enum.GetValues<PlacementKind>());

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_kind_counts_in_the_reasonable_ratio_where_the_law_has_one_for_it(PlacementKind kind) =>
        Assert.Equal(Has(RuleCheck.RatioFirst, kind), PlacementKinds.Of(kind).IsSupported);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_statement_is_asked_for_where_the_law_asks(PlacementKind kind) =>
        Assert.Equal(Has(RuleCheck.Statement, kind), PlacementKinds.Of(kind).NeedsStatement);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_kind_without_pay_is_no_wage_subsidy(PlacementKind kind) =>
        Assert.Equal(
            PlacementKinds.Of(kind).IsSupported && !Has(RuleCheck.SubsidyRate, kind),
            PlacementKinds.Of(kind).IsUnpaid
        );

    [Fact]
    public void Every_kind_has_an_offer_of_its_own() =>
        Assert.Distinct(Enum.GetValues<PlacementKind>().Select(kind => PlacementKinds.Of(kind).Offer));

    private static bool Has(RuleCheck check, PlacementKind kind) =>
        Book.Rules.Any(r => r.Check == check && r.Kinds.Contains(PlacementKinds.Of(kind).Offer));
}
