using Virker.Platform.Accounts;
using Virker.Platform.MadeUp;

namespace Virker.Demo.Lives;

/// <summary>A made-up worker and, for a caseworker, how many citizens; otherwise 0.</summary>
internal sealed record DemoWorker(MadeUpWorker Account, int Load)
{
    public Guid Id => Account.Id;
    public Role Role => Account.Role;
}

/// <summary>The made-up municipality's workers: caseworkers by the number of citizens, and those around them.</summary>
internal sealed class DemoWorkers
{
    private const string Companies = "Virksomhedsservice";
    private const string Staff = "Stab";

    /// <summary>The region's unit, which citizens may share with.</summary>
    public const string Clinic = "Distriktspsykiatrien (regionen)";

    private DemoWorkers(IReadOnlyList<DemoWorker> all)
    {
        All = all;
        Caseworkers = [.. all.Where(w => w.Role == Role.Caseworker)];
        JobConsultants = [.. all.Where(w => w.Role == Role.JobConsultant)];
        IpsConsultants = [.. all.Where(w => w.Role == Role.IpsConsultant)];
    }

    public IReadOnlyList<DemoWorker> All { get; }
    public IReadOnlyList<DemoWorker> Caseworkers { get; }
    public IReadOnlyList<DemoWorker> JobConsultants { get; }
    public IReadOnlyList<DemoWorker> IpsConsultants { get; }

    /// <summary>The one whose account the creation is logged under.</summary>
    public DemoWorker Administrator => All.Single(w => w.Role == Role.Administrator);

    public static DemoWorkers Of(DemoSettings settings)
    {
        // Not from the day: accounts stay the same people however often the municipality is made anew.
        var hired = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var dice = new Dice(settings.Seed, settings.Code.Sum(c => c), 1);
        var loads = Loads(settings.Citizens, dice);
        var workers = new List<DemoWorker>();
        var names = new HashSet<string>();
        int leaders = Math.Max(2, loads.Length / 24);
        for (int i = 0; i < leaders; i++)
            Hire(Role.TeamLeader, Team(i));
        for (int i = 0; i < loads.Length; i++)
            Hire(Role.Caseworker, Team(i % leaders), loads[i]);
        for (int i = 0; i < Math.Max(4, settings.Citizens / 500); i++)
            Hire(Role.JobConsultant, Companies);
        for (int i = 0; i < Math.Max(2, settings.Citizens / 1000); i++)
            Hire(Role.IpsConsultant, Team(0));
        foreach (var role in new[] { Role.Analyst, Role.KnowledgeEditor, Role.Administrator })
            Hire(role, Staff);
        Hire(Role.Clinician, Clinic);
        return new DemoWorkers(workers);

        void Hire(Role role, string team, int load = 0)
        {
            string name;
            do name = $"{dice.Pick(dice.Chance(0.7) ? DemoNames.Women : DemoNames.Men)} {dice.Pick(DemoNames.Last)}";
            while (names.Contains(name) && names.Count < 2000);
            // In a very large municipality names come again; addresses never do.
            string email = $"{DemoPeople.Ascii(name)}{(names.Add(name) ? "" : $".{workers.Count}")}";
            workers.Add(
                new DemoWorker(
                    new MadeUpWorker(dice.Id(hired), name, $"{email}@{settings.Code}.example", role, team),
                    load
                )
            );
        }
    }

    private static string Team(int index) =>
        index switch
        {
            0 => "Job og helbred",
            1 => "Vejen til job",
            _ => $"Team {index + 1}",
        };

    /// <summary>Loads that differ a little and add up to all citizens.</summary>
    private static int[] Loads(int citizens, Dice dice)
    {
        int desks = Math.Max(1, (int)Math.Round((double)citizens / DemoShares.Caseload));
        var loads = Enumerable.Range(0, desks).Select(i => citizens / desks + (i < citizens % desks ? 1 : 0)).ToArray();
        for (int i = 0; i + 1 < desks; i += 2)
        {
            int moved = dice.Between(-5, 5) * loads[i] / DemoShares.Caseload;
            (loads[i], loads[i + 1]) = (loads[i] - moved, loads[i + 1] + moved);
        }

        return loads;
    }
}
