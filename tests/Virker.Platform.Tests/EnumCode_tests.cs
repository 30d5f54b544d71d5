namespace Virker.Platform.Tests;

public sealed class EnumCode_tests
{
    private enum Colour
    {
        Red,
        DeepSeaBlue,
    }

    [Fact]
    public void A_member_is_written_in_small_letters_with_a_line_between_words()
    {
        Assert.Equal(["red", "deep_sea_blue"], EnumCode.All<Colour>());
    }

    [Fact]
    public void Every_member_reads_back()
    {
        Assert.All(Enum.GetValues<Colour>(), colour => Assert.Equal(colour, EnumCode.Parse<Colour>(colour.Code())));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Red")]
    [InlineData("DeepSeaBlue")]
    [InlineData("0")]
    [InlineData("red ")]
    public void Anything_else_is_no_member(string code)
    {
        Assert.Null(EnumCode.Parse<Colour>(code));
    }
}
