using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Virker.Evidence.Bank;
using Virker.Evidence.Exchange;
using Virker.Evidence.Proposals;
using Virker.Platform;
using Virker.Platform.Forms;
using Virker.Platform.Storage;

namespace Virker.Evidence.Storage;

/// <summary>The tables of the knowledge bank.</summary>
public sealed class EvidenceDbContext(DbContextOptions<EvidenceDbContext> options) : DbContext(options)
{
    public DbSet<BankVersion> Versions => Set<BankVersion>();

    public DbSet<Proposal> Proposals => Set<Proposal>();

    internal DbSet<VersionedRow<T>> Rows<T>()
        where T : class => Set<VersionedRow<T>>();

    /// <summary>A form about a proposal is done when the proposal is saved.</summary>
    public override Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    ) =>
        ChangeTracker.Entries<Proposal>().Any(p => p.State != EntityState.Unchanged)
            ? Submission.SaveAsync(this, () => base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken))
            : base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Codes>().HaveConversion<CodesConverter, CodesComparer>();
        configurationBuilder.Properties<YesNoUnknown>().HaveConversion<CodeConverter<YesNoUnknown>>();
        configurationBuilder.Properties<Design>().HaveConversion<CodeConverter<Design>>();
        configurationBuilder.Properties<ReadDepth>().HaveConversion<CodeConverter<ReadDepth>>();
        configurationBuilder.Properties<Direction>().HaveConversion<CodeConverter<Direction>>();
        configurationBuilder.Properties<PoolRole>().HaveConversion<CodeConverter<PoolRole>>();
        configurationBuilder.Properties<Basis>().HaveConversion<CodeConverter<Basis>>();
        configurationBuilder.Properties<CueKind>().HaveConversion<CodeConverter<CueKind>>();
        configurationBuilder.Properties<PoolKind>().HaveConversion<CodeConverter<PoolKind>>();
        configurationBuilder.Properties<Measure>().HaveConversion<string>();
        configurationBuilder.Properties<ProposalState>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        if (Database.IsNpgsql())
            modelBuilder.HasDefaultSchema(DatabaseSetup.SharedSchema);
        modelBuilder.Entity<BankVersion>(version =>
        {
            version.ToTable("bank_versions");
            version.HasKey(v => v.Number);
            version.Property(v => v.Number).ValueGeneratedNever();
            version.ComplexProperty(v => v.Note);
        });
        // Two editors decide at once: the second sees that it is decided.
        modelBuilder.Entity<Proposal>().ToTable("proposals").Property(p => p.State).IsConcurrencyToken();
        FormTables.MapPosts(modelBuilder, owns: false);
        foreach (var kind in BankRows.All)
            kind.MapTable(modelBuilder);
    }

    internal static void Versioned<T>(ModelBuilder model, string table)
        where T : class
    {
        model.Entity<VersionedRow<T>>(row =>
        {
            row.ToTable(table);
            row.HasKey(r => r.RowId);
            row.Property(r => r.RowId).ValueGeneratedNever();
            row.HasIndex(r => new { r.Key, r.FromVersion }).IsUnique();
            row.ComplexProperty(r => r.Row, Columns);
        });
    }

    /// <summary>The columns of a row are named after it alone: <c>title</c>, <c>note_da</c>.</summary>
    private static void Columns<T>(ComplexPropertyBuilder<T> row)
        where T : class
    {
        foreach (var property in typeof(T).GetProperties().Where(p => p.CanWrite))
        {
            var name = Snake(property.Name);
            if (property.PropertyType != typeof(Text))
            {
                row.Property(property.Name).HasColumnName(name);
                continue;
            }
            row.ComplexProperty(
                property.PropertyType,
                property.Name,
                text =>
                {
                    text.Property(nameof(Text.Da)).HasColumnName(name + "_da");
                    text.Property(nameof(Text.En)).HasColumnName(name + "_en");
                }
            );
        }
    }

    private static string Snake(string name) =>
        string.Concat(
            name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString())
        );

    private sealed class CodesConverter() : ValueConverter<Codes, string>(c => c.ToString(), s => Codes.Parse(s));

    /// <summary>Codes never change, so a copy is itself.</summary>
    private sealed class CodesComparer()
        : ValueComparer<Codes>((a, b) => object.Equals(a, b), c => c.GetHashCode(), c => c);

    private sealed class CodeConverter<T>() : ValueConverter<T, string>(v => v.Code(), s => EnumCode.Parse<T>(s)!.Value)
        where T : struct, Enum;
}
