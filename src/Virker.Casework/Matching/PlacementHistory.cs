using Microsoft.EntityFrameworkCore;
using Virker.Casework.Employers;
using Virker.Casework.Placements;
using Virker.Casework.Storage;
using Virker.Rules;

namespace Virker.Casework.Matching;

/// <summary>What placements at a workplace came to.</summary>
/// <param name="MinutesTaken">Weekly minutes of internships and wage subsidies running or agreed, each at most a
/// full-time week.</param>
/// <param name="Ended">Placements that are over.</param>
/// <param name="Hires">Of them, those that became a job.</param>
/// <param name="Recent">The same in the flag's months.</param>
public sealed record PlacementHistory(int MinutesTaken, int Ended, int Hires, InternshipCount Recent)
{
    public static PlacementHistory None { get; } = new(0, 0, 0, default);

    /// <summary>By workplace, counted by the database in one question.</summary>
    internal static async Task<Dictionary<Guid, PlacementHistory>> Of(
        CaseworkDbContext db,
        Guid[] workplaces,
        DateOnly since,
        DateOnly today,
        CancellationToken stop
    )
    {
        var (unpaid, supported) = (PlacementKinds.With(k => k.IsUnpaid), PlacementKinds.With(k => k.IsSupported));
        var rows = await db
            .Placements.Where(p =>
                EF.Parameter(workplaces).Contains(p.WorkplaceId) && p.State != PlacementState.Cancelled
            )
            .Select(p => new
            {
                p.WorkplaceId,
                IsOver = (p.EndedOn ?? p.To) < today,
                IsRecent = (p.EndedOn ?? p.To) >= since,
                IsInternship = unpaid.Contains(p.Kind),
                IsSupported = supported.Contains(p.Kind),
                IsHired = p.WasHired == true,
                Minutes = p.WeeklyMinutes < Ratio.FullTimeMinutes ? p.WeeklyMinutes : Ratio.FullTimeMinutes,
            })
            .GroupBy(p => p.WorkplaceId)
            .Select(g => new
            {
                g.Key,
                Taken = g.Sum(p => !p.IsOver && p.IsSupported ? p.Minutes : 0),
                Ended = g.Sum(p => p.IsOver ? 1 : 0),
                Hires = g.Sum(p => p.IsOver && p.IsHired ? 1 : 0),
                RecentInternships = g.Sum(p => p.IsOver && p.IsRecent && p.IsInternship ? 1 : 0),
                RecentHires = g.Sum(p => p.IsOver && p.IsRecent && p.IsHired ? 1 : 0),
            })
            .ToListAsync(stop);
        return rows.ToDictionary(
            r => r.Key,
            r => new PlacementHistory(r.Taken, r.Ended, r.Hires, new(r.RecentInternships, r.RecentHires))
        );
    }
}
