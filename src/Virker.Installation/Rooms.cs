using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Virker.Casework;
using Virker.Demo;
using Virker.Effects;
using Virker.Evidence;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Protection;
using Virker.Platform.Storage;
using Virker.Rules;

namespace Virker.Installation;

/// <summary>What the house is told from outside, for both doors: see docs/operations.md.</summary>
public static class Rooms
{
    /// <summary>Registers the rooms with the data folder the settings name, and the database they name unless another is
    /// given. Nothing is opened or made.</summary>
    public static IServiceCollection AddRooms(
        this IServiceCollection services,
        IConfiguration settings,
        DatabaseOptions? database = null
    )
    {
        ArgumentNullException.ThrowIfNull(settings);
        string data = settings["Virker:DataDirectory"] ?? Path.Combine(AppContext.BaseDirectory, "data");
        database ??= Database(settings);
        services
            .AddEvidence(database, data)
            .AddMunicipalityDatabases(database, Key(settings))
            .AddCasework()
            .AddEffects()
            .AddDemo();
        services.AddSingleton(_ => RuleBook.Load(data));
        services.AddAccounts(database);
        services.AddSingleton(new NewInstallation(() => Found(settings, database)));
        services.AddSingleton<PrepareInstallation>();
        return services;
    }

    /// <summary>The key that seals what is protected: given as a setting, or in a file.</summary>
    private static MasterKey Key(IConfiguration settings) =>
        settings["Virker:MasterKey"] is { Length: > 0 } key
            ? MasterKey.Parse(key)
            : MasterKey.FromFile(KeyFile(settings));

    private static void Found(IConfiguration settings, DatabaseOptions database)
    {
        if (database is { Provider: DatabaseProvider.Sqlite, ConnectionString: var file } && !file.Contains('='))
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        if (settings["Virker:MasterKey"] is not { Length: > 0 })
            MasterKey.Make(KeyFile(settings));
    }

    private static string KeyFile(IConfiguration settings) =>
        settings["Virker:MasterKeyFile"] ?? Path.Combine(Folder(settings), "master.key");

    private static string Folder(IConfiguration settings) => settings["Virker:Directory"] ?? "var";

    private static DatabaseOptions Database(IConfiguration settings)
    {
        string provider = settings["Virker:Database:Provider"] ?? nameof(DatabaseProvider.Sqlite);
        DatabaseProvider? chosen = Enum.GetValues<DatabaseProvider>()
            .Cast<DatabaseProvider?>()
            .FirstOrDefault(one => string.Equals(one.ToString(), provider, StringComparison.OrdinalIgnoreCase));
        return chosen switch
        {
            DatabaseProvider.Postgres => new(
                DatabaseProvider.Postgres,
                settings["Virker:Database:ConnectionString"] ?? ""
            ),
            DatabaseProvider.Sqlite => new(DatabaseProvider.Sqlite, Path.Combine(Folder(settings), "shared.db")),
            null => throw new InvalidInputException(
                new Text(
                    $"Virker:Database:Provider er \"{provider}\"; ventet: Sqlite eller Postgres.",
                    $"Virker:Database:Provider is \"{provider}\"; expected: Sqlite or Postgres."
                )
            ),
        };
    }
}
