using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Virker.Platform.Storage;

namespace Virker.Migrations.Postgres;

/// <summary>For <c>dotnet ef migrations add</c>; no database is opened.</summary>
public sealed class RecordsDesign : IDesignTimeDbContextFactory<RecordsDbContext>
{
    public RecordsDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<RecordsDbContext>();
        options.UseVirker(new DatabaseOptions(DatabaseProvider.Postgres, "Host=design;Database=design;Username=design"), "design");
        return new RecordsDbContext(options.Options);
    }
}
