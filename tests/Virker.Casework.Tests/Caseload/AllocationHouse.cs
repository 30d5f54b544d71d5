using Virker.Allocation;
using Virker.Casework.Caseload;
using Virker.Casework.Caseload.Allocations;
using Virker.Casework.Citizens;
using Virker.Casework.Storage;
using Virker.Casework.Tests.Demo;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.MadeUp;
using Virker.Platform.Municipalities;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Casework.Tests.Caseload;

/// <summary>A team of Anna, Bo and Carla with their leader, and Dan in another team.</summary>
internal sealed class AllocationHouse : IAsyncDisposable
{
    private readonly TestMunicipalities _test;
    private int _number;

    private AllocationHouse(TestMunicipalities test, Municipality municipality) =>
        (_test, Leader) = (test, new(Lis, "Lis Leder", municipality, new HashSet<Role> { Role.TeamLeader }));

    public static readonly Guid Lis = new("01920000-0000-7000-8000-000000000001");
    public static readonly Guid Anna = new("01920000-0000-7000-8000-000000000002");
    public static readonly Guid Bo = new("01920000-0000-7000-8000-000000000003");
    public static readonly Guid Carla = new("01920000-0000-7000-8000-000000000004");
    public static readonly Guid Dan = new("01920000-0000-7000-8000-000000000005");
    public static readonly Guid Else = new("01920000-0000-7000-8000-000000000006");

    public Worker Leader { get; }

    /// <summary>The leader of the other team.</summary>
    public Worker Other => Leader with { Id = Else, Name = "Else Leder" };

    public DateOnly Today => _test.Clock.Today();

    public static async Task<AllocationHouse> On(DatabaseProvider provider)
    {
        var test = await DemoHouse.On(provider);
        var municipality = await test.Get<MunicipalityCatalogue>().Add("fordelby", "Fordelby", madeUp: true);
        await test.Get<MadeUpStaff>()
            .Put(
                municipality,
                [
                    new(Lis, "Lis Leder", "lis@example.org", Role.TeamLeader, "Et"),
                    new(Anna, "Anna Prøve", "anna@example.org", Role.Caseworker, "Et"),
                    new(Bo, "Bo Prøve", "bo@example.org", Role.Caseworker, "Et"),
                    new(Carla, "Carla Prøve", "carla@example.org", Role.IpsConsultant, "Et"),
                    new(Dan, "Dan Prøve", "dan@example.org", Role.Caseworker, "To"),
                    new(Else, "Else Leder", "else@example.org", Role.TeamLeader, "To"),
                ],
                default
            );
        return new(test, municipality);
    }

    public T Get<T>()
        where T : notnull => _test.Get<T>();

    public ValueTask<CaseworkDbContext> Open() =>
        Get<MunicipalityStore<CaseworkDbContext>>().OpenAsync(Leader.Municipality, default);

    public async Task<Guid> Citizen(
        Guid contact,
        CaseLevel? level = null,
        string? language = null,
        bool isBound = false
    )
    {
        var added = await Get<AddCitizen>()
            .Execute(
                Leader,
                new NewCitizen(
                    $"41139{10000 + ++_number:00000}",
                    new CitizenDetails($"Borger {_number}", "Prøve"),
                    new DateOnly(1980, 1, 1),
                    PrimaryContact: contact
                ),
                default
            );
        Assert.Empty(added.Problems);
        if (level is not null || language is not null || isBound)
        {
            Assert.Empty(
                await Get<ChangeCaseNeeds>().Execute(Leader, added.Id!.Value, level, language, isBound, default)
            );
        }
        return added.Id!.Value;
    }

    public async Task Citizens(Guid contact, int count)
    {
        for (int i = 0; i < count; i++)
            await Citizen(contact);
    }

    public Task<IReadOnlyList<FieldProblem>> Terms(
        Guid worker,
        int percent = 100,
        string[]? languages = null,
        DateOnly? beganOn = null,
        DateOnly? awayFrom = null,
        Guid? cover = null
    ) =>
        Get<ChangeWorkTerms>()
            .Execute(Leader, worker, new(percent, languages ?? [], null, beganOn, awayFrom, null, cover), default);

    public Task<IReadOnlyList<FieldProblem>> Rule(
        int ceiling,
        decimal? complex = null,
        decimal? very = null,
        int? newPercent = null
    ) => Get<SetCaseloadRule>().Execute(Leader, ceiling, complex, very, newPercent, default);

    public async Task<AllocationView> Proposal(Guid? leaver, int ceiling)
    {
        var asked = await Get<AskForAllocation>().Execute(Leader, leaver, ceiling, default);
        Assert.Empty(asked.Problems);
        await Get<ComputeAllocation>().Execute(Leader, asked.Id!.Value, null, default);
        return (await Get<ReadAllocation>().Execute(Leader, asked.Id.Value, default))!;
    }

    public Task<IReadOnlyList<FieldProblem>> Accept(AllocationView of, string? reason = "Anna stopper.") =>
        Get<DecideAllocation>().Execute(Leader, of.Ask.Id, isAccepted: true, reason, default);

    public async Task<IReadOnlyList<WorkerCaseload>> Loads(params Guid[] workers) =>
        (await Get<ReadCaseload>().Execute(Leader, workers, default)).Workers;

    public static IEnumerable<(Guid Case, Guid To)> Moves(AllocationProposal proposal) =>
        proposal.Moves.Select(m => (m.Case, m.To));

    public ValueTask DisposeAsync() => _test.DisposeAsync();
}
