using System.Globalization;

namespace Virker.Platform.Tests;

public sealed class Text_tests
{
    [Theory]
    [InlineData("da-DK", "ja")]
    [InlineData("en-GB", "yes")]
    [InlineData("en-US", "yes")]
    [InlineData("de-DE", "ja")]
    public void English_is_given_to_English_readers_and_Danish_to_everybody_else(string culture, string shown)
    {
        Assert.Equal(shown, new Text("ja", "yes").In(CultureInfo.GetCultureInfo(culture)));
    }

    [Fact]
    public void Two_texts_are_the_same_only_when_both_languages_are()
    {
        Assert.Equal(new Text("ja", "yes"), new Text("ja", "yes"));
        Assert.NotEqual(new Text("ja", "yes"), new Text("ja", "yeah"));
        Assert.NotEqual(new Text("ja", "yes"), new Text("jo", "yes"));
    }

    [Fact]
    public void An_error_carries_both_languages_and_shows_English_to_the_log()
    {
        var error = new InvalidInputException(new Text("forkert", "wrong"));

        Assert.Equal("wrong", error.Message);
        Assert.Equal("forkert", error.Text.Da);
    }
}
