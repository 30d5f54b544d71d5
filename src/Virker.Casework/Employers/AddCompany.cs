using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Employers;

/// <summary>Writes a company down by its CVR number.</summary>
public sealed class AddCompany(MunicipalityStore<CaseworkDbContext> store)
{
    private const int MaxName = 200;

    /// <returns>What stops it, each beside its field; empty when the company is there.</returns>
    public async Task<IReadOnlyList<FieldProblem>> Execute(
        Worker by,
        string cvr,
        string name,
        bool isPublic,
        CancellationToken stop
    )
    {
        cvr = EmployerNumbers.Tidy(cvr);
        List<FieldProblem> problems = [.. Problems(cvr, name)];
        if (problems.Count > 0)
            return problems;
        await using var db = await store.OpenAsync(by.Municipality, stop);
        if (await db.Companies.AnyAsync(c => c.Cvr == cvr, stop))
            return [new("cvr", new("Virksomheden er her allerede.", "The company is here already."))];
        db.Add(
            new Company
            {
                Cvr = cvr,
                Name = name.Trim(),
                IsPublic = isPublic,
            }
        );
        await db.SaveAsync(by, "company.add", [], null, stop);
        return [];
    }

    internal static IEnumerable<FieldProblem> Problems(string cvr, string? name)
    {
        if (!EmployerNumbers.IsCvr(cvr))
            yield return new("cvr", WrongCvr);
        if (string.IsNullOrWhiteSpace(name) || name.Length > MaxName)
        {
            yield return new(
                "companyName",
                new(
                    $"Skriv virksomhedens navn med højst {MaxName} tegn.",
                    $"Write the name of the company in at most {MaxName} letters."
                )
            );
        }
    }

    internal static Text WrongCvr { get; } =
        new(
            "Et CVR-nummer har otte cifre, og det sidste passer med de andre. Se efter, om et ciffer er byttet om.",
            "A CVR number has eight digits, and the last fits the others. See whether a digit is swapped."
        );
}
