using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;
using Virker.Casework.Storage;
using Virker.Effects.Storage;
using Virker.Evidence.Storage;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Migrations;

/// <summary>Every room's tables as <c>dotnet ef</c> sees them (<c>./virker migrate</c>); no database is opened. The file
/// is compiled into both assemblies of migrations, whose last name is the provider's.</summary>
internal sealed class Designs
    : IDesignTimeDbContextFactory<PlatformDbContext>,
        IDesignTimeDbContextFactory<RecordsDbContext>,
        IDesignTimeDbContextFactory<EvidenceDbContext>,
        IDesignTimeDbContextFactory<CaseworkDbContext>,
        IDesignTimeDbContextFactory<EffectsDbContext>
{
    private static readonly DatabaseOptions Database = Enum.Parse<DatabaseProvider>(
        typeof(Designs).Assembly.GetName().Name!.Split('.')[^1]
    ) switch
    {
        DatabaseProvider.Sqlite => new(DatabaseProvider.Sqlite, "design.db"),
        var postgres => new(postgres, "Host=design;Database=design;Username=design"),
    };

    PlatformDbContext IDesignTimeDbContextFactory<PlatformDbContext>.CreateDbContext(string[] args) =>
        new(
            Options<PlatformDbContext>(DatabaseSetup.SharedSchema)
                .UseApplicationServiceProvider(
                    new ServiceCollection().Configure<IdentityOptions>(AccountServices.Configure).BuildServiceProvider()
                )
                .Options
        );

    RecordsDbContext IDesignTimeDbContextFactory<RecordsDbContext>.CreateDbContext(string[] args) =>
        new(Options<RecordsDbContext>("design").Options);

    EvidenceDbContext IDesignTimeDbContextFactory<EvidenceDbContext>.CreateDbContext(string[] args) =>
        new(Options<EvidenceDbContext>(DatabaseSetup.SharedSchema).Options);

    CaseworkDbContext IDesignTimeDbContextFactory<CaseworkDbContext>.CreateDbContext(string[] args) =>
        new(Options<CaseworkDbContext>("design").Options);

    EffectsDbContext IDesignTimeDbContextFactory<EffectsDbContext>.CreateDbContext(string[] args) =>
        new(Options<EffectsDbContext>("design").Options);

    private static DbContextOptionsBuilder<T> Options<T>(string schema)
        where T : DbContext
    {
        var options = new DbContextOptionsBuilder<T>();
        options.UseVirker(Database, schema);
        return options;
    }
}
