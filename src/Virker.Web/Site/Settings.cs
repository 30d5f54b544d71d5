using Virker.Casework;
using Virker.Demo;
using Virker.Effects;
using Virker.Evidence;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Protection;
using Virker.Platform.Storage;
using Virker.Rules;

namespace Virker.Web.Site;

/// <summary>What the house is told from outside, for both doors: see docs/operations.md.</summary>
public static class Settings
{
    /// <summary>Registers the rooms with the database and the data folder the configuration names.</summary>
    public static IServiceCollection AddRooms(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        string data = configuration["Virker:DataDirectory"] ?? Path.Combine(AppContext.BaseDirectory, "data");
        var database = Database(configuration);
        services
            .AddEvidence(database, data)
            .AddMunicipalityDatabases(database, Key(configuration))
            .AddCasework()
            .AddEffects()
            .AddDemo();
        services.AddSingleton(_ => RuleBook.Load(data));
        services.AddAccounts(database);
        return services;
    }

    /// <summary>The key that seals what is protected: given as a setting or in a file, or made at the first start.</summary>
    private static MasterKey Key(IConfiguration configuration) =>
        configuration["Virker:MasterKey"] is { Length: > 0 } key
            ? MasterKey.Parse(key)
            : MasterKey.FromFile(
                configuration["Virker:MasterKeyFile"] ?? Path.Combine(Folder(configuration), "master.key")
            );

    private static string Folder(IConfiguration configuration)
    {
        string folder = configuration["Virker:Directory"] ?? "var";
        Directory.CreateDirectory(folder);
        return folder;
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
            return new DatabaseOptions(chosen, configuration["Virker:Database:ConnectionString"] ?? "");

        return new DatabaseOptions(chosen, Path.Combine(Folder(configuration), "shared.db"));
    }
}
