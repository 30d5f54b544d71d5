using CsCheck;

namespace Virker.Rules.Tests.Book;

public sealed class Rule_properties_tests
{
    private static readonly HashSet<string> DurationRules = House
        .Book.Rules.Where(r =>
            r.Check
                is RuleCheck.Duration
                    or RuleCheck.TrialDuration
                    or RuleCheck.Extension
                    or RuleCheck.SpecialExtension
        )
        .Select(r => r.Id)
        .ToHashSet();

    /// <summary>Employees in hundredths of a full-time equivalent, so that halves and whole numbers are hit.</summary>
    private static readonly Gen<decimal> Employees = Gen.Int[0, 30_000].Select(n => n / 100m);

    private static readonly Gen<PlacementFacts> Facts = Gen.Select(
        Gen.Enum<OfferKind>(),
        Gen.Int[1, 13].Select(n => $"6.{n}"),
        Gen.Int[0, 2000],
        Gen.Int[1, 800],
        Gen.Int[0, 400],
        Gen.Bool,
        Gen.Bool,
        Gen.Enum<YesNo>(),
        (kind, group, start, days, before, assessed, special, newly) =>
            new PlacementFacts
            {
                Kind = kind,
                TargetGroup = group,
                From = new DateOnly(2022, 1, 1).AddDays(start),
                To = new DateOnly(2022, 1, 1).AddDays(start + days - 1),
                DaysHereBefore = before,
                HasIndividualAssessment = assessed,
                HasVerySpecialNeed = special,
                IsNewlyQualified = newly,
            }
    );

    [Fact]
    public void More_employees_never_mean_fewer_places_and_there_is_always_one() =>
        Gen.Select(Employees, Employees)
            .Sample(
                (a, b) =>
                {
                    var (few, many) = (Places(Math.Min(a, b)), Places(Math.Max(a, b)));
                    Assert.True(few >= 1);
                    Assert.True(few <= many);
                }
            );

    [Fact]
    public void Five_more_employees_give_one_more_place_up_to_fifty() =>
        Employees.Where(e => e is >= 5 and <= 45).Sample(e => Assert.Equal(Places(e) + 1, Places(e + 5)));

    [Fact]
    public void Ten_more_employees_give_one_more_place_above_fifty() =>
        Employees.Where(e => e >= 50).Sample(e => Assert.Equal(Places(e) + 1, Places(e + 10)));

    [Theory]
    [InlineData("0", 1)]
    [InlineData("4.99", 1)]
    [InlineData("9.99", 1)]
    [InlineData("10", 2)]
    [InlineData("49.999", 9)]
    [InlineData("50", 10)]
    [InlineData("59.999999999999999999999", 10)]
    [InlineData("60", 11)]
    [InlineData("1000", 105)]
    public void Places_are_counted_exactly(string employees, int places) =>
        Assert.Equal(places, Places(decimal.Parse(employees, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_longer_period_never_makes_the_message_about_its_length_lighter() =>
        Gen.Select(Facts, Gen.Int[0, 400])
            .Sample(
                (facts, more) =>
                {
                    var longer = facts with { To = facts.To.AddDays(more) };
                    Assert.True(AboutLength(longer) >= AboutLength(facts));
                }
            );

    [Fact]
    public void What_is_proposed_as_the_latest_end_is_within_the_limit_and_the_next_day_is_not() =>
        Facts.Sample(facts =>
        {
            if (CheckPlacement.LatestEnd(House.Book, facts) is not { } last)
                return;
            Assert.Equal(-1, AboutLength(facts with { To = last }));
            Assert.True(AboutLength(facts with { To = last.AddDays(1) }) >= 0);
        });

    [Fact]
    public void The_rules_of_a_stated_day_do_not_depend_on_when_the_placement_runs() =>
        Gen.Select(Facts, Gen.Int[-1000, 1000])
            .Sample(
                (facts, shift) =>
                {
                    var agreed = new DateOnly(2025, 1, 1);
                    var moved = facts with
                    {
                        From = facts.From.AddDays(7 * shift),
                        To = facts.To.AddDays(7 * shift),
                        RulesOn = agreed,
                    };
                    foreach (var message in CheckPlacement.Against(House.Book, moved))
                    {
                        if (message.RuleId is { } id && id != "REF-07")
                            Assert.NotNull(House.Book.Find(id, agreed));
                    }
                }
            );

    /// <summary>The heaviest message about length; -1 for none.</summary>
    private static int AboutLength(PlacementFacts facts) =>
        CheckPlacement
            .Against(House.Book, facts)
            .Where(m => m.RuleId is { } id && DurationRules.Contains(id))
            .Select(m => (int)m.Level)
            .DefaultIfEmpty(-1)
            .Max();

    private static int Places(decimal employees) => Ratio.Places(employees, 5, 50, 10, 1);
}
