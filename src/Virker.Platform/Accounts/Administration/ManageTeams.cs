using Microsoft.EntityFrameworkCore;
using Virker.Platform.Audit;
using Virker.Platform.Storage;

namespace Virker.Platform.Accounts.Administration;

/// <summary>The teams of a municipality and who leads them.</summary>
public sealed class ManageTeams(IDbContextFactory<PlatformDbContext> databases, Staff staff, LookupLog log)
{
    private const int MaxName = 100;

    /// <summary>All teams, by name.</summary>
    public async Task<IReadOnlyList<Team>> List(Worker by, CancellationToken stop = default)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var all = await db.Teams.AsNoTracking().Where(t => t.MunicipalityId == by.Municipality.Id).ToListAsync(stop);
        return [.. all.OrderBy(t => t.Name, Danish.Alphabet)];
    }

    /// <summary>Adds a team, or changes the one with <paramref name="id"/>.</summary>
    /// <exception cref="InvalidInputException">There is no name, it is taken, or the leader is not of the
    /// municipality.</exception>
    public async Task<Team> Save(Worker by, Guid? id, string? name, Guid? leader, CancellationToken stop = default)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new InvalidInputException(new("Skriv teamets navn.", "Write the team's name."), "name");
        if (name.Trim().Length > MaxName)
            throw new InvalidInputException(TypedText.TooLong(MaxName), "name");
        if (leader is { } chosen && await staff.Find(by.Municipality.Id, chosen, stop) is not { IsActive: true })
        {
            throw new InvalidInputException(
                new("Vælg en leder fra kommunen.", "Choose a leader from the municipality."),
                "leader"
            );
        }
        await using var db = await databases.CreateDbContextAsync(stop);
        var teams = await db.Teams.Where(t => t.MunicipalityId == by.Municipality.Id).ToListAsync(stop);
        if (teams.Any(t => t.Id != id && Danish.Alphabet.Equals(t.Name, name.Trim())))
        {
            throw new InvalidInputException(
                new(
                    $"Der er allerede et team, der hedder {name.Trim()}.",
                    $"There already is a team called {name.Trim()}."
                ),
                "name"
            );
        }
        var team = id is null
            ? new Team
            {
                Id = Guid.CreateVersion7(),
                MunicipalityId = by.Municipality.Id,
                Name = "",
            }
            : teams.SingleOrDefault(t => t.Id == id)
                ?? throw new InvalidInputException(new("Teamet findes ikke.", "There is no such team."));
        (team.Name, team.LeaderId) = (name.Trim(), leader);
        if (id is null)
            db.Add(team);
        if (!db.ChangeTracker.HasChanges())
            return team;
        await log.Looked(by, "team.save", [], null, $$"""{"team":"{{team.Id}}","leader":"{{leader}}"}""");
        await db.SaveChangesAsync(stop);
        staff.Forget(by.Municipality.Id);
        return team;
    }
}
