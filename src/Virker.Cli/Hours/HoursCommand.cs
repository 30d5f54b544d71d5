using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Virker.Casework.PaidHours.Import;
using Virker.Cli.Accounts;
using Virker.Cli.Installations;
using Virker.Cli.Options;
using Virker.Cli.Output;
using Virker.Platform.Accounts;

namespace Virker.Cli.Hours;

/// <summary><c>virker hours import FILE --municipality CODE</c>.</summary>
internal static class HoursCommand
{
    public static Command Create() =>
        new("hours", Language.T("Borgernes løntimer", "Paid hours (løntimer) of a municipality's citizens"))
        {
            Import(),
        };

    private static Command Import()
    {
        var path = Typed.Argument(
            "FILE",
            new(
                "En CSV-fil eller projektmappe (.xlsx) med kolonnerne cpr, cvr, month, hours, wage, estimated, eller - for standard input",
                "A CSV file or workbook (.xlsx) with the columns cpr, cvr, month, hours, wage, estimated, or - for standard input"
            )
        );
        var municipality = Typed.Needed(
            "--municipality",
            new("Kommunens kode i kataloget", "The municipality's code in the catalogue"),
            new("KODE", "CODE")
        );
        var format = FormatOption.Create();
        var command = new Command(
            "import",
            Language.T(
                "Læser en fil fra indkomstregistret: hele filen eller intet",
                "Reads a file from the income register: all of it, or nothing"
            )
        )
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
                await using var services = await Here.OpenAsync(stop);
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
        // All of it or nothing: with errors there is no result.
        if (report.ErrorCount > 0)
        {
            Result.Refuse(report.Errors, report.ErrorCount);
            Console.Error.WriteLine(report.Summary.ToString());
            return ExitCodes.WrongData;
        }

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
            Sheet.Of(
                ("file", report.File),
                ("rows", report.Rows),
                ("added", report.Added),
                ("changed", report.Changed),
                ("unchanged", report.Unchanged),
                ("unknown", report.Unknown),
                ("milestones", report.Milestones),
                ("tasks", report.Tasks),
                ("errors", report.ErrorCount)
            )
        );
        Console.Error.WriteLine(report.Summary.ToString());
        return ExitCodes.Ok;
    }
}
