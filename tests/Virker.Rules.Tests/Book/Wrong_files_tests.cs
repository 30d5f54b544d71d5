using Virker.Platform;

namespace Virker.Rules.Tests.Book;

public sealed class Wrong_files_tests
{
    private const string Row =
        "NEW-01,internship,duration,Ny grænse,New limit,internship,6.2,,6,weeks,,,6 weeks,block,2027-01-01,,LAB § 61,https://example.org,high,,";

    [Fact]
    public void A_missing_file_is_named() => Refused(f => f.Remove("terms.csv"), "terms.csv");

    [Fact]
    public void A_missing_column_is_named() =>
        Refused(f => f.Replace("rules.csv", "breach,valid_from", "valid_from"), "rules.csv", "row 1", "breach");

    [Fact]
    public void An_unknown_column_is_named() =>
        Refused(f => f.Replace("rules.csv", "note_da,note_en", "note_da,remark"), "rules.csv", "row 1", "note_en");

    [Fact]
    public void A_value_that_is_no_number_is_named_with_its_row() =>
        Refused(f => f.Replace("rules.csv", ",4,weeks,", ",four,weeks,"), "rules.csv", "row 2", "value", "\"four\"");

    [Fact]
    public void A_decimal_comma_is_named() =>
        Refused(f => f.Replace("rules.csv", ",2.5,years,", ",\"2,5\",years,"), "rules.csv", "value", "decimal");

    [Fact]
    public void A_date_that_is_no_day_is_named() =>
        Refused(f => f.Replace("rules.csv", "2026-02-01", "2026-02-30"), "rules.csv", "valid_from", "2026-02-30");

    [Fact]
    public void A_period_that_ends_before_it_begins_is_refused() =>
        Refused(
            f => f.Replace("rules.csv", "2015-12-31", "2014-12-31"),
            "rules.csv",
            "valid_to",
            "before the first day"
        );

    [Fact]
    public void An_unknown_target_group_is_named() =>
        Refused(f => f.Replace("rules.csv", ",6.1;6.2;6.4,", ",6.1;6.99,"), "rules.csv", "row 2", "groups", "\"6.99\"");

    [Fact]
    public void An_unknown_kind_is_named() =>
        Refused(f => f.Replace("rules.csv", ",internship,6.1;", ",praktik,6.1;"), "rules.csv", "kinds", "\"praktik\"");

    [Fact]
    public void An_unknown_check_is_named() =>
        Refused(f => f.Replace("rules.csv", ",duration,", ",length,"), "rules.csv", "row 2", "check", "\"length\"");

    [Fact]
    public void A_number_without_a_unit_is_refused() =>
        Refused(f => f.Replace("rules.csv", ",4,weeks,", ",4,text,"), "rules.csv", "row 2", "unit");

    [Fact]
    public void A_check_whose_number_is_gone_is_refused_and_not_skipped() =>
        Refused(f => f.Replace("rules.csv", ",10,ordinary_employees", ",,ordinary_employees"), "rules.csv", "value");

    [Fact]
    public void A_check_in_the_wrong_unit_is_refused() =>
        Refused(
            f => f.Replace("rules.csv", ",26,weeks,,,26 weeks in", ",6,months,,,6 months in"),
            "rules.csv",
            "unit",
            "weeks"
        );

    [Fact]
    public void A_ratio_of_one_to_nothing_is_refused() =>
        Refused(f => f.Replace("rules.csv", ",5,ordinary_employees", ",0,ordinary_employees"), "value", "above zero");

    [Fact]
    public void Two_rules_that_answer_the_same_question_on_the_same_day_are_refused() =>
        Refused(f => f.Add("rules.csv", Row), "rules.csv", "row 102", "check", "VP-DUR-01");

    [Fact]
    public void The_same_rule_twice_on_the_same_day_is_refused() =>
        Refused(f => f.Replace("rules.csv", "VP-EXT-02", "VP-EXT-01"), "rules.csv", "rule_id", "VP-EXT-01");

    [Fact]
    public void A_rule_the_sums_rest_on_cannot_be_taken_away() =>
        Refused(f => f.Replace("rules.csv", "DED-04", "DED-40"), "rules.csv", "DED-04", "missing");

    [Fact]
    public void The_same_target_group_twice_is_refused() =>
        Refused(f => f.Replace("target_groups.csv", "6.13,", "6.12,"), "target_groups.csv", "code", "\"6.12\"");

    [Fact]
    public void A_norm_with_its_ends_reversed_is_refused() =>
        Refused(f => f.Replace("caseload_norms.csv", ",35,55,", ",55,35,"), "caseload_norms.csv", "row 2", "high");

    [Fact]
    public void An_interval_without_weeks_is_refused() =>
        Refused(f => f.Replace("contact_intervals.csv", ",,8,", ",,,"), "contact_intervals.csv", "row 2", "weeks");

    [Fact]
    public void A_text_in_one_language_only_is_refused() =>
        Refused(f => f.Replace("terms.csv", "virksomhedsindgang,company entrance", "virksomhedsindgang,"), "name_en");

    private static void Refused(Func<DataFolder, DataFolder> spoil, params string[] said)
    {
        using var folder = new DataFolder();
        spoil(folder);
        var refused = Assert.Throws<InvalidInputException>(() => RuleBook.Load(folder.Path));
        Assert.All(said, s => Assert.Contains(s, refused.Text.En, StringComparison.Ordinal));
        Assert.NotEqual(refused.Text.En, refused.Text.Da);
    }
}
