using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Virker.Cli.Output;
using Virker.Evidence.Exchange;
using Virker.Evidence.Knowledge;
using Virker.Platform;

namespace Virker.Cli.Evidence;

/// <summary><c>virker evidence import FILE</c> and <c>virker evidence export DIR</c>.</summary>
internal static class EvidenceCommand
{
    public static Command Create() => new("evidence", "Imports and exports the knowledge bank") { Import(), Export() };

    private static Command Import()
    {
        var path = new Argument<string>("FILE")
        {
            Description = "A CSV file, a folder of them, or - for standard input",
        };
        var enteredBy = new Option<string>("--entered-by") { Description = "Who entered the rows", Required = true };
        var approvedBy = new Option<string>("--approved-by")
        {
            Description = "Who approved them: another person",
            Required = true,
        };
        var noteDa = new Option<string>("--note-da")
        {
            Description = "What changed, in Danish",
            DefaultValueFactory = _ => "",
        };
        var noteEn = new Option<string>("--note-en")
        {
            Description = "What changed, in English",
            DefaultValueFactory = _ => "",
        };
        var acceptValid = new Option<bool>("--accept-valid")
        {
            Description = "Import the right rows and hand the wrong ones back as FILE.corrections.csv",
        };
        var format = FormatOption.Create();
        var command = new Command("import", "Publishes rows as a new version of the knowledge bank")
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
                await using var bank = await Bank.OpenAsync(stop);
                IReadOnlyList<EvidenceFile> files = Directory.Exists(from)
                    ? EvidenceFile.From(from)
                    : [new EvidenceFile(InputFile.NameOf(from), () => InputFile.Open(from))];
                var report = await bank.GetRequiredService<ImportEvidence>()
                    .Execute(
                        files,
                        new ImportOptions(
                            parsed.GetValue(enteredBy)!,
                            parsed.GetValue(approvedBy)!,
                            new Text(parsed.GetValue(noteDa)!, parsed.GetValue(noteEn)!),
                            parsed.GetValue(acceptValid)
                        ),
                        stop
                    );
                foreach (var (name, rows) in report.Corrections)
                {
                    string corrections = Path.ChangeExtension(name, ".corrections.csv");
                    await File.WriteAllTextAsync(corrections, rows, stop);
                    await Console.Error.WriteLineAsync(
                        new Text($"Rækker at rette: {corrections}", $"Rows to correct: {corrections}").ToString()
                    );
                }

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
        var path = new Argument<string>("DIR") { Description = "The folder to write the CSV files to" };
        var version = new Option<int?>("--version-number")
        {
            Description = "A version of the bank; the newest unless told otherwise",
        };
        var format = FormatOption.Create();
        var command = new Command("export", "Writes the knowledge bank as CSV files") { path, version, format };
        command.SetAction(
            async (parsed, stop) =>
            {
                await using var services = await Bank.OpenAsync(stop);
                var bank = await services
                    .GetRequiredService<ReadKnowledgeBank>()
                    .Execute(parsed.GetValue(version), stop);
                string folder = parsed.GetValue(path)!;
                Directory.CreateDirectory(folder);
                var files = ExportEvidence.From(bank);
                foreach (var (name, rows) in files)
                    await File.WriteAllTextAsync(Path.Combine(folder, name), rows, stop);

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
