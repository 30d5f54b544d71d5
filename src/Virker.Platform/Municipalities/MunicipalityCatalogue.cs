using Microsoft.EntityFrameworkCore;
using Virker.Platform.Storage;

namespace Virker.Platform.Municipalities;

/// <summary>The municipalities of the installation.</summary>
public sealed class MunicipalityCatalogue(
    IDbContextFactory<PlatformDbContext> databases,
    PrepareMunicipality prepare,
    TimeProvider clock
)
{
    /// <summary>All, by name.</summary>
    public async Task<IReadOnlyList<Municipality>> All(CancellationToken stop = default)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var all = await db.Municipalities.AsNoTracking().ToListAsync(stop);
        return [.. all.OrderBy(m => m.Name, Danish.Alphabet)];
    }

    /// <summary>The one with this code, or null.</summary>
    public async Task<Municipality?> Find(string code, CancellationToken stop = default)
    {
        string wanted = Normal(code);
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.Municipalities.AsNoTracking().SingleOrDefaultAsync(m => m.Code == wanted, stop);
    }

    /// <summary>The one with this id, or null.</summary>
    public async Task<Municipality?> Find(Guid id, CancellationToken stop = default)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.Municipalities.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, stop);
    }

    /// <summary>Makes its database and enters it in the catalogue.</summary>
    /// <exception cref="InvalidInputException">The code is taken or cannot be one, or there is no name.</exception>
    public async Task<Municipality> Add(string code, string name, bool madeUp, CancellationToken stop = default)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new InvalidInputException(new("Kommunen skal have et navn.", "The municipality must have a name."));
        var municipality = new Municipality
        {
            Id = Guid.CreateVersion7(),
            Code = Normal(code),
            Name = name.Trim(),
            IsMadeUp = madeUp,
            CreatedAt = clock.GetUtcNow(),
        };
        if (await Find(municipality.Code, stop) is { } taken)
        {
            throw new InvalidInputException(
                new(
                    $"Kommunekoden {taken.Code} er allerede i brug af {taken.Name}.",
                    $"The municipality code {taken.Code} is already in use by {taken.Name}."
                )
            );
        }
        // The catalogue first: the database's keys are sealed to this id, and a start prepares whatever is in it.
        await using (var db = await databases.CreateDbContextAsync(stop))
        {
            MunicipalityDatabases.RequireCode(municipality);
            db.Add(municipality);
            await db.SaveChangesAsync(stop);
        }

        await prepare.Execute(municipality, stop);
        return municipality;
    }

    private static string Normal(string code) => code.Trim().ToLowerInvariant();
}
