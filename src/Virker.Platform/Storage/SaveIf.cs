using Virker.Platform.Accounts;

namespace Virker.Platform.Storage;

/// <summary>Saving what a check inside the transaction still allows.</summary>
public static class SaveIf
{
    /// <summary>Saves everything or nothing, as <paramref name="holds"/> says. It is asked inside the transaction, where
    /// nobody else writes: two at once cannot both pass a check made before it.</summary>
    /// <returns>Whether it was saved.</returns>
    public static Task<bool> SaveIfAsync(
        this MunicipalityDbContext db,
        Worker by,
        string action,
        Guid? citizen,
        string? why,
        Func<Task<bool>> holds,
        CancellationToken stop
    ) => db.SaveIfAsync(by, action, citizen is { } id ? [id] : [], why, holds, stop);

    /// <summary>The same, about any number of citizens.</summary>
    public static async Task<bool> SaveIfAsync(
        this MunicipalityDbContext db,
        Worker by,
        string action,
        IReadOnlyCollection<Guid> citizens,
        string? why,
        Func<Task<bool>> holds,
        CancellationToken stop
    )
    {
        try
        {
            await db.SaveAsync(
                by,
                action,
                citizens,
                why,
                async _ =>
                {
                    if (!await holds())
                        throw new HoldsNoLongerException();
                },
                stop
            );
            return true;
        }
        catch (HoldsNoLongerException)
        {
            return false;
        }
    }

    /// <summary>Undoes the save.</summary>
    private sealed class HoldsNoLongerException : Exception;
}
