using Virker.Casework.Citizens;

namespace Virker.Casework.Tests.Citizens;

public sealed class Cpr_tests
{
    [Theory]
    [InlineData("3102801234", "3102801234")]
    [InlineData("310280-1234", "3102801234")]
    [InlineData(" 310280 1234 ", "3102801234")]
    [InlineData("310280123", null)]
    [InlineData("31028012345", null)]
    [InlineData("3102-801234", null)]
    [InlineData("31028O1234", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Ten_digits_are_read_with_or_without_a_hyphen(string? text, string? digits) =>
        Assert.Equal(digits, Cpr.Digits(text));

    // Century by the seventh digit and the year of two digits, as the CPR office prints the table.
    [Theory]
    [InlineData("0101000000", "1900-01-01")]
    [InlineData("0101993999", "1999-01-01")]
    [InlineData("0101364000", "2036-01-01")]
    [InlineData("0101374000", "1937-01-01")]
    [InlineData("0101575000", "2057-01-01")]
    [InlineData("0101585000", "1858-01-01")]
    [InlineData("0101998999", "1899-01-01")]
    [InlineData("0101369000", "2036-01-01")]
    [InlineData("0101379000", "1937-01-01")]
    [InlineData("2902040000", "1904-02-29")]
    [InlineData("2902044000", "2004-02-29")]
    public void The_seventh_digit_tells_the_century(string digits, string day) =>
        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Cpr.BirthDate(digits));

    [Theory]
    [InlineData("2902000000")] // 1900 was no leap year.
    [InlineData("3104801234")]
    [InlineData("0000000000")]
    [InlineData("3201801234")]
    [InlineData("0113801234")]
    public void A_number_that_is_no_date_is_nobodys(string digits) => Assert.Null(Cpr.BirthDate(digits));

    [Theory]
    [InlineData("3201801234", true)]
    [InlineData("9901801234", true)]
    [InlineData("0113801234", true)]
    [InlineData("3101801234", false)]
    [InlineData("3104801234", false)]
    [InlineData("0000000000", false)]
    public void A_made_up_number_has_an_impossible_day_or_month(string digits, bool isMadeUp) =>
        Assert.Equal(isMadeUp, Cpr.IsMadeUp(digits));

    [Fact]
    public void It_is_written_with_a_hyphen() => Assert.Equal("320180-1234", Cpr.Written("3201801234"));
}
