using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Virker.Casework.Storage;
using Virker.Platform.Storage;

namespace Virker.Migrations.Sqlite;

/// <summary>For <c>dotnet ef migrations add</c>; no database is opened.</summary>
public sealed class CaseworkDesign : IDesignTimeDbContextFactory<CaseworkDbContext>
{
    public CaseworkDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<CaseworkDbContext>();
        options.UseVirker(new DatabaseOptions(DatabaseProvider.Sqlite, "design.db"), "design");
        return new CaseworkDbContext(options.Options);
    }
}
