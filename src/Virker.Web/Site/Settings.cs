using Virker.Evidence;
using Virker.Platform;
using Virker.Platform.Storage;

namespace Virker.Web.Site;

/// <summary>What the house is told from outside, for both doors: see docs/operations.md.</summary>
public static class Settings
{
    /// <summary>Registers the rooms with the database and the data folder the configuration names.</summary>
    public static IServiceCollection AddRooms(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        string data = configuration["Virker:DataDirectory"] ?? Path.Combine(AppContext.BaseDirectory, "data");
        return services.AddEvidence(Database(configuration), data);
    }

    private static DatabaseOptions Database(IConfiguration configuration)
    {
        string provider = configuration["Virker:Database:Provider"] ?? nameof(DatabaseProvider.Sqlite);
        if (!Enum.TryParse<DatabaseProvider>(provider, ignoreCase: true, out var chosen))
        {
            throw new InvalidInputException(
                new Text(
                    $"Virker:Database:Provider er \"{provider}\"; ventet: Sqlite eller Postgres.",
                    $"Virker:Database:Provider is \"{provider}\"; expected: Sqlite or Postgres."
                )
            );
        }

        if (chosen == DatabaseProvider.Postgres)
        {
            return new DatabaseOptions(chosen, configuration["Virker:Database:ConnectionString"] ?? "");
        }

        string folder = configuration["Virker:Directory"] ?? "var";
        Directory.CreateDirectory(folder);
        return new DatabaseOptions(chosen, Path.Combine(folder, "shared.db"));
    }
}
