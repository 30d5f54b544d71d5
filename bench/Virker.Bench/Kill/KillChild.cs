using System.Globalization;
using System.Security.Cryptography;
using Virker.Casework.Citizens;
using Virker.Casework.Employers;
using Virker.Casework.PaidHours;
using Virker.Casework.Placements;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Municipalities;
using Virker.Web.Site;

namespace Virker.Bench.Kill;

/// <summary>The site that gets killed: the real one, with workers inside it who write without pause and say what was
/// answered on standard output.</summary>
internal static class KillChild
{
    public const string Municipality = "bench";
    public const int Writers = 4;
    private const int Weeks = 6;
    private const string Answered = "answered ";

    /// <summary>By modulus 11; given to nobody here.</summary>
    private const string Cvr = "10000009";

    /// <summary>What whole lines of the child's output say was answered; other lines are the site's log.</summary>
    public static IEnumerable<string> Acknowledged(string output) =>
        output[..(output.LastIndexOf('\n') + 1)]
            .Split('\n')
            .Where(l => l.StartsWith(Answered, StringComparison.Ordinal))
            .Select(l => l[Answered.Length..]);

    /// <summary>Names of rows, as the child says them and as <see cref="Found"/> reads them.</summary>
    public static string Workplace(Guid id) => $"workplace {id}";

    public static string Citizen(Guid id) => $"citizen {id}";

    public static string Placement(Guid id) => $"placement {id}";

    public static string Hours(Guid citizen, DateOnly week, int minutes) =>
        string.Create(CultureInfo.InvariantCulture, $"hours {citizen} {week:O} {minutes}");

    /// <summary>Writes one workplace, waits for a word on standard input, and writes until it is killed.</summary>
    public static async Task<int> RunAsync(string[] settings)
    {
        await using var site = await VirkerSite.BuildAsync(settings);
        await site.StartAsync();
        var here =
            await site.Services.GetRequiredService<MunicipalityCatalogue>().Find(Municipality)
            ?? throw new InvalidOperationException("The municipality is not there.");
        var by = new Worker(Guid.CreateVersion7(), "Bench", here, new HashSet<Role> { Role.Caseworker });
        var workplace = await site
            .Services.GetRequiredService<AddWorkplace>()
            .Execute(
                by,
                new NewWorkplace(Cvr, Digits(10), new WorkplaceDetails("Bageren", "10"), "Bageren ApS"),
                default
            );
        Say(Workplace(Required(workplace.Id, workplace.Problems)));
        // Without a word nobody is left to kill it.
        if (await Console.In.ReadLineAsync() is null)
            return 0;
        await Task.WhenAll(
            Enumerable.Range(0, Writers).Select(_ => WriteAsync(site.Services, by, workplace.Id!.Value))
        );
        return 0;
    }

    private static async Task WriteAsync(IServiceProvider services, Worker by, Guid workplace)
    {
        var today = services.GetRequiredService<TimeProvider>().Today();
        while (true)
        {
            // A day from 32: nobody can have the number.
            string cpr = string.Create(
                CultureInfo.InvariantCulture,
                $"{RandomNumberGenerator.GetInt32(32, 100)}{RandomNumberGenerator.GetInt32(13, 100)}{Digits(6)}"
            );
            var added = await services
                .GetRequiredService<AddCitizen>()
                .Execute(
                    by,
                    new NewCitizen(
                        cpr,
                        new CitizenDetails("Kim", "Opdigtet", "Prøvevej 1", "9999", "Prøveby"),
                        new DateOnly(1990, 1, 1),
                        "6.3",
                        today.AddYears(-2),
                        by.Id
                    ),
                    default
                );
            // The number was drawn before.
            if (added.Id is not { } citizen)
                continue;
            Say(Citizen(citizen));
            var terms = Terms(workplace, today);
            var started = await services.GetRequiredService<StartPlacement>().Execute(by, citizen, terms, default);
            Say(Placement(Required(started.Id, started.Problems)));
            for (int i = Weeks; i > 0; i--)
            {
                var week = new WeekReport(today.Monday().AddDays(-7 * i), RandomNumberGenerator.GetInt32(60, 2000));
                await services.GetRequiredService<ReportHours>().Execute(by, citizen, Cvr, [week], default);
                Say(Hours(citizen, week.Week, week.Minutes!.Value));
            }
        }
    }

    private static PlacementTerms Terms(Guid workplace, DateOnly today) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            WorkplaceId = workplace,
            Kind = PlacementKind.PaidHours,
            Purpose = PlacementPurpose.ReachPaidHours,
            From = today.Monday().AddDays(-7 * Weeks),
            Weeks = 26,
            PaidMinutes = 3 * 60,
            PaidMinutesGoal = 10 * 60,
            PaidTasks = "Vaske op",
            FollowUpWeeks = 2,
            WarningsAnswer = "Aftalt med borgeren",
        };

    private static Guid Required(Guid? id, IReadOnlyList<FieldProblem> problems) =>
        id ?? throw new InvalidOperationException(string.Join(' ', problems.Select(p => $"{p.Field}: {p.Text.En}")));

    private static void Say(string id) => Console.Out.WriteLine(Answered + id);

    private static string Digits(int count) => RandomNumberGenerator.GetString("0123456789", count);
}
