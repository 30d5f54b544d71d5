using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Virker.Cli.Tests;

public sealed class Operations_tests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("virker-operations-");

    [Fact]
    public async Task A_backup_restored_elsewhere_is_the_same_municipality_with_the_same_log()
    {
        var live = await Installation();
        string end = await End(live);

        Assert.Equal(0, (await Cli.RunIn(live, "backup", Path("backup"))).ExitCode);
        var elsewhere = _folder.CreateSubdirectory("elsewhere");
        File.Copy(Path("live", "master.key"), Path("elsewhere", "master.key"));
        var restored = await Cli.RunIn(elsewhere, "restore", Path("backup"), "--format", "json");

        Assert.Equal(0, restored.ExitCode);
        Assert.Equal(end, await End(elsewhere));
        Assert.False(File.Exists(Path("backup", "master.key")));
        Assert.Equal(
            Value(live, "SELECT count(*) || '/' || max(id) FROM citizens"),
            Value(elsewhere, "SELECT count(*) || '/' || max(id) FROM citizens")
        );
    }

    [Fact]
    public async Task Nothing_is_written_over()
    {
        var live = await Installation();
        Assert.Equal(0, (await Cli.RunIn(live, "backup", Path("backup"))).ExitCode);

        var again = await Cli.RunIn(live, "backup", Path("backup"));
        var over = await Cli.RunIn(live, "restore", Path("backup"));

        Assert.Equal((1, 1), (again.ExitCode, over.ExitCode));
        Assert.Contains("shared.db", over.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("municipalities/proeve.db", "proeve.db")]
    [InlineData("shared.db", "shared.db")]
    public async Task A_backup_that_was_changed_is_refused_and_nothing_is_left_behind(string file, string named)
    {
        var live = await Installation();
        await Cli.RunIn(live, "backup", Path("backup"));
        await using (var stream = File.OpenWrite(Path("backup", file)))
        {
            stream.Seek(-1, SeekOrigin.End);
            stream.WriteByte(0x7f);
        }

        var elsewhere = _folder.CreateSubdirectory("elsewhere");
        var refused = await Cli.RunIn(elsewhere, "restore", Path("backup"));

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains(named, refused.Errors, StringComparison.Ordinal);
        Assert.Empty(elsewhere.EnumerateFiles("*.db*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_backup_whose_copying_was_cut_short_is_refused()
    {
        var live = await Installation();
        await Cli.RunIn(live, "backup", Path("backup"));
        File.Delete(Path("backup", "manifest.json"));

        var refused = await Cli.RunIn(_folder.CreateSubdirectory("elsewhere"), "restore", Path("backup"));

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("manifest.json", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_another_master_key_nothing_is_left_behind()
    {
        var live = await Installation();
        await Cli.RunIn(live, "backup", Path("backup"));

        var elsewhere = _folder.CreateSubdirectory("elsewhere");
        var refused = await Cli.RunIn(elsewhere, "restore", Path("backup"));

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("hovednøglen", refused.Errors, StringComparison.Ordinal);
        Assert.Empty(elsewhere.EnumerateFiles("*.db*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Verify_finds_a_line_that_was_altered_and_a_log_that_was_put_back()
    {
        var live = await Installation();
        string end = await End(live);
        Assert.Equal(0, (await Verify(live, "--municipality", "proeve", "--expect", end)).ExitCode);
        Assert.Equal(2, (await Verify(live, "--expect", end)).ExitCode);
        await Cli.RunIn(live, "backup", Path("early"));
        Assert.Equal(0, (await Cli.RunIn(live, "municipality", "rotate-keys", "proeve")).ExitCode);
        string later = await End(live);

        var back = _folder.CreateSubdirectory("back");
        File.Copy(Path("live", "master.key"), Path("back", "master.key"));
        Assert.Equal(0, (await Cli.RunIn(back, "restore", Path("early"))).ExitCode);
        Assert.Equal(0, (await Verify(back)).ExitCode);
        Assert.Equal(1, (await Verify(back, "--municipality", "proeve", "--expect", later)).ExitCode);

        Value(live, "UPDATE audit SET worker_name = 'En anden' WHERE seq = 1 RETURNING seq");
        var altered = await Verify(live);
        Assert.Equal(1, altered.ExitCode);
        Assert.Contains("proeve: linje 1", altered.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_are_changed_by_command_and_the_old_one_is_kept_a_while()
    {
        var live = await Installation();

        var rotated = await Cli.RunIn(live, "municipality", "rotate-keys", "proeve", "--format", "json");
        var nowhere = await Cli.RunIn(live, "municipality", "rotate-keys", "ukendt");

        Assert.Equal(0, rotated.ExitCode);
        var told = JsonDocument.Parse(rotated.Output).RootElement;
        Assert.True(told.GetProperty("resealed").GetInt32() >= 30);
        Assert.Equal(1, told.GetProperty("old_keys").GetInt32());
        Assert.Contains("60 minutter", rotated.Errors, StringComparison.Ordinal);
        Assert.Equal(1, nowhere.ExitCode);
    }

    private async Task<DirectoryInfo> Installation()
    {
        var live = _folder.CreateSubdirectory("live");
        Assert.Equal(0, (await Cli.RunIn(live, "demo", "create", "--citizens", "30")).ExitCode);
        return live;
    }

    private static Task<Answered> Verify(DirectoryInfo installation, params string[] more) =>
        Cli.RunIn(installation, ["verify", .. more]);

    private static async Task<string> End(DirectoryInfo installation)
    {
        var verified = await Verify(installation, "--format", "json");
        Assert.Equal(0, verified.ExitCode);
        return JsonDocument.Parse(verified.Output).RootElement[0].GetProperty("end").GetString()!;
    }

    private static string Value(DirectoryInfo installation, string sql)
    {
        using var connection = new SqliteConnection(
            $"Data Source={System.IO.Path.Combine(installation.FullName, "municipalities", "proeve.db")};Pooling=False"
        );
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return $"{command.ExecuteScalar()}";
    }

    private string Path(params string[] parts) => System.IO.Path.Combine([_folder.FullName, .. parts]);

    public void Dispose() => _folder.Delete(recursive: true);
}
