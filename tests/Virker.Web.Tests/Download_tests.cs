using System.Text;
using System.Xml.Linq;
using Virker.Web.Pages.Data;

namespace Virker.Web.Tests;

public sealed class Download_tests(TheSite site)
{
    [Theory]
    [InlineData("/figures/map.svg")]
    [InlineData("/figures/map.svg?lang=en&layout=narrow")]
    [InlineData("/figures/forest/X.SMI/X.IPS.svg")]
    [InlineData("/figures/funnel/X.SMI/X.IPS.svg")]
    [InlineData("/figures/harvest/X.SMI/X.IPS.svg")]
    [InlineData("/figures/hundred/X.SMI/X.IPS.svg?lang=en")]
    public async Task A_figure_is_a_picture_of_its_own_with_a_title(string path)
    {
        using var response = await site.Visitor.GetAsync(path);
        var svg = XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!;

        Assert.Equal("image/svg+xml", response.Content.Headers.ContentType?.MediaType);
        Assert.NotEqual("", (string?)svg.Element(svg.Name.Namespace + "title"));
        Assert.NotEqual("", (string?)svg.Element(svg.Name.Namespace + "desc"));
    }

    [Fact]
    public async Task Every_file_on_the_data_page_can_be_fetched_and_every_column_is_explained()
    {
        var page = await site.Page("/data");
        var files = page.QuerySelectorAll("#files ~ * th a, section[aria-labelledby=files] th a")
            .Select(link => link.GetAttribute("href")!)
            .Distinct()
            .ToList();

        Assert.True(files.Count >= 14, string.Join(' ', files));
        foreach (string file in files.Where(file => file.EndsWith(".csv", StringComparison.Ordinal)))
        {
            string text = await site.Visitor.GetStringAsync(file);
            Assert.All(
                DataColumns.Header(text),
                column => Assert.True(DataColumns.Meaning(column) is not null, $"{file}: {column} has no meaning.")
            );
        }
    }

    [Fact]
    public async Task No_cell_of_any_file_runs_as_a_formula()
    {
        foreach (string file in new[] { "studies", "findings", "conclusions", "cues", "weights", "interventions" })
        {
            string text = await site.Visitor.GetStringAsync($"/data/{file}.csv");
            Assert.DoesNotMatch("""(^|,)"?[=@\t]""", text);
        }
    }

    [Fact]
    public async Task A_filtered_list_gives_the_same_studies_as_a_file()
    {
        string file = await site.Visitor.GetStringAsync("/studies.csv?design=rct&country=denmark");
        var page = await site.Page("/studies?design=rct&country=denmark&pageSize=200");
        int listed = page.QuerySelectorAll("main tbody tr").Length;

        Assert.Equal(listed, Rows(file) - 1);
        Assert.True(listed > 0);
    }

    [Fact]
    public async Task The_whole_bank_is_one_json_file()
    {
        using var response = await site.Visitor.GetAsync("/data/virker.json");
        byte[] bytes = await response.Content.ReadAsByteArrayAsync();
        var json = System.Text.Json.JsonDocument.Parse(bytes);

        Assert.True(json.RootElement.GetProperty("content").GetProperty("studies").GetArrayLength() > 80);
        Assert.Contains("æ", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    private static int Rows(string csv)
    {
        int rows = 0;
        bool quoted = false;
        foreach (char c in csv)
        {
            quoted ^= c == '"';
            rows += c == '\n' && !quoted ? 1 : 0;
        }

        return rows;
    }
}
