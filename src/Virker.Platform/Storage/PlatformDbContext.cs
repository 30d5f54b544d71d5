using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Virker.Platform.Accounts;
using Virker.Platform.Forms;
using Virker.Platform.Municipalities;

namespace Virker.Platform.Storage;

/// <summary>What all municipalities share besides the knowledge bank: the catalogue of municipalities, accounts, teams,
/// the keys that protect cookies, and the forms that change any of it.</summary>
public sealed class PlatformDbContext(DbContextOptions<PlatformDbContext> options)
    : IdentityUserContext<Account, Guid>(options),
        IDataProtectionKeyContext
{
    public DbSet<Municipality> Municipalities => Set<Municipality>();

    public DbSet<Team> Teams => Set<Team>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Codes>().HaveConversion<CodesText, CodesSame>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcInstant>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        if (Database.IsNpgsql())
            builder.HasDefaultSchema(DatabaseSetup.SharedSchema);
        builder.Entity<Municipality>(municipality =>
        {
            municipality.ToTable("municipalities");
            municipality.Property(m => m.Id).ValueGeneratedNever();
            municipality.HasIndex(m => m.Code).IsUnique();
        });
        builder.Entity<Team>(team =>
        {
            team.ToTable("teams");
            team.Property(t => t.Id).ValueGeneratedNever();
            team.HasOne<Municipality>().WithMany().HasForeignKey(t => t.MunicipalityId);
            team.HasIndex(t => new { t.MunicipalityId, t.Name }).IsUnique();
        });
        builder.Entity<Account>(account =>
        {
            account.ToTable("accounts");
            account.Property(a => a.Id).ValueGeneratedNever();
            account.HasOne<Municipality>().WithMany().HasForeignKey(a => a.MunicipalityId);
            account.HasOne<Team>().WithMany().HasForeignKey(a => a.TeamId).OnDelete(DeleteBehavior.SetNull);
            // Nobody is called or sent a code: the number is not collected.
            account.Ignore(a => a.PhoneNumber).Ignore(a => a.PhoneNumberConfirmed);
        });
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("account_claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("account_logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("account_tokens");
        builder.Entity<IdentityUserPasskey<Guid>>().ToTable("account_passkeys");
        builder.Entity<DataProtectionKey>().ToTable("data_protection_keys");
        FormTables.MapPosts(builder, owns: true);
        FormTables.MapKept(builder);
    }

    /// <summary>A change of an account or a team is what a form was sent for; a new key for cookies, or the forms
    /// themselves, are not.</summary>
    public override Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    ) =>
        ChangeTracker.HasChanges() && ChangeTracker.Entries().Any(e => e.Entity is not (DataProtectionKey or KeptForm))
            ? Submission.SaveAsync(this, () => base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken))
            : base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
}
