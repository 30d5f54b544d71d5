using Virker.Bench;

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
        "statistics FILE | web FILE | hours FILE: measures and writes the section to FILE (Markdown)"
    );
    return 2;
}
