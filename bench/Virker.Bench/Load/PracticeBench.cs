using System.Diagnostics;
using System.Globalization;
using System.Text;
using Virker.Effects.Practice;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Bench.Load;

/// <summary>A review of practice in a made-up municipality of many, and the reading of it afterwards.</summary>
internal static class PracticeBench
{
    public static async Task<int> RunAsync(string file, int citizens)
    {
        var text = new StringBuilder("## A review of practice\n\n");
        text.AppendLine(
                CultureInfo.InvariantCulture,
                $"`dotnet run -c Release --project bench/Virker.Bench -- practice FILE {citizens}`: the made-up municipality of {citizens:N0} citizens; the review reads, computes and keeps all four questions, once a quarter; the page then reads what is kept. PostgreSQL is the one `VIRKER_TEST_POSTGRES` names."
            )
            .AppendLine()
            .AppendLine("| Database | Followed | Review, seconds | Page's reading, milliseconds |")
            .AppendLine("|---|---:|---:|---:|");
        foreach (var provider in Enum.GetValues<DatabaseProvider>())
        {
            if (provider == DatabaseProvider.Postgres && string.IsNullOrEmpty(PostgresServer.Connection))
            {
                text.AppendLine("| Postgres | not measured: VIRKER_TEST_POSTGRES is not set | | |");
                continue;
            }

            var folder = Directory.CreateTempSubdirectory("virker-bench-");
            var town = new Town(provider, folder.FullName);
            await town.MadeTodayAsync(citizens);
            await using (var services = town.Open())
            {
                var by = Worker.Virker(await Town.MunicipalityOf(services));
                var clock = Stopwatch.StartNew();
                await services.GetRequiredService<ReviewPractice>().Execute(by, default);
                double review = clock.Elapsed.TotalSeconds;
                var read = services.GetRequiredService<ReadPractice>();
                var found = (await read.Execute(by, default)).Result!;
                clock.Restart();
                for (int i = 0; i < 100; i++)
                    await read.Execute(by, default);
                text.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"| {provider} | {found.People:N0} | {review:0.0} | {clock.Elapsed.TotalMilliseconds / 100:0.0} |"
                );
            }

            folder.Delete(recursive: true);
        }

        Console.WriteLine(text);
        await File.WriteAllTextAsync(file, text.ToString());
        return 0;
    }
}
