using CsCheck;

namespace Virker.Platform.Tests;

public sealed class Codes_tests
{
    private static readonly Gen<string[]> Lists = Gen.Char["ABCæøå.1"].Array[1, 5].Select(c => new string(c)).Array[
        0,
        6
    ];

    [Fact]
    public void What_is_written_reads_back_as_the_same_codes()
    {
        Lists.Sample(list => Assert.Equal(Codes.Of(list), Codes.Parse(Codes.Of(list).ToString())));
    }

    [Fact]
    public void Equal_lists_have_equal_hashes()
    {
        Lists.Sample(list => Assert.Equal(Codes.Of(list).GetHashCode(), Codes.Of([.. list]).GetHashCode()));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData(" ; ;", 0)]
    [InlineData("A", 1)]
    [InlineData(" A ; B;", 2)]
    public void Blanks_and_empty_places_are_no_codes(string text, int count)
    {
        Assert.Equal(count, Codes.Parse(text).Count);
    }

    [Fact]
    public void The_order_is_part_of_the_value()
    {
        Assert.NotEqual(Codes.Parse("A;B"), Codes.Parse("B;A"));
        Assert.False(Codes.None.Equals(null));
    }

    [Fact]
    public void A_code_is_had_only_when_it_is_the_whole_code()
    {
        var codes = Codes.Parse("ACT.BUS;FAR");

        Assert.True(codes.Has("FAR"));
        Assert.False(codes.Has("ACT"));
        Assert.False(codes.Has("far"));
    }
}
