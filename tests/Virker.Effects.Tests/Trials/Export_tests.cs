using System.IO.Compression;
using Virker.Effects.Trials;
using Virker.Platform;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Effects.Tests.Trials;

public sealed class Export_tests
{
    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_file_holds_every_row_as_it_was_and_nobody_s_name(DatabaseProvider provider)
    {
        await using var house = await TrialHouse.On(provider);
        var export = house.Get<ExportTrial>();
        var (trial, arms) = await house.Followed();
        Assert.Null(await export.Execute(house.Analyst, trial, default));
        Assert.Empty(await house.Look(trial));
        // What is corrected afterwards is not in it: the result was found from what was known then.
        await house.Hours(arms.Keys.Last(), house.Today.Monday().AddDays(-7 * 10), 6000);

        var packed = await export.Execute(house.Analyst, trial, default);

        var files = await Files(packed!.Zip);
        Assert.Equal(["analyse.R", "codebook.csv", "people.csv", "plan.json", "result.json"], files.Keys.Order());
        string[] rows = files["people.csv"].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] header = rows[0].TrimEnd('\r').Split(',');
        Assert.Equal(41, rows.Length);
        Assert.Equal(
            header,
            files["codebook.csv"]
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Skip(1)
                .Select(l => l.Split(',')[0])
        );
        int hours = Array.IndexOf(header, "paid_hours");
        var result = (await house.One(trial)).Final!.Result;
        Assert.Equal(
            result.Outcomes[1].Treatment * result.Drawn.Treatment + result.Outcomes[1].Usual * result.Drawn.Usual,
            rows.Skip(1).Sum(r => double.Parse(r.Split(',')[hours], System.Globalization.CultureInfo.InvariantCulture)),
            9
        );
        Assert.Equal(arms.Keys.Order(), packed.Citizens.Order());
        Assert.All(
            arms.Keys.Select(k => k.ToString()).Append("Kim").Append("Prøve").Append("31138"),
            secret => Assert.DoesNotContain(secret, files["people.csv"], StringComparison.Ordinal)
        );
        Assert.Contains("weeks <- 13", files["analyse.R"], StringComparison.Ordinal);
        Assert.Contains(
            "outcomes <- c(\"any_paid_hour\", \"paid_hours\", \"left_to_job\")",
            files["analyse.R"],
            StringComparison.Ordinal
        );
        Assert.Null(await export.Execute(house.Test.Stranger, trial, default));
    }

    private static async Task<Dictionary<string, string>> Files(byte[] zip)
    {
        await using var archive = new ZipArchive(new MemoryStream(zip));
        Dictionary<string, string> files = [];
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync());
            files[entry.Name] = await reader.ReadToEndAsync();
        }

        return files;
    }
}
