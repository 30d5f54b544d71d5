using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Virker.Casework.PaidHours;
using Virker.Casework.Storage;
using Virker.Casework.Tasks;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Municipalities;
using Virker.Platform.Storage;

namespace Virker.Casework.Demo;

/// <summary>What was made up.</summary>
/// <param name="Rows">How many rows each table was given.</param>
public sealed record DemoCreated(Municipality Municipality, int Workers, IReadOnlyDictionary<string, int> Rows);

/// <summary>
/// Makes a made-up municipality with believable lives, as of today: all of it, or after a crash none of it. See
/// <c>docs/method/made-up-municipality.md</c>.
/// </summary>
public sealed class CreateDemo(
    MunicipalityCatalogue catalogue,
    MunicipalityStore<CaseworkDbContext> store,
    MadeUpStaff staff,
    ClearOtherRooms clear,
    TimeProvider clock
)
{
    private const int LivesInBatch = 250;

    /// <param name="replace">Take the place of the made-up municipality that is there.</param>
    /// <param name="progress">Told how many citizens are written.</param>
    /// <exception cref="InvalidInputException">The number is out of range, or the municipality exists.</exception>
    public async Task<DemoCreated> Execute(
        DemoSettings settings,
        bool replace,
        IProgress<int>? progress,
        CancellationToken stop
    )
    {
        if (settings.Citizens is < 1 or > DemoSettings.Most)
        {
            throw new InvalidInputException(
                new($"vælg 1 til {DemoSettings.Most} borgere", $"choose 1 to {DemoSettings.Most} citizens")
            );
        }
        var municipality = await catalogue.Find(settings.Code, stop);
        if (municipality is { IsMadeUp: false })
        {
            throw new InvalidInputException(
                new(
                    $"{municipality.Name} er en rigtig kommune og røres ikke",
                    $"{municipality.Name} is a real municipality and is left alone"
                )
            );
        }
        if (municipality is not null && !replace && await HasCitizens(municipality, stop))
        {
            throw new InvalidInputException(
                new(
                    $"{municipality.Name} findes allerede; brug --replace for at lave den på ny",
                    $"{municipality.Name} exists already; use --replace to make it anew"
                )
            );
        }
        municipality ??= await catalogue.Add(settings.Code, settings.Name, madeUp: true, stop);
        if (replace)
            await clear.Execute<CaseworkDbContext>(municipality, stop);
        await using var db = await store.OpenAsync(municipality, stop);
        var seal = new DemoSeal(db.Vault.Seal, db.Vault.BlindIndex);
        var world = MadeUpMunicipality.World(settings, clock.Today(), seal);
        var teams = await staff.Put(municipality, [.. world.Workers.All.Select(w => w.Account)], stop);
        var rows = await db.SaveBulkAsync(
            Worker.Virker(municipality),
            replace ? "demo.replace" : "demo.create",
            string.Create(CultureInfo.InvariantCulture, $"{settings.Citizens} opdigtede borgere, frø {settings.Seed}"),
            Batches(db, world, teams, progress, stop),
            stop
        );
        await Survey(db, rows.Keys, stop);
        return new DemoCreated(municipality, world.Workers.All.Count, rows);
    }

    /// <summary>False too when a creation was cut short: then nothing of it is there.</summary>
    public async Task<bool> HasCitizens(Municipality municipality, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(municipality, stop);
        return await db.Citizens.AnyAsync(stop);
    }

    /// <summary>Tells the database how its tables are filled. Until its own round PostgreSQL can only guess: my day then
    /// begins with everybody's milestones of the week instead of the worker's citizens.</summary>
    private static async Task Survey(CaseworkDbContext db, IEnumerable<string> tables, CancellationToken stop)
    {
#pragma warning disable EF1002 // The names are the model's own.
        await db.Database.ExecuteSqlRawAsync(
            db.Database.IsNpgsql()
                ? $"ANALYZE {string.Join(", ", tables.Select(t => $"\"{t}\""))}"
                : "PRAGMA analysis_limit = 1000; ANALYZE",
            stop
        );
#pragma warning restore EF1002
    }

    private static async IAsyncEnumerable<IReadOnlyCollection<object>> Batches(
        CaseworkDbContext db,
        DemoWorld world,
        IReadOnlyDictionary<string, Guid> teams,
        IProgress<int>? progress,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        await db.ClearAsync(stop);
        yield return world.Employers.Rows;
        var months = new Dictionary<DateOnly, int>();
        var done = new HashSet<string>();
        int citizens = 0;
        await foreach (var lives in Ahead(world, stop))
        {
            List<object> rows = [.. lives.SelectMany(l => l.Rows.Concat(IpsRows.Of(l, teams)))];
            foreach (var month in rows.OfType<RegisterMonth>())
                months[month.Month] = months.GetValueOrDefault(month.Month) + 1;
            done.UnionWith(rows.OfType<CaseTask>().Select(t => t.Key));
            yield return rows;
            progress?.Report(citizens += lives.Length);
        }

        yield return [.. DemoImports.Rows(world, months)];
        yield return FidelityRows.Of(world, teams);
        yield return CaseloadRows.Of(world);
        yield return await Deadline(db, world, done, stop);
    }

    /// <summary>Lives are drawn on one core while the other writes; a few batches are held at a time.</summary>
    private static async IAsyncEnumerable<Life[]> Ahead(
        DemoWorld world,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var drawn = Channel.CreateBounded<Life[]>(2);
        var draw = Task.Run(
            async () =>
            {
                try
                {
                    foreach (var lives in MadeUpMunicipality.Lives(world).Chunk(LivesInBatch))
                        await drawn.Writer.WriteAsync(lives, enough.Token);
                }
                finally
                {
                    drawn.Writer.Complete();
                }
            },
            enough.Token
        );
        try
        {
            await foreach (var lives in drawn.Reader.ReadAllAsync(stop))
                yield return lives;
            await draw;
        }
        finally
        {
            await enough.CancelAsync();
        }
    }

    /// <summary>The tasks the house's own deadlines ask for, as the night's run would make them.</summary>
    private static async Task<IReadOnlyCollection<object>> Deadline(
        CaseworkDbContext db,
        DemoWorld world,
        HashSet<string> done,
        CancellationToken stop
    )
    {
        var dice = new Dice(world.Settings.Seed, 5);
        var wanted = await Deadlines.Read(db, world.Today, stop);
        var tasks = new List<object>();
        foreach (
            var task in wanted.Values.Where(t => !done.Contains(t.Key)).OrderBy(t => t.Key, StringComparer.Ordinal)
        )
        {
            var at = world.At(task.Due.AddDays(-14), 3);
            tasks.Add(
                new CaseTask
                {
                    Id = dice.Id(at),
                    Kind = task.Kind,
                    Key = task.Key,
                    AboutId = task.AboutId,
                    CitizenId = task.CitizenId,
                    WorkplaceId = task.WorkplaceId,
                    OwnerId = task.OwnerId,
                    Due = task.Due,
                    CreatedAt = at,
                }
            );
        }

        return tasks;
    }
}
