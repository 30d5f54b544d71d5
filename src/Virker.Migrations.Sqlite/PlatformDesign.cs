using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Migrations.Sqlite;

/// <summary>For <c>dotnet ef migrations add</c>; no database is opened.</summary>
public sealed class PlatformDesign : IDesignTimeDbContextFactory<PlatformDbContext>
{
    public PlatformDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PlatformDbContext>();
        options.UseVirker(new DatabaseOptions(DatabaseProvider.Sqlite, "design.db"), DatabaseSetup.SharedSchema);
        options.UseApplicationServiceProvider(new ServiceCollection().Configure<IdentityOptions>(AccountServices.Configure).BuildServiceProvider());
        return new PlatformDbContext(options.Options);
    }
}
