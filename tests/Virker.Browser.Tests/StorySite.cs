using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Virker.Casework.Citizens;
using Virker.Casework.Employers;
using Virker.Casework.Storage;
using Virker.Platform.Accounts;
using Virker.Platform.Municipalities;
using Virker.Platform.Storage;
using Virker.Web.Site;

namespace Virker.Browser.Tests;

/// <summary>A site of its own for a story, with a citizen, a kitchen that has room, and a clock that can be put
/// forward.</summary>
internal sealed class StorySite : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("virker-story-");
    private readonly ShiftedClock _clock = new();
    private WebApplication? _site;

    public string Address { get; private set; } = "";
    public Guid Ida { get; private set; }
    public Account Anna { get; private set; } = null!;

    public static async Task<StorySite> StartAsync()
    {
        var story = new StorySite();
        story._site = await VirkerSite.BuildAsync(
            [
                "--urls",
                "http://127.0.0.1:0",
                "--Virker:Directory",
                story._folder.FullName,
                "--Virker:Demo",
                "true",
                "--Virker:DemoCitizens",
                "0",
                .. LogWatch.Settings,
            ],
            story._clock
        );
        LogWatch.On(story._site);
        await story._site.StartAsync();
        story.Address = story._site.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        await story.People();
        return story;
    }

    public void Pass(int days) => _clock.Ahead += TimeSpan.FromDays(days);

    public async ValueTask DisposeAsync()
    {
        await _site!.StopAsync();
        await _site.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private async Task People()
    {
        var services = _site!.Services;
        var municipality = await services
            .GetRequiredService<MunicipalityCatalogue>()
            .Add("testby", "Testby (opdigtet)", madeUp: true);
        await using var scope = services.CreateAsyncScope();
        Anna = await scope
            .ServiceProvider.GetRequiredService<ManageAccounts>()
            .Add(
                new Worker(Guid.Empty, "prøve", municipality, new HashSet<Role>()),
                "anna@example.org",
                new AccountDetails("Anna Prøve", new HashSet<Role> { Role.Caseworker }),
                password: null
            );
        var worker = new Worker(Anna.Id, "Anna Prøve", municipality, new HashSet<Role> { Role.Caseworker });
        var added = await services
            .GetRequiredService<AddCitizen>()
            .Execute(
                worker,
                new NewCitizen(
                    "4113900001",
                    new CitizenDetails("Ida", "Prøve"),
                    new DateOnly(1990, 1, 1),
                    "6.3",
                    DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime).AddYears(-1),
                    worker.Id
                ),
                default
            );
        Assert.Empty(added.Problems);
        Ida = added.Id!.Value;
        await services
            .GetRequiredService<SayJobGoal>()
            .Execute(worker, Ida, "Jeg vil arbejde i et køkken.", "5120", default);
        await using var db = await services
            .GetRequiredService<MunicipalityStore<CaseworkDbContext>>()
            .OpenAsync(municipality, default);
        var company = new Company { Cvr = "13748136", Name = "Køkkenet (opdigtet)" };
        var workplace = new Workplace
        {
            CompanyId = company.Id,
            PNumber = "9000000001",
            Name = "Køkkenet",
            City = "Testby",
            Industry = "56",
            Employees = 1200,
            OpenPlaces = 2,
            OffersPaidHours = true,
            ContactPerson = "Grethe Gryde",
        };
        db.AddRange(company, workplace, new WorkplaceOccupation { WorkplaceId = workplace.Id, Occupation = "5120" });
        await db.SaveAsync(worker, "test.set_up", [], null, default);
    }

    private sealed class ShiftedClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
    }
}
