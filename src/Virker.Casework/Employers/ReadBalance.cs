using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform.Municipalities;

namespace Virker.Casework.Employers;

/// <summary>The newest edition of the labour market balance.</summary>
/// <param name="Edition">The day it holds from; null where none has been imported.</param>
/// <param name="IsInvented">A made-up municipality's: it is not the real one, however it came in.</param>
public sealed record Balance(
    DateOnly? Edition,
    bool IsInvented,
    IReadOnlyDictionary<string, BalanceCategory> Categories
)
{
    /// <summary>The category of an occupation; null where it is not known.</summary>
    public BalanceCategory? Of(string? occupation) =>
        occupation is null ? null : Categories.GetValueOrDefault(occupation);

    private static readonly Balance None = new(null, false, new Dictionary<string, BalanceCategory>());
    private static readonly Balance Invented = new(
        null,
        true,
        Occupations.All.ToDictionary(o => o.Code, o => BalanceCategories.Find(o.InventedCategory)!)
    );

    /// <summary>The edition in force on a day, in one question. A made-up municipality without one has an invented
    /// one.</summary>
    internal static async Task<Balance> Read(
        CaseworkDbContext db,
        Municipality municipality,
        DateOnly on,
        CancellationToken stop
    )
    {
        var rows = await db
            .OccupationBalances.AsNoTracking()
            .Where(b => b.Edition == db.OccupationBalances.Where(o => o.Edition <= on).Max(o => (DateOnly?)o.Edition))
            .ToListAsync(stop);
        if (rows.Count == 0)
            return municipality.IsMadeUp ? Invented : None;
        return new Balance(
            rows[0].Edition,
            municipality.IsMadeUp,
            rows.Select(r => (r.Occupation, Category: BalanceCategories.Find(r.Category)))
                .Where(r => r.Category is not null)
                .ToDictionary(r => r.Occupation, r => r.Category!)
        );
    }
}
