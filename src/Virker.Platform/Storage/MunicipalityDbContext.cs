using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Virker.Platform.Accounts;
using Virker.Platform.Audit;
using Virker.Platform.Forms;
using Virker.Platform.Municipalities;
using Virker.Platform.Protection;

namespace Virker.Platform.Storage;

/// <summary>
/// A room's tables in one municipality's database. It is opened for a municipality by
/// <see cref="MunicipalityStore{TContext}"/>, and nothing is saved without a line in the log, in the same transaction.
/// </summary>
public abstract class MunicipalityDbContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>Whose database this is.</summary>
    public Municipality Municipality { get; private set; } = null!;

    /// <summary>Seals and opens this municipality's protected fields.</summary>
    public Vault Vault { get; private set; } = null!;

    internal AuditTrail Trail { get; private set; } = null!;

    internal void OpenFor(Municipality municipality, Vault vault, AuditTrail trail) =>
        (Municipality, Vault, Trail) = (municipality, vault, trail);

    /// <summary>Saves every change together with its line in the log. Where nothing has changed there is nothing to
    /// save, and no line.</summary>
    /// <param name="by">Who did it.</param>
    /// <param name="action">What was done, as a code: <c>placement.start</c>.</param>
    /// <param name="citizens">Whom it concerns; empty when it is about no citizen.</param>
    /// <param name="why">The reason in the worker's words, where one was given.</param>
    public Task SaveAsync(
        Worker by,
        string action,
        IReadOnlyCollection<Guid> citizens,
        string? why,
        CancellationToken stop
    )
    {
        RefuseStranger(by);
        return ChangeTracker.HasChanges()
            ? SaveAsync(by, action, citizens, why, _ => Task.CompletedTask, stop)
            : Task.CompletedTask;
    }

    /// <summary>Saves writes too many to track, and what is tracked, together with one line in the log.</summary>
    /// <param name="write">Runs in the transaction, before the line is written. It is handed a way to save what is
    /// tracked so far, for rows that come in portions.</param>
    public Task SaveAsync(
        Worker by,
        string action,
        IReadOnlyCollection<Guid> citizens,
        string? why,
        Func<Func<Task>, Task> write,
        CancellationToken stop
    )
    {
        RefuseStranger(by);
        return Trail.SaveAsync(this, by, action, citizens, why, write, stop);
    }

    /// <summary>Saves every change about one citizen together with its line in the log.</summary>
    public Task SaveAsync(Worker by, string action, Guid citizen, string? why, CancellationToken stop) =>
        SaveAsync(by, action, [citizen], why, stop);

    /// <summary>Adds many rows with one line in the log, all in one transaction. The batches are asked for inside it, so
    /// they may also change the tables on their way.</summary>
    /// <param name="batches">Rows of any of the context's tables; a batch at a time is held in memory.</param>
    /// <returns>How many rows each table was given.</returns>
    public Task<IReadOnlyDictionary<string, int>> SaveBulkAsync(
        Worker by,
        string action,
        string? why,
        IAsyncEnumerable<IReadOnlyCollection<object>> batches,
        CancellationToken stop
    )
    {
        RefuseStranger(by);
        return Trail.SaveBulkAsync(this, by, action, why, batches, stop);
    }

    /// <summary>Adds rows without tracking them, inside a save that writes many.</summary>
    public Task AddManyAsync(IReadOnlyCollection<object> rows, CancellationToken stop) =>
        Database.CurrentTransaction is null ? throw Unlogged() : new BulkRows(this).AddAsync(rows, stop);

    /// <summary>Takes every row out of the room's tables in a made-up municipality; inside a bulk save.</summary>
    /// <exception cref="InvalidOperationException">The municipality is a real one.</exception>
    public async Task ClearAsync(CancellationToken stop)
    {
        if (!Municipality.IsMadeUp || Database.CurrentTransaction is null)
            throw new InvalidOperationException("Only a made-up municipality is cleared, and only in a bulk save.");
        string?[] records = [typeof(AuditEntry).Namespace, typeof(FormPost).Namespace];
        foreach (var table in BulkRows.InOrder(Model).Where(t => !records.Contains(t.ClrType.Namespace)).Reverse())
#pragma warning disable EF1002 // The name is the model's own.
            await Database.ExecuteSqlRawAsync($"DELETE FROM \"{table.GetTableName()}\"", stop);
#pragma warning restore EF1002
    }

    internal Task<int> WriteAsync(CancellationToken stop) => base.SaveChangesAsync(true, stop);

    /// <summary>Refused: what is not logged is not saved.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw Unlogged();

    /// <summary>Refused: what is not logged is not saved.</summary>
    public override Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    ) => throw Unlogged();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        configurationBuilder.Properties<Codes>().HaveConversion<CodesText, CodesSame>();
        configurationBuilder.Properties<Sealed>().HaveConversion<SealedBytes, SealedSame>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcInstant>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var owns = this is RecordsDbContext;
        modelBuilder.Entity<AuditEntry>(entry =>
        {
            entry.ToTable("audit", table => Exclude(table, owns));
            entry.HasKey(e => e.Seq);
            entry.Property(e => e.Seq).ValueGeneratedNever();
            entry.HasIndex(e => e.At);
        });
        modelBuilder.Entity<AuditCitizen>(row =>
        {
            row.ToTable("audit_citizens", table => Exclude(table, owns));
            row.HasKey(r => new { r.CitizenId, r.Seq });
            row.HasIndex(r => r.Seq);
        });
        modelBuilder.Entity<AuditHead>(head =>
        {
            head.ToTable("audit_head", table => Exclude(table, owns));
            head.HasKey(h => h.Id);
            head.Property(h => h.Id).ValueGeneratedNever();
        });
        FormTables.MapPosts(modelBuilder, owns);
    }

    private static void Exclude(Microsoft.EntityFrameworkCore.Metadata.Builders.TableBuilder table, bool owns)
    {
        if (!owns)
            table.ExcludeFromMigrations();
    }

    private void RefuseStranger(Worker by)
    {
        if (by.Municipality.Id != Municipality.Id)
            throw new InvalidOperationException("A worker writes in another municipality's database.");
    }

    private static InvalidOperationException Unlogged() =>
        new($"Use {nameof(SaveAsync)}: every change of a citizen's data has a line in the log.");

    private sealed class SealedBytes() : ValueConverter<Sealed, byte[]>(s => s.Bytes, b => new Sealed(b));

    private sealed class SealedSame()
        : ValueComparer<Sealed>(
            (a, b) => a == null ? b == null : b != null && a.Bytes.SequenceEqual(b.Bytes),
            s => s.Bytes.Length,
            s => s
        );
}
