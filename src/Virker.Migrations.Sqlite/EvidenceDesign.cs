using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Virker.Evidence.Storage;
using Virker.Platform.Storage;

namespace Virker.Migrations.Sqlite;

/// <summary>For <c>dotnet ef migrations add</c>; no database is opened.</summary>
public sealed class EvidenceDesign : IDesignTimeDbContextFactory<EvidenceDbContext>
{
    public EvidenceDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<EvidenceDbContext>();
        options.UseVirker(new DatabaseOptions(DatabaseProvider.Sqlite, "design.db"), DatabaseSetup.SharedSchema);
        return new EvidenceDbContext(options.Options);
    }
}
