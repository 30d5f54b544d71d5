using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Evidence.Tests.Storage;

/// <summary>The data shipped with the program beside what people have imported.</summary>
public sealed class Shipped_and_imported_tests
{
    public static TheoryData<DatabaseProvider> Databases => House.Databases;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_shipped_study_stays_while_an_imported_finding_rests_on_it(DatabaseProvider provider)
    {
        var copy = CopyOfTheData();
        await using var house = await House.On(provider, copy.FullName);
        string studies = Path.Combine(copy.FullName, "evidence", "studies.csv");
        string shipped = await File.ReadAllTextAsync(studies);
        await File.WriteAllTextAsync(
            studies,
            shipped + SecondLine(Rows.Study()) + SecondLine(Rows.Study(("study_id", "unused")))
        );
        await house.LoadShipped.Execute();
        await house.Import.Execute([Rows.File("findings.csv", Rows.Finding())], Rows.By());

        await File.WriteAllTextAsync(studies, shipped);
        await house.LoadShipped.Execute();

        var bank = await house.Read.Execute();
        Assert.Equal("made2024", bank.StudyOf(bank.FindFinding("made1")!).Id);
        Assert.Null(bank.FindStudy("unused"));
        copy.Delete(recursive: true);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Two_first_starts_at_once_publish_the_shipped_data_once(DatabaseProvider provider)
    {
        await using var house = await House.On(provider);

        var starts = await Task.WhenAll(
            Enumerable.Range(0, 3).Select(_ => Task.Run(() => house.LoadShipped.Execute()))
        );

        Assert.All(starts, version => Assert.Equal(1, version.Number));
        Assert.Single(await house.Read.Versions());
    }

    private static DirectoryInfo CopyOfTheData()
    {
        var copy = Directory.CreateTempSubdirectory("virker-data-");
        foreach (string file in Directory.EnumerateFiles(Repository.Data, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(copy.FullName, Path.GetRelativePath(Repository.Data, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    private static string SecondLine(string csv) => csv[(csv.IndexOf('\n', StringComparison.Ordinal) + 1)..];
}
