using Virker.Platform;
using Virker.Platform.Import;

namespace Virker.Casework.PaidHours.Import;

/// <summary>What became of a file.</summary>
/// <param name="Rows">Rows in the file, the heading not counted.</param>
/// <param name="Unknown">Rows about people without a case in the municipality: counted, not kept.</param>
/// <param name="Milestones">Milestones reached by what was read.</param>
/// <param name="Tasks">Tasks made about hours that differ from what was reported.</param>
/// <param name="Errors">The first <see cref="MaxErrors"/>; with any, nothing of the file was stored. No value is shown:
/// a row may have its CPR number in any cell.</param>
/// <param name="ErrorCount">All of them.</param>
public sealed record HoursImportReport(
    string File,
    int Rows,
    int Added,
    int Changed,
    int Unchanged,
    int Unknown,
    int Milestones,
    int Tasks,
    IReadOnlyList<RowError> Errors,
    int ErrorCount
)
{
    public const int MaxErrors = ErrorFile.Most;

    /// <summary>What became of it, in a few words.</summary>
    public Text Summary
    {
        get
        {
            if (ErrorCount > 0)
            {
                return new(
                    $"Intet er gemt. Fejl i filen: {ErrorCount}.",
                    $"Nothing was stored. Errors in the file: {ErrorCount}."
                );
            }
            var text =
                Added + Changed == 0
                    ? new Text("Intet er ændret: alt stod der i forvejen.", "Nothing changed: all was there already.")
                    : new Text(
                        $"Nye måneder: {Added}. Rettede: {Changed}. Stod der i forvejen: {Unchanged}.",
                        $"New months: {Added}. Corrected: {Changed}. There already: {Unchanged}."
                    );
            return Unknown == 0
                ? text
                : new(
                    $"{text.Da} Rækker om borgere uden sag i kommunen, som ikke er gemt: {Unknown}.",
                    $"{text.En} Rows about citizens without a case in the municipality, which were not kept: {Unknown}."
                );
        }
    }
}

/// <summary>How far an import has come.</summary>
/// <param name="Step">What is done now.</param>
/// <param name="Rows">Rows read, or citizens gone through.</param>
/// <param name="Share">0 to 1 of the step, where it is known.</param>
public sealed record HoursProgress(HoursStep Step, int Rows, double? Share);

public enum HoursStep
{
    Reading,
    Storing,
    Milestones,
}
