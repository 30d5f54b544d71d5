using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Audit;
using Virker.Platform.Storage;

namespace Virker.Casework.Citizens;

/// <summary>A line of the log that concerns the citizen. Of others it names, and of values, there is nothing.</summary>
public sealed record CitizenLogLine(DateTimeOffset At, string Action, string? Why, Guid WorkerId, string WorkerName);

/// <param name="Lines">Newest first.</param>
/// <param name="HasMore">The period has more lines than are read; choose a shorter one.</param>
public sealed record CitizenLog(IReadOnlyList<CitizenLogLine> Lines, bool HasMore);

/// <summary>
/// The extract of the log a citizen has a right to: who saw or changed what, and when (EU Court C-579/21; the Danish
/// DPA's practice since June 2024). Names of staff are given only in special cases, which the caller decides. The caller
/// logs the look-up.
/// </summary>
public sealed class ReadCitizenLog(MunicipalityStore<CaseworkDbContext> store)
{
    /// <summary>The longest extract.</summary>
    public const int Most = 10_000;

    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    public async Task<CitizenLog> Execute(Worker by, Guid id, DateOnly from, DateOnly to, CancellationToken stop)
    {
        // A day in Denmark begins an hour or two before it does in UTC.
        var (first, last) = (Utc(from.AddDays(-1)), Utc(to.AddDays(2)));
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var lines = await (
            from concerned in db.Set<AuditCitizen>()
            where concerned.CitizenId == id
            join entry in db.Set<AuditEntry>() on concerned.Seq equals entry.Seq
            where entry.At >= first && entry.At < last
            orderby entry.Seq descending
            select new CitizenLogLine(entry.At, entry.Action, entry.Why, entry.WorkerId, entry.WorkerName)
        )
            .Take(Most + 1)
            .ToListAsync(stop);
        return new(
            [.. lines.Take(Most).Where(l => DanishTime.DayOf(l.At) is var day && day >= from && day <= to)],
            lines.Count > Most
        );
    }

    private static DateTimeOffset Utc(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
