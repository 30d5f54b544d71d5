using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Caseload;

/// <summary>What a leader writes of a worker's terms.</summary>
/// <param name="Areas">Postal codes with blanks or commas between; empty when all.</param>
public sealed record WorkTermsForm(
    int? Percent,
    IReadOnlyCollection<string> Languages,
    string? Areas,
    DateOnly? BeganOn,
    DateOnly? AwayFrom,
    DateOnly? AwayTo,
    Guid? CoverId
);

/// <summary>Writes a worker's share of full time, languages, areas, first day and absence.</summary>
public sealed class ChangeWorkTerms(MunicipalityStore<CaseworkDbContext> store, Staff staff)
{
    private static readonly char[] Between = [' ', ',', ';'];

    /// <returns>What stops it; empty when it is saved.</returns>
    /// <exception cref="InvalidInputException">The municipality has no such worker.</exception>
    public async Task<IReadOnlyList<FieldProblem>> Execute(
        Worker by,
        Guid worker,
        WorkTermsForm form,
        CancellationToken stop
    )
    {
        if (await staff.Find(by.Municipality.Id, worker, stop) is null)
            throw new InvalidInputException(new("medarbejderen findes ikke", "there is no such worker"));
        string[] areas = (form.Areas ?? "").Split(
            Between,
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        List<FieldProblem> problems = [.. Wrong(form, areas)];
        if (
            form.CoverId is { } cover
            && (cover == worker || await staff.Find(by.Municipality.Id, cover, stop) is not { IsActive: true })
        )
        {
            problems.Add(new("cover", new("Vælg en kollega på listen.", "Choose a colleague on the list.")));
        }
        if (problems.Count > 0)
            return problems;
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var terms = await db.WorkTerms.FindAsync([worker], stop);
        if (terms is null)
            db.Add(terms = new WorkTerms { WorkerId = worker });
        terms.Percent = form.Percent!.Value;
        terms.Languages = Codes.Of(form.Languages.Distinct().Order(StringComparer.Ordinal));
        terms.Areas = Codes.Of(areas.Distinct().Order(StringComparer.Ordinal));
        (terms.BeganOn, terms.AwayFrom, terms.AwayTo, terms.CoverId) = (
            form.BeganOn,
            form.AwayFrom,
            form.AwayTo,
            form.AwayFrom is null ? null : form.CoverId
        );
        await db.SaveAsync(by, "worker.terms", [], null, stop);
        return [];
    }

    private static IEnumerable<FieldProblem> Wrong(WorkTermsForm form, string[] areas)
    {
        if (form.Percent is not (>= 1 and <= 100))
            yield return new("percent", new("Skriv et helt tal fra 1 til 100.", "Write a whole number from 1 to 100."));
        if (form.Languages.Any(l => CaseLanguages.Find(l) is null))
            yield return new("languages", new("Vælg sprog på listen.", "Choose languages on the list."));
        if (areas.FirstOrDefault(a => a.Length != 4 || !a.All(char.IsAsciiDigit)) is not null)
        {
            yield return new(
                "areas",
                new(
                    "Skriv postnumre med fire cifre, for eksempel 8900 8920.",
                    "Write postal codes of four digits, for example 8900 8920."
                )
            );
        }
        if (form.AwayFrom is null && form.AwayTo is not null)
            yield return new("awayFrom", new("Skriv også den første dag.", "Write the first day too."));
        if (form.AwayTo < form.AwayFrom)
            yield return new("awayTo", new("Det er før den første dag.", "That is before the first day."));
    }
}

/// <summary>Reads one worker's terms.</summary>
public sealed class ReadWorkTerms(MunicipalityStore<CaseworkDbContext> store)
{
    /// <returns>The terms of a full-time worker when nothing is written.</returns>
    public async Task<WorkTerms> Execute(Worker by, Guid worker, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        return await db.WorkTerms.FindAsync([worker], stop) ?? new WorkTerms { WorkerId = worker };
    }
}
