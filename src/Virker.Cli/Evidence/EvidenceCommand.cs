using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Virker.Cli.Installations;
using Virker.Cli.Options;
using Virker.Cli.Output;
using Virker.Evidence.Exchange;
using Virker.Evidence.Knowledge;
using Virker.Platform;

namespace Virker.Cli.Evidence;

/// <summary><c>virker evidence import FILE</c> and <c>virker evidence export DIR</c>.</summary>
internal static class EvidenceCommand
{
    public static Command Create() =>
        new("evidence", Language.T("Vidensbanken ind og ud", "Imports and exports the knowledge bank"))
        {
            Import(),
            Export(),
        };

    private static Command Import()
    {
        var person = new Text("NAVN", "NAME");
        var words = new Text("TEKST", "TEXT");
        var path = Typed.Argument(
            "FILE",
            new(
                "En CSV-fil, en mappe med dem, eller - for standard input",
                "A CSV file, a folder of them, or - for standard input"
            )
        );
        var enteredBy = Typed.Needed("--entered-by", new("Hvem der tastede rækkerne", "Who entered the rows"), person);
        var approvedBy = Typed.Needed(
            "--approved-by",
            new("Hvem der godkendte dem: en anden", "Who approved them: another person"),
            person
        );
        var noteDa = Typed.Text("--note-da", new("Hvad der er ændret, på dansk", "What changed, in Danish"), words);
        var noteEn = Typed.Text("--note-en", new("Hvad der er ændret, på engelsk", "What changed, in English"), words);
        var acceptValid = Typed.Flag(
            "--accept-valid",
            new(
                "Tag de rigtige rækker, og giv de forkerte tilbage som FILE.corrections.csv",
                "Import the right rows and hand the wrong ones back as FILE.corrections.csv"
            )
        );
        var format = FormatOption.Create();
        var command = new Command(
            "import",
            Language.T(
                "Udgiver rækker som en ny version af vidensbanken",
                "Publishes rows as a new version of the knowledge bank"
            )
        )
        {
            path,
            enteredBy,
            approvedBy,
            noteDa,
            noteEn,
            acceptValid,
            format,
        };
        command.SetAction(
            async (parsed, stop) =>
            {
                string from = parsed.GetValue(path)!;
                IReadOnlyList<EvidenceFile> files = Directory.Exists(from)
                    ? EvidenceFile.From(from)
                    : [new EvidenceFile(InputFile.NameOf(from), () => InputFile.Open(from))];
                InputFile.Require(from);
                await using var bank = await Here.OpenAsync(stop);
                var report = await bank.GetRequiredService<ImportEvidence>()
                    .Execute(
                        files,
                        new ImportOptions(
                            parsed.GetValue(enteredBy)!,
                            parsed.GetValue(approvedBy)!,
                            new Text(parsed.GetValue(noteDa) ?? "", parsed.GetValue(noteEn) ?? ""),
                            parsed.GetValue(acceptValid)
                        ),
                        stop
                    );
                foreach (var (name, rows) in report.Corrections)
                {
                    string corrections = Path.ChangeExtension(name, ".corrections.csv");
                    await OutputFile.WriteAsync(corrections, rows, stop);
                    await Console.Error.WriteLineAsync(
                        Language.T($"Rækker at rette: {corrections}", $"Rows to correct: {corrections}")
                    );
                }

                if (report.Published is null && report.Errors.Count > 0)
                    return Result.Refuse(report.Errors);
                Result.Write(
                    parsed.GetValue(format),
                    new
                    {
                        version = report.Published?.Number,
                        files = report.Files,
                        errors = report.Errors.Count,
                    },
                    new Sheet(
                        ["file", "kind", "rows", "added", "changed", "unchanged", "rejected"],
                        [
                            .. report.Files.Select(f =>
                                (IReadOnlyList<object?>)
                                    [f.Name, f.Kind, f.Rows, f.Added, f.Changed, f.Unchanged, f.Rejected]
                            ),
                        ]
                    )
                );
                return report.Errors.Count == 0 ? ExitCodes.Ok : Result.Refuse(report.Errors);
            }
        );
        return command;
    }

    private static Command Export()
    {
        var path = Typed.Argument(
            "DIR",
            new("Mappen, som CSV-filerne skrives i", "The folder to write the CSV files to")
        );
        var version = Versions.Option();
        var format = FormatOption.Create();
        var command = new Command(
            "export",
            Language.T("Skriver vidensbanken som CSV-filer", "Writes the knowledge bank as CSV files")
        )
        {
            path,
            version,
            format,
        };
        command.SetAction(
            async (parsed, stop) =>
            {
                await using var services = await Here.ReadBankAsync(stop);
                var bank = await services
                    .GetRequiredService<ReadKnowledgeBank>()
                    .Execute(parsed.GetValue(version), stop);
                string folder = parsed.GetValue(path)!;
                OutputFile.Folder(folder);
                var files = ExportEvidence.From(bank);
                foreach (var (name, rows) in files)
                    await OutputFile.WriteAsync(Path.Combine(folder, name), rows, stop);

                var counts = files.ToDictionary(file => file.Key, file => RowsIn(file.Key, bank));
                Result.Write(
                    parsed.GetValue(format),
                    new { version = bank.Version.Number, rows = counts },
                    new Sheet(
                        ["file", "rows"],
                        [.. counts.Select(pair => (IReadOnlyList<object?>)[pair.Key, pair.Value])]
                    )
                );
                return ExitCodes.Ok;
            }
        );
        return command;
    }

    private static int? RowsIn(string file, KnowledgeBank bank) =>
        file switch
        {
            "studies.csv" => bank.Content.Studies.Count,
            "findings.csv" => bank.Content.Findings.Count,
            "assessments.csv" => bank.Content.Assessments.Count,
            "conclusions.csv" => bank.Content.Conclusions.Count,
            "cues.csv" => bank.Content.Cues.Count,
            "unknowns.csv" => bank.Content.Unknowns.Count,
            "baselines.csv" => bank.Content.Baselines.Count,
            "pools.csv" => bank.Content.Pools.Count,
            _ => null,
        };
}
