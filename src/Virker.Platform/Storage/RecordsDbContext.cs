using Microsoft.EntityFrameworkCore;
using Virker.Platform.Audit;
using Virker.Platform.Forms;
using Virker.Platform.Protection;

namespace Virker.Platform.Storage;

/// <summary>The platform's own tables in a municipality's database: the log, the keys, and the forms
/// that are done or kept.</summary>
public sealed class RecordsDbContext(DbContextOptions<RecordsDbContext> options) : MunicipalityDbContext(options)
{
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<AuditCitizen> AuditCitizens => Set<AuditCitizen>();

    internal DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    internal DbSet<VaultKey> Keys => Set<VaultKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        FormTables.MapKept(modelBuilder);
        modelBuilder.Entity<VaultKey>(key =>
        {
            key.ToTable("vault_keys");
            key.HasKey(k => k.Number);
            key.Property(k => k.Number).ValueGeneratedNever();
        });
    }
}
