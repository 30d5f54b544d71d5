using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Virker.Platform.Accounts.Administration;
using Virker.Platform.Backups;
using Virker.Platform.MadeUp;
using Virker.Platform.Municipalities;
using Virker.Platform.Protection;
using Virker.Platform.Storage;

namespace Virker.Platform.Accounts;

public static class AccountServices
{
    /// <summary>Wrong tries before an account is locked for <see cref="LockedFor"/>.</summary>
    public const int WrongTries = 5;

    /// <summary>Shortest password. Length is what counts (NIST SP 800-63B); no rule of composition.</summary>
    public const int PasswordLength = 12;

    public static TimeSpan LockedFor { get; } = TimeSpan.FromMinutes(15);

    /// <summary>Registers the shared tables, the catalogue of municipalities, accounts and the directory of staff;
    /// <c>AddMunicipalityDatabases</c> comes first. The host calls <see cref="PreparePlatform"/> at start.</summary>
    public static IdentityBuilder AddAccounts(this IServiceCollection services, DatabaseOptions database)
    {
        services.AddDbContextFactory<PlatformDbContext>(o =>
            o.UseVirker(database, DatabaseSetup.SharedSchema)
                // The telephone number is left out on purpose.
                .ConfigureWarnings(w => w.Ignore(CoreEventId.MappedPropertyIgnoredWarning))
        );
        services.AddSingleton<MunicipalityCatalogue>();
        services.AddSingleton<PreparePlatform>();
        services.AddSingleton<DatabaseAnswers>();
        services.AddSingleton<TakeBackup>();
        services.AddSingleton<RestoreBackup>();
        services.AddSingleton<FormStore>();
        services.AddSingleton<Staff>();
        services.AddScoped<ManageAccounts>();
        services.AddSingleton<ManageTeams>();
        services.AddSingleton<MadeUpStaff>();
        services.AddDataProtection().SetApplicationName("Virker").PersistKeysToDbContext<PlatformDbContext>();
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<MasterKey>((keys, master) => keys.XmlEncryptor = new SealedCookieKeys(master));
        return services.AddIdentityCore<Account>(Configure).AddEntityFrameworkStores<PlatformDbContext>();
    }

    /// <summary>Identity's settings. They decide the tables too (version 3 has passkeys), so the tool that writes
    /// migrations is given them as well.</summary>
    public static void Configure(IdentityOptions identity)
    {
        // The user name is the address, and unique; whom a provider vouches for may have none. Any letters may stand in it.
        identity.User.AllowedUserNameCharacters = "";
        identity.Password = new PasswordOptions
        {
            RequiredLength = PasswordLength,
            RequireDigit = false,
            RequireLowercase = false,
            RequireUppercase = false,
            RequireNonAlphanumeric = false,
        };
        identity.Lockout.MaxFailedAccessAttempts = WrongTries;
        identity.Lockout.DefaultLockoutTimeSpan = LockedFor;
        identity.Lockout.AllowedForNewUsers = true;
        // A subject from an OpenID provider may have 255 characters.
        identity.Stores.MaxLengthForKeys = 255;
        identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
    }
}
