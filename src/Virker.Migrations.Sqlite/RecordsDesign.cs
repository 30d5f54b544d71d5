using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Virker.Platform.Storage;

namespace Virker.Migrations.Sqlite;

/// <summary>For <c>dotnet ef migrations add</c>; no database is opened.</summary>
public sealed class RecordsDesign : IDesignTimeDbContextFactory<RecordsDbContext>
{
    public RecordsDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<RecordsDbContext>();
        options.UseVirker(new DatabaseOptions(DatabaseProvider.Sqlite, "design.db"), "design");
        return new RecordsDbContext(options.Options);
    }
}
