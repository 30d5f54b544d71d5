using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Import;
using Virker.Platform.Storage;

namespace Virker.Casework.Employers;

/// <summary>What came of a file.</summary>
/// <param name="Errors">With any of them nothing was saved.</param>
public sealed record FileImported(IReadOnlyList<RowError> Errors, int Added = 0, int Changed = 0, int Unchanged = 0);

/// <summary>Reads companies from a CSV file: all of it or nothing. The same file twice changes nothing.</summary>
public sealed class ImportCompanies(MunicipalityStore<CaseworkDbContext> store)
{
    private static readonly RowFormat<Company> Format = new(
        "companies",
        ["cvr", "name", "is_public", "is_closed"],
        row =>
        {
            string cvr = EmployerNumbers.Tidy(row.Raw("cvr"));
            if (!EmployerNumbers.IsCvr(cvr))
                row.Wrong("cvr", AddCompany.WrongCvr);
            return new Company
            {
                Cvr = cvr,
                Name = row.Line1("name", required: true),
                IsPublic = row.YesNo("is_public", required: true) == true,
                IsClosed = row.YesNo("is_closed") == true,
            };
        },
        c => [c.Cvr]
    )
    {
        Danish = EmployerFiles.Danish,
    };

    public async Task<FileImported> Execute(Worker by, Stream file, string name, CancellationToken stop)
    {
        var read = Format.ReadAll(FileTable.Read(file, name));
        if (read.Errors.Count > 0)
            return new FileImported(read.Errors);
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var known = await db.Companies.ToDictionaryAsync(c => c.Cvr, stop);
        foreach (var row in read.Rows.Select(r => r.Value))
        {
            if (!known.TryGetValue(row.Cvr, out var company))
                db.Add(row);
            else
                (company.Name, company.IsPublic, company.IsClosed) = (row.Name, row.IsPublic, row.IsClosed);
        }

        return await db.SaveFileAsync(by, "company.import", name, read.Rows.Count, stop);
    }
}

/// <summary>Reads workplaces from a CSV file: all of it or nothing. The companies must be there. A workplace that is
/// known keeps its owner and its contacts.</summary>
public sealed class ImportWorkplaces(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    private static readonly RowFormat<NewWorkplace> Format = new(
        "workplaces",
        [
            "p_number",
            "cvr",
            "name",
            "address",
            "postal_code",
            "city",
            "east",
            "north",
            "industry",
            "industry_version",
            "employees",
            "employees_counted_on",
            "cooperation",
            "contact_person",
            "contact_phone",
            "open_places",
            "offers_paid_hours",
            "occupations",
        ],
        Read,
        w => [w.PNumber]
    )
    {
        Danish = EmployerFiles.Danish,
    };

    public async Task<FileImported> Execute(Worker by, Stream file, string name, CancellationToken stop)
    {
        var read = Format.ReadAll(FileTable.Read(file, name));
        var errors = read.Errors.ToList();
        foreach (var row in read.Rows)
        {
            errors.AddRange(
                row.Value.Details.Problems(clock.Today())
                    .Select(p => new RowError(
                        name,
                        row.Source.Line,
                        read.Table.HeadingOf(Column(p.Field)),
                        null,
                        p.Text
                    ))
            );
        }
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var companies = await db.Companies.ToDictionaryAsync(c => c.Cvr, c => c.Id, stop);
        errors.AddRange(
            read.Rows.Where(r => !companies.ContainsKey(r.Value.Cvr))
                .Select(r => new RowError(
                    name,
                    r.Source.Line,
                    read.Table.HeadingOf("cvr"),
                    r.Value.Cvr,
                    new("virksomheden er her ikke; læs den ind først", "the company is not here; import it first")
                ))
        );
        if (errors.Count > 0)
            return new FileImported([.. errors.OrderBy(e => e.Row)]);
        var known = await db.Workplaces.ToDictionaryAsync(w => w.PNumber, stop);
        var had = (await db.WorkplaceOccupations.ToListAsync(stop)).ToLookup(o => o.WorkplaceId);
        foreach (var row in read.Rows.Select(r => r.Value))
        {
            if (!known.TryGetValue(row.PNumber, out var workplace))
            {
                db.Add(
                    workplace = new Workplace
                    {
                        CompanyId = companies[row.Cvr],
                        PNumber = row.PNumber,
                        Name = row.Details.Name,
                        Industry = row.Details.Industry,
                    }
                );
            }
            row.Details.PutOn(workplace);
            ChangeWorkplace.PutOccupations(db, workplace.Id, [.. had[workplace.Id]], row.Details);
        }

        return await db.SaveFileAsync(by, "workplace.import", name, read.Rows.Count, stop);
    }

    private static NewWorkplace Read(RowReader row)
    {
        string number = EmployerNumbers.Tidy(row.Raw("p_number"));
        if (!EmployerNumbers.IsPNumber(number))
            row.Wrong("p_number", AddWorkplace.WrongPNumber);
        var details = new WorkplaceDetails(
            row.Line1("name", required: true),
            row.Raw("industry"),
            row.Code("industry_version", [Industries.Db07, Industries.Db25], Industries.Db07),
            row.Line1("address"),
            row.Line1("postal_code"),
            row.Line1("city"),
            row.WholeNumber("east"),
            row.WholeNumber("north"),
            row.Number("employees"),
            row.Raw("employees_counted_on") == "" ? null : row.Date("employees_counted_on"),
            row.Enum<Cooperation>("cooperation", Cooperation.Contact),
            row.Line1("contact_person"),
            // A number may begin with a plus, as a formula does.
            row.Raw("contact_phone"),
            row.WholeNumber("open_places") ?? 0,
            row.YesNo("offers_paid_hours")
        )
        {
            Occupations = row.CodeList("occupations", Occupations.IsKnown, Occupations.Unknown, required: false),
        };
        return new NewWorkplace(EmployerNumbers.Tidy(row.Raw("cvr")), number, details);
    }

    /// <summary><c>postalCode</c> in a form is <c>postal_code</c> in a file.</summary>
    private static string Column(string field) =>
        string.Concat(
            field.Select(c => char.IsUpper(c) ? $"_{char.ToLower(c, CultureInfo.InvariantCulture)}" : $"{c}")
        );
}

/// <summary>Reads an edition of the labour market balance from a CSV file. An edition that is there already is replaced;
/// earlier editions stay.</summary>
public sealed class ImportBalance(MunicipalityStore<CaseworkDbContext> store)
{
    private static readonly RowFormat<OccupationBalance> Format = new(
        "balance",
        ["occupation", "category", "source_url"],
        row => new OccupationBalance
        {
            Occupation = row.Code("occupation", [.. Occupations.All.Select(o => o.Code)]),
            Category = row.Code("category", [.. BalanceCategories.All.Select(c => c.Code)]),
            SourceUrl = row.Url("source_url", required: true),
        },
        b => [b.Occupation]
    )
    {
        Danish = EmployerFiles.Danish,
    };

    /// <param name="edition">The day the edition holds from: the balance comes in January and in July.</param>
    public async Task<FileImported> Execute(
        Worker by,
        DateOnly edition,
        Stream file,
        string name,
        CancellationToken stop
    )
    {
        var read = Format.ReadAll(FileTable.Read(file, name));
        if (read.Errors.Count > 0)
            return new FileImported(read.Errors);
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var had = await db
            .OccupationBalances.Where(b => b.Edition == edition)
            .ToDictionaryAsync(b => b.Occupation, stop);
        foreach (var row in read.Rows.Select(r => r.Value))
        {
            if (had.Remove(row.Occupation, out var known))
            {
                (known.Category, known.SourceUrl) = (row.Category, row.SourceUrl);
            }
            else
            {
                db.Add(
                    new OccupationBalance
                    {
                        Edition = edition,
                        Occupation = row.Occupation,
                        Category = row.Category,
                        SourceUrl = row.SourceUrl,
                    }
                );
            }
        }

        db.RemoveRange(had.Values);
        return await db.SaveFileAsync(by, "balance.import", name, read.Rows.Count, stop);
    }
}

internal static class EmployerFiles
{
    /// <summary>What people call the columns in Danish.</summary>
    public static IReadOnlyDictionary<string, string> Danish { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["cvr"] = "CVR-nummer",
            ["name"] = "navn",
            ["is_public"] = "offentlig",
            ["is_closed"] = "lukket",
            ["p_number"] = "P-nummer",
            ["address"] = "adresse",
            ["postal_code"] = "postnummer",
            ["city"] = "by",
            ["east"] = "øst",
            ["north"] = "nord",
            ["industry"] = "branche",
            ["industry_version"] = "brancheudgave",
            ["employees"] = "ansatte",
            ["employees_counted_on"] = "ansatte talt den",
            ["cooperation"] = "samarbejde",
            ["contact_person"] = "kontaktperson",
            ["contact_phone"] = "telefon",
            ["open_places"] = "ledige pladser",
            ["offers_paid_hours"] = "tilbyder løntimer",
            ["occupations"] = "stillinger",
            ["occupation"] = "stilling",
            ["category"] = "kategori",
            ["source_url"] = "kildens adresse",
            ["error"] = "fejl",
        };

    /// <summary>Saves what a file changed with one line in the log; a file that changes nothing leaves none.</summary>
    public static async Task<FileImported> SaveFileAsync(
        this CaseworkDbContext db,
        Worker by,
        string action,
        string file,
        int rows,
        CancellationToken stop
    )
    {
        db.ChangeTracker.DetectChanges();
        var touched = db
            .ChangeTracker.Entries()
            .Where(e => e.Entity is not WorkplaceOccupation && e.State != EntityState.Unchanged)
            .Select(e => e.State)
            .ToList();
        if (db.ChangeTracker.HasChanges())
            await db.SaveAsync(by, action, [], file, stop);
        int added = touched.Count(s => s == EntityState.Added);
        int changed = touched.Count(s => s == EntityState.Modified);
        return new FileImported([], added, changed, rows - added - changed);
    }
}
