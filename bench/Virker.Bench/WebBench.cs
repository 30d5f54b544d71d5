using System.Globalization;
using System.Text;
using Virker.Bench.Load;
using Virker.Evidence.Exchange;
using Virker.Evidence.Knowledge;
using Virker.Platform;
using Virker.Web.Site;

namespace Virker.Bench;

/// <summary>The answer page and the map with a knowledge bank of 10,000 findings, beside a bare Razor page of the same
/// size, loaded in turn by wrk.</summary>
internal static class WebBench
{
    private const int OurPort = 5191;
    private const int BarePort = 5192;
    private static readonly string Ours = $"http://127.0.0.1:{OurPort}";
    private static readonly string Bare = $"http://127.0.0.1:{BarePort}";
    private static readonly string[] Paths = ["/answer/X.SMI/X.IPS", "/answer/FAR.ALL/ACT.BUS", "/map"];

    public static async Task<int> RunAsync(string file, int seconds)
    {
        var folder = Directory.CreateTempSubdirectory("virker-bench-");
        var text = new StringBuilder("## Pages beside a bare Razor page\n\n");
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"`dotnet run -c Release --project bench/Virker.Bench -- web FILE` (wrk, 50 connections, 3 rounds of {seconds} seconds in turn, server and wrk on one machine of two cores; medians). The knowledge bank holds the shipped findings and made-up ones up to 10,000."
        );
        text.AppendLine()
            .AppendLine("| Page | bytes | Virker, requests/s | bare page, requests/s | ratio |")
            .AppendLine("|---|---|---|---|---|");
        using var ours = Programs.Self("serve-virker", $"{OurPort}", folder.FullName);
        try
        {
            await Programs.AnswersAsync($"{Ours}/health", TimeSpan.FromMinutes(2));
            using var client = new HttpClient { Timeout = TimeSpan.FromMinutes(2) };
            foreach (string path in Paths)
            {
                int bytes = (await client.GetByteArrayAsync(new Uri(Ours + path))).Length;
                var (mine, theirs) = await BesideBareAsync(path, bytes, folder.FullName, seconds);
                text.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"| `{path}` | {bytes:N0} | {mine:N0} | {theirs:N0} | {mine / theirs:0.00} |"
                );
            }
        }
        finally
        {
            ours.Kill();
            await ours.WaitForExitAsync();
            folder.Delete(recursive: true);
        }

        await File.WriteAllTextAsync(file, text.ToString());
        return 0;
    }

    private static async Task<(double Mine, double Theirs)> BesideBareAsync(
        string path,
        int bytes,
        string folder,
        int seconds
    )
    {
        using var bare = Programs.Self("serve-bare", $"{BarePort}", $"{bytes}");
        try
        {
            await Programs.AnswersAsync($"{Bare}/bare", TimeSpan.FromMinutes(2));
            var (mine, theirs) = (new List<double>(), new List<double>());
            for (int round = 0; round < 3; round++)
            {
                mine.Add(await Wrk.RunAsync(Ours, [new Shot("GET", path)], folder, seconds));
                theirs.Add(await Wrk.RunAsync(Bare, [new Shot("GET", "/bare")], folder, seconds));
            }

            return (mine.Order().ElementAt(1), theirs.Order().ElementAt(1));
        }
        finally
        {
            bare.Kill();
            await bare.WaitForExitAsync();
        }
    }

    public static async Task<int> ServeAsync(string port, string folder)
    {
        await using var site = await VirkerSite.BuildAsync([
            "--urls",
            $"http://127.0.0.1:{port}",
            "--Virker:Directory",
            folder,
            // All of the visitors come from one address.
            "--Virker:RequestsPerMinute",
            "0",
            "--Logging:LogLevel:Default",
            "Warning",
        ]);
        var bank = await site.Services.GetRequiredService<ReadKnowledgeBank>().Execute();
        var (studies, findings) = MadeUp(bank, 10_000);
        var report = await site
            .Services.GetRequiredService<ImportEvidence>()
            .Execute([studies, findings], new ImportOptions("bench", "bench-two", new Text("Opdigtet", "Made up")));
        if (report.Published is null)
            throw new InvalidOperationException(report.Errors[0].Message.En);

        await site.RunAsync();
        return 0;
    }

    /// <summary>Made-up studies with five findings each, shaped as the shipped ones are.</summary>
    private static (EvidenceFile Studies, EvidenceFile Findings) MadeUp(KnowledgeBank bank, int total)
    {
        var exported = ExportEvidence.From(bank);
        string studyHead = exported["studies.csv"].Split('\n')[0];
        string findingHead = exported["findings.csv"].Split('\n')[0];
        var studyRows = new StringBuilder(studyHead).Append('\n');
        var findingRows = new StringBuilder(findingHead).Append('\n');
        string[] groups = ["FAR.ALL", "X.SMI", "SICK", "UNEMP.ALL", "UNEMP.INS"];
        string[] efforts = ["ACT.BUS", "X.IPS", "ACT.BUS.WAGESUB", "SUP.INT", "ACT.EDU"];
        int missing = total - bank.Content.Findings.Count;
        for (int i = 0; i * 5 < missing; i++)
        {
            Row(
                studyRows,
                studyHead,
                new()
                {
                    ["study_id"] = $"bench{i}",
                    ["authors"] = "Made up",
                    ["year"] = "2020",
                    ["title"] = $"Made-up study {i}",
                    ["publication"] = "None",
                    ["publication_type"] = "other_journal",
                    ["peer_reviewed"] = "yes",
                    ["country"] = "Denmark",
                    ["geography"] = "denmark",
                    ["design"] = "rct",
                    ["method"] = "rct",
                    ["sample_size"] = "200",
                    ["overlap_counts"] = "yes",
                    ["source_url"] = "https://example.org",
                    ["read_depth"] = "full_text",
                }
            );
            for (int j = 0; j < 5; j++)
            {
                Row(
                    findingRows,
                    findingHead,
                    new()
                    {
                        ["finding_id"] = $"bench{i}-{j}",
                        ["study_id"] = $"bench{i}",
                        ["interventions"] = efforts[(i + j) % 5],
                        ["target_groups"] = groups[(i * 3 + j) % 5],
                        ["outcome"] = "EMP",
                        ["effect_type"] = "net",
                        ["gender"] = "both",
                        ["age"] = "all",
                        ["education"] = "unspecified",
                        ["direction"] = (i + j) % 3 == 0 ? "none" : "positive",
                        ["significant"] = "yes",
                        ["basis"] = "printed",
                        ["source_url"] = "https://example.org",
                    }
                );
            }
        }

        return (AsFile("studies.csv", studyRows), AsFile("findings.csv", findingRows));
    }

    private static EvidenceFile AsFile(string name, StringBuilder text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text.ToString());
        return new EvidenceFile(name, () => new MemoryStream(bytes));
    }

    private static void Row(StringBuilder text, string head, Dictionary<string, string> cells) =>
        text.AppendJoin(',', head.Split(',').Select(column => cells.GetValueOrDefault(column.Trim(), ""))).Append('\n');
}
