using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;
using Virker.Statistics.Calibration;

namespace Virker.Casework.Beliefs;

/// <summary>A group's beliefs on the whole: never a citizen, never one worker.</summary>
/// <param name="Name">The team; null for the whole municipality.</param>
/// <param name="Result">Null where the group is held back.</param>
public sealed record GroupCalibration(string? Name, GroupResult? Result);

/// <param name="Workers">At least <see cref="GroupRule.Least"/>.</param>
public sealed record GroupResult(int Workers, CalibrationInTheLarge InTheLarge);

/// <param name="Until">Only years that had passed on this day count: the first day of the quarter. A page that changed
/// from day to day would show one citizen's outcome as it came in.</param>
public sealed record GroupBeliefs(DateOnly Until, IReadOnlyList<GroupCalibration> Groups);

/// <summary>How the municipality's and its teams' beliefs came true, for leaders.</summary>
public sealed class ReadGroupBeliefs(MunicipalityStore<CaseworkDbContext> store, Staff staff, TimeProvider clock)
{
    public async Task<GroupBeliefs> Execute(Worker by, CancellationToken stop)
    {
        var today = clock.Today();
        var until = today.Quarter();
        var members = await staff.Of(by.Municipality.Id, stop);
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var forecasts = (await BeliefFacts.Read(db, db.Beliefs, until, stop))
            .Where(b => b.Outcome is BeliefOutcome.Job or BeliefOutcome.NoJob)
            .ToLookup(b => b.Belief.WorkerId, b => BeliefOutcomes.Forecast(b.Belief, b.Outcome));
        List<(string? Name, IReadOnlyDictionary<Guid, int> Records)> groups =
        [
            (null, Records(forecasts.Select(f => f.Key))),
            .. members
                .Where(m => m.Team is not null)
                .GroupBy(m => m.Team)
                .OrderBy(t => t.Key, Danish.Alphabet)
                .Select(t => (t.Key, Records(t.Select(m => m.Id)))),
        ];
        var shown = GroupRule.Shown([.. groups.Select(g => g.Records)]);
        return new GroupBeliefs(
            until,
            [
                .. groups.Select(
                    (g, i) => new GroupCalibration(g.Name, shown.Contains(i) ? Result(g.Records.Keys) : null)
                ),
            ]
        );

        IReadOnlyDictionary<Guid, int> Records(IEnumerable<Guid> workers) =>
            workers.Where(forecasts.Contains).ToDictionary(w => w, w => forecasts[w].Count());

        GroupResult Result(IEnumerable<Guid> workers) =>
            new(workers.Count(), CalibrationCurve.Of([.. workers.Order().SelectMany(w => forecasts[w])]).InTheLarge);
    }
}
