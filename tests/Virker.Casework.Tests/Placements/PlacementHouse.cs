using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Virker.Casework.Citizens;
using Virker.Casework.Employers;
using Virker.Casework.Placements;
using Virker.Casework.Plans;
using Virker.Casework.Storage;
using Virker.Platform.Storage;
using Virker.Rules;
using Virker.Tests;

namespace Virker.Casework.Tests.Placements;

/// <summary>A municipality with a citizen far from the labour market, a plan and a workplace.</summary>
internal sealed class PlacementHouse : IAsyncDisposable
{
    /// <summary>Monday of the week after the clock's.</summary>
    public static readonly DateOnly NextMonday = new(2026, 11, 9);

    private PlacementHouse(TestMunicipalities test) => Test = test;

    public TestMunicipalities Test { get; }
    public Guid Ida { get; private set; }
    public Guid Workplace { get; private set; }

    /// <param name="employees">Full-time equivalents in hundredths.</param>
    public static async Task<PlacementHouse> On(
        DatabaseProvider provider,
        string group = "6.3",
        int? employees = 1000,
        bool hasPlan = true
    )
    {
        var house = new PlacementHouse(
            await TestMunicipalities.On(
                provider,
                rooms => rooms.AddCasework().AddSingleton(_ => RuleBook.Load(Repository.Data))
            )
        );
        house.Ida = await house.Citizen("3113800001", group, hasPlan);
        house.Workplace = await house.AddWorkplace(employees);
        return house;
    }

    public ValueTask<CaseworkDbContext> Open() =>
        Test.Get<MunicipalityStore<CaseworkDbContext>>().OpenAsync(Test.Here, default);

    public async Task<Guid> Citizen(string cpr, string group = "6.3", bool hasPlan = true)
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
                Address = "Prøvevej 1",
                JobGoal = "Jeg vil arbejde i et køkken",
                TargetGroup = group,
                PrimaryContactId = Test.Anna.Id,
                CreatedAt = Test.Clock.GetUtcNow(),
            }
        );
        db.Add(
            new Spell
            {
                CitizenId = id,
                TargetGroup = group,
                From = new DateOnly(2025, 3, 15),
            }
        );
        if (hasPlan)
        {
            db.Add(
                new PlanItem
                {
                    CitizenId = id,
                    Kind = PlanItemKind.Mentor,
                    Title = "Mentor",
                    From = new DateOnly(2026, 1, 5),
                    AddedBy = Test.Anna.Id,
                }
            );
        }
        await db.SaveAsync(Test.Anna, "citizen.add", id, null, default);
        return id;
    }

    public async Task<Guid> AddWorkplace(int? employees)
    {
        await using var db = await Open();
        var company = await db.Companies.FirstOrDefaultAsync();
        if (company is null)
            db.Add(company = new Company { Cvr = "10000001", Name = "Prøvekøkkenet ApS" });
        var workplace = new Workplace
        {
            CompanyId = company.Id,
            PNumber = "10000" + Guid.CreateVersion7().ToString("n")[^5..],
            Name = "Prøvekøkkenet, Torvet",
            Industry = "56",
            Employees = employees,
            ContactPerson = "Karl Køkken",
        };
        db.Add(workplace);
        await db.SaveAsync(Test.Anna, "workplace.add", [], null, default);
        return workplace.Id;
    }

    /// <summary>What a worker fills in: three paid hours from the start, ten before the end.</summary>
    public PlacementTerms Terms(Guid? workplace = null, int weeks = 13) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            WorkplaceId = workplace ?? Workplace,
            Purpose = PlacementPurpose.ReachPaidHours,
            From = NextMonday,
            Weeks = weeks,
            WeeklyMinutes = 20 * 60,
            PaidMinutes = 3 * 60,
            PaidMinutesGoal = 10 * 60,
            Tasks = "Forberede grønt",
            PaidTasks = "Vaske op",
            MentorName = "Karl Køkken",
            FollowUpWeeks = 2,
            HasStatement = true,
        };

    public Task<PlacementResult> Start(PlacementTerms terms, Guid? citizen = null) =>
        Test.Get<StartPlacement>().Execute(Test.Anna, citizen ?? Ida, terms, default);

    public async Task<Guid> Started(PlacementTerms? terms = null)
    {
        var result = await Start(terms ?? Terms());
        Assert.Empty(result.Problems);
        return Assert.NotNull(result.Id);
    }

    public async Task<PlacementRead> Read(Guid id) =>
        Assert.IsType<PlacementRead>(await Test.Get<ReadPlacement>().Execute(Test.Anna, id, default));

    public ValueTask DisposeAsync() => Test.DisposeAsync();
}
