using System.Text;
using Virker.Evidence.Bank;
using Virker.Platform;

namespace Virker.Evidence.Exchange;

/// <summary>Adds one study with its findings to the bank, through the same checks as a file.</summary>
public sealed class PublishStudy(ImportEvidence import, EvidenceData data, ReadKnowledgeBank bank)
{
    /// <returns>The version that has it: a new one, or today's when it was there already.</returns>
    /// <exception cref="InvalidInputException">A row is not right, or the two are one person.</exception>
    public async Task<BankVersion> Execute(
        Study study,
        IReadOnlyList<Finding> findings,
        ImportOptions by,
        CancellationToken stop
    )
    {
        var formats = BankFormats.Of(data);
        var report = await import.Execute(
            [
                File("studies.csv", formats.Studies.ToCsv([study])),
                File("findings.csv", formats.Findings.ToCsv(findings)),
            ],
            by,
            stop
        );
        if (report.Errors.Count > 0)
        {
            var error = report.Errors[0];
            throw new InvalidInputException(
                new($"{error.Column}: {error.Expected.Da}", $"{error.Column}: {error.Expected.En}")
            );
        }

        return report.Published ?? (await bank.Execute(cancellationToken: stop)).Version;
    }

    private static EvidenceFile File(string name, string text) =>
        new(name, () => new MemoryStream(Encoding.UTF8.GetBytes(text)));
}
