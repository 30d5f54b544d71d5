using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.PaidHours;

/// <summary>A citizen's month in which report and register differ.</summary>
public sealed record CitizenDifference(Guid CitizenId, string Name, MonthDifference Month);

/// <param name="Definition">Says what the tolerance is.</param>
/// <param name="LastMonthRead">The newest month the register has been read for; null when it never was.</param>
/// <param name="Rows">Newest month first, then by name.</param>
public sealed record HoursDifferences(
    HoursDefinition Definition,
    DateOnly? LastMonthRead,
    IReadOnlyList<CitizenDifference> Rows
);

/// <summary>Where reported hours and the register differ for the citizens a worker is primary contact of. The caller logs
/// the look-up.</summary>
public sealed class ReadHoursDifferences(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    /// <summary>How many ended months are looked at.</summary>
    public const int Months = 6;

    public async Task<HoursDifferences> Execute(Worker by, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var names = await db
            .Citizens.Where(c => c.PrimaryContactId == by.Id && c.ClosedOn == null)
            .ToDictionaryAsync(c => c.Id, c => c.FirstNames + " " + c.LastName, stop);
        var read = await Differences.MonthsRead(db, stop);
        var facts = await HoursFacts.Of(db, names.Keys, stop);
        var today = clock.Today();
        var definition = HoursDefinition.On(today);
        return new HoursDifferences(
            definition,
            read.Count == 0 ? null : read.Max(r => r.Last),
            [
                .. facts
                    .SelectMany(c =>
                        Differences
                            .Of(definition, c.Value, read, Months, today)
                            .Select(d => new CitizenDifference(c.Key, names[c.Key], d))
                    )
                    .OrderByDescending(d => d.Month.Month)
                    .ThenBy(d => d.Name, Danish.Alphabet),
            ]
        );
    }
}
