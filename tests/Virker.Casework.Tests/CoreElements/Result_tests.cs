using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Virker.Casework.CoreElements;
using Virker.Casework.Storage;
using Virker.Casework.Tests.Demo;
using Virker.Demo;
using Virker.Demo.Lives;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Casework.Tests.CoreElements;

/// <summary>Exemptions, and the months of a made-up municipality against SQL written apart from the code.</summary>
public sealed class Result_tests
{
    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Times_exempt_never_overlap_and_can_be_ended(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var kim = await house.Citizen();
        var exempt = house.Get<ExemptCitizen>();
        var today = house.Today;

        var begun = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => exempt.Execute(house.Anna, kim, today.AddDays(-20), null, default))
        );

        Assert.Single(begun, p => p.Count == 0);
        Assert.Equal("ended", await Ended(today.AddDays(1)));
        Assert.Equal("ended", await Ended(today.AddDays(-21)));
        Assert.Null(await Ended(today.AddDays(-10)));
        await Assert.ThrowsAsync<InvalidInputException>(() => Ended(today));
        Assert.Equal("from", await Begun(today.AddDays(-10), null));
        Assert.Equal("from", await Begun(today.AddDays(1), null));
        Assert.Equal("from", await Begun(null, null));
        Assert.Equal("to", await Begun(today, today.AddDays(-1)));
        Assert.Null(await Begun(today.AddDays(-9), today));
        await Assert.ThrowsAsync<InvalidInputException>(() =>
            exempt.Execute(house.Anna, Guid.CreateVersion7(), today, null, default)
        );
        Assert.Equal(2, (await house.Get<ReadElements>().Execute(house.Anna, kim, default)).Exemptions.Count);

        async Task<string?> Begun(DateOnly? from, DateOnly? to) =>
            (await exempt.Execute(house.Anna, kim, from, to, default)).SingleOrDefault()?.Field;
        async Task<string?> Ended(DateOnly? to) =>
            (await house.Get<EndExemption>().Execute(house.Anna, kim, to, default)).SingleOrDefault()?.Field;
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_months_are_those_of_sql_written_apart(DatabaseProvider provider)
    {
        await using var test = await DemoHouse.On(provider);
        var made = await test.Get<CreateDemo>().Execute(new DemoSettings(600, 3), false, null, default);
        var leader = new Worker(test.Anna.Id, "Leder", made.Municipality, new HashSet<Role> { Role.TeamLeader });

        var months = (await test.Get<ReadResults>().Execute(leader, default)).Months;

        Assert.Equal(12, months.Count);
        Assert.Equal(new DateOnly(2026, 10, 1), months[^1].Month);
        // The lives have everything the rules tell apart.
        Assert.True(months.Sum(m => m.Exempt) > 0 && months.Sum(m => m.LeftToJob) > 0);
        Assert.True(months.Sum(m => m.LeftToEducation) > 0 && months.Sum(m => m.WithPaidHours) > 0);
        await using var db = await test.Get<MunicipalityStore<CaseworkDbContext>>()
            .OpenAsync(made.Municipality, default);
        foreach (var month in months)
        {
            Assert.Equal(
                await Counted(db, provider, month.Month),
                (month.InCount, month.Exempt, month.Touched, month.NaiveInCount, month.NaiveWithHours)
            );
        }
    }

    private static async Task<(int InCount, int Exempt, int Touched, int Naive, int NaiveHours)> Counted(
        CaseworkDbContext db,
        DatabaseProvider provider,
        DateOnly month
    )
    {
        bool isSqlite = provider == DatabaseProvider.Sqlite;
        string Day(DateOnly d) => isSqlite ? $"'{d:yyyy-MM-dd}'" : $"date '{d:yyyy-MM-dd}'";
        string Later(string column, string what) =>
            isSqlite ? $"date({column}, '+{what}')" : $"({column} + interval '{what}')::date";
        var last = month.AddMonths(1).AddDays(-1);
        string sql = $"""
            with stays as (
                select s.citizen_id,
                       case when s."from" > {Later("c.born_on", "30 years")} then s."from"
                            else {Later("c.born_on", "30 years")} end as enters
                from spells s join citizens c on c.id = s.citizen_id
                where s.target_group = '6.3'
                  and (s."to" is null or s."to" >= {Later("c.born_on", "30 years")})
            ), stay as (
                select citizen_id, enters,
                       (select min(g."to") from spells g
                        where g.citizen_id = stays.citizen_id and g."to" >= stays.enters
                          and g.end_kind in ('MovedAway', 'Died', 'OldAgePension')) as gone
                from stays
            ), here as (
                select citizen_id,
                       min(case when enters > {Day(month)} then enters else {Day(month)} end) as first_day,
                       max(case when gone is not null and gone < {Day(last)} then gone else {Day(last)} end) as last_day
                from stay
                where enters <= {Day(last)} and (gone is null or gone >= {Day(month)})
                group by citizen_id
            ), months as (
                select citizen_id,
                       exists (select 1 from exemptions e where e.citizen_id = here.citizen_id
                                 and e."from" <= here.first_day and (e."to" is null or e."to" >= here.last_day)) as exempt,
                       exists (select 1 from reported_weeks w where w.citizen_id = here.citizen_id and w.minutes > 0
                                 and w.week between {Day(month.AddDays(-3))} and {Day(last.AddDays(-3))}) as reported,
                       exists (select 1 from register_months m where m.citizen_id = here.citizen_id
                                 and m.month = {Day(month)} and m.minutes > 0
                                 and not exists (select 1 from reported_weeks w
                                     where w.citizen_id = m.citizen_id and w.cvr = m.cvr
                                       and w.week between {Day(month.AddDays(-3))} and {Day(last.AddDays(-3))})
                                 and not exists (select 1 from placements p
                                     join workplaces k on k.id = p.workplace_id join companies f on f.id = k.company_id
                                     where p.citizen_id = m.citizen_id and f.cvr = m.cvr
                                       and p.kind in ('PrivateWageSubsidy', 'PublicWageSubsidy')
                                       and p.state in ('Agreed', 'Ended') and p."from" <= {Day(last)}
                                       and coalesce(p.ended_on, p."to") >= {Day(month)})
                                 and not exists (select 1 from spells x where x.citizen_id = m.citizen_id
                                       and x.target_group = '6.9' and x."from" <= {Day(last)}
                                       and (x."to" is null or x."to" >= {Day(month)}))) as registered,
                       exists (select 1 from spells l where l.citizen_id = here.citizen_id
                                 and l.end_kind in ('Job', 'Education') and l."to" < {Day(last)}
                                 and not exists (select 1 from spells n where n.citizen_id = l.citizen_id
                                       and n."from" > l."to" and n."from" <= {Day(month)})) as away
                from here
            ), naive as (
                select c.id,
                       exists (select 1 from reported_weeks w where w.citizen_id = c.id and w.minutes > 0
                                 and w.week between {Day(month.AddDays(-3))} and {Day(last.AddDays(-3))})
                       or exists (select 1 from register_months m where m.citizen_id = c.id
                                 and m.month = {Day(month)} and m.minutes > 0
                                 and not exists (select 1 from reported_weeks w
                                     where w.citizen_id = m.citizen_id and w.cvr = m.cvr
                                       and w.week between {Day(month.AddDays(-3))} and {Day(
                last.AddDays(-3)
            )})) as hours
                from citizens c
                where {Later("c.born_on", "30 years")} <= {Day(last)}
                  and exists (select 1 from spells s where s.citizen_id = c.id and s.target_group = '6.3'
                                and s."from" <= {Day(last)} and (s."to" is null or s."to" >= {Day(last)}))
            )
            select (select count(*) from months where not exempt),
                   (select count(*) from months where exempt),
                   (select count(*) from months where not exempt and (reported or registered or away)),
                   (select count(*) from naive),
                   (select count(*) from naive where hours)
            """;
        var connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var row = await command.ExecuteReaderAsync();
        Assert.True(await row.ReadAsync());
        return (Number(row, 0), Number(row, 1), Number(row, 2), Number(row, 3), Number(row, 4));
    }

    private static int Number(DbDataReader row, int column) =>
        Convert.ToInt32(row.GetValue(column), CultureInfo.InvariantCulture);
}
