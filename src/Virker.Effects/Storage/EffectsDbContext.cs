using Microsoft.EntityFrameworkCore;
using Virker.Effects.Practice;
using Virker.Effects.Trials;
using Virker.Platform.Storage;

namespace Virker.Effects.Storage;

/// <summary>The tables of effects in one municipality's database.</summary>
public sealed class EffectsDbContext(DbContextOptions<EffectsDbContext> options) : MunicipalityDbContext(options)
{
    public DbSet<Trial> Trials => Set<Trial>();
    public DbSet<TrialPlace> TrialPlaces => Set<TrialPlace>();
    public DbSet<TrialRefusal> TrialRefusals => Set<TrialRefusal>();
    public DbSet<TrialLook> TrialLooks => Set<TrialLook>();
    public DbSet<PracticeReview> PracticeReviews => Set<PracticeReview>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<PracticeReview>().HasIndex(r => r.Day).IsUnique();
        modelBuilder.Entity<TrialPlace>(place =>
        {
            place.HasIndex(p => new { p.TrialId, p.Number }).IsUnique();
            place.HasIndex(p => new { p.TrialId, p.CitizenId }).IsUnique();
            place.HasIndex(p => p.CitizenId);
            OfTrial(place, p => p.TrialId);
        });
        modelBuilder.Entity<TrialRefusal>(refusal =>
        {
            refusal.HasIndex(r => new { r.TrialId, r.CitizenId }).IsUnique();
            OfTrial(refusal, r => r.TrialId);
        });
        modelBuilder.Entity<TrialLook>(look =>
        {
            look.HasIndex(l => new { l.TrialId, l.Kind }).IsUnique();
            OfTrial(look, l => l.TrialId);
        });
    }

    private static void OfTrial<T>(
        Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<T> row,
        System.Linq.Expressions.Expression<Func<T, object?>> trial
    )
        where T : class => row.HasOne<Trial>().WithMany().HasForeignKey(trial).OnDelete(DeleteBehavior.Restrict);
}
