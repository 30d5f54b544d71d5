using System.Globalization;
using System.Net;
using System.Xml.Linq;
using AngleSharp.Dom;
using Virker.Tests;
using Virker.Web.Pages.Method;

namespace Virker.Web.Tests;

public sealed class Page_tests(TheSite site)
{
    public static TheoryData<string> Pages => [.. Paths.Pages];

    public static TheoryData<string> InBothLanguages => [.. Paths.Pages, .. Paths.Pages.Select(Paths.English)];

    [Theory]
    [MemberData(nameof(InBothLanguages))]
    public async Task A_page_says_its_language_and_has_one_heading_above_all(string path)
    {
        var page = await site.Page(path);

        Assert.Equal(
            path.StartsWith("/en", StringComparison.Ordinal) ? "en" : "da",
            page.DocumentElement.GetAttribute("lang")
        );
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.NotEqual("", page.Title);
    }

    [Theory]
    [MemberData(nameof(InBothLanguages))]
    public async Task Headings_never_skip_a_level(string path)
    {
        var page = await site.Page(path);

        int before = 0;
        foreach (var heading in page.QuerySelectorAll("main h1, main h2, main h3, main h4, main h5"))
        {
            int level = heading.LocalName[1] - '0';
            Assert.True(level <= before + 1, $"{path}: “{heading.TextContent.Trim()}” is h{level} after h{before}.");
            before = level;
        }
    }

    [Theory]
    [MemberData(nameof(InBothLanguages))]
    public async Task Tables_have_a_caption_and_headings_with_a_scope(string path)
    {
        var page = await site.Page(path);

        Assert.All(page.QuerySelectorAll("main table"), table => Assert.NotNull(table.QuerySelector("caption")));
        Assert.All(
            page.QuerySelectorAll("main th"),
            heading => Assert.True(heading.HasAttribute("scope"), heading.OuterHtml)
        );
    }

    [Theory]
    [MemberData(nameof(InBothLanguages))]
    public async Task Nothing_on_a_page_needs_inline_script_or_style(string path)
    {
        using var response = await site.Visitor.GetAsync(path);
        string policy = string.Join(' ', response.Headers.GetValues("Content-Security-Policy"));
        var page = await site.Page(path);

        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src])"));
        Assert.DoesNotContain(
            page.All,
            element => element.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
        );
    }

    [Theory]
    [MemberData(nameof(InBothLanguages))]
    public async Task Every_page_says_which_version_of_the_program_and_of_the_knowledge_bank_it_is(string path)
    {
        string version = XDocument
            .Load(Path.Combine(Repository.Root, "Directory.Build.props"))
            .Descendants("Version")
            .Single()
            .Value;
        // Whoever asks first has made the bank known.
        await site.Page("/data");

        string said = (await site.Page(path)).QuerySelector("footer .v-version")!.TextContent;

        Assert.Contains($"Virker {version}", said, StringComparison.Ordinal);
        Assert.Matches("(vidensbanken i version|knowledge bank in version) 1", said);
    }

    [Theory]
    [MemberData(nameof(InBothLanguages))]
    public async Task Every_id_is_unique_and_every_link_within_the_page_lands(string path)
    {
        var page = await site.Page(path);
        var ids = page.All.Select(element => element.Id).Where(id => !string.IsNullOrEmpty(id)).ToList();

        Assert.Equal(ids.Distinct().Count(), ids.Count);
        Assert.All(
            page.QuerySelectorAll("a[href^='#']"),
            link => Assert.Contains(link.GetAttribute("href")![1..], ids)
        );
    }

    // Danish on an English page would be a text nobody translated; names and the sources' own words are marked or known.
    [Fact]
    public void Every_link_to_a_method_leads_to_one_and_every_method_names_pages_that_are_there()
    {
        var linked = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src/Virker.Web"), "*.cshtml", SearchOption.AllDirectories)
            .SelectMany(file => File.ReadAllText(file).Split("MethodPage(\"").Skip(1))
            .Select(after => after[..after.IndexOf('"', StringComparison.Ordinal)])
            .ToHashSet();
        Assert.Contains("allocation", linked);
        Assert.All(linked, name => Assert.NotNull(MethodTopics.Find(name)));
        Assert.All(
            MethodTopics.All.SelectMany(topic => topic.Docs),
            file => Assert.True(File.Exists(Path.Combine(Repository.Root, "docs/method", file)), file)
        );
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task An_english_page_has_no_danish_sentence(string path)
    {
        var page = await site.Page(Paths.English(path));
        foreach (var own in page.QuerySelectorAll("[lang]:not(html), cite, q, code, svg").ToList())
            own.Remove();

        Assert.Empty(
            Words(
                page.Body!.TextContent,
                "og",
                "ikke",
                "eller",
                "som",
                "hvor",
                "hvad",
                "studier",
                "forsøg",
                "målgruppe",
                "indsats"
            )
        );
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_danish_page_has_no_english_sentence(string path)
    {
        var page = await site.Page(path);
        foreach (
            var own in page.QuerySelectorAll(
                    "[lang]:not(html), cite, q, code, svg, option, td, th, a[href*='/studies/']"
                )
                .ToList()
        )
        {
            own.Remove();
        }

        Assert.Empty(Words(page.Body!.TextContent, "the", "which", "where", "what", "with", "group", "is"));
    }

    [Theory]
    [MemberData(nameof(InBothLanguages))]
    public async Task Links_stay_in_the_language_of_the_page(string path)
    {
        var page = await site.Page(path);
        bool english = path.StartsWith("/en", StringComparison.Ordinal);
        var strays = page.QuerySelectorAll("main a[href^='/']")
            .Select(link => link.GetAttribute("href")!)
            .Where(href => (href == "/en" || href.StartsWith("/en/", StringComparison.Ordinal)) != english);

        Assert.Empty(strays);
    }

    [Theory]
    [InlineData("/studies/findes-ikke")]
    [InlineData("/method/findes-ikke")]
    [InlineData("/data?v=999")]
    [InlineData("/note?v=999")]
    [InlineData("/note.doc")]
    [InlineData("/nothing")]
    public async Task What_does_not_exist_is_a_clear_404(string path)
    {
        var danish = await site.Page(path, HttpStatusCode.NotFound);
        var english = await site.Page("/en" + path, HttpStatusCode.NotFound);

        Assert.Equal("da", danish.DocumentElement.GetAttribute("lang"));
        Assert.Equal("en", english.DocumentElement.GetAttribute("lang"));
        Assert.NotNull(danish.QuerySelector("main a[href]"));
    }

    [Theory]
    [InlineData("/studies?page=abc")]
    [InlineData("/studies?page=0")]
    [InlineData("/studies?pageSize=100000")]
    [InlineData("/studies?design=astrology")]
    [InlineData("/studies?targetGroup=NOBODY")]
    [InlineData("/studies?withNumbers=maybe")]
    [InlineData("/note/compare?a=77")]
    [InlineData("/note/compare?b=abc")]
    public async Task A_value_that_makes_no_sense_is_named_not_guessed(string path)
    {
        var page = await site.Page(path);

        Assert.NotNull(page.QuerySelector(".alert-warning li"));
    }

    [Theory]
    [InlineData("/studies?text=")]
    [InlineData("/studies?country=")]
    [InlineData("/studies?design=")]
    [InlineData("/studies?targetGroup=")]
    [InlineData("/studies?page=")]
    [InlineData("/note/compare?a=")]
    public async Task Hostile_text_is_text(string path)
    {
        const string Hostile = "\"><script>alert(1)</script><img src=x onerror=alert(1)>";
        var page = await site.Page(path + Uri.EscapeDataString(Hostile));

        Assert.Empty(page.QuerySelectorAll("script, img[onerror]"));
    }

    [Theory]
    [InlineData("/studies/christensen2019")]
    [InlineData("/note")]
    [InlineData("/data")]
    [InlineData("/en/method")]
    public async Task A_permanent_link_pins_the_version_for_every_link_of_the_site(string path)
    {
        var page = await site.Page(path);
        string permanent = page.QuerySelector(".v-version a")!.GetAttribute("href")!;
        var pinned = await site.Page(new Uri(permanent).PathAndQuery);
        var loose = pinned
            .QuerySelectorAll("main a[href^='/']")
            .Select(link => link.GetAttribute("href")!)
            .Where(href => !href.Contains("v=1", StringComparison.Ordinal));

        Assert.EndsWith("v=1", permanent, StringComparison.Ordinal);
        Assert.Empty(loose);
    }

    [Fact]
    public async Task A_study_shows_every_number_its_source_and_how_it_was_read()
    {
        var page = await site.Page("/studies/christensen2019");
        string text = page.QuerySelector("main")!.TextContent;

        Assert.Contains("146 af 243", text, StringComparison.Ordinal);
        Assert.Contains("111 af 239", text, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main a[rel=external]"));
        Assert.NotNull(page.QuerySelector("#quality table"));
        Assert.NotEmpty(page.QuerySelectorAll("main a[href^='/answer/']"));
    }

    [Fact]
    public async Task The_list_of_studies_narrows_and_says_what_to_do_when_nothing_fits()
    {
        var all = await site.Page("/studies");
        var trials = await site.Page("/studies?design=rct&country=denmark");
        var none = await site.Page("/studies?text=intet-hedder-dette");

        Assert.True(Count(all) > Count(trials) && Count(trials) > 0);
        Assert.Equal(0, Count(none));
        Assert.NotNull(none.QuerySelector("#hits ~ p a[href='/studies']"));
    }

    [Fact]
    public async Task Every_weight_and_every_choice_is_on_the_page_about_the_job_effect()
    {
        var page = await site.Page("/method/job-effect");
        string[] choices = [.. page.QuerySelectorAll("tr[id^='C-']").Select(row => row.Id!)];

        Assert.Equal(15, choices.Distinct().Count());
        Assert.Contains("0,80", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private static int Count(IDocument page) =>
        page.QuerySelector("#hits")!
            .TextContent.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => int.TryParse(word, CultureInfo.InvariantCulture, out int number) ? number : 0)
            .First();

    private static IEnumerable<string> Words(string text, params string[] sought) =>
        text.Split([' ', '\n', '\r', '\t', ',', '.', ':', ';', '?'], StringSplitOptions.RemoveEmptyEntries)
            .Intersect(sought, StringComparer.OrdinalIgnoreCase);
}
