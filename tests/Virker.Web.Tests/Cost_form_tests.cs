using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Virker.Evidence.Knowledge;
using Virker.Web.Pages.Effects;

namespace Virker.Web.Tests;

/// <summary>The page of costs: its own words, and numbers as it prints them.</summary>
public sealed class Cost_form_tests(TheSite site)
{
    [Fact]
    public async Task The_example_can_be_sent_as_it_is_shown_with_thousands_as_the_page_prints_them()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo("da-DK");
        var bank = await Bank();
        var example = CostForm.Example();
        var typed = example with { Citizens = "1.154" };

        var (result, problems) = typed.Calculate(bank);

        Assert.Empty(problems);
        Assert.Equal(1154, result!.Proposal.Citizens);
        Assert.Contains(example.Lines, line => line["units"].Contains(',', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("kr", "5.301,5", 5_301.5)]
    [InlineData("kr", "5.301", 5_301)]
    [InlineData("kr", "5301,50", 5_301.5)]
    public async Task An_amount_is_read_as_the_page_prints_it(string column, string typed, double kr)
    {
        var form = CostForm.Of(Form((column, typed)));

        var (result, problems) = form.Calculate(await Bank());

        Assert.Empty(problems);
        Assert.Equal((long)(kr * 100) * 100, result!.Entries.Sum(e => e.Oere));
    }

    [Theory]
    [InlineData("kr", "50,000")]
    [InlineData("kr", "5,301")]
    [InlineData("units", "mange")]
    [InlineData("source", "")]
    [InlineData("kr_low", "1")]
    [InlineData("finding", "x")]
    [InlineData("effect", "0,1")]
    [InlineData("year", "x")]
    [InlineData("kr", "")]
    public async Task What_is_wrong_is_said_in_the_words_of_the_form(string column, string typed)
    {
        var form = CostForm.Of(Form((column, typed)));

        var (_, problems) = form.Calculate(await Bank());

        Assert.NotEmpty(problems);
        string said = string.Join(' ', problems.Select(p => p.Text.Da));
        Assert.DoesNotContain('{', said);
        Assert.DoesNotContain('_', said);
        Assert.DoesNotMatch(@"\b(source|price|finding|spread|units|mechanical|behaviour)\b", said);
    }

    private static FormCollection Form((string Column, string Typed) changed)
    {
        Dictionary<string, StringValues> fields = new(StringComparer.Ordinal)
        {
            ["who"] = "X.SMI",
            ["what"] = "X.IPS",
            ["citizens"] = "100",
            ["start"] = "2024-01-01",
            ["line.0"] = "Indsats",
            ["kind.0"] = "mechanical",
            ["year.0"] = "1",
            ["payer.0"] = "municipality",
            ["kr.0"] = "5300",
            ["source.0"] = "Eget regnskab",
            ["units.0"] = "1",
            ["spread.0"] = "fixed",
        };
        fields[changed.Column + ".0"] = changed.Typed;
        return new FormCollection(fields);
    }

    private Task<KnowledgeBank> Bank() => site.Services.GetRequiredService<ReadKnowledgeBank>().Execute(null, default);
}
