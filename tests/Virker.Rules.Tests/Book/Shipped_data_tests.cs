using Virker.Platform.Import;
using Virker.Tests;

namespace Virker.Rules.Tests.Book;

public sealed class Shipped_data_tests
{
    private static RuleBook Book => House.Book;

    [Fact]
    public void The_thirteen_target_groups_of_the_act_are_there_in_order() =>
        Assert.Equal(Enumerable.Range(1, 13).Select(n => $"6.{n}"), Book.TargetGroups.All.Select(g => g.Code));

    [Fact]
    public void Every_target_group_points_at_a_group_of_the_evidence_taxonomy_or_says_why_not()
    {
        using var stream = File.OpenRead(Path.Combine(Repository.Data, "taxonomy", "target_groups.csv"));
        var table = FileTable.Read(stream, "target_groups.csv");
        var codes = table.Rows.Select(r => r.Cells[0]).ToHashSet();
        Assert.All(
            Book.TargetGroups.All,
            g => Assert.True(g.EvidenceGroup == "" ? g.Note.Da != "" : codes.Contains(g.EvidenceGroup), g.Code)
        );
    }

    [Fact]
    public void Resource_programme_and_rehabilitation_close_to_new_cases_with_the_reform()
    {
        string[] closed = ["6.8", "6.10"];
        var last = new DateOnly(2026, 1, 31);
        Assert.Equal(13, Book.TargetGroups.OpenToNew(last).Count());
        Assert.Equal(
            closed,
            Book.TargetGroups.All.Except(Book.TargetGroups.OpenToNew(last.AddDays(1))).Select(g => g.Code)
        );
        Assert.Equal(13, Book.TargetGroups.On(last.AddDays(1)).Count());
    }

    [Theory]
    [InlineData("2026-01-31", "jobcenteret", "the job centre")]
    [InlineData("2026-02-01", "kommunen", "the municipality")]
    public void The_municipal_unit_changes_its_name_with_the_reform(string day, string da, string en)
    {
        var term = Book.Terms.Of(DatedTerms.MunicipalUnit, DateOnly.Parse(day, null));
        Assert.Equal((da, en), (term.Definite.Da, term.Definite.En));
    }

    [Fact]
    public void A_municipality_may_have_its_own_word()
    {
        using var folder = new DataFolder().Add(
            "terms.csv",
            "municipal_unit,9901,jobhus,job house,jobhuset,the job house,2026-03-01,,,,high,,"
        );
        var terms = RuleBook.Load(folder.Path).Terms;
        var day = new DateOnly(2026, 3, 1);
        Assert.Equal("jobhus", terms.Of(DatedTerms.MunicipalUnit, day, "9901").Name.Da);
        Assert.Equal("kommune", terms.Of(DatedTerms.MunicipalUnit, day.AddDays(-1), "9901").Name.Da);
        Assert.Equal("kommune", terms.Of(DatedTerms.MunicipalUnit, day, "9902").Name.Da);
    }

    [Fact]
    public void Every_word_is_in_force_on_every_day_and_only_one_is()
    {
        foreach (var key in Book.Terms.All.Select(t => t.Key).Distinct())
        {
            for (var day = new DateOnly(2020, 1, 1); day.Year < 2028; day = day.AddDays(1))
            {
                Assert.Single(
                    Book.Terms.All,
                    t =>
                        t.Key == key
                        && (t.ValidFrom is null || t.ValidFrom <= day)
                        && (t.ValidTo is null || day <= t.ValidTo)
                );
            }
        }
    }

    [Theory]
    [InlineData("6.3", 45, 25, 40)]
    [InlineData("6.3", 29, 25, 40)]
    [InlineData("6.2", 30, 35, 55)]
    [InlineData("6.2", 29, 30, 50)]
    [InlineData("6.6", 60, 25, 45)]
    public void A_citizen_has_the_caseload_norm_of_group_and_age(string group, int age, int low, int high)
    {
        var norm = Book.Caseloads.For(group, age);
        Assert.Equal((low, high), (norm?.Low, norm?.High));
    }

    [Fact]
    public void Where_nobody_gives_a_norm_there_is_none()
    {
        Assert.Null(Book.Caseloads.For("6.11", 50));
        Assert.Equal((null, 20), (Book.Caseloads.ForIps.Low, Book.Caseloads.ForIps.High));
    }

    [Fact]
    public void The_union_s_norms_are_the_same_in_both_files()
    {
        foreach (var rule in Book.Rules.Where(r => r.Unit == RuleUnit.CitizensPerWorker))
        {
            var norm = Book.Caseloads.For(Assert.Single(rule.Groups), rule.Id == "CASE-02" ? 25 : 40);
            Assert.Equal((rule.Value, rule.SecondValue), (norm?.Low, norm?.High));
        }
    }

    [Fact]
    public void Every_target_group_has_a_contact_interval() =>
        Assert.All(Book.TargetGroups.All, g => Assert.NotNull(Book.Interval(g.Code, new DateOnly(2026, 9, 1))));

    [Fact]
    public void The_same_value_that_was_read_stands_in_the_machine_readable_column()
    {
        foreach (
            var rule in Book.Rules.Where(r => r.Value is not null && char.IsDigit(r.ValueAsRead.FirstOrDefault('x')))
        )
        {
            var read = new string([.. rule.ValueAsRead.TakeWhile(c => char.IsDigit(c) || c == '.')]);
            var value = decimal.Parse(read, System.Globalization.CultureInfo.InvariantCulture);
            var isMoney = rule.Unit.ToString().StartsWith("Oere", StringComparison.Ordinal);
            Assert.Equal(isMoney ? value * 100 : value, rule.Value);
        }
    }
}
