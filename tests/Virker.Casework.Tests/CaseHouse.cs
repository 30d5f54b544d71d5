using Microsoft.Extensions.DependencyInjection;
using Virker.Casework.Citizens;
using Virker.Casework.Conversations;
using Virker.Casework.Employers;
using Virker.Casework.Night;
using Virker.Casework.Placements;
using Virker.Casework.Storage;
using Virker.Casework.Tasks;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;
using Virker.Rules;
using Virker.Tests;

namespace Virker.Casework.Tests;

/// <summary>A municipality with people and workplaces to tell a story with. Today is Monday 2 November 2026.</summary>
internal sealed class CaseHouse(TestMunicipalities test) : IAsyncDisposable
{
    private int _number = 10_000_000;

    public TestMunicipalities Test { get; } = test;
    public Worker Anna => Test.Anna;
    public DateOnly Today => Test.Clock.Today();

    public static async Task<CaseHouse> On(DatabaseProvider provider) =>
        new(
            await TestMunicipalities.On(
                provider,
                rooms => rooms.AddCasework().AddSingleton(_ => RuleBook.Load(Repository.Data))
            )
        );

    public T Get<T>()
        where T : notnull => Test.Get<T>();

    public ValueTask<CaseworkDbContext> Open() =>
        Test.Get<MunicipalityStore<CaseworkDbContext>>().OpenAsync(Test.Here, default);

    public async Task Save(params object[] rows)
    {
        await using var db = await Open();
        db.AddRange(rows);
        await db.SaveAsync(Anna, "test.set_up", [], null, default);
    }

    /// <summary>A citizen of Anna's since the day given, by default for a long time.</summary>
    public async Task<Guid> Citizen(string name = "Kim", DateOnly? since = null)
    {
        var id = Guid.CreateVersion7();
        await using var db = await Open();
        string cpr = $"31138{++_number % 100_000:00000}";
        db.Add(
            new Citizen
            {
                Id = id,
                Cpr = db.Vault.Seal(cpr, id, "cpr"),
                CprIndex = db.Vault.BlindIndex(cpr),
                FirstNames = name,
                LastName = "Prøve",
                PrimaryContactId = Anna.Id,
                CreatedAt = Test.Clock.GetUtcNow(),
            }
        );
        db.Add(
            new PrimaryContact
            {
                CitizenId = id,
                WorkerId = Anna.Id,
                From = since ?? Today.AddYears(-1),
            }
        );
        await db.SaveAsync(Anna, "test.set_up", id, null, default);
        return id;
    }

    public async Task<Workplace> Workplace(
        string name = "Bageren",
        Cooperation cooperation = Cooperation.Contact,
        DateOnly? lastContact = null,
        bool owned = false
    )
    {
        var company = new Company { Cvr = $"{++_number}", Name = name };
        var workplace = new Workplace
        {
            CompanyId = company.Id,
            PNumber = $"10{_number}",
            Name = name,
            Industry = "10",
            Cooperation = cooperation,
            LastContactOn = lastContact,
            OwnerId = owned ? Anna.Id : null,
        };
        await Save(company, workplace);
        return workplace;
    }

    /// <summary>An agreed placement of thirteen weeks, with the employer's statement, followed up every fourth week.</summary>
    public async Task<Placement> Placement(
        Guid citizen,
        DateOnly from,
        Workplace? workplace = null,
        PlacementKind kind = PlacementKind.Internship,
        bool statement = true,
        int weeks = 13,
        int followUp = 4
    )
    {
        var placement = new Placement
        {
            CitizenId = citizen,
            WorkplaceId = (workplace ?? await Workplace()).Id,
            Kind = kind,
            State = PlacementState.Agreed,
            TargetGroup = "6.3",
            From = from,
            To = from.AddDays(7 * weeks),
            Tasks = "Butik",
            FollowUpWeeks = followUp,
            HasStatement = statement,
            StartedBy = Anna.Id,
            RuleMessages = "[]",
        };
        await Save(placement);
        return placement;
    }

    public Task<IReadOnlyList<FieldProblem>> Hold(Guid citizen, ConversationRecord record) =>
        Get<HoldConversation>().Execute(Anna, citizen, record, default);

    public Task<TasksMade> MakeTasks() => Get<MakeTasks>().Execute(Test.Here, default);

    public async Task<IReadOnlyList<CaseTask>> OpenTasks()
    {
        await using var db = await Open();
        return [.. db.Tasks.Where(t => t.DoneAt == null).OrderBy(t => t.Due)];
    }

    public ValueTask DisposeAsync() => Test.DisposeAsync();
}
