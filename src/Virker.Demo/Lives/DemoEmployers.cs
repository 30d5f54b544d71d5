using Virker.Casework.Employers;

namespace Virker.Demo.Lives;

/// <summary>A workplace a citizen can be sent to, with what the lives need to know of it.</summary>
internal sealed record DemoWorkplace(Workplace Place, Company Company, DemoIndustry Industry);

/// <summary>The made-up companies, their workplaces, and the log of calls and visits.</summary>
internal sealed class DemoEmployers
{
    private static readonly string[] Contacts =
    [
        "Ringede og fortalte, hvad vi kan hjælpe med. De vil gerne høre mere.",
        "Besøg. Vi talte om, hvad de har travlt med, før vi talte om borgere.",
        "De mangler hænder om morgenen. Tre timer ville gøre en forskel.",
        "Lederen er glad for den seneste borger og vil gerne prøve igen.",
        "De har travlt lige nu. Ring igen i næste måned.",
        "Aftalt, at jeg kommer forbi og ser arbejdsopgaverne.",
        "Besøg sammen med en borger, som så stedet og mødte en kollega.",
        "De vil gerne betale for de timer, borgeren selv kan klare.",
        "Talte om mentor: en erfaren kollega har sagt ja.",
        "Ingen pladser nu, men de tager gerne imod et besøg i foråret.",
        "Opfølgning på stedet. Alt går, som vi aftalte.",
        "De spurgte til reglerne for løntilskud. Sendte dem en side om det.",
    ];

    private readonly double[] _roomUpTo;

    private DemoEmployers(IReadOnlyList<DemoWorkplace> workplaces, IReadOnlyList<object> rows)
    {
        Workplaces = workplaces;
        Rows = rows;
        double sum = 0;
        _roomUpTo = [.. workplaces.Select(w => sum += Math.Sqrt(w.Place.Employees!.Value))];
    }

    public IReadOnlyList<DemoWorkplace> Workplaces { get; }
    public IReadOnlyList<object> Rows { get; }

    /// <summary>A workplace, a large one oftener than a small one, and oftenest one with the wished work.</summary>
    public DemoWorkplace Choose(Dice dice, string occupation)
    {
        var chosen = Any(dice);
        for (int tries = 0; tries < 6 && !chosen.Industry.Occupations.Contains(occupation); tries++)
            chosen = Any(dice);
        return chosen;
    }

    private DemoWorkplace Any(Dice dice)
    {
        int found = Array.BinarySearch(_roomUpTo, dice.Share() * _roomUpTo[^1]);
        return Workplaces[Math.Min(found < 0 ? ~found : found, Workplaces.Count - 1)];
    }

    public static DemoEmployers Of(DemoSettings settings, DemoWorkers workers, DateOnly today)
    {
        int wanted = Math.Max(12, settings.Citizens / DemoShares.CitizensPerWorkplace);
        var workplaces = new List<DemoWorkplace>();
        List<object> rows = [.. Balance(today)];
        using var cvr = DemoPeople.CvrNumbers().GetEnumerator();
        for (int number = 0; workplaces.Count < wanted; number++)
        {
            var dice = new Dice(settings.Seed, 2, number);
            cvr.MoveNext();
            var industry = dice.Weighted(DemoIndustries.All, i => i.Weight);
            string name =
                number < DemoIndustries.All.Length * 3
                    ? dice.Pick(industry.Names)
                    : $"{dice.Pick(industry.Names)} {dice.Pick(DemoNames.Last)}";
            var company = new Company
            {
                Id = dice.Id(At(today.AddDays(-dice.Between(400, 2500)))),
                Cvr = cvr.Current,
                Name = $"{name} (opdigtet)",
                IsPublic = industry.IsPublic,
            };
            rows.Add(company);
            int places = dice.Chance(0.1) ? dice.Between(2, 4) : 1;
            for (int i = 0; i < places && workplaces.Count < wanted; i++)
            {
                var place = Workplace(dice, company, name, industry, workers, workplaces.Count, places > 1);
                Call(dice, place, today, rows);
                workplaces.Add(new DemoWorkplace(place, company, industry));
            }
        }

        return new DemoEmployers(workplaces, rows);
    }

    /// <summary>An invented balance of the labour market: the edition of January or July.</summary>
    private static IEnumerable<OccupationBalance> Balance(DateOnly today) =>
        Occupations.All.Select(o => new OccupationBalance
        {
            Edition = new DateOnly(today.Year, today.Month < 7 ? 1 : 7, 1),
            Occupation = o.Code,
            Category = o.InventedCategory,
            SourceUrl = BalanceCategories.Find(o.InventedCategory)!.SourceUrl,
        });

    private static Workplace Workplace(
        Dice dice,
        Company company,
        string name,
        DemoIndustry industry,
        DemoWorkers workers,
        int index,
        bool isOneOfMany
    )
    {
        int employees = dice.Chance(DemoShares.SmallWorkplaces)
            ? dice.Between(150, 1999)
            : 2000 + (int)dice.LogNormal(2500, 0.9);
        string street = DemoPeople.Address(dice);
        return new Workplace
        {
            Id = dice.Id(DateTimeOffset.UnixEpoch.AddYears(53)),
            CompanyId = company.Id,
            PNumber = DemoPeople.PNumber(index),
            Name = isOneOfMany ? $"{name}, {street[..street.LastIndexOf(' ')]}" : name,
            Address = street,
            PostalCode = DemoNames.PostalCode,
            City = DemoNames.Town,
            East = DemoPeople.Metres(dice),
            North = DemoPeople.Metres(dice),
            Industry = industry.Division,
            Employees = employees,
            OwnerId = dice.Chance(0.9) ? dice.Pick(workers.JobConsultants).Id : null,
            Cooperation = dice.Weighted(
                Enum.GetValues<Cooperation>(),
                c =>
                    c switch
                    {
                        Cooperation.Passive => 30,
                        Cooperation.Contact => 35,
                        Cooperation.Cooperating => 27,
                        Cooperation.Partnership => 8,
                    }
            ),
            ContactPerson =
                $"{dice.Pick(dice.Chance(0.5) ? DemoNames.Women : DemoNames.Men)} {dice.Pick(DemoNames.Last)}",
            ContactPhone = DemoPeople.Phone(dice),
            OpenPlaces = dice.Chance(0.35) ? dice.Between(1, employees < 2000 ? 2 : 4) : 0,
            OffersPaidHours = dice.Chance(0.3) ? null : dice.Chance(0.6),
        };
    }

    private static void Call(Dice dice, Workplace place, DateOnly today, List<object> rows)
    {
        var industry = DemoIndustries.Of(place.Industry);
        rows.Add(place);
        rows.AddRange(
            industry
                .Occupations.Where((_, i) => i == 0 || dice.Chance(0.6))
                .Select(o => new WorkplaceOccupation { WorkplaceId = place.Id, Occupation = o })
        );
        place.EmployeesCountedOn = today.AddDays(-dice.Between(20, 300));
        if (place.OwnerId is not { } owner)
            return;
        // The closer the cooperation, the shorter between calls.
        int between = place.Cooperation switch
        {
            Cooperation.Passive => 240,
            Cooperation.Contact => 150,
            Cooperation.Cooperating => 80,
            Cooperation.Partnership => 45,
        };
        for (
            var day = today.AddDays(-dice.Between(2, between * 3 / 2));
            day > today.AddDays(-720);
            day = day.AddDays(-dice.Between(between / 2, between * 3 / 2))
        )
        {
            var on = Workday.OnOrBefore(day);
            place.LastContactOn ??= on;
            rows.Add(
                new EmployerContact
                {
                    Id = dice.Id(At(on)),
                    WorkplaceId = place.Id,
                    On = on,
                    WorkerId = owner,
                    Note = dice.Pick(Contacts),
                    RecordedAt = At(on),
                }
            );
        }
    }

    private static DateTimeOffset At(DateOnly day) => Workday.At(day, 13);
}
