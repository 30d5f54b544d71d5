using System.Text.Json;
using CsCheck;
using Virker.Casework.Assessments;
using Virker.Casework.Caseload;
using Virker.Casework.Citizens;
using Virker.Casework.Conversations;
using Virker.Casework.Employers;
using Virker.Casework.PaidHours;
using Virker.Casework.Placements;
using Virker.Casework.Plans;
using Virker.Casework.Tasks;
using Virker.Demo;
using Virker.Demo.Lives;
using Virker.Platform;
using static Virker.Casework.Tests.Demo.DemoHouse;

namespace Virker.Casework.Tests.Demo;

public sealed class Lives_tests
{
    private static readonly Gen<(int Seed, DateOnly Today)> Any = Gen.Select(
        Gen.Int[0, 100_000],
        Gen.Date[new DateTime(2024, 1, 1), new DateTime(2030, 12, 31)].Select(DateOnly.FromDateTime)
    );

    [Fact]
    public void The_same_seed_and_day_give_the_same_rows_and_another_seed_gives_others()
    {
        string Written(int seed) =>
            JsonSerializer.Serialize(
                Lives(World(200, seed)).SelectMany(l => l.Rows).Concat(World(200, seed).Employers.Rows)
            );

        Assert.Equal(Written(7), Written(7));
        Assert.NotEqual(Written(7), Written(8));
    }

    [Fact]
    public void Every_life_holds_together_whatever_the_seed_and_the_day() =>
        Any.Sample(any => HoldsTogether(any.Seed, any.Today), iter: 40);

    [Fact]
    public void A_case_of_a_few_days_has_no_task_from_before_it() => HoldsTogether(99186, new DateOnly(2024, 6, 16));

    private static void HoldsTogether(int seed, DateOnly today)
    {
        var world = World(130, seed, today);
        var lives = Lives(world);
        var workers = world.Workers.All.Select(w => w.Id).ToHashSet();
        Assert.Equal(130, lives.Count);
        lives.ForEach(life => Whole(life, workers));
        Unique(lives.Of<Citizen>().Select(c => Convert.ToHexString(c.CprIndex)));
        Unique(lives.Of<CaseTask>().Select(t => t.Key));
        Unique(lives.SelectMany(l => l.Rows).Select(Key));
        Assert.All(world.Employers.Rows.OfType<EmployerContact>(), c => Assert.True(c.On < today));
    }

    [Fact]
    public void Every_caseworkers_day_has_something_of_everything()
    {
        foreach (var today in new[] { Today, new DateOnly(2026, 10, 31), new DateOnly(2028, 2, 29) })
        {
            var world = World(500, 3, today);
            foreach (var desk in Lives(world).GroupBy(l => l.Desk.Id))
            {
                Assert.True(
                    desk.Of<Conversation>().Count(c => c.On == today && c.State == ConversationState.Planned) >= 2
                );
                Assert.Contains(desk.Of<Milestone>(), m => m.Week == today.Monday().AddDays(-7));
                Assert.Contains(desk, StandsStill);
                var done = desk.Of<CaseTask>().Where(t => t.DoneAt is not null).Select(t => t.AboutId).ToHashSet();
                Assert.Contains(
                    desk.Of<Conversation>(),
                    c => c.NextStepBy < today && c.NextStepBy > today.AddDays(-14) && !done.Contains(c.Id)
                );
                Assert.InRange(desk.Count(l => l.Fate.IsOpen), 25, 50);
            }
        }
    }

    [Fact]
    public void Every_occupation_is_on_the_list_and_every_workplace_has_a_known_industry()
    {
        var world = World(2000);
        Assert.All(DemoSentences.Goals, g => Assert.True(Occupations.IsKnown(g.Occupation), g.Occupation));
        Assert.All(
            DemoIndustries.All.SelectMany(i => i.Occupations),
            code => Assert.True(Occupations.IsKnown(code), code)
        );
        Assert.All(world.Employers.Workplaces, w => Assert.True(EmployerNumbers.IsPNumber(w.Place.PNumber)));
        Assert.All(world.Employers.Workplaces, w => Assert.True(EmployerNumbers.IsCvr(w.Company.Cvr)));
    }

    private static bool StandsStill(Life life) =>
        life.Fate.IsOpen
        && life.Of<Conversation>().All(c => c.On < life.World.Today.AddDays(-90))
        && life.Of<Placement>().All(p => p.EndedOn is not null)
        && life.Of<PlanItem>().All(p => (p.EndedOn ?? p.To) < life.World.Today);

    private static void Whole(Life life, HashSet<Guid> workers)
    {
        var today = life.World.Today;
        var citizen = Assert.Single(life.Of<Citizen>());
        Person(life, citizen);
        InARow(life.Of<Spell>().Select(s => (s.From, s.To)));
        InARow(life.Of<PrimaryContact>().Select(c => (c.From, c.To)));
        Assert.Equal(citizen.TargetGroup, life.Of<Spell>().SingleOrDefault(s => s.To is null)?.TargetGroup);
        Assert.Equal(citizen.PrimaryContactId, life.Of<PrimaryContact>().SingleOrDefault(c => c.To is null)?.WorkerId);
        Assert.Equal(
            citizen.ClosedOn,
            life.Of<Spell>().Max(s => s.To is null ? DateOnly.MaxValue : s.To) is var last && last == DateOnly.MaxValue
                ? null
                : last
        );
        var first = life.Of<Spell>().Min(s => s.From);

        Guid?[] known =
        [
            .. life.Of<PrimaryContact>().Select(c => (Guid?)c.WorkerId),
            .. life.Of<Conversation>().Select(c => (Guid?)c.WorkerId),
            .. life.Of<JournalNote>().Select(n => (Guid?)n.AuthorId),
            .. life.Of<JobGoal>().Select(g => (Guid?)g.RecordedBy),
            .. life.Of<Assessment>().Select(a => (Guid?)a.AuthorId),
            .. life.Of<Placement>().SelectMany(p => new[] { p.SupportedBy, p.StartedBy }),
            .. life.Of<PlanItem>().Select(p => (Guid?)p.AddedBy),
            .. life.Of<CaseTask>().SelectMany(t => new[] { t.OwnerId, t.DoneBy }),
            .. life.Of<ReportedWeek>().Select(w => (Guid?)w.RecordedBy),
        ];
        Assert.All(known.OfType<Guid>(), id => Assert.Contains(id, workers));

        var now = Workday.At(today, 0);
        DateTimeOffset?[] written =
        [
            .. life.Of<Conversation>().Select(c => c.RecordedAt),
            .. life.Of<JournalNote>().Select(n => (DateTimeOffset?)n.WrittenAt),
            .. life.Of<JobGoal>().Select(g => (DateTimeOffset?)g.SaidAt),
            .. life.Of<Assessment>().Select(a => (DateTimeOffset?)a.MadeAt),
            .. life.Of<Placement>().Select(p => (DateTimeOffset?)p.StartedAt),
            .. life.Of<ReportedWeek>().Select(w => (DateTimeOffset?)w.RecordedAt),
            .. life.Of<CaseTask>().SelectMany(t => new[] { t.CreatedAt, t.DoneAt }),
            .. life.Of<Milestone>().Select(m => (DateTimeOffset?)m.SeenAt),
        ];
        Assert.All(written.OfType<DateTimeOffset>(), at => Assert.InRange(at, Workday.At(first, 0), now));

        Talks(life, first);
        Work(life, first);
        Hours(life);
        Assert.Equal(
            Enumerable.Range(1, life.Of<Assessment>().Count()),
            life.Of<Assessment>().OrderBy(a => a.MadeAt).Select(a => a.Version)
        );
        Assert.All(life.Of<Assessment>(), a => Assert.Equal(a.HealthConsentOn is null, a.Health is null));
    }

    private static void Person(Life life, Citizen citizen)
    {
        Assert.InRange(ReadCitizen.Age(citizen.BornOn, life.World.Today), 18, 67);
        Assert.True(life.Of<Spell>().Min(s => s.From) >= citizen.BornOn.AddYears(18));
        var cpr = System.Text.Encoding.UTF8.GetString(citizen.Cpr.Bytes);
        Assert.Equal(10, cpr.Length);
        Assert.InRange(cpr[..2], "32", "60");
        Assert.Equal(citizen.IsAddressProtected, citizen.ProtectedAddress is not null);
        Assert.Equal(
            citizen.IsAddressProtected,
            citizen.Address is null && citizen.East is null && citizen.City is null
        );
        var goal = life.Of<JobGoal>().MaxBy(g => g.SaidAt);
        Assert.Equal((goal?.Words, goal?.Occupation), (citizen.JobGoal, citizen.WishedOccupation));
        Assert.True(Cpr.IsMadeUp(cpr) && Cpr.BirthDate(cpr) is null);
        Assert.Equal(
            NameWords.For(life.Id, citizen.FirstNames, citizen.LastName).Select(w => w.Word),
            life.Of<NameWord>().Select(w => w.Word)
        );
    }

    private static void Talks(Life life, DateOnly first)
    {
        var today = life.World.Today;
        foreach (var talk in life.Of<Conversation>())
        {
            bool isPlanned = talk.State == ConversationState.Planned;
            Assert.True(talk.On >= first);
            Assert.Equal(isPlanned, talk.RecordedAt is null);
            Assert.True(isPlanned ? life.Fate.IsOpen && talk.On >= today.AddDays(-7) : talk.On < today);
            Assert.Equal(talk.State == ConversationState.Held, talk.Note is not null);
            Assert.Equal(talk.NextStep is null, talk.NextStepBy is null);
            Assert.True(talk.NextStepBy is null || talk.NextStepBy >= talk.On);
        }

        Assert.All(life.Of<CaseTask>(), t => Assert.True(t.DoneAt is null || t.DoneAt >= t.CreatedAt));
        Assert.All(life.Of<CaseTask>(), t => Assert.Equal(t.DoneAt is null, t.DoneBy is null));
    }

    private static void Work(Life life, DateOnly first)
    {
        var today = life.World.Today;
        var workplaces = life.World.Employers.Workplaces.Select(w => w.Place.Id).ToHashSet();
        var placements = life.Of<Placement>().OrderBy(p => p.From).ToList();
        InARow(placements.Select(p => (p.From, (DateOnly?)(p.EndedOn ?? p.To))));
        foreach (var placement in placements)
        {
            Assert.Contains(placement.WorkplaceId, workplaces);
            Assert.True(placement.From >= first && placement.From <= placement.To);
            Assert.True(
                placement.EndedOn is null || (placement.EndedOn >= placement.From && placement.EndedOn <= placement.To)
            );
            var line = Assert.Single(life.Of<PlanItem>(), p => p.PlacementId == placement.Id);
            Assert.Equal((placement.From, placement.To), (line.From, line.To));
            Assert.True(line.IsJobDirected);
            Assert.Equal(
                placement.EndedOn is not null ? "Ended"
                    : placement.From > today ? ""
                    : "Agreed",
                placement.From > today ? "" : placement.State.ToString()
            );
            Assert.True(placement.State == PlacementState.Ended || placement.To >= today);
            int days = placement.To.DayNumber - placement.From.DayNumber + 1;
            if (placement.Kind == PlacementKind.Internship)
            {
                Assert.True(
                    days
                        <= (
                            placement.TargetGroup == "6.2" ? 28
                            : placement.ExtensionReason is null ? 91
                            : 182
                        )
                );
            }
            var steps = life.Of<PaidHoursStep>()
                .Where(s => s.PlacementId == placement.Id)
                .OrderBy(s => s.From)
                .ToList();
            Assert.All(steps, s => Assert.InRange(s.From, placement.From, placement.EndedOn ?? placement.To));
            Assert.Equal(steps.Select(s => s.WeeklyMinutes).Order(), steps.Select(s => s.WeeklyMinutes));
            if (placement.Kind == PlacementKind.PaidHours)
                Assert.NotEmpty(steps);
        }

        Assert.All(life.Of<PlanItem>(), p => Assert.True(p.To >= p.From && (p.EndedOn is null || p.EndedOn >= p.From)));
        if (!life.Fate.IsOpen)
        {
            Assert.All(placements, p => Assert.True(p.EndedOn <= life.Fate.ClosedOn));
            Assert.All(life.Of<PlanItem>(), p => Assert.True((p.EndedOn ?? p.To) <= life.Fate.ClosedOn));
        }
    }

    /// <summary>The stored milestones are the ones the house finds in the stored weeks.</summary>
    private static void Hours(Life life)
    {
        var definition = HoursDefinition.On(life.World.Today);
        var facts = new HoursFacts(
            [],
            [],
            [.. life.Of<ReportedWeek>().Select(w => new ReportedFact(life.Id, w.Cvr, w.Week, w.Minutes))],
            [
                .. life.Of<RegisterMonth>()
                    .Select(m => new RegisterFact(life.Id, m.Cvr, m.Month, m.Minutes, m.Wage, m.IsEstimated)),
            ],
            []
        );
        Assert.Equal(
            Milestones
                .Reached(definition, CountedHours.ByWeek(definition, facts))
                .OrderBy(m => m.Key)
                .Select(m => (m.Key, m.Value)),
            life.Of<Milestone>().Select(m => (m.Kind, m.Week))
        );
        foreach (var week in life.Of<ReportedWeek>())
        {
            Assert.Equal(week.Week.Monday(), week.Week);
            Assert.InRange(week.Minutes, 0, 40 * 60);
            var placement = Assert.Single(life.Of<Placement>(), p => p.Id == week.PlacementId);
            Assert.True(placement.From <= week.Week.AddDays(6) && (placement.EndedOn ?? placement.To) >= week.Week);
        }
    }

    /// <summary>Each begins after the one before has ended, and only the last may run.</summary>
    private static void InARow(IEnumerable<(DateOnly From, DateOnly? To)> times)
    {
        var ordered = times.OrderBy(t => t.From).ToList();
        Assert.All(ordered, t => Assert.True(t.To is null || t.From <= t.To));
        foreach (var (before, after) in ordered.Zip(ordered.Skip(1)))
            Assert.True(before.To < after.From);
    }

    private static object Key(object row) =>
        row switch
        {
            NameWord w => (w.Word, w.CitizenId),
            PaidHoursStep s => (s.PlacementId, s.From),
            ReportedWeek w => (w.CitizenId, w.Cvr, w.Week),
            RegisterMonth m => (m.CitizenId, m.Cvr, m.Month, 0),
            Milestone m => (m.CitizenId, m.Kind),
            CaseNeeds n => ("needs", n.CitizenId),
            _ => row.GetType().GetProperty("Id")!.GetValue(row)!,
        };

    private static void Unique<T>(IEnumerable<T> values)
    {
        var all = values.ToList();
        Assert.Equal(all.Count, all.Distinct().Count());
    }
}
