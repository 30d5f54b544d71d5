using Microsoft.EntityFrameworkCore;
using Virker.Casework.Citizens;
using Virker.Platform;

namespace Virker.Casework.Storage;

internal static class CitizenRows
{
    /// <summary>The citizen, tracked.</summary>
    /// <exception cref="InvalidInputException">The municipality has no such citizen.</exception>
    public static async Task<Citizen> OfId(this DbSet<Citizen> citizens, Guid id, CancellationToken stop) =>
        await citizens.SingleOrDefaultAsync(c => c.Id == id, stop) ?? throw NotFound();

    /// <exception cref="InvalidInputException">The municipality has no such citizen.</exception>
    public static async Task RequireAsync(this DbSet<Citizen> citizens, Guid id, CancellationToken stop)
    {
        if (!await citizens.AnyAsync(c => c.Id == id, stop))
            throw NotFound();
    }

    public static InvalidInputException NotFound() => new(new("borgeren findes ikke", "there is no such citizen"));
}
