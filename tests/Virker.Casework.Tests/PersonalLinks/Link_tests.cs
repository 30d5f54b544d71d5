using Microsoft.EntityFrameworkCore;
using Virker.Casework.Conversations;
using Virker.Casework.PersonalLinks;
using Virker.Casework.Progress;
using Virker.Platform.Audit;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Casework.Tests.PersonalLinks;

public sealed class Link_tests
{
    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_link_opens_once(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var citizen = await house.Citizen();
        var link = await Make(house, citizen);

        var visit = await Begin(house, link.Code);

        Assert.Equal((citizen, LinkPurpose.Answers), (visit!.CitizenId, visit.Purpose));
        Assert.Null(await Begin(house, link.Code));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Closed_by_the_citizen_it_opens_nothing_also_for_one_who_is_in(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var link = await Make(house, await house.Citizen());
        var visit = (await Begin(house, link.Code))!;
        var goOn = house.Get<ContinueVisit>();
        Assert.NotNull(await goOn.Execute(visit.Municipality, visit.LinkId, default));

        await house.Get<EndVisit>().Execute(visit, default);
        await house.Get<EndVisit>().Execute(visit, default);

        Assert.Null(await goOn.Execute(visit.Municipality, visit.LinkId, default));
        Assert.Equal(visit.CitizenId, Assert.Single(await Log(house), e => e.Action == "link.leave").WorkerId);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Of_many_who_begin_at_once_one_gets_in_and_the_log_has_one_line(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var link = await Make(house, await house.Citizen());

        var visits = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => Begin(house, link.Code))));

        Assert.Single(visits, v => v is not null);
        Assert.Single(await Log(house), e => e.Action == "link.begin");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_code_typed_from_a_letter_is_read_as_it_was_meant(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var link = await Make(house, await house.Citizen());
        string typed =
            " "
            + link.Code.ToUpperInvariant()
                .Replace('0', 'O')
                .Replace('1', 'I')
                .Replace("-", " ", StringComparison.Ordinal);

        Assert.NotNull(await Begin(house, typed));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_expired_a_revoked_a_replaced_and_a_guessed_link_open_nothing(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var citizen = await house.Citizen();
        var replaced = await Make(house, citizen);
        var revoked = await Make(house, citizen);
        await house.Get<RevokeLink>().Execute(house.Anna, citizen, (await Links(house, citizen))[0].Id, default);
        var expired = await Make(house, citizen);
        house.Test.Clock.Advance(TimeSpan.FromDays(PersonalLink.Days));
        string?[] guesses =
        [
            replaced.Code,
            revoked.Code,
            expired.Code,
            "0000-0000-0000-0000-0000",
            expired.Code[..^1],
            "' or 1=1 --",
            new string('a', 100_000),
            "",
            null,
        ];

        foreach (var guess in guesses)
            Assert.Null(await Begin(house, guess));

        Assert.DoesNotContain(await Log(house), e => e.Action == "link.begin");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_link_opens_nothing_in_another_municipality(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var link = await Make(house, await house.Citizen());

        Assert.Null(await house.Get<BeginVisit>().Execute(house.Test.Elsewhere, link.Code, default));
        var visit = await Begin(house, link.Code);
        Assert.Null(await house.Get<ContinueVisit>().Execute(house.Test.Elsewhere, visit!.LinkId, default));
        await Assert.ThrowsAnyAsync<Exception>(() =>
            house.Get<MakeLink>().Execute(house.Test.Stranger, visit.CitizenId, LinkPurpose.Door, default)
        );
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_visit_ends_after_an_hour_and_at_once_when_the_link_is_taken_back(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var citizen = await house.Citizen();
        var first = (await Begin(house, (await Make(house, citizen)).Code))!;
        Assert.NotNull(await Continue(house, first));
        house.Test.Clock.Advance(PersonalLink.Stay);
        Assert.Null(await Continue(house, first));

        var second = (await Begin(house, (await Make(house, citizen)).Code))!;
        await house.Get<RevokeLink>().Execute(house.Anna, citizen, second.LinkId, default);
        Assert.Null(await Continue(house, second));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_closed_case_lets_nobody_in(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var citizen = await house.Citizen();
        var link = await Make(house, citizen);
        await using (var db = await house.Open())
        {
            (await db.Citizens.FindAsync(citizen))!.ClosedOn = house.Today;
            await db.SaveAsync(house.Anna, "test", [], null, default);
        }

        Assert.Null(await Begin(house, link.Code));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_code_is_kept_nowhere_and_the_citizen_stands_in_the_log(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var citizen = await house.Citizen();
        var link = await Make(house, citizen);
        var visit = (await Begin(house, link.Code))!;
        await house.Get<AnswerOwn>().Execute(visit, "B01", 3, default);

        var log = await Log(house);

        string plain = link.Code.Replace("-", "", StringComparison.Ordinal);
        Assert.DoesNotContain(
            log,
            e =>
                e.Detail is { } d
                && (d.Contains(link.Code, StringComparison.Ordinal) || d.Contains(plain, StringComparison.Ordinal))
        );
        Assert.All(
            log.Where(e => e.Action is "link.begin" or "progress.own"),
            e => Assert.Equal((citizen, "Borgeren selv"), (e.WorkerId, e.WorkerName))
        );
        Assert.Equal(2, log.Count(e => e.WorkerId == citizen));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_own_case_holds_what_was_agreed_in_few_questions_and_nothing_of_the_workers(
        DatabaseProvider provider
    )
    {
        await using var house = await CaseHouse.On(provider);
        var citizen = await house.Citizen();
        await house.Hold(
            citizen,
            new(
                Guid.CreateVersion7(),
                ConversationKind.Phone,
                ConversationState.Held,
                house.Today,
                NextStep: "Ringe til bageren",
                NextStepBy: house.Today,
                NextOn: house.Today.AddDays(5)
            )
        );
        await house
            .Get<AnswerProgress>()
            .Execute(house.Anna, citizen, new Dictionary<string, int> { ["B01"] = 1, ["B11"] = 1 }, default);
        var link = await house.Get<MakeLink>().Execute(house.Anna, citizen, LinkPurpose.Door, default);
        var visit = (await Begin(house, link.Code))!;
        OwnCase? own = null;

        int asked = await CountedQueries.Of(async () => own = await house.Get<ReadDoor>().Execute(visit, default));

        // Goal, talks, plan, hours, two of progress, whom it is shared with, and the log.
        Assert.InRange(asked, 1, 8);
        Assert.Equal(("Ringe til bageren", house.Today.AddDays(5)), (own!.NextStep, own.Next!.On));
        Assert.Empty(own.Answers);
        Assert.Contains(own.Log.Lines, l => l.Action == "link.make" && l.WorkerId == house.Anna.Id);
        Assert.Null(await house.Get<ReadDoor>().Execute(visit with { Purpose = LinkPurpose.Answers }, default));
    }

    private static Task<LinkMade> Make(CaseHouse house, Guid citizen) =>
        house.Get<MakeLink>().Execute(house.Anna, citizen, LinkPurpose.Answers, default);

    private static Task<Visit?> Begin(CaseHouse house, string? code) =>
        house.Get<BeginVisit>().Execute(house.Test.Here, code, default);

    private static Task<Visit?> Continue(CaseHouse house, Visit visit) =>
        house.Get<ContinueVisit>().Execute(visit.Municipality, visit.LinkId, default);

    private static Task<IReadOnlyList<LinkRead>> Links(CaseHouse house, Guid citizen) =>
        house.Get<ReadLinks>().Execute(house.Anna, citizen, default);

    private static async Task<List<AuditEntry>> Log(CaseHouse house)
    {
        await using var db = await house
            .Test.Get<MunicipalityStore<RecordsDbContext>>()
            .OpenAsync(house.Test.Here, default);
        return await db.Audit.AsNoTracking().OrderBy(e => e.Seq).ToListAsync();
    }
}
