using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Virker.Casework.PaidHours.Import;
using Virker.Cli.Accounts;
using Virker.Cli.Output;
using Virker.Platform.Accounts;

namespace Virker.Cli.Hours;

/// <summary><c>virker hours import FILE --municipality CODE</c>.</summary>
internal static class HoursCommand
{
    public static Command Create() => new("hours", "Paid hours (løntimer) of a municipality's citizens") { Import() };

    private static Command Import()
    {
        var path = new Argument<string>("FILE")
        {
            Description =
                "A CSV file or workbook (.xlsx) with the columns cpr, cvr, month, hours, wage, estimated, or - for standard input",
        };
        var municipality = new Option<string>("--municipality")
        {
            Description = "The municipality's code in the catalogue",
            Required = true,
        };
        var format = FormatOption.Create();
        var command = new Command("import", "Reads a file from the income register: all of it, or nothing")
        {
            path,
            municipality,
            format,
        };
        command.SetAction(
            async (parsed, stop) =>
            {
                string from = parsed.GetValue(path)!;
                await using var stream = InputFile.Open(from);
                await using var services = await MunicipalityCommand.OpenAsync(stop);
                var here = await MunicipalityCommand.FindAsync(services, parsed.GetValue(municipality), stop);
                // The log names the command: nobody was signed in.
                var by = Worker.Virker(here) with
                {
                    Name = "virker hours import",
                };
                var report = await services
                    .GetRequiredService<ImportHours>()
                    .Execute(by, stream, InputFile.NameOf(from), ProgressLine.OnTerminal(), stop);
                return Tell(report, parsed.GetValue(format));
            }
        );
        return command;
    }

    private static int Tell(HoursImportReport report, Format format)
    {
        Result.Write(
            format,
            new
            {
                report.File,
                report.Rows,
                report.Added,
                report.Changed,
                report.Unchanged,
                report.Unknown,
                report.Milestones,
                report.Tasks,
                errors = report.ErrorCount,
            },
            new Sheet(
                ["file", "rows", "added", "changed", "unchanged", "unknown", "milestones", "tasks", "errors"],
                [
                    [
                        report.File,
                        report.Rows,
                        report.Added,
                        report.Changed,
                        report.Unchanged,
                        report.Unknown,
                        report.Milestones,
                        report.Tasks,
                        report.ErrorCount,
                    ],
                ]
            )
        );
        Console.Error.WriteLine(report.Summary.ToString());
        return report.ErrorCount == 0 ? ExitCodes.Ok : Result.Refuse(report.Errors, report.ErrorCount);
    }
}
