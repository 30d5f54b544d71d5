using System.Text;
using Microsoft.EntityFrameworkCore;
using Virker.Casework.Citizens;
using Virker.Casework.Employers;
using Virker.Casework.PaidHours;
using Virker.Casework.PaidHours.Import;
using Virker.Casework.Placements;
using Virker.Casework.Storage;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Casework.Tests.PaidHours;

/// <summary>A municipality with citizens and one employer, for tests of the ledger.</summary>
internal sealed class HoursHouse(TestMunicipalities test) : IAsyncDisposable
{
    public const string Cvr = "10000001";
    public static readonly DateOnly ThisWeek = new(2026, 11, 2);

    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    public TestMunicipalities Test => test;

    public static async Task<HoursHouse> On(DatabaseProvider provider) =>
        new(await TestMunicipalities.On(provider, rooms => rooms.AddCasework()));

    public ValueTask<CaseworkDbContext> Open() =>
        test.Get<MunicipalityStore<CaseworkDbContext>>().OpenAsync(test.Here, default);

    public async Task<Guid> Citizen(string cpr, Guid? contact = null)
    {
        await using var db = await Open();
        var id = Guid.CreateVersion7();
        db.Add(
            new Citizen
            {
                Id = id,
                Cpr = db.Vault.Seal(cpr, id, "cpr"),
                CprIndex = db.Vault.BlindIndex(cpr),
                FirstNames = "Ida",
                LastName = "Prøve",
                BornOn = new DateOnly(1980, 1, 1),
                PrimaryContactId = contact,
                CreatedAt = test.Clock.GetUtcNow(),
            }
        );
        await db.SaveAsync(test.Anna, "citizen.add", id, null, default);
        return id;
    }

    /// <summary>A placement at the employer from a Monday, with agreed paid hours.</summary>
    public async Task<Guid> Placement(
        Guid citizen,
        DateOnly from,
        int weeks,
        PlacementKind kind = PlacementKind.Internship,
        params (DateOnly From, int Minutes)[] steps
    )
    {
        await using var db = await Open();
        var company = db.Companies.SingleOrDefault(c => c.Cvr == Cvr);
        if (company is null)
            db.Add(company = new Company { Cvr = Cvr, Name = "Prøvebageriet" });
        var workplace = new Workplace
        {
            CompanyId = company.Id,
            PNumber = "10000" + Guid.CreateVersion7().ToString("n")[^5..],
            Name = "Prøvebageriet, Torvet",
            Industry = "10",
        };
        var placement = new Placement
        {
            CitizenId = citizen,
            WorkplaceId = workplace.Id,
            Kind = kind,
            State = PlacementState.Agreed,
            TargetGroup = "6.3",
            From = from,
            To = from.AddDays(7 * weeks - 1),
            Tasks = "Bage",
            RuleMessages = "[]",
            StartedBy = test.Anna.Id,
        };
        db.Add(workplace);
        db.Add(placement);
        db.AddRange(
            steps.Select(s => new PaidHoursStep
            {
                PlacementId = placement.Id,
                From = s.From,
                WeeklyMinutes = s.Minutes,
            })
        );
        await db.SaveAsync(test.Anna, "placement.start", citizen, null, default);
        return placement.Id;
    }

    /// <summary>Reports whole hours of weeks in a row.</summary>
    public Task<HoursReported> Report(Guid citizen, DateOnly from, params int?[] hours) =>
        test.Get<ReportHours>()
            .Execute(
                test.Anna,
                citizen,
                Cvr,
                [.. hours.Select((h, i) => new WeekReport(from.AddDays(7 * i), h * 60))],
                default
            );

    public Task<HoursLedger> Ledger(Guid citizen, int weeks = 26) =>
        test.Get<ReadHours>().Execute(test.Anna, citizen, weeks, default);

    public async Task<HoursImportReport> Import(string csv, string name = "eindkomst.csv")
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        return await Import(stream, name);
    }

    public Task<HoursImportReport> Import(Stream file, string name) =>
        test.Get<ImportHours>().Execute(test.Anna, file, name, null, default);

    /// <summary>The register's rows and the milestones, as text in a fixed order.</summary>
    public async Task<IReadOnlyList<string>> State()
    {
        await using var db = await Open();
        var months = await db.RegisterMonths.AsNoTracking().ToListAsync();
        var milestones = await db.Milestones.AsNoTracking().ToListAsync();
        return
        [
            .. months
                .Select(m => $"{m.CitizenId} {m.Cvr} {m.Month:O} {m.Minutes} {m.Wage} {m.IsEstimated}")
                .Concat(milestones.Select(m => $"{m.CitizenId} {m.Kind} {m.Week:O} {m.CorrectedAt}"))
                .Order(StringComparer.Ordinal),
        ];
    }

    public async Task Forget()
    {
        await using var db = await Open();
        await db.RegisterMonths.ExecuteDeleteAsync();
        await db.Milestones.ExecuteDeleteAsync();
    }

    public ValueTask DisposeAsync() => test.DisposeAsync();
}
