using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Employers;

/// <summary>A new workplace with its company.</summary>
/// <param name="CompanyName">Needed only where the company is not known yet.</param>
public sealed record NewWorkplace(
    string Cvr,
    string PNumber,
    WorkplaceDetails Details,
    string? CompanyName = null,
    bool IsPublic = false
);

/// <param name="Id">The workplace; null when a problem stops it.</param>
public sealed record WorkplaceAdded(Guid? Id, IReadOnlyList<FieldProblem> Problems);

/// <summary>Writes a workplace down by its P-number, and its company where that is new. Whoever adds it keeps the
/// relation until somebody else takes it.</summary>
public sealed class AddWorkplace(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    public async Task<WorkplaceAdded> Execute(Worker by, NewWorkplace added, CancellationToken stop)
    {
        string cvr = EmployerNumbers.Tidy(added.Cvr);
        string number = EmployerNumbers.Tidy(added.PNumber);
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var company = await db.Companies.SingleOrDefaultAsync(c => c.Cvr == cvr, stop);
        List<FieldProblem> problems = [];
        if (company is null)
            problems.AddRange(AddCompany.Problems(cvr, added.CompanyName));
        if (!EmployerNumbers.IsPNumber(number))
            problems.Add(new("pNumber", WrongPNumber));
        else if (await db.Workplaces.AnyAsync(w => w.PNumber == number, stop))
            problems.Add(new("pNumber", new("Arbejdspladsen er her allerede.", "The workplace is here already.")));
        problems.AddRange(added.Details.Problems(clock.Today()));
        if (problems.Count > 0)
            return new WorkplaceAdded(null, problems);
        if (company is null)
        {
            db.Add(
                company = new Company
                {
                    Cvr = cvr,
                    Name = added.CompanyName!.Trim(),
                    IsPublic = added.IsPublic,
                }
            );
        }
        var workplace = new Workplace
        {
            CompanyId = company.Id,
            PNumber = number,
            Name = added.Details.Name,
            Industry = added.Details.Industry,
            OwnerId = by.Id,
        };
        added.Details.PutOn(workplace);
        db.Add(workplace);
        db.AddRange(Occupations(workplace.Id, added.Details));
        await db.SaveAsync(by, "workplace.add", [], null, stop);
        return new WorkplaceAdded(workplace.Id, []);
    }

    internal static Text WrongPNumber { get; } = new("Et P-nummer har ti cifre.", "A P-number has ten digits.");

    internal static IEnumerable<WorkplaceOccupation> Occupations(Guid workplace, WorkplaceDetails details) =>
        details.Occupations.Distinct().Select(o => new WorkplaceOccupation { WorkplaceId = workplace, Occupation = o });
}
