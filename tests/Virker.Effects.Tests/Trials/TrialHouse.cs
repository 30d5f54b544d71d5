using Microsoft.Extensions.DependencyInjection;
using Virker.Casework;
using Virker.Casework.Citizens;
using Virker.Casework.PaidHours;
using Virker.Casework.Storage;
using Virker.Effects.Storage;
using Virker.Effects.Trials;
using Virker.Evidence;
using Virker.Evidence.Exchange;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Municipalities;
using Virker.Platform.Storage;
using Virker.Rules;
using Virker.Tests;

namespace Virker.Effects.Tests.Trials;

/// <summary>A municipality that may draw lots. Today is Monday 2 November 2026.</summary>
internal sealed class TrialHouse(TestMunicipalities test) : IAsyncDisposable
{
    public const string Employer = "10000001";
    private int _number;

    public TestMunicipalities Test { get; } = test;
    public Worker Anna => Test.Anna;
    public Worker Analyst { get; } = Person(test, "Ib Analyse", Role.Analyst);
    public Worker Editor { get; } = Person(test, "Eva Redaktør", Role.KnowledgeEditor);
    public DateOnly Today => Test.Clock.Today();

    public static async Task<TrialHouse> On(DatabaseProvider provider) =>
        new(
            await TestMunicipalities.On(
                provider,
                (rooms, database) =>
                    rooms
                        .AddEvidence(database, Repository.Data)
                        .AddCasework()
                        .AddEffects()
                        .AddSingleton(_ => RuleBook.Load(Repository.Data))
                        .AddAccounts(database),
                Ready
            )
        );

    public static async Task Ready(TestMunicipalities test)
    {
        await test.Get<PreparePlatform>().Execute();
        await test.Get<LoadShippedEvidence>().Execute();
    }

    public static TrialPlan Plan { get; } =
        new(
            "Løntimer fra første dag",
            "Får flere løntimer, når virksomheden findes i første uge?",
            "X.ORDHOURS",
            "En virksomhedskonsulent fra første dag",
            "Sædvanlig indsats",
            ["6.3"],
            "FAR.ALL",
            26,
            26,
            OutcomeKind.AnyPaidHour,
            13,
            [OutcomeKind.PaidHours, OutcomeKind.LeftToJob],
            40,
            10,
            40,
            null,
            null,
            null,
            "Forsøg efter lovens forsøgsbestemmelse; borgeren får et brev."
        );

    public T Get<T>()
        where T : notnull => Test.Get<T>();

    public ValueTask<EffectsDbContext> Open() =>
        Test.Get<MunicipalityStore<EffectsDbContext>>().OpenAsync(Test.Here, default);

    public async Task<Guid> Planned(TrialPlan? plan = null)
    {
        var (trial, problems) = await Get<PlanTrial>().Execute(Analyst, null, plan ?? Plan, default);
        Assert.Empty(problems);
        return trial;
    }

    public async Task<Guid> Frozen(TrialPlan? plan = null)
    {
        var trial = await Planned(plan);
        Assert.Empty(await Freeze(trial));
        return trial;
    }

    public async Task<IReadOnlyList<FieldProblem>> Freeze(Guid trial) =>
        await Get<FreezeTrial>().Execute(Analyst, trial, (await One(trial)).PlanHash, default);

    public async Task<TrialDetails> One(Guid trial) => (await Get<ReadTrials>().One(Analyst, trial, default))!;

    public Task<(Arm? Arm, IReadOnlyList<FieldProblem> Problems)> Draw(Guid trial, Guid citizen, bool isTold = true) =>
        Get<DrawLot>().Execute(Anna, trial, citizen, isTold, default);

    public async Task<Arm> Drawn(Guid trial, Guid citizen)
    {
        var (arm, problems) = await Draw(trial, citizen);
        Assert.Empty(problems);
        return arm!.Value;
    }

    public Task<IReadOnlyList<FieldProblem>> Look(Guid trial, LookKind kind = LookKind.Final) =>
        Get<TakeLook>().Execute(Analyst, trial, kind, default);

    /// <summary>A citizen a year in the target group.</summary>
    public async Task<Guid> Citizen(string group = "6.3", int weeksInGroup = 52)
    {
        var id = Guid.CreateVersion7();
        await using var db = await Test.Get<MunicipalityStore<CaseworkDbContext>>().OpenAsync(Test.Here, default);
        string cpr = $"31138{++_number:00000}";
        db.Add(
            new Citizen
            {
                Id = id,
                Cpr = db.Vault.Seal(cpr, id, "cpr"),
                CprIndex = db.Vault.BlindIndex(cpr),
                FirstNames = "Kim",
                LastName = "Prøve",
                BornOn = new DateOnly(1970 + _number % 30, 1, 1),
                TargetGroup = group,
                CreatedAt = Test.Clock.GetUtcNow(),
            }
        );
        db.Add(
            new Spell
            {
                CitizenId = id,
                TargetGroup = group,
                From = Today.AddDays(-7 * weeksInGroup),
            }
        );
        await db.SaveAsync(Anna, "test.set_up", id, null, default);
        return id;
    }

    public async Task Hours(Guid citizen, DateOnly week, int minutes)
    {
        var reported = await Get<ReportHours>()
            .Execute(Anna, citizen, Employer, [new WeekReport(week, minutes)], default);
        Assert.Empty(reported.Errors);
    }

    public void Pass(int weeks) => Test.Clock.Advance(TimeSpan.FromDays(7 * weeks));

    /// <summary>A trial with everybody drawn and followed: the treated mostly get hours, the others seldom.</summary>
    public async Task<(Guid Trial, IReadOnlyDictionary<Guid, Arm> Arms)> Followed(int people = 40)
    {
        var trial = await Frozen(Plan with { People = people });
        Dictionary<Guid, Arm> arms = [];
        for (int i = 0; i < people; i++)
        {
            var citizen = await Citizen();
            arms[citizen] = await Drawn(trial, citizen);
        }

        var first = Today.Monday().AddDays(21);
        Pass(20);
        foreach (var arm in arms.GroupBy(a => a.Value))
        {
            int had = arm.Key == Arm.Treatment ? arm.Count() * 3 / 5 : arm.Count() * 3 / 10;
            foreach (var (citizen, _) in arm.Take(had))
                await Hours(citizen, first, 240);
        }

        return (trial, arms);
    }

    public ValueTask DisposeAsync() => Test.DisposeAsync();

    private static Worker Person(TestMunicipalities test, string name, Role role) =>
        new(Guid.CreateVersion7(), name, test.Here, new HashSet<Role> { role });
}
