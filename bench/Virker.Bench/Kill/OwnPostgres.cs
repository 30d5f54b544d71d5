using System.Diagnostics;
using System.Globalization;

namespace Virker.Bench.Kill;

/// <summary>A PostgreSQL server of the bench's own, durable as it comes (<c>fsync</c> on), which it may kill.</summary>
internal sealed class OwnPostgres : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("virker-pg-");

    public string ConnectionString => $"Host={_folder.FullName};Username=virker;Database=postgres";

    public bool IsDown { get; private set; }

    private string Data => Path.Combine(_folder.FullName, "db");

    private static string? Programs { get; } =
        Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .GetDirectories("/usr/lib/postgresql", "bin", SearchOption.AllDirectories)
                .MaxBy(d => int.Parse(Path.GetFileName(Path.GetDirectoryName(d)!), CultureInfo.InvariantCulture))
            : null;

    public static async Task<OwnPostgres> StartAsync()
    {
        var server = new OwnPostgres();
        if (Environment.IsPrivilegedProcess)
            await RunAsync("chown", "postgres", server._folder.FullName);
        await AsOwnerAsync(
            "initdb",
            ["-A", "trust", "-U", "virker", "-E", "UTF8", "--locale=C.UTF-8", "-D", server.Data]
        );
        await server.StartAgainAsync();
        return server;
    }

    public async Task StartAgainAsync()
    {
        await AsOwnerAsync(
            "pg_ctl",
            [
                "-D",
                Data,
                "-w",
                "-s",
                "-l",
                Path.Combine(_folder.FullName, "log"),
                "-o",
                $"-c listen_addresses= -c unix_socket_directories={_folder.FullName}",
                "start",
            ]
        );
        IsDown = false;
    }

    /// <summary>SIGKILL to the server and then to each process it has; returns when they are gone.</summary>
    public async Task KillAsync()
    {
        int server = int.Parse(
            File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(),
            CultureInfo.InvariantCulture
        );
        List<Process> all = [Process.GetProcessById(server), .. ChildrenOf(server)];
        all.ForEach(p => p.Kill());
        IsDown = true;
        foreach (var process in all)
        {
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!IsDown)
            await AsOwnerAsync("pg_ctl", ["-D", Data, "-s", "-m", "immediate", "stop"]);
        _folder.Delete(recursive: true);
    }

    private static List<Process> ChildrenOf(int parent)
    {
        List<Process> children = [];
        foreach (var process in Process.GetProcesses())
        {
            if (ParentOf(process.Id) == parent)
                children.Add(process);
            else
                process.Dispose();
        }

        return children;
    }

    /// <summary>The fourth field of <c>/proc/ID/stat</c>; the second, the name, stands in parentheses.</summary>
    private static int? ParentOf(int id)
    {
        try
        {
            string stat = File.ReadAllText($"/proc/{id}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private static Task AsOwnerAsync(string program, string[] arguments)
    {
        string path = Path.Combine(
            Programs ?? throw new InvalidOperationException("PostgreSQL is not installed."),
            program
        );
        return Environment.IsPrivilegedProcess
            ? RunAsync("runuser", ["-u", "postgres", "--", path, .. arguments])
            : RunAsync(path, arguments);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process =
            Process.Start(
                new ProcessStartInfo(program, arguments)
                {
                    WorkingDirectory = "/",
                    RedirectStandardOutput = true,
                    UseShellExecute = false,
                }
            ) ?? throw new InvalidOperationException($"{program} did not start.");
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(
                $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}."
            );
        }
    }
}
