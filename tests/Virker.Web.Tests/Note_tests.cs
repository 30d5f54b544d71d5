using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;

namespace Virker.Web.Tests;

public sealed class Note_tests(TheSite site)
{
    [Theory]
    [InlineData("/note")]
    [InlineData("/en/note")]
    public async Task Each_conclusion_has_its_basis_its_three_answers_and_its_advice(string path)
    {
        var page = await site.Page(path);
        var sections = page.QuerySelectorAll(".n-section[id^='K']");

        Assert.Equal(5, sections.Length);
        Assert.All(
            sections,
            section =>
            {
                Assert.NotNull(section.QuerySelector(".n-advice"));
                Assert.NotNull(section.QuerySelector(".n-basis a[href^='#ref-']"));
                Assert.NotEmpty(section.QuerySelectorAll("tbody tr"));
            }
        );
    }

    [Fact]
    public async Task Notes_lead_back_to_where_they_were_called()
    {
        var page = await site.Page("/note");
        var calls = page.QuerySelectorAll(".n-call a").Select(call => call.Id!).ToList();
        var backs = page.QuerySelectorAll(".n-back").Select(back => back.GetAttribute("href")![1..]).ToList();

        Assert.NotEmpty(calls);
        Assert.Equal(calls.Order(), backs.Order());
    }

    [Fact]
    public async Task Figures_have_a_title_a_description_and_a_table()
    {
        var page = await site.Page("/note");

        Assert.True(page.QuerySelectorAll(".n-figure").Length >= 2);
        Assert.All(
            page.QuerySelectorAll(".n-figure"),
            figure =>
            {
                Assert.All(
                    figure.QuerySelectorAll("svg"),
                    svg => Assert.True(svg.QuerySelector("title") is not null && svg.QuerySelector("desc") is not null)
                );
                Assert.NotNull(figure.QuerySelector("table"));
                Assert.NotNull(figure.QuerySelector("figcaption"));
            }
        );
    }

    [Theory]
    [InlineData("/note.html", "da")]
    [InlineData("/en/note.html", "en")]
    public async Task The_html_file_needs_nothing_but_itself(string path, string language)
    {
        string html = await site.Visitor.GetStringAsync(path);
        var document = new HtmlParser().ParseDocument(html);

        Assert.Equal(language, document.DocumentElement.GetAttribute("lang"));
        Assert.Empty(document.QuerySelectorAll("link, script, img, [src]"));
        Assert.Empty(document.QuerySelectorAll("a[href^='/']"));
        Assert.Contains("@page", document.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("font/woff2", document.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/note.pdf", "Det korte svar", "målgruppe")]
    [InlineData("/en/note.pdf", "The short answer", "target group")]
    public async Task The_pdf_is_tagged_and_can_be_searched(string path, string title, string word)
    {
        using var response = await site.Visitor.GetAsync(path);
        if (response.StatusCode == HttpStatusCode.ServiceUnavailable)
            Assert.Skip("Chromium is not installed.");

        using var file = await PdfFile.Of(response);
        Assert.Matches(@"Tagged:\s+yes", await file.Info());
        string text = await file.Text();
        Assert.Contains(title, text, StringComparison.Ordinal);
        Assert.Contains(word, text, StringComparison.Ordinal);
        Assert.Contains("figure", await file.Info("-struct"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Without_chromium_the_reader_is_told_how_to_print()
    {
        await using var without = site.WithWebHostBuilder(host =>
            host.UseSetting("Virker:Chromium", "/nowhere/chromium")
        );
        using var visitor = without.CreateClient();
        using var response = await visitor.GetAsync("/note.pdf?v=1");
        var page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(page.QuerySelector("main a[href='/note?v=1']"));
    }
}
