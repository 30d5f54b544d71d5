using Microsoft.EntityFrameworkCore;
using Virker.Casework.Night;
using Virker.Casework.Storage;
using Virker.Casework.Tasks;
using Virker.Demo;
using Virker.Demo.Lives;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Audit;
using Virker.Platform.Municipalities;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Casework.Tests.Demo;

public sealed class Create_demo_tests
{
    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_municipality_is_made_whole_with_one_line_in_the_log(DatabaseProvider provider)
    {
        await using var test = await DemoHouse.On(provider);

        var made = await test.Get<CreateDemo>().Execute(new DemoSettings(150, 1), false, null, default);

        await using var db = await test.Get<MunicipalityStore<CaseworkDbContext>>()
            .OpenAsync(made.Municipality, default);
        Assert.True(made.Municipality.IsMadeUp);
        Assert.Equal(150, made.Rows["citizens"]);
        Assert.Equal(150, await db.Citizens.CountAsync());
        var line = Assert.Single(await db.Set<AuditEntry>().ToListAsync());
        Assert.Equal("demo.create", line.Action);
        Assert.Contains("\"added citizens\":150", line.Detail, StringComparison.Ordinal);
        Assert.Null((await test.Get<VerifyAudit>().Execute(made.Municipality, default)).BrokenAt);

        var expected = DemoHouse.Lives(DemoHouse.World(150));
        var first = expected[0].Of<Casework.Citizens.Citizen>().Single();
        var citizen = await db.Citizens.SingleAsync(c => c.Id == first.Id);
        Assert.Equal(
            (first.FirstNames, first.BornOn, first.CreatedAt),
            (citizen.FirstNames, citizen.BornOn, citizen.CreatedAt)
        );
        Assert.Equal(
            System.Text.Encoding.UTF8.GetString(first.Cpr.Bytes),
            db.Vault.Open(citizen.Cpr, citizen.Id, "cpr")
        );
        var note = await db.Journal.FirstAsync();
        Assert.Contains(db.Vault.Open(note.Text, note.Id, "text"), DemoSentences.Journal);
        var talks = await db.Conversations.Where(c => c.CitizenId == first.Id).OrderBy(c => c.Id).ToListAsync();
        var told = expected[0].Of<Casework.Conversations.Conversation>().ToDictionary(c => c.Id);
        Assert.Equal(told.Count, talks.Count);
        Assert.All(
            talks,
            t =>
                Assert.Equal(
                    (told[t.Id].Kind, told[t.Id].State, told[t.Id].On, told[t.Id].At, told[t.Id].RecordedAt),
                    (t.Kind, t.State, t.On, t.At, t.RecordedAt)
                )
        );

        // The house itself finds nothing to add: every deadline has its task, and no task is without its ground.
        var tasks = await test.Get<MakeTasks>().Execute(made.Municipality, default);
        Assert.Equal(new TasksMade(0, 0), tasks);

        var staff = await test.Get<Staff>().Of(made.Municipality.Id, default);
        Assert.Equal(made.Workers, staff.Count);
        Assert.Equal(Enum.GetValues<Role>().Order(), staff.SelectMany(s => s.Roles).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task It_is_refused_a_second_time_and_made_anew_when_asked(DatabaseProvider provider)
    {
        await using var test = await DemoHouse.On(provider);
        var create = test.Get<CreateDemo>();
        var first = await create.Execute(new DemoSettings(60, 1), false, null, default);

        await Assert.ThrowsAsync<InvalidInputException>(() =>
            create.Execute(new DemoSettings(60, 1), false, null, default)
        );
        var second = await create.Execute(new DemoSettings(80, 2), true, null, default);

        Assert.Equal(first.Municipality.Id, second.Municipality.Id);
        await using var db = await test.Get<MunicipalityStore<CaseworkDbContext>>()
            .OpenAsync(second.Municipality, default);
        Assert.Equal(80, await db.Citizens.CountAsync());
        Assert.Equal(
            ["demo.create", "demo.replace"],
            await db.Set<AuditEntry>().OrderBy(e => e.Seq).Select(e => e.Action).ToListAsync()
        );
        Assert.Null((await test.Get<VerifyAudit>().Execute(second.Municipality, default)).BrokenAt);
        var staff = await test.Get<Staff>().Of(second.Municipality.Id, default);
        Assert.Equal(second.Workers, staff.Count(s => s.IsActive));
    }

    [Fact]
    public async Task A_creation_cut_short_leaves_nothing_and_can_be_done_again()
    {
        await using var test = await DemoHouse.On(DatabaseProvider.Sqlite);
        var create = test.Get<CreateDemo>();

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            create.Execute(new DemoSettings(400, 1), false, new Stop(), default)
        );
        var municipality = await test.Get<MunicipalityCatalogue>().Find(DemoSettings.DefaultCode);
        bool wasThere = await create.HasCitizens(municipality!, default);
        var made = await create.Execute(new DemoSettings(60, 1), false, null, default);

        Assert.False(wasThere);
        Assert.Equal(60, made.Rows["citizens"]);
    }

    [Fact]
    public async Task A_real_municipality_is_left_alone()
    {
        await using var test = await DemoHouse.On(DatabaseProvider.Sqlite);
        await test.Get<MunicipalityCatalogue>().Add(DemoSettings.DefaultCode, "Rigtig Kommune", madeUp: false);

        await Assert.ThrowsAsync<InvalidInputException>(() =>
            test.Get<CreateDemo>().Execute(new DemoSettings(10, 1), true, null, default)
        );
    }

    private sealed class Stop : IProgress<int>
    {
        public void Report(int value) => throw new InvalidOperationException("cut short");
    }
}
