using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Virker.Effects.Storage;
using Virker.Platform.Storage;

namespace Virker.Migrations.Postgres;

/// <summary>For <c>dotnet ef migrations add</c>; no database is opened.</summary>
public sealed class EffectsDesign : IDesignTimeDbContextFactory<EffectsDbContext>
{
    public EffectsDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<EffectsDbContext>();
        options.UseVirker(new DatabaseOptions(DatabaseProvider.Postgres, "Host=design;Database=design;Username=design"), "design");
        return new EffectsDbContext(options.Options);
    }
}
