using Virker.Rules.Tests.Cases;

namespace Virker.Rules.Tests.Book;

public sealed class Dated_values_tests
{
    private static readonly DateOnly LastOld = new(2026, 12, 31);
    private static readonly DateOnly FirstNew = new(2027, 1, 1);

    [Fact]
    public void A_value_is_read_for_a_day()
    {
        Assert.Null(House.Book.Value("VP-DUR-01", new DateOnly(2019, 12, 31)));
        Assert.Equal(4, House.Book.Value("VP-DUR-01", new DateOnly(2020, 1, 1)));
        Assert.Equal(8616, House.Book.Value("LT-RATE-2023P", new DateOnly(2023, 12, 31)));
        Assert.Null(House.Book.Value("LT-RATE-2023P", new DateOnly(2024, 1, 1)));
        Assert.Throws<KeyNotFoundException>(() => House.Book.Value("VP-DUR-99", FirstNew));
    }

    [Fact]
    public void A_reform_is_a_new_row_and_agreements_keep_the_rules_they_were_made_under()
    {
        using var folder = Reformed();
        var book = RuleBook.Load(folder.Path);
        Assert.Equal(4, book.Value("VP-DUR-01", LastOld));
        Assert.Equal(8, book.Value("VP-DUR-01", FirstNew));

        var internship = PlacementCases.InOrder.Single(f => f.Kind == OfferKind.Internship) with
        {
            TargetGroup = "6.2",
            From = FirstNew,
            To = FirstNew.AddDays((8 * 7) - 1),
        };
        Assert.DoesNotContain(CheckPlacement.Against(book, internship), m => m.RuleId == "VP-DUR-01");
        var agreedBefore = CheckPlacement.Against(book, internship with { RulesOn = LastOld });
        var block = Assert.Single(agreedBefore, m => m is { RuleId: "VP-DUR-01", Level: RuleLevel.Block });
        Assert.Equal(LastOld, block.ValidTo);
        Assert.Contains(block.Trace, t => t.En.Contains("31 December 2026", StringComparison.Ordinal));
        var told = Assert.Single(agreedBefore, m => m is { RuleId: "VP-DUR-01", Level: RuleLevel.Inform });
        Assert.Contains("8 weeks", told.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trace_says_group_day_rule_and_what_was_compared()
    {
        var facts = PlacementCases.InOrder.Single(f => f.Kind == OfferKind.Internship) with
        {
            To = new DateOnly(2026, 6, 1),
        };
        var block = CheckPlacement.Against(House.Book, facts)[0];
        Assert.Equal(RuleLevel.Block, block.Level);
        Assert.Equal("LAB § 61, stk. 1, nr. 2", block.Reference);
        Assert.Equal(new DateOnly(2020, 1, 1), block.ValidFrom);
        Assert.Equal(
            [
                "Målgruppe 6.3: Aktivitetsparate kontanthjælpsmodtagere.",
                "Reglerne læses for 2. marts 2026, den første dag.",
                "Regel VP-DUR-03 (LAB § 61, stk. 1, nr. 2): Virksomhedspraktik: længste varighed: 13 uger. Gælder fra 1. januar 2020.",
                "2. marts 2026 til 1. juni 2026 er 13 uger og 1 dag. Grænsen nås 31. maj 2026.",
            ],
            block.Trace.Select(t => t.Da)
        );
        Assert.Equal(
            "Perioden er for lang: for denne målgruppe højst 13 uger, altså til og med 31. maj 2026. Den kan forlænges til i alt 26 uger, når behovet er vurderet og skrevet ned.",
            block.Text.Da
        );
    }

    [Fact]
    public void A_sum_just_above_the_places_is_not_shown_as_equal_to_them()
    {
        var facts = PlacementCases.InOrder.Single(f => f.Kind == OfferKind.Internship) with
        {
            WeeklyMinutes = 1111,
            OrdinaryEmployees = 10,
            SupportedThere = 1.5m,
        };
        var block = CheckPlacement.Against(House.Book, facts)[0];
        Assert.EndsWith("bliver det 2,01.", block.Text.Da, StringComparison.Ordinal);
        Assert.Contains(
            "1,5 fuldtidspersoner i forvejen og 0,5005 med denne aftale er 2,0005; der er 2 pladser.",
            block.Trace.Select(t => t.Da)
        );
    }

    [Fact]
    public void No_known_limit_is_said_and_never_taken_for_no_limit()
    {
        var facts = PlacementCases.InOrder.Single(f => f.Kind == OfferKind.PrivateWageSubsidy) with
        {
            TargetGroup = "6.12",
        };
        var unknown = Assert.Single(CheckPlacement.Against(House.Book, facts), m => m.RuleId is null);
        Assert.Equal(RuleLevel.Warn, unknown.Level);
        Assert.Null(CheckPlacement.LatestEnd(House.Book, facts));
    }

    [Theory]
    [InlineData(2015, 7405L)]
    [InlineData(2016, null)]
    [InlineData(2022, null)]
    [InlineData(2023, 8616L)]
    [InlineData(2024, null)]
    [InlineData(2026, null)]
    public void A_subsidy_rate_that_is_not_known_is_unknown_and_not_zero(int year, long? oere)
    {
        var rate = WageSubsidyRate.For(House.Book, OfferKind.PrivateWageSubsidy, "6.2", new DateOnly(year, 6, 1));
        Assert.Equal(oere, rate.Low);
        Assert.Equal(oere, rate.High);
        Assert.Equal(oere is null, rate.Answer.En.Contains("does not know", StringComparison.Ordinal));
    }

    [Fact]
    public void A_rate_that_depends_on_the_person_is_given_as_from_and_to()
    {
        var rate = WageSubsidyRate.For(House.Book, OfferKind.PublicWageSubsidy, "6.2", new DateOnly(2021, 6, 1));
        Assert.Equal((12040L, 16025L), (rate.Low, rate.High));
        Assert.Equal("Tilskuddet er fra 120,40 kr. til 160,25 kr. i timen.", rate.Answer.Da);
    }

    private static DataFolder Reformed() =>
        new DataFolder().Change(
            "rules.csv",
            text =>
            {
                var row = text.Split('\n').First(l => l.StartsWith("VP-DUR-01,", StringComparison.Ordinal));
                var closed = row.Replace("2020-01-01,,", "2020-01-01,2026-12-31,", StringComparison.Ordinal);
                var next = row.Replace("2020-01-01,,", "2027-01-01,,", StringComparison.Ordinal)
                    .Replace(",4,weeks,", ",8,weeks,", StringComparison.Ordinal);
                return text.Replace(row, closed, StringComparison.Ordinal) + next + "\n";
            }
        );
}
