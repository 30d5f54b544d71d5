using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Virker.Casework.MadeUp;
using Virker.Casework.PaidHours;
using Virker.Casework.Tasks;
using Virker.Demo.Lives;
using Virker.Platform;
using Virker.Platform.MadeUp;
using Virker.Platform.Municipalities;

namespace Virker.Demo;

/// <summary>What was made up.</summary>
/// <param name="Rows">How many rows each table was given.</param>
public sealed record DemoCreated(Municipality Municipality, int Workers, IReadOnlyDictionary<string, int> Rows);

/// <summary>
/// Makes a made-up municipality with believable lives, as of today: all of it, or after a crash none of it. See
/// <c>docs/method/made-up-municipality.md</c>.
/// </summary>
public sealed class CreateDemo(
    MunicipalityCatalogue catalogue,
    FillCasework casework,
    MadeUpStaff staff,
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
        var workers = DemoWorkers.Of(settings);
        var teams = await staff.Put(municipality, [.. workers.All.Select(w => w.Account)], stop);
        var rows = await casework.Execute(
            municipality,
            replace,
            string.Create(CultureInfo.InvariantCulture, $"{settings.Citizens} opdigtede borgere, frø {settings.Seed}"),
            room =>
            {
                var seal = new DemoSeal(room.Vault.Seal, room.Vault.BlindIndex);
                return Batches(room, MadeUpMunicipality.World(settings, clock.Today(), seal), teams, progress, stop);
            },
            stop
        );
        return new DemoCreated(municipality, workers.All.Count, rows);
    }

    /// <summary>False too when a creation was cut short: then nothing of it is there.</summary>
    public Task<bool> HasCitizens(Municipality municipality, CancellationToken stop) =>
        casework.HasCitizens(municipality, stop);

    private static async IAsyncEnumerable<IReadOnlyCollection<object>> Batches(
        CaseworkBeingFilled room,
        DemoWorld world,
        IReadOnlyDictionary<string, Guid> teams,
        IProgress<int>? progress,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
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
        yield return await Deadline(room, world, done, stop);
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
        CaseworkBeingFilled room,
        DemoWorld world,
        HashSet<string> done,
        CancellationToken stop
    )
    {
        var dice = new Dice(world.Settings.Seed, 5);
        var wanted = await room.TasksWanted(world.Today, stop);
        var tasks = new List<object>();
        foreach (var task in wanted.Where(t => !done.Contains(t.Key)).OrderBy(t => t.Key, StringComparer.Ordinal))
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
