using Microsoft.EntityFrameworkCore;
using Virker.Casework.Citizens;
using Virker.Casework.Conversations;
using Virker.Casework.Ips;
using Virker.Casework.Night;
using Virker.Casework.Tasks;
using Virker.Platform;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Casework.Tests.Ips;

/// <summary>A citizen's course: the one question, day 0, firms, jobs and support, and out and in again.</summary>
public sealed class Ips_tests
{
    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task From_the_question_to_a_job_and_out_and_in_again(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var citizen = await house.Citizen();
        Assert.Empty(await Open(house, citizen, house.Today.AddDays(-60), IpsAnswer.Yes));
        // Asked twice, one course.
        Assert.Empty(await Open(house, citizen, house.Today, IpsAnswer.Yes));
        Assert.Equal("dayZero", Assert.Single(await Meet(house, citizen, house.Today.AddDays(-61))).Field);
        Assert.Empty(await Meet(house, citizen, house.Today.AddDays(-50)));
        Assert.Empty(await Contact(house, citizen, house.Today.AddDays(-40), isInPerson: false));
        Assert.Null((await Read(house, citizen)).DaysToContact);
        Assert.Empty(await Contact(house, citizen, house.Today.AddDays(-30), isInPerson: true));
        Assert.Empty(await Contact(house, citizen, house.Today.AddDays(-20), isInPerson: true));

        var read = await Read(house, citizen);

        Assert.Single(read.Courses);
        Assert.Equal(20, read.DaysToContact);
        Assert.Empty(await Job(house, citizen, house.Today.AddDays(-3)));
        var job = Assert.Single((await Read(house, citizen)).Jobs);
        var end = house.Get<EndIpsJob>();
        Assert.Equal(
            ["jobTo", "endReason"],
            (await end.Execute(house.Anna, citizen, job.Id, house.Today.AddDays(1), " ", default)).Select(p => p.Field)
        );
        Assert.Equal(
            "jobTo",
            Assert.Single(await end.Execute(house.Anna, citizen, job.Id, house.Today.AddDays(-4), "x", default)).Field
        );
        Assert.Empty(await end.Execute(house.Anna, citizen, job.Id, house.Today, "Sæsonen var slut", default));
        await Assert.ThrowsAsync<InvalidInputException>(() =>
            end.Execute(house.Anna, citizen, job.Id, house.Today, "igen", default)
        );
        await house.Get<LeaveIps>().Execute(house.Anna, citizen, default);
        Assert.Null((await Read(house, citizen)).Open);
        await Assert.ThrowsAsync<InvalidInputException>(() => Contact(house, citizen, house.Today, true));
        Assert.Empty(await Open(house, citizen, house.Today, IpsAnswer.Yes));
        read = await Read(house, citizen);
        Assert.Equal(2, read.Courses.Count);
        Assert.NotNull(read.Open);
        Assert.Empty(read.Contacts);
        Assert.Single(read.Jobs);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_no_ends_there_and_a_refusal_is_kept_as_one(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var (no, refused) = (await house.Citizen(), await house.Citizen());
        Assert.Empty(await Open(house, no, house.Today, IpsAnswer.NotNow));
        Assert.Empty(await Open(house, refused, house.Today, IpsAnswer.Refused));

        Assert.Null((await Read(house, no)).Open);
        Assert.Equal(IpsAnswer.Refused, Assert.Single((await Read(house, refused)).Courses).Answer);
        Assert.Equal(
            ["raisedOn", "raisedBy", "answer"],
            (await house.Get<OpenIps>().Execute(house.Anna, no, null, null, null, false, default)).Select(p => p.Field)
        );
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_profile_is_sealed_and_each_version_stays(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var citizen = await house.Citizen();
        await Open(house, citizen, house.Today, IpsAnswer.Yes);
        var write = house.Get<WriteIpsProfile>();
        Assert.Equal("words", Assert.Single(await write.Execute(house.Anna, citizen, " ", null, null, default)).Field);
        Assert.Empty(await write.Execute(house.Anna, citizen, "Planter", null, null, default));
        house.Test.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty(await write.Execute(house.Anna, citizen, "Heste", "Træt", IpsOpenness.InPart, default));
        Assert.Empty(
            await house.Get<RecordIpsAdvice>().Execute(house.Anna, citizen, house.Today, "Ydelsescenter", default)
        );

        var read = await Read(house, citizen);

        Assert.Equal(
            ("Heste", "Træt", IpsOpenness.InPart),
            (read.Profile!.Words, read.Profile.Health, read.Profile.Openness)
        );
        Assert.Equal(2, read.Profiles);
        Assert.Equal("Ydelsescenter", Assert.Single(read.Advice).Adviser);
        await using var db = await house.Open();
        var stored = await db.IpsProfiles.AsNoTracking().ToListAsync();
        Assert.All(
            stored,
            p =>
                Assert.DoesNotContain(
                    "Heste",
                    System.Text.Encoding.UTF8.GetString(p.Words.Bytes),
                    StringComparison.Ordinal
                )
        );
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Support_around_a_job_is_a_task_until_somebody_has_talked(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var (citizen, subsidised) = (await house.Citizen(), await house.Citizen());
        foreach (var one in new[] { citizen, subsidised })
        {
            await Open(house, one, house.Today.AddDays(-30), IpsAnswer.Yes);
            await Meet(house, one, house.Today.AddDays(-25));
        }

        Assert.Empty(await Job(house, citizen, house.Today.AddDays(5)));
        Assert.Empty(await Job(house, subsidised, house.Today.AddDays(5), IpsPay.WageSubsidy));
        await house.MakeTasks();

        var task = Assert.Single(await Support(house));
        Assert.Equal((citizen, house.Today.AddDays(-2), house.Anna.Id), (task.CitizenId, task.Due, task.OwnerId));
        await house.Save(
            new Conversation
            {
                CitizenId = citizen,
                State = ConversationState.Held,
                On = house.Today,
                WorkerId = house.Anna.Id,
            }
        );
        await house.MakeTasks();
        Assert.Empty(await Support(house));
        // The third day of the job.
        house.Test.Clock.Advance(TimeSpan.FromDays(8));
        await house.MakeTasks();
        Assert.Equal(DateOnly.FromDateTime(new DateTime(2026, 11, 10)), (await Support(house)).Min(t => t.Due));
    }

    [Fact]
    public void The_schedule_is_the_scales_and_ends_after_a_year()
    {
        var start = new DateOnly(2026, 1, 1);
        var days = SupportSchedule.For(start);
        Assert.Equal(17, days.Count);
        Assert.Equal([-7, 3, 7, 14, 21, 28], days.Take(6).Select(d => d.DayNumber - start.DayNumber));
        Assert.Equal(new DateOnly(2027, 1, 1), days[^1]);
        Assert.Null(SupportSchedule.Due(start, null, start.AddDays(-15)));
        Assert.Equal(start.AddDays(-7), SupportSchedule.Due(start, null, start.AddDays(-14)));
        Assert.Null(SupportSchedule.Due(start, start.AddDays(-10), start.AddDays(-7)));
        Assert.Null(SupportSchedule.Due(start, null, start.AddMonths(14)));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_hand_over_takes_the_course_with_it(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var citizen = await house.Citizen();
        await Open(house, citizen, house.Today, IpsAnswer.Yes);
        var bo = Guid.CreateVersion7();
        Assert.Empty(await house.Get<ChangePrimaryContact>().Execute(house.Anna, citizen, bo, "Anna stopper", default));
        Assert.Equal(bo, (await Read(house, citizen)).Open!.WorkerId);
    }

    private static Task<IpsCase> Read(CaseHouse house, Guid citizen) =>
        house.Get<ReadIps>().Execute(house.Anna, citizen, default);

    private static Task<IReadOnlyList<FieldProblem>> Open(
        CaseHouse house,
        Guid citizen,
        DateOnly on,
        IpsAnswer answer
    ) => house.Get<OpenIps>().Execute(house.Anna, citizen, IpsRaisedBy.Citizen, on, answer, false, default);

    private static Task<IReadOnlyList<FieldProblem>> Meet(CaseHouse house, Guid citizen, DateOnly on) =>
        house.Get<HoldThreeWayMeeting>().Execute(house.Anna, citizen, on, default);

    private static Task<IReadOnlyList<FieldProblem>> Contact(
        CaseHouse house,
        Guid citizen,
        DateOnly on,
        bool isInPerson
    ) => house.Get<RecordIpsContact>().Execute(house.Anna, citizen, "Bageren", on, isInPerson, true, default);

    private static Task<IReadOnlyList<FieldProblem>> Job(
        CaseHouse house,
        Guid citizen,
        DateOnly from,
        IpsPay pay = IpsPay.Ordinary
    ) => house.Get<StartIpsJob>().Execute(house.Anna, citizen, new("Bageren", "10", pay, 600, from), default);

    private static async Task<List<CaseTask>> Support(CaseHouse house) =>
        [.. (await house.OpenTasks()).Where(t => t.Kind == TaskKind.JobSupport)];
}
