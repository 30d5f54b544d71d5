using Virker.Casework.Citizens;

namespace Virker.Demo.Lives;

/// <summary>Who the citizen is: name, numbers, address, target groups, primary contacts, goals.</summary>
internal static class PersonRows
{
    public static void Write(Life life)
    {
        Contacts(life);
        var goal = Goals(life);
        var citizen = Citizen(life, goal);
        life.Rows.Insert(0, citizen);
        life.Rows.AddRange(NameWords.For(life.Id, citizen.FirstNames, citizen.LastName));
        Spells(life);
    }

    private static Citizen Citizen(Life life, JobGoal? goal)
    {
        var (dice, fate) = (life.Dice, life.Fate);
        var names = fate.IsWoman ? DemoNames.Women : DemoNames.Men;
        string first = dice.Pick(names);
        string second = dice.Pick(names);
        string last = dice.Pick(DemoNames.Last);
        string cpr = DemoPeople.Cpr(life.Index, fate.BornOn.Year, fate.IsWoman);
        bool isProtected = dice.Chance(DemoShares.ProtectedAddress);
        string address = DemoPeople.Address(dice);
        return new Citizen
        {
            Id = life.Id,
            Cpr = life.Seal(cpr, life.Id, "cpr"),
            CprIndex = life.World.Seal.Index(cpr),
            FirstNames = second != first && dice.Chance(0.25) ? $"{first} {second}" : first,
            LastName = last,
            BornOn = fate.BornOn,
            IsAddressProtected = isProtected,
            Address = isProtected ? null : address,
            ProtectedAddress = isProtected ? life.Seal(address, life.Id, "protected_address") : null,
            PostalCode = isProtected ? null : DemoNames.PostalCode,
            City = isProtected ? null : DemoNames.Town,
            Phone = DemoPeople.Phone(dice),
            Email = dice.Chance(0.7) ? $"{DemoPeople.Ascii($"{first} {last}")}{life.Index}@borger.example" : null,
            East = isProtected ? null : DemoPeople.Metres(dice),
            North = isProtected ? null : DemoPeople.Metres(dice),
            JobGoal = goal?.Words,
            WishedOccupation = goal?.Occupation,
            TargetGroup = fate.IsOpen ? fate.TargetGroup : null,
            PrimaryContactId = fate.IsOpen ? life.Desk.Id : null,
            ClosedOn = fate.ClosedOn,
            CreatedAt = life.World.At(fate.From, 9),
        };
    }

    /// <summary>Four in five have said a goal, a quarter of them another one before.</summary>
    private static JobGoal? Goals(Life life)
    {
        var dice = life.Dice;
        if (!dice.Chance(0.85))
            return null;
        var said = life.DayBetween(Later(life.Fate.From, life.End.AddDays(-400)), life.End.AddDays(-1));
        var older = life.DayBetween(life.Fate.From, said.AddDays(-30));
        if (dice.Chance(0.25) && older < said.AddDays(-20))
            Say(dice.Pick(DemoSentences.Goals), older);
        return Say(life.Goal, said);

        JobGoal Say(DemoGoal goal, DateOnly on)
        {
            var row = new JobGoal
            {
                Id = dice.Id(life.World.At(on, 10)),
                CitizenId = life.Id,
                Words = goal.Words,
                Occupation = goal.Occupation,
                SaidAt = life.World.At(on, 10),
                RecordedBy = life.ContactOn(on),
            };
            life.Rows.Add(row);
            return row;
        }
    }

    private static void Spells(Life life)
    {
        var (dice, fate) = (life.Dice, life.Fate);
        string? before = fate.TargetGroup switch
        {
            "6.3" => dice.Pick(["6.6", "6.2"]),
            "6.5" => "6.4",
            "6.7" => "6.6",
            _ => null,
        };
        var from = fate.From.AddDays(-dice.Between(90, 500));
        if (before is not null && from > fate.BornOn.AddYears(18) && dice.Chance(0.3))
            Add(before, from, fate.From.AddDays(-1), "Ny målgruppe");
        Add(fate.TargetGroup, fate.From, fate.ClosedOn, fate.EndReason);

        void Add(string group, DateOnly first, DateOnly? last, string? reason) =>
            life.Rows.Add(
                new Spell
                {
                    Id = dice.Id(Workday.At(first, 9)),
                    CitizenId = life.Id,
                    TargetGroup = group,
                    From = first,
                    To = last,
                    EndReason = reason,
                    EndKind = last is null ? null : Fate.EndKind(reason),
                }
            );
    }

    private static void Contacts(Life life)
    {
        var (dice, fate, workers) = (life.Dice, life.Fate, life.World.Workers.Caseworkers);
        int days = life.End.DayNumber - fate.From.DayNumber;
        int changes = workers.Count > 1 ? fate.NewContacts : 0;
        var from = fate.From;
        for (int i = 1; i <= changes; i++)
        {
            var next = fate.From.AddDays((int)(days * (i - 0.3 + 0.6 * dice.Share()) / (changes + 1)));
            Add(
                from,
                next.AddDays(-1),
                Another(i == changes ? life.Desk.Id : null),
                dice.Pick(DemoSentences.NewContactReasons)
            );
            from = next;
        }

        Add(from, fate.ClosedOn, life.Desk.Id, fate.IsOpen ? null : "Sagen er afsluttet");
        life.Rows.AddRange(life.Contacts);

        Guid Another(Guid? next)
        {
            Guid id;
            do id = dice.Pick(workers).Id;
            while (id == next || (life.Contacts.Count > 0 && id == life.Contacts[^1].WorkerId && workers.Count > 2));
            return id;
        }

        void Add(DateOnly first, DateOnly? last, Guid worker, string? reason) =>
            life.Contacts.Add(
                new PrimaryContact
                {
                    Id = dice.Id(Workday.At(first, 9)),
                    CitizenId = life.Id,
                    WorkerId = worker,
                    From = first,
                    To = last,
                    Reason = reason,
                }
            );
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
