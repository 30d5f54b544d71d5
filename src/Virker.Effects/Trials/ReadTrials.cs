using Microsoft.EntityFrameworkCore;
using Virker.Effects.Storage;
using Virker.Evidence.Proposals;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Effects.Trials;

/// <summary>A trial on a list.</summary>
public sealed record TrialLine(Guid Id, string Title, TrialState State, int? People, int Drawn, bool HasFinalLook);

/// <summary>A trial as its analyst sees it.</summary>
/// <param name="IsAsFrozen">The plan is still the one that was frozen; null for a draft.</param>
/// <param name="Arms">How many drew either arm; null while lots are drawn: the difference from yesterday would tell
/// what the last citizen drew.</param>
/// <param name="FinalFrom">The first day of the final look; null while lots are drawn.</param>
/// <param name="InterimNeeds">Known outcomes the interim look waits for; null when the plan has none.</param>
public sealed record TrialDetails(
    Guid Id,
    TrialPlan Plan,
    string PlanHash,
    TrialState State,
    DateOnly? FrozenOn,
    DateOnly? ClosedOn,
    string? ClosedWhy,
    bool? IsAsFrozen,
    int Drawn,
    FlowCounts? Arms,
    int Declined,
    int NotSuitable,
    int Known,
    DateOnly? FinalFrom,
    int? InterimNeeds,
    IReadOnlyList<LookTaken> Looks
)
{
    public LookTaken? Final => Looks.FirstOrDefault(l => l.Kind == LookKind.Final);
}

/// <summary>A look that was taken.</summary>
public sealed record LookTaken(Guid Id, LookKind Kind, DateOnly On, TrialResult Result, Proposal? Proposal);

/// <summary>A trial seen from a citizen.</summary>
/// <param name="Arm">What the citizen drew; null where no lot is drawn.</param>
public sealed record CitizenTrial(
    Guid Id,
    TrialPlan Plan,
    TrialState State,
    Arm? Arm,
    RefusalKind? Refusal,
    DateOnly? On
);

/// <summary>Reads trials. Only <see cref="OfCitizen"/> tells an arm, and only of the citizen whose case it is.</summary>
public sealed class ReadTrials(MunicipalityStore<EffectsDbContext> store, ReadProposals proposals, TimeProvider clock)
{
    public async Task<IReadOnlyList<TrialLine>> All(Worker by, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var rows = await db
            .Trials.OrderByDescending(t => t.CreatedAt)
            .Select(t => new
            {
                t.Id,
                t.Plan,
                t.State,
                Drawn = db.TrialPlaces.Count(p => p.TrialId == t.Id && p.CitizenId != null),
                HasFinal = db.TrialLooks.Any(l => l.TrialId == t.Id && l.Kind == LookKind.Final),
            })
            .ToListAsync(stop);
        return
        [
            .. rows.Select(r =>
            {
                var plan = TrialPlan.Read(r.Plan);
                return new TrialLine(r.Id, plan.Title!, r.State, plan.People, r.Drawn, r.HasFinal);
            }),
        ];
    }

    /// <returns>Null when there is no such trial.</returns>
    public async Task<TrialDetails?> One(Worker by, Guid id, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var trial = await db.Trials.AsNoTracking().FirstOrDefaultAsync(t => t.Id == id, stop);
        if (trial is null)
            return null;
        var plan = TrialPlan.Read(trial.Plan);
        var places = await db
            .TrialPlaces.AsNoTracking()
            .Where(p => p.TrialId == id && p.CitizenId != null)
            .ToListAsync(stop);
        var refusals = await db
            .TrialRefusals.Where(r => r.TrialId == id)
            .GroupBy(r => r.Kind)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var looks = await db.TrialLooks.AsNoTracking().Where(l => l.TrialId == id).OrderBy(l => l.At).ToListAsync(stop);
        var proposed = await proposals.Of([.. looks.Select(l => l.ProposalId).OfType<Guid>()], stop);
        var today = clock.Today();
        DateOnly[] known =
        [
            .. places.Select(p => TrialAnalysis.KnownAfter(DanishTime.DayOf(p.DrawnAt!.Value), plan.Weeks ?? 0)),
        ];
        var isDrawing = trial.State != TrialState.Following;
        return new(
            id,
            plan,
            TrialPlan.Hash(trial.Plan),
            trial.State,
            Day(trial.FrozenAt),
            Day(trial.ClosedAt),
            trial.ClosedWhy,
            trial.PlanHash is { } hash ? hash == TrialPlan.Hash(trial.Plan) : null,
            places.Count,
            isDrawing ? null : Arms(db, places),
            refusals.GetValueOrDefault(RefusalKind.Declined),
            refusals.GetValueOrDefault(RefusalKind.NotSuitable),
            known.Count(day => day < today),
            isDrawing || known.Length == 0 ? null : known.Max().AddDays(1),
            plan is { InterimPercent: { } percent, People: { } people }
                ? (int)Math.Ceiling(people * percent / 100.0)
                : null,
            [
                .. looks.Select(l => new LookTaken(
                    l.Id,
                    l.Kind,
                    DanishTime.DayOf(l.At),
                    TrialResult.Read(l.Result),
                    l.ProposalId is { } proposal ? proposed.GetValueOrDefault(proposal) : null
                )),
            ]
        );
    }

    /// <summary>The trials that concern a citizen: where a lot is drawn, and where one may be.</summary>
    public async Task<IReadOnlyList<CitizenTrial>> OfCitizen(
        Worker by,
        Guid citizen,
        string? targetGroup,
        CancellationToken stop
    )
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var rows = await db
            .Trials.Where(t =>
                t.State == TrialState.Enrolling || db.TrialPlaces.Any(p => p.TrialId == t.Id && p.CitizenId == citizen)
            )
            .OrderBy(t => t.CreatedAt)
            .Select(t => new
            {
                t.Id,
                t.Plan,
                t.State,
                Place = db.TrialPlaces.FirstOrDefault(p => p.TrialId == t.Id && p.CitizenId == citizen),
                Refusal = db.TrialRefusals.FirstOrDefault(r => r.TrialId == t.Id && r.CitizenId == citizen),
            })
            .AsNoTracking()
            .ToListAsync(stop);
        return
        [
            .. rows.Select(r => new CitizenTrial(
                    r.Id,
                    TrialPlan.Read(r.Plan),
                    r.State,
                    r.Place is null ? null : DrawLot.Open(db, r.Place),
                    r.Refusal?.Kind,
                    Day(r.Place?.DrawnAt ?? r.Refusal?.At)
                ))
                .Where(t => t.Arm is not null || targetGroup is null || t.Plan.TargetGroups!.Contains(targetGroup)),
        ];
    }

    internal static FlowCounts Arms(EffectsDbContext db, IReadOnlyCollection<TrialPlace> places)
    {
        int treatment = places.Count(p => DrawLot.Open(db, p) == Arm.Treatment);
        return new(treatment, places.Count - treatment);
    }

    private static DateOnly? Day(DateTimeOffset? instant) => instant is { } at ? DanishTime.DayOf(at) : null;
}
