using Virker.Platform.Import;

namespace Virker.Platform.Tests.Import;

public sealed class Formulas_tests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    public void What_a_spreadsheet_would_run_is_made_harmless(string cell)
    {
        Assert.True(Formulas.LooksLikeOne(cell));
        Assert.Equal("'" + cell, Formulas.Neutralised(cell));
        Assert.False(Formulas.LooksLikeOne(Formulas.Neutralised(cell)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a=b")]
    [InlineData("1-2")]
    [InlineData("æ@å")]
    public void Other_text_stays_as_it_is(string cell)
    {
        Assert.Equal(cell, Formulas.Neutralised(cell));
    }
}
