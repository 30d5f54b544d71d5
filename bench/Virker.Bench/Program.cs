using Virker.Bench;
using Virker.Bench.Load;
using Virker.Platform.Storage;

return args switch
{
    ["statistics", var file] => await StatisticsBench.RunAsync(file),
    ["web", var file] => await WebBench.RunAsync(file),
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
    ).MakeAsync(int.Parse(citizens, System.Globalization.CultureInfo.InvariantCulture)),
    ["load-night", var provider, var folder] => await new Town(
        Enum.Parse<DatabaseProvider>(provider),
        folder
    ).MakeTasksAsync(),
    ["load-bare", var port, var provider, var folder] => await BareCasework.RunAsync(
        port,
        new Town(Enum.Parse<DatabaseProvider>(provider), folder)
    ),
    ["serve-bare", var port, var bytes] => await BareServer.RunAsync(
        port,
        int.Parse(bytes, System.Globalization.CultureInfo.InvariantCulture)
    ),
    ["serve-virker", var port, var folder] => await WebBench.ServeAsync(port, folder),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        "statistics FILE | web FILE | hours FILE | load FILE [FOLDER [Sqlite|Postgres]]: measures and writes the section to FILE (Markdown); FOLDER keeps the made-up municipalities for the next run of the day"
    );
    return 2;
}
