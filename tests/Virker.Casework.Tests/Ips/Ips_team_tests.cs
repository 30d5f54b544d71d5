using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Virker.Casework.Ips;
using Virker.Casework.Storage;
using Virker.Casework.Tests.Demo;
using Virker.Demo;
using Virker.Demo.Lives;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Casework.Tests.Ips;

/// <summary>The dashboard's numbers on a made-up municipality beside questions in SQL that know nothing of the code.</summary>
public sealed class Ips_team_tests
{
    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Every_number_equals_its_own_sql(DatabaseProvider provider)
    {
        await using var test = await DemoHouse.On(provider);
        var made = await test.Get<CreateDemo>().Execute(new DemoSettings(1500, 1), false, null, default);
        var leader = (await test.Get<Staff>().Of(made.Municipality.Id)).First(m =>
            m.Team == "Job og helbred" && m.Roles.Contains(Role.TeamLeader)
        );
        var by = new Worker(leader.Id, leader.Name, made.Municipality, leader.Roles);
        await using var db = await test.Get<MunicipalityStore<CaseworkDbContext>>()
            .OpenAsync(made.Municipality, default);

        var team = await test.Get<ReadIpsTeam>().Execute(by, default);

        string Day(DateOnly day) => $"'{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'";
        var date = test.Clock.Today();
        var (today, yearAgo, recently) = (Day(date), Day(date.AddYears(-1)), Day(date.AddDays(-91)));
        string quarter = "'2026-10-01'";
        bool isSqlite = provider == DatabaseProvider.Sqlite;
        string Days(string to, string from) =>
            isSqlite ? $"CAST(julianday({to}) - julianday({from}) AS INTEGER)" : $"({to}::date - {from}::date)";
        async Task<int> Count(string sql) => (await Rows("SELECT COUNT(*) AS \"Value\" FROM " + sql))[0];
        Task<List<int>> Rows(string sql) =>
#pragma warning disable EF1002 // Written here, with nothing from outside.
            db.Database.SqlQueryRaw<int>(sql).ToListAsync();
#pragma warning restore EF1002
        const string Runs = "c.answer = 'Yes' AND c.ended_on IS NULL";
        string spell(string pay) =>
            $"ips_courses c WHERE {Runs} AND EXISTS (SELECT 1 FROM ips_jobs j WHERE j.citizen_id = c.citizen_id AND j.pay = '{pay}' AND j.from <= {today} AND (j.to IS NULL OR j.to >= {quarter}))"
                .Replace("j.from", "j.\"from\"", StringComparison.Ordinal)
                .Replace("j.to ", "j.\"to\" ", StringComparison.Ordinal);
        string starts = $"ips_jobs j WHERE j.pay = 'Ordinary' AND j.\"from\" > {yearAgo} AND j.\"from\" <= {today}";
        string first =
            $"SELECT {Days("MIN(k.on)", "c.day_zero")} AS \"Value\" FROM ips_courses c JOIN ips_contacts k ON k.course_id = c.id WHERE k.is_in_person AND k.on >= c.day_zero AND c.day_zero > {yearAgo} GROUP BY c.id, c.day_zero".Replace(
                "k.on",
                "k.\"on\"",
                StringComparison.Ordinal
            );
        var days = await Rows(first);
        days.Sort();
        int waited = await Count(
            $"ips_courses c WHERE c.day_zero > {yearAgo} AND {Days(today, "c.day_zero")} > 30 AND NOT EXISTS (SELECT 1 FROM ips_contacts k WHERE k.course_id = c.id AND k.is_in_person AND k.\"on\" >= c.day_zero)"
        );
        string worked =
            $"SELECT j.course_id, j.\"from\" AS began FROM ips_jobs j WHERE j.pay = 'Ordinary' AND ({Days($"CASE WHEN j.\"to\" < {today} THEN j.\"to\" ELSE {today} END", "j.\"from\"")} + 1) * j.weekly_minutes >= 1680 AND j.\"from\" <= {today}";
        Assert.True(team.Active > 20 && days.Count > 10 && team.EmployedThisQuarter.Count > 3, $"{team}");
        Assert.Equal(await Count($"ips_courses c WHERE {Runs}"), team.Active);
        Assert.Equal((days[(days.Count - 1) / 2] + days[days.Count / 2]) / 2.0, team.MedianDays);
        Assert.Equal(new OfAll(days.Count(d => d <= 30), days.Count + waited), team.Within);
        Assert.Equal(
            await Count($"ips_contacts k WHERE k.is_in_person AND k.\"on\" > {recently}"),
            team.EmployerMeetings
        );
        Assert.Equal(new OfAll(await Count(spell("Ordinary")), team.Active), team.EmployedThisQuarter);
        Assert.Equal(new OfAll(await Count(spell("Education")), team.Active), team.InEducation);
        Assert.Equal(
            new OfAll(await Count($"(SELECT DISTINCT upper(j.employer) FROM {starts}) d"), await Count(starts)),
            team.Employers
        );
        Assert.Equal(
            new OfAll(
                await Count($"(SELECT DISTINCT j.industry FROM {starts} AND j.industry IS NOT NULL) d"),
                await Count($"{starts} AND j.industry IS NOT NULL")
            ),
            team.Industries
        );
        Assert.Equal(
            await Count($"ips_courses c WHERE c.answer = 'Refused' AND c.raised_on > {yearAgo}"),
            team.Refusals
        );
        Assert.Equal(
            await Count(
                $"(SELECT w.course_id FROM ({worked}) w GROUP BY w.course_id HAVING MIN(w.began) > {yearAgo}) f"
            ),
            team.Grow.FirstStarts
        );
        Assert.Equal(await Count($"({worked}) w WHERE w.began > {yearAgo}"), team.Grow.AllStarts);
        string outOfWork = $"ips_courses c WHERE c.answer = 'Yes' AND c.raised_on > {yearAgo} AND NOT c.was_in_work";
        Assert.Equal(
            new OfAll(
                await Count($"{outOfWork} AND EXISTS (SELECT 1 FROM ({worked}) w WHERE w.course_id = c.id)"),
                await Count(outOfWork)
            ),
            team.Grow.Rate
        );
        Assert.Equal(
            new OfAll(await Count($"ips_courses c WHERE {Runs} AND c.was_in_work"), team.Active),
            team.Grow.Retention
        );
        Assert.Equal(2, team.FullTime);
        Assert.Equal(team.Active / 2.0, team.PerFullTime);
        // Another team has no consultants.
        var other = (await test.Get<Staff>().Of(made.Municipality.Id)).First(m =>
            m.Team == "Vejen til job" && m.Roles.Contains(Role.TeamLeader)
        );
        var empty = await test.Get<ReadIpsTeam>().Execute(by with { Id = other.Id }, default);
        Assert.Equal((0, null, null), (empty.Active, empty.MedianDays, empty.PerFullTime));
    }
}
