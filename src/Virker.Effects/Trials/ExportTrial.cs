using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Virker.Effects.Storage;
using Virker.Platform.Accounts;
using Virker.Platform.Import;
using Virker.Platform.Storage;

namespace Virker.Effects.Trials;

/// <summary>A trial's rows without names, as they were at the final look, with what is needed to compute it again.</summary>
/// <param name="Citizens">Whose rows they are, for the log.</param>
public sealed record TrialExport(byte[] Zip, IReadOnlyList<Guid> Citizens);

/// <summary>Packs the final look: rows, codebook, plan, result, and an R script that finds every number anew.</summary>
public sealed class ExportTrial(MunicipalityStore<EffectsDbContext> store)
{
    /// <returns>Null before the final look: rows before it would be a look of their own.</returns>
    public async Task<TrialExport?> Execute(Worker by, Guid trial, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var look = await db
            .TrialLooks.AsNoTracking()
            .FirstOrDefaultAsync(l => l.TrialId == trial && l.Kind == LookKind.Final, stop);
        if (look is null)
            return null;
        string text = await db.Trials.Where(t => t.Id == trial).Select(t => t.Plan).SingleAsync(stop);
        var plan = TrialPlan.Read(text);
        var citizens = await db
            .TrialPlaces.Where(p => p.TrialId == trial && p.CitizenId != null)
            .Select(p => p.CitizenId!.Value)
            .ToListAsync(stop);
        (string Name, string Text)[] files =
        [
            ("people.csv", db.Vault.Open(look.Rows, look.Id, "rows")),
            (
                "codebook.csv",
                CsvText.Write(
                    ["column", "betydning", "meaning"],
                    [
                        .. TrialRows
                            .Columns(plan)
                            .Select(c => (IReadOnlyList<string>)[c.Name, c.Meaning.Da, c.Meaning.En]),
                    ]
                )
            ),
            ("plan.json", text),
            ("result.json", look.Result),
            ("analyse.R", Script(plan)),
        ];
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                await using var entry = await archive.CreateEntry(name).OpenAsync(stop);
                await entry.WriteAsync(Encoding.UTF8.GetBytes(content), stop);
            }
        }

        return new(zip.ToArray(), citizens);
    }

    private static string Script(TrialPlan plan)
    {
        using var file = typeof(ExportTrial).Assembly.GetManifestResourceStream("trial.R")!;
        using var reader = new StreamReader(file);
        string outcomes = string.Join(", ", plan.Outcomes.Select(o => $"\"{Platform.EnumCode.Code(o)}\""));
        return reader
            .ReadToEnd()
            .Replace("OUTCOMES", outcomes, StringComparison.Ordinal)
            .Replace("WEEKS", $"{plan.Weeks}", StringComparison.Ordinal);
    }
}
