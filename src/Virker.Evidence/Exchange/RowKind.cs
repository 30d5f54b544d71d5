using Microsoft.EntityFrameworkCore;
using Virker.Evidence.Knowledge;
using Virker.Evidence.Storage;
using Virker.Platform.Import;

namespace Virker.Evidence.Exchange;

/// <summary>A kind of row of the bank, as everything that walks the kinds asks it.</summary>
/// <param name="name">Of its table, and of its file without <c>.csv</c>.</param>
internal abstract class RowKind(string name)
{
    public string Name { get; } = name;

    public abstract Type Row { get; }

    /// <summary>Of its file; the first is the key.</summary>
    public abstract IReadOnlyList<string> Columns(EvidenceData data);

    public abstract void MapTable(ModelBuilder model);

    public abstract void Read(FileTable table, EvidenceData data, ImportBatch into);

    public abstract void CheckStudies(ImportBatch batch);

    /// <summary>Puts the batch's rows into the next version; see <see cref="BankTables.Write"/>.</summary>
    public abstract Task<RowCounts> Write(
        EvidenceDbContext context,
        int version,
        ImportBatch batch,
        RowFate fate,
        CancellationToken stop
    );

    /// <summary>The content with the rows of the version.</summary>
    public abstract Task<BankContent> Load(
        BankContent into,
        EvidenceDbContext context,
        int version,
        CancellationToken stop
    );

    /// <summary>The studies that current rows rest on.</summary>
    /// <param name="apart">Rows that began in these versions do not count.</param>
    public abstract Task<IEnumerable<string>> StudiesRestedOn(
        EvidenceDbContext context,
        IReadOnlyCollection<int> apart,
        CancellationToken stop
    );

    /// <summary>The rows as a file, by key.</summary>
    public abstract string Csv(BankContent content, EvidenceData data);
}

/// <param name="Column">Where the row's file names the studies.</param>
internal sealed record RestsOnStudies<T>(string Column, Func<T, IEnumerable<string>> Of);

/// <inheritdoc cref="RowKind"/>
internal sealed class RowKind<T>(
    string name,
    Func<EvidenceData, RowFormat<T>> format,
    Func<BankContent, IReadOnlyList<T>> of,
    Func<BankContent, IReadOnlyList<T>, BankContent> with
) : RowKind(name)
    where T : class
{
    /// <summary>The rows of a content.</summary>
    public Func<BankContent, IReadOnlyList<T>> Of { get; } = of;

    /// <summary>A content with these rows.</summary>
    public Func<BankContent, IReadOnlyList<T>, BankContent> With { get; } = with;

    /// <summary>The studies a row names; null where it names none.</summary>
    public RestsOnStudies<T>? RestsOn { get; init; }

    public override Type Row => typeof(T);

    public RowFormat<T> Format(EvidenceData data) => format(data) with { Danish = BankHeadings.Danish };

    public override IReadOnlyList<string> Columns(EvidenceData data) => Format(data).Columns;

    public override void MapTable(ModelBuilder model) => EvidenceDbContext.Versioned<T>(model, Name);

    public override void Read(FileTable table, EvidenceData data, ImportBatch into) =>
        into.Add(this, Format(data), table);

    public override void CheckStudies(ImportBatch batch)
    {
        if (RestsOn is null)
            return;
        foreach (var row in batch.Rows(this).Values.ToList())
        {
            foreach (var study in RestsOn.Of(row.Value))
                batch.CheckStudy(this, row, RestsOn.Column, study);
        }
    }

    public override Task<RowCounts> Write(
        EvidenceDbContext context,
        int version,
        ImportBatch batch,
        RowFate fate,
        CancellationToken stop
    ) =>
        BankTables.Write(
            context,
            version,
            batch.Rows(this).Select(r => KeyValuePair.Create(r.Key, r.Value.Value)),
            fate,
            stop
        );

    public override async Task<BankContent> Load(
        BankContent into,
        EvidenceDbContext context,
        int version,
        CancellationToken stop
    ) => With(into, await BankTables.Rows<T>(context, version, stop));

    public override async Task<IEnumerable<string>> StudiesRestedOn(
        EvidenceDbContext context,
        IReadOnlyCollection<int> apart,
        CancellationToken stop
    ) =>
        RestsOn is null
            ? []
            : (
                await context
                    .Rows<T>()
                    .AsNoTracking()
                    .Where(r => r.ToVersion == null && !apart.Contains(r.FromVersion))
                    .ToListAsync(stop)
            ).SelectMany(r => RestsOn.Of(r.Row));

    public override string Csv(BankContent content, EvidenceData data)
    {
        var file = Format(data);
        return file.ToCsv(Of(content).OrderBy(file.Key, StringComparer.Ordinal));
    }
}
