using Virker.Platform.Import;

namespace Virker.Platform.Tests.Import;

public sealed class RowReader_tests
{
    private static RowReader Cell(string value) => new(new FileTable("f.csv", ["c"], [], []), new FileRow(7, [value]));

    [Theory]
    [InlineData("", null)]
    [InlineData("0", 0)]
    [InlineData(" 12 ", 12)]
    [InlineData("-3", -3)]
    public void A_whole_number_is_read_and_an_empty_cell_is_none(string cell, int? number)
    {
        var row = Cell(cell);

        Assert.Equal(number, row.WholeNumber("c"));
        Assert.Empty(row.Errors);
    }

    [Theory]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("2147483648")]
    [InlineData("٣")]
    public void Nothing_else_is_a_whole_number(string cell) =>
        Refused(ImportText.WholeNumber, cell, r => r.WholeNumber("c"));

    [Theory]
    [InlineData("1,5", true)]
    [InlineData("-0,25", true)]
    [InlineData("1.000,5", true)]
    [InlineData("NaN", false)]
    [InlineData("1e3", false)]
    public void A_decimal_comma_is_named_as_such(string cell, bool isComma) =>
        Refused(
            isComma ? ImportText.DecimalComma : ImportText.Number(Notation.International),
            cell,
            r => r.Number("c")
        );

    [Fact]
    public void A_number_at_the_bound_is_within_it()
    {
        Assert.Equal(0m, Cell("0").Number("c", 0, 1));
        Assert.Equal(1m, Cell("1").Number("c", 0, 1));
        Refused(ImportText.AtLeast(0), "-0.01", r => r.Number("c", 0, 1));
        Refused(ImportText.AtMost(1), "1.01", r => r.Number("c", 0, 1));
    }

    [Fact]
    public void A_date_has_year_month_and_day()
    {
        Assert.Equal(new DateOnly(2024, 2, 29), Cell("2024-02-29").Date("c"));
        foreach (string wrong in new[] { "2025-02-29", "29-02-2024", "2024-2-9", "" })
            Refused(ImportText.Date(new(',')), wrong, r => r.Date("c"));
    }

    [Theory]
    [InlineData("2025")]
    [InlineData("2025-10")]
    [InlineData("2024-02-29")]
    [InlineData("")]
    public void A_date_may_be_a_year_or_a_month_where_the_source_says_no_more(string cell)
    {
        var row = Cell(cell);

        Assert.Equal(cell, row.PartialDate("c"));
        Assert.Empty(row.Errors);
    }

    [Theory]
    [InlineData("2025-13")]
    [InlineData("2025-10-32")]
    [InlineData("2025-02-29")]
    [InlineData("2025-02-31")]
    [InlineData("25")]
    [InlineData("oktober 2025")]
    public void A_day_that_no_calendar_has_is_refused(string cell) =>
        Refused(ImportText.PartialDate, cell, r => r.PartialDate("c"));

    [Theory]
    [InlineData("ftp://example.org/a")]
    [InlineData("example.org")]
    [InlineData("file:///etc/hosts")]
    [InlineData("data:text/html,x")]
    public void Only_web_addresses_are_addresses(string cell) => Refused(ImportText.Url, cell, r => r.Url("c"));

    [Fact]
    public void A_required_cell_must_be_filled_in()
    {
        Refused(ImportText.Required, "  ", r => r.Line1("c", required: true));
        Refused(ImportText.Required, "", r => r.Key("c"));
        Refused(ImportText.Required, "", r => r.Enum<DayOfWeek>("c"));
        Refused(ImportText.Required, "", r => r.Code("c", ["a"]));
    }

    [Fact]
    public void All_that_is_wrong_with_a_row_is_found_in_one_go()
    {
        var row = new RowReader(new FileTable("f.csv", ["a", "b"], [], []), new FileRow(7, ["x", "y"]));

        row.WholeNumber("a");
        row.Number("b");

        Assert.Equal(["a", "b"], row.Errors.Select(e => e.Column));
        Assert.All(row.Errors, e => Assert.Equal(7, e.Row));
    }

    [Fact]
    public void The_message_names_file_row_column_and_value_in_both_languages()
    {
        var row = Cell("x");
        row.WholeNumber("c");

        Assert.Equal(
            new Text(
                "f.csv, række 7, kolonne c, \"x\": der skal stå et helt tal",
                "f.csv, row 7, column c, \"x\": expected a whole number"
            ),
            Assert.Single(row.Errors).Message
        );
    }

    private static void Refused(Text expected, string cell, Action<RowReader> read)
    {
        var row = Cell(cell);
        read(row);
        Assert.Equal(expected, Assert.Single(row.Errors).Expected);
    }
}
