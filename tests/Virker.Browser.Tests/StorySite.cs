using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Virker.Casework.Citizens;
using Virker.Casework.Employers;
using Virker.Casework.Night;
using Virker.Casework.Storage;
using Virker.Casework.Tasks;
using Virker.Demo;
using Virker.Demo.Lives;
using Virker.Platform.Accounts;
using Virker.Platform.Accounts.Administration;
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
    private Municipality _municipality = null!;

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

    /// <summary>One more worker, of the team where one is given.</summary>
    public async Task<Account> Hire(string name, Role role, Guid? team = null)
    {
        await using var scope = _site!.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<ManageAccounts>()
            .Add(
                new Worker(Guid.Empty, "prøve", _municipality, new HashSet<Role>()),
                $"{Guid.CreateVersion7():n}@example.org",
                new AccountDetails(name, new HashSet<Role> { role }, team),
                password: null
            );
    }

    public async Task Join(Account who, Guid team)
    {
        await using var scope = _site!.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<ManageAccounts>();
        var by = new Worker(Guid.Empty, "prøve", _municipality, new HashSet<Role>());
        await accounts.Change(
            by,
            (await accounts.Find(by, who.Id))!,
            new AccountDetails(who.DisplayName, new HashSet<Role> { Role.Caseworker }, team)
        );
    }

    public async Task<Guid> Team(string name) =>
        (
            await _site!
                .Services.GetRequiredService<ManageTeams>()
                .Save(new Worker(Anna.Id, "Anna Prøve", _municipality, new HashSet<Role>()), null, name, null)
        ).Id;

    public async Task<IPage> SignIn(Browser browser, Account who, string path, int width = 1280)
    {
        var page = await browser.OpenAsync(Address, width);
        await page.GotoAsync("/account/sign-in?returnUrl=" + Uri.EscapeDataString(path));
        await page.Locator($"form:has(input[value='{who.Id}']) button").ClickAsync();
        await Journeys.Expect(page, path);
        return page;
    }

    /// <summary>An editor of the knowledge bank, of no municipality, who signs in with a password.</summary>
    public async Task Editor(string email, string password)
    {
        await using var scope = _site!.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ManageAccounts>().AddEditor(email, "Eva Redaktør", password);
    }

    /// <summary>The number of one of <see cref="Citizens"/>, which can be nobody's.</summary>
    public static string CprOf(int citizen) => $"41139{10000 + citizen:00000}";

    /// <summary>More citizens of Anna's, a year in the same target group as Ida.</summary>
    public async Task<IReadOnlyList<Guid>> Citizens(int count)
    {
        var add = _site!.Services.GetRequiredService<AddCitizen>();
        List<Guid> citizens = [];
        for (int i = 0; i < count; i++)
        {
            var added = await add.Execute(
                AnnaAtWork,
                new NewCitizen(
                    CprOf(i),
                    new CitizenDetails($"Borger {i + 1}", "Prøve"),
                    new DateOnly(1970 + i % 30, 1, 1),
                    "6.3",
                    Today.AddYears(-1),
                    Anna.Id
                ),
                default
            );
            citizens.Add(added.Id!.Value);
        }

        return citizens;
    }

    /// <summary>A made-up municipality beside, with people of every kind in it.</summary>
    public Task Demo(int citizens) =>
        _site!
            .Services.GetRequiredService<CreateDemo>()
            .Execute(new DemoSettings(citizens, 1), replace: false, null, default);

    /// <summary>What runs by itself at night.</summary>
    public Task Night() => _site!.Services.GetRequiredService<MakeTasks>().Execute(_municipality, default);

    public DateOnly Today => DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime);

    public void Pass(int days) => _clock.Ahead += TimeSpan.FromDays(days);

    public async ValueTask DisposeAsync()
    {
        await _site!.StopAsync();
        await _site.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private Worker AnnaAtWork => new(Anna.Id, Anna.DisplayName, _municipality, new HashSet<Role> { Role.Caseworker });

    private async Task People()
    {
        var services = _site!.Services;
        var municipality = _municipality = await services
            .GetRequiredService<MunicipalityCatalogue>()
            .Add("testby", "Testby (opdigtet)", madeUp: true);
        Anna = await Hire("Anna Prøve", Role.Caseworker);
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
                    Today.AddYears(-1),
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
