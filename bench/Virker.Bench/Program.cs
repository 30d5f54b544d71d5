using Virker.Bench;
using Virker.Bench.Kill;
using Virker.Bench.Load;
using Virker.Platform.Storage;

return args switch
{
    ["statistics", var file] => await StatisticsBench.RunAsync(file),
    ["survival", var file] => await SurvivalBench.RunAsync(file),
    ["jobfirst", var file, var trials] => await JobFirstBench.RunAsync(file, Number(trials)),
    ["trials", var file] => await TrialsBench.RunAsync(file),
    ["allocation", var file] => await AllocationBench.RunAsync(file),
    ["web", var file] => await WebBench.RunAsync(file, 6),
    ["web", var file, var seconds] => await WebBench.RunAsync(file, Number(seconds)),
    ["hours", var file] => await HoursBench.RunAsync(file),
    ["hours-prepare", var provider, var connection, var folder] => await HoursBench.PrepareAsync(
        provider,
        connection,
        folder
    ),
    ["hours-import", var provider, var connection, var folder, var file] => await HoursBench.ImportAsync(
        provider,
        connection,
        folder,
        file
    ),
    ["load", var file] => await LoadBench.RunAsync(file, null, Enum.GetValues<DatabaseProvider>()),
    ["load", var file, var folder] => await LoadBench.RunAsync(file, folder, Enum.GetValues<DatabaseProvider>()),
    ["load", var file, var folder, var one] => await LoadBench.RunAsync(
        file,
        folder,
        Enum.Parse<DatabaseProvider>(one)
    ),
    ["load-make", var provider, var folder, var citizens] => await new Town(
        Enum.Parse<DatabaseProvider>(provider),
        folder
    ).MakeAsync(Number(citizens)),
    ["load-night", var provider, var folder] => await new Town(
        Enum.Parse<DatabaseProvider>(provider),
        folder
    ).MakeTasksAsync(),
    ["load-bare", var port, var provider, var folder] => await BareCasework.RunAsync(
        port,
        new Town(Enum.Parse<DatabaseProvider>(provider), folder)
    ),
    ["practice", var file, var citizens] => await PracticeBench.RunAsync(file, Number(citizens)),
    ["kill", var file] => await KillBench.RunAsync(file, 200, null),
    ["kill", var file, var rounds] => await KillBench.RunAsync(file, Number(rounds), null),
    ["kill", var file, var rounds, var database] => await KillBench.RunAsync(
        file,
        Number(rounds),
        Enum.Parse<DatabaseProvider>(database, ignoreCase: true)
    ),
    ["kill-child", .. var settings] => await KillChild.RunAsync(settings),
    ["serve-bare", var port, var bytes] => await BareServer.RunAsync(port, Number(bytes)),
    ["serve-virker", var port, var folder] => await WebBench.ServeAsync(port, folder),
    _ => Usage(),
};

static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

static int Usage()
{
    Console.Error.WriteLine(
        "statistics FILE | survival FILE | jobfirst FILE TRIALS | trials FILE | allocation FILE | web FILE [SECONDS] | hours FILE | load FILE [FOLDER [Sqlite|Postgres]] | practice FILE CITIZENS | kill FILE [ROUNDS [Sqlite|Postgres]]: measures and writes the section to FILE (Markdown); FOLDER keeps the made-up municipalities for the next run of the day"
    );
    return 2;
}
