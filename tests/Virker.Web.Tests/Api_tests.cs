using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Virker.Tests;

namespace Virker.Web.Tests;

public sealed class Api_tests(TheSite site)
{
    [Theory]
    [InlineData("/api/v1/target-groups")]
    [InlineData("/api/v1/interventions")]
    [InlineData("/api/v1/outcomes")]
    [InlineData("/api/v1/weights")]
    [InlineData("/api/v1/studies")]
    [InlineData("/api/v1/studies?design=rct&direction=positive&pageSize=5")]
    [InlineData("/api/v1/studies/christensen2019")]
    [InlineData("/api/v1/findings?intervention=X.IPS")]
    [InlineData("/api/v1/answer?targetGroup=X.SMI&intervention=X.IPS")]
    [InlineData("/api/v1/answer?targetGroup=FAR.ALL&intervention=ACT.BUS&edition=2019&strict=true")]
    [InlineData("/api/v1/map")]
    [InlineData("/api/v1/conclusions")]
    [InlineData("/api/v1/note")]
    public async Task Every_answer_names_the_version_it_was_read_from(string path)
    {
        var answer = await Json(path);

        Assert.Equal(1, (int)answer["version"]!["number"]!);
        Assert.Equal(64, ((string)answer["version"]!["contentHash"]!).Length);
        Assert.NotNull(answer["result"]);
    }

    [Theory]
    [InlineData("/api/v1/answer", "targetGroup")]
    [InlineData("/api/v1/answer?targetGroup=NOBODY&intervention=X.IPS", "targetGroup")]
    [InlineData("/api/v1/answer?targetGroup=X.SMI&intervention=X.IPS&effectType=sideways", "effectType")]
    [InlineData("/api/v1/answer?targetGroup=X.SMI&intervention=X.IPS&edition=1812", "edition")]
    [InlineData("/api/v1/studies?page=-1", "page")]
    [InlineData("/api/v1/studies?pageSize=201", "pageSize")]
    [InlineData("/api/v1/studies?desing=rct", "desing")]
    [InlineData("/api/v1/map?strict=perhaps", "strict")]
    [InlineData("/api/v1/map?v=one", "v")]
    [InlineData("/api/v1/note?lang=fr", "lang")]
    public async Task A_wrong_value_is_a_problem_that_names_it(string path, string name)
    {
        using var response = await site.Visitor.GetAsync(path);
        var problem = await Body(response);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(problem["errors"]![name]);
    }

    [Theory]
    [InlineData("/api/v1/studies/nope")]
    [InlineData("/api/v1/nope")]
    [InlineData("/api/v1/map?v=999")]
    [InlineData("/data/nope.csv")]
    [InlineData("/figures/forest/X.SMI/NOPE.svg")]
    [InlineData("/figures/pie/X.SMI/X.IPS.svg")]
    public async Task What_does_not_exist_is_a_problem_without_a_stack_trace(string path)
    {
        using var response = await site.Visitor.GetAsync(path);
        string text = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/answer", "skal gives")]
    [InlineData("/en/api/v1/answer", "is required")]
    [InlineData("/api/v1/answer?lang=en", "is required")]
    public async Task Problems_speak_the_language_of_the_asker(string path, string said)
    {
        using var response = await site.Visitor.GetAsync(path);

        Assert.Contains(said, (string)(await Body(response))["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_has_not_changed_is_not_sent_again()
    {
        using var first = await site.Visitor.GetAsync("/api/v1/map");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/map");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await site.Visitor.SendAsync(again);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.True(first.Headers.CacheControl!.NoCache);
        using var pinned = await site.Visitor.GetAsync("/api/v1/map?v=1");
        Assert.True(pinned.Headers.CacheControl!.MaxAge > TimeSpan.Zero);
    }

    [Fact]
    public async Task The_numbers_are_those_of_the_answer_page_in_full_precision()
    {
        var answer = await Json("/api/v1/answer?targetGroup=X.SMI&intervention=X.IPS");
        double estimate = (double)answer["result"]!["pooled"]!["effect"]!["estimate"]!;
        var page = await site.Page("/en/answer/X.SMI/X.IPS");

        Assert.NotEqual(Math.Round(estimate, 2), estimate);
        Assert.Contains(
            estimate.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture),
            page.Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Every_cell_of_the_map_can_be_asked_for_as_data()
    {
        var map = await Json("/api/v1/map");
        foreach (var cell in map["result"]!["cells"]!.AsArray().Where(cell => (int)cell!["findings"]! > 0))
        {
            string path = $"/api/v1/answer?targetGroup={cell!["targetGroup"]}&intervention={cell["intervention"]}";
            using var response = await site.Visitor.GetAsync(path);
            Assert.True(response.IsSuccessStatusCode, path);
        }
    }

    [Fact]
    public async Task The_document_checked_in_is_the_one_served()
    {
        string served = Tidy(await site.Visitor.GetStringAsync("/en/api/v1/openapi.json"));
        string file = Path.Combine(Repository.Root, "docs", "openapi.json");
        if (Environment.GetEnvironmentVariable("VIRKER_WRITE") == "1")
            await File.WriteAllTextAsync(file, served);

        Assert.True(
            Tidy(await File.ReadAllTextAsync(file)) == served,
            "docs/openapi.json is not what the site serves. Run this test with VIRKER_WRITE=1 to write it anew."
        );
    }

    [Theory]
    [InlineData("/api/v1/openapi.json")]
    [InlineData("/en/api/v1/openapi.json")]
    public async Task Every_address_and_every_value_is_described(string path)
    {
        var document = (await Body(await site.Visitor.GetAsync(path)))["paths"]!.AsObject();

        Assert.True(document.Count >= 12);
        foreach (var (address, item) in document)
        {
            var get = item!["get"]!;
            Assert.False(string.IsNullOrEmpty((string?)get["summary"]), address);
            foreach (var parameter in get["parameters"]?.AsArray() ?? [])
            {
                Assert.False(
                    string.IsNullOrEmpty((string?)parameter!["description"]),
                    $"{address} {parameter["name"]}"
                );
            }
        }
    }

    [Fact]
    public async Task The_reference_page_lists_every_address()
    {
        var document = (await Body(await site.Visitor.GetAsync("/api/v1/openapi.json")))["paths"]!.AsObject();
        var page = await site.Page("/api/reference");
        var listed = page.QuerySelectorAll("main h2 code").Select(code => code.TextContent);

        Assert.Equal(document.Select(item => item.Key), listed);
    }

    [Fact]
    public async Task Every_example_on_the_reference_page_answers()
    {
        var page = await site.Page("/api/reference");
        foreach (var link in page.QuerySelectorAll("main a[href^='/api/v1/']"))
        {
            using var response = await site.Visitor.GetAsync(link.GetAttribute("href"));
            Assert.True(response.IsSuccessStatusCode, link.GetAttribute("href"));
        }
    }

    private async Task<JsonNode> Json(string path)
    {
        using var response = await site.Visitor.GetAsync(path);
        Assert.True(response.IsSuccessStatusCode, $"{path} answered {response.StatusCode}");
        return await Body(response);
    }

    private static async Task<JsonNode> Body(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

    private static string Tidy(string json) =>
        JsonNode.Parse(json)!.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n";
}
