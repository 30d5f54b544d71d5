using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Virker.Casework.Storage;
using Virker.Demo;
using Virker.Demo.Lives;
using Virker.Platform.Accounts;
using Virker.Platform.Municipalities;
using Virker.Platform.Storage;

namespace Virker.Browser.Tests;

/// <summary>The pages of casework with believable lives on them, in both languages, on screen, on a phone and on
/// paper.</summary>
public sealed class Casework_accessibility_tests(MadeUpCase found) : IClassFixture<MadeUpCase>
{
    public static TheoryData<string> Pages =>
        new(
            "/day",
            "/day/task/TASK",
            "/day/caseload",
            "/team/caseload",
            "/team/allocation",
            "/team/what-if",
            "/team/ips",
            "/citizens/CITIZEN/ips",
            "/citizens",
            "/citizens/new",
            "/citizens/CITIZEN",
            "/citizens/CITIZEN/conversation",
            "/citizens/CITIZEN/conversation/TALK",
            "/citizens/CITIZEN/conversation/plan",
            "/citizens/CITIZEN/assessment",
            "/citizens/CITIZEN/assessment/new",
            "/citizens/CITIZEN/options",
            "/citizens/CITIZEN/match",
            "/citizens/CITIZEN/placement",
            "/citizens/CITIZEN/placement?workplace=WORKPLACE",
            "/citizens/CITIZEN/hours",
            "/citizens/CITIZEN/plan",
            "/citizens/CITIZEN/progress",
            "/citizens/CITIZEN/progress/answer",
            "/citizens/CITIZEN/links",
            "/b/testby",
            "/citizens/CITIZEN/journal",
            "/citizens/CITIZEN/history",
            "/citizens/CITIZEN/goal",
            "/citizens/CITIZEN/details",
            "/citizens/CITIZEN/contact",
            "/citizens/CITIZEN/target-group",
            "/citizens/CITIZEN/belief",
            "/citizens/CITIZEN/log",
            "/placements/PLACEMENT",
            "/placements/PLACEMENT/agreement",
            "/employers",
            "/employers/new",
            "/employers/import",
            "/employers/WORKPLACE",
            "/employers/WORKPLACE/change",
            "/employers/WORKPLACE/match",
            "/day/belief",
            "/team/belief",
            "/citizens/CITIZEN/core-elements",
            "/team/core-elements",
            "/team/fidelity",
            "/team/fidelity/REVIEW",
            "/hours/differences",
            "/hours/import"
        );

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing_and_a_phone_never_scrolls_sideways(string path)
    {
        path = found.Real(path);
        var page = await found.Open(
            leader: path == "/hours/import" || path.StartsWith("/team/", StringComparison.Ordinal)
        );
        foreach (string language in new[] { "", "/en" })
        {
            var answer = await page.GotoAsync(language + path);
            Assert.True(answer!.Ok, $"{language}{path} answered {answer.Status}");
            await Axe.FindsNothing(page, language + path);
        }

        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/citizens/new")]
    [InlineData("/citizens/CITIZEN/conversation")]
    [InlineData("/citizens/CITIZEN/options")]
    [InlineData("/citizens/CITIZEN/placement?workplace=WORKPLACE")]
    [InlineData("/employers/new")]
    public async Task A_form_sent_back_with_messages_is_clean_too(string path)
    {
        var page = await found.Open(leader: false);
        await page.GotoAsync(found.Real(path));
        await page.Locator("main form[method=post] button[type=submit]").Last.ClickAsync();
        await page.Locator(".alert-error").WaitForAsync();

        string wrong = await Axe.Found(page);

        Assert.True(wrong.Length == 0, wrong);
        await page.Context.CloseAsync();
    }
}

/// <summary>Somebody in the made-up municipality with something on every page, and who may see it.</summary>
public sealed class MadeUpCase(Browser browser) : IAsyncLifetime
{
    private readonly Dictionary<string, string> _ids = [];
    private Guid _worker;
    private Guid _leader;

    /// <summary>The address with the ids of the case.</summary>
    public string Real(string path) =>
        _ids.Aggregate(path, (p, id) => p.Replace(id.Key, id.Value, StringComparison.Ordinal));

    /// <summary>A window where the citizen's worker, or a team leader, is signed in.</summary>
    public Task<IPage> Open(bool leader) => browser.SignInAsync(leader ? _leader : _worker, "/account");

    public async ValueTask InitializeAsync()
    {
        var services = browser.Services;
        await services
            .GetRequiredService<CreateDemo>()
            .Execute(new DemoSettings(150, 1), replace: false, null, default);
        var municipality = (await services.GetRequiredService<MunicipalityCatalogue>().Find(DemoSettings.DefaultCode))!;
        await using var db = await services
            .GetRequiredService<MunicipalityStore<CaseworkDbContext>>()
            .OpenAsync(municipality, default);
        var placement = await db
            .Placements.Where(p => db.Milestones.Any(m => m.CitizenId == p.CitizenId))
            .Where(p => db.Citizens.Any(c => c.Id == p.CitizenId && c.ClosedOn == null && c.PrimaryContactId != null))
            .OrderByDescending(p => p.From)
            .FirstAsync();
        var citizen = await db.Citizens.SingleAsync(c => c.Id == placement.CitizenId);
        var talk = await db.Conversations.FirstAsync(c => c.CitizenId == citizen.Id && c.NextStep != null);
        var task = await db.Tasks.FirstAsync(t => t.OwnerId == citizen.PrimaryContactId && t.DoneAt == null);
        _worker = citizen.PrimaryContactId!.Value;
        _leader = (await services.GetRequiredService<Staff>().Of(municipality.Id))
            .First(m => m.Roles.Contains(Role.TeamLeader))
            .Id;
        _ids["REVIEW"] = (await db.FidelityReviews.OrderByDescending(r => r.On).FirstAsync()).Id.ToString();
        _ids["CITIZEN"] = citizen.Id.ToString();
        _ids["PLACEMENT"] = placement.Id.ToString();
        _ids["WORKPLACE"] = placement.WorkplaceId.ToString();
        _ids["TALK"] = talk.Id.ToString();
        _ids["TASK"] = task.Id.ToString();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
