using Virker.Casework.Employers;
using Virker.Platform;

namespace Virker.Casework.Matching;

/// <summary>What is known of a workplace that bears on a match.</summary>
/// <param name="Employees">Hundredths of a full-time person; null unknown.</param>
/// <param name="Hires">Placements that became a job, of <paramref name="Ended"/> that ended.</param>
public sealed record WorkplaceFacts(
    Guid Id,
    string Name,
    string Company,
    string PNumber,
    string? City,
    bool IsPublic,
    int? Employees,
    int? East,
    int? North,
    IReadOnlyList<string> Occupations,
    int OpenPlaces,
    bool? OffersPaidHours,
    Cooperation Cooperation,
    Capacity Capacity,
    int Hires,
    int Ended,
    MisuseFlag? Flag,
    bool CitizenWasHere
)
{
    /// <summary>Fewer employees than this is small.</summary>
    public const int SmallBelow = 20;

    public bool IsSmallPrivate => !IsPublic && Employees < 100 * SmallBelow;
}

/// <summary>A workplace in the match with the reasons for and against it.</summary>
/// <param name="Occupation">The occupation there the match is about; null when none was asked for.</param>
/// <param name="After">The rule that put it after the line above; null for the first.</param>
public sealed record WorkplaceLine(
    WorkplaceFacts Workplace,
    string? Occupation,
    double? Km,
    BalanceCategory? Category,
    IReadOnlyList<Reason> Reasons,
    Text? After
);

/// <summary>A rule of the order: the lower number comes first.</summary>
public sealed record OrderRule<T>(Text Name, Func<T, int> Place);

/// <summary>
/// The workplaces that fit a wish, in an order by named rules: a later rule counts only where all earlier are equal.
/// There is no score. See <c>docs/method/match.md</c>.
/// </summary>
public static class WorkplaceMatch
{
    /// <summary>The rules, first to last; where all are equal the nearest comes first, then the alphabet.</summary>
    public static IReadOnlyList<OrderRule<WorkplaceLine>> Order { get; } =
    [
        new(
            new("Samme fag før beslægtede fag", "Same occupation before related ones"),
            l => l.Reasons.Any(r => r.Kind == ReasonKind.NearOccupation) ? 1 : 0
        ),
        new(
            new(
                "Plads efter antallet af ansatte før ukendt og fyldt",
                "Room by the number of employees before unknown and full"
            ),
            l => (int)l.Workplace.Capacity.Room
        ),
        new(
            new("Vil give løntimer før ukendt og nej", "Gives paid hours before unknown and no"),
            l =>
                l.Workplace.OffersPaidHours switch
                {
                    true => 0,
                    null => 1,
                    false => 2,
                }
        ),
        new(
            new(
                "Op til 10 km før op til 30 km før længere; ukendt afstand trækker ikke ned",
                "Up to 10 km before up to 30 km before further; an unknown distance does not count against"
            ),
            l => Distances.Band(l.Km)
        ),
        new(
            new("Har ansat nogen efter et forløb", "Has hired somebody after a placement"),
            l => l.Workplace.Hires > 0 ? 0 : 1
        ),
        new(new("Siger, der er ledige pladser", "Says there are open places"), l => l.Workplace.OpenPlaces > 0 ? 0 : 1),
        new(
            new(
                "Partner før samarbejde før kontakt før passiv",
                "Partner before cooperating before contact before passive"
            ),
            l => -(int)l.Workplace.Cooperation
        ),
        new(
            new("Lille privat arbejdsplads (fagligt råd)", "Small private workplace (professional advice)"),
            l => l.Workplace.IsSmallPrivate ? 0 : 1
        ),
        new(
            new("Gode jobmuligheder før ukendt og mindre gode", "Good job opportunities before unknown and less good"),
            l =>
                l.Category?.Chance switch
                {
                    JobChance.VeryGood => 0,
                    JobChance.Good => 1,
                    null => 2,
                    JobChance.LessGood => 3,
                }
        ),
    ];

    /// <summary>The lines in their order, whatever order the workplaces come in.</summary>
    /// <param name="wish">The occupation wished for; null leaves occupations out.</param>
    /// <param name="east">Where the citizen lives, in metres; null when protected or unknown.</param>
    public static IReadOnlyList<WorkplaceLine> Lines(
        string? wish,
        int? east,
        int? north,
        IEnumerable<WorkplaceFacts> workplaces,
        Balance balance
    )
    {
        var lines = workplaces
            .Select(w => Line(wish, Distances.Km(east, north, w.East, w.North), w, balance))
            .OfType<WorkplaceLine>();
        var first = lines.OrderBy(_ => 0);
        foreach (var rule in Order)
            first = first.ThenBy(rule.Place);
        var ordered = first
            .ThenBy(l => l.Km ?? 0)
            .ThenBy(l => l.Workplace.Name, Danish.Alphabet)
            .ThenBy(l => l.Workplace.PNumber, StringComparer.Ordinal)
            .ToList();
        return
        [
            .. ordered.Select(
                (line, i) => i == 0 ? line : line with { After = OrderedBy(Order, ordered[i - 1], line) }
            ),
        ];
    }

    /// <summary>The first rule two lines differ in.</summary>
    internal static Text OrderedBy<T>(IEnumerable<OrderRule<T>> order, T above, T line) =>
        order.FirstOrDefault(rule => rule.Place(above) != rule.Place(line))?.Name
        ?? new Text("Nærmest, derefter alfabetet", "Nearest, then the alphabet");

    private static WorkplaceLine? Line(string? wish, double? km, WorkplaceFacts workplace, Balance balance)
    {
        string? same = wish is not null && workplace.Occupations.Contains(wish) ? wish : null;
        string? near =
            wish is null || same is not null
                ? null
                : workplace.Occupations.Where(o => Employers.Occupations.AreNear(o, wish)).Min(StringComparer.Ordinal);
        if (wish is not null && same is null && near is null)
            return null;
        var category = balance.Of(same ?? near);
        return new WorkplaceLine(workplace, same ?? near, km, category, [.. All()], null);

        IEnumerable<Reason> All()
        {
            if (same is not null)
                yield return Reasons.Same(Employers.Occupations.Name(same));
            if (near is not null)
                yield return Reasons.Near(Employers.Occupations.Name(near));
            yield return Reasons.Room(workplace.Capacity);
            yield return Reasons.PaidHours(workplace.OffersPaidHours);
            if (km is <= Distances.NearKm or > Distances.FarKm)
                yield return Reasons.Distance(km.Value);
            if (workplace.Hires > 0)
                yield return Reasons.Hired(workplace.Hires, workplace.Ended);
            if (workplace.OpenPlaces > 0)
                yield return Reasons.Open(workplace.OpenPlaces);
            if (workplace.Cooperation is Cooperation.Cooperating or Cooperation.Partnership)
                yield return Reasons.Cooperates(workplace.Cooperation);
            if (workplace.IsSmallPrivate)
                yield return Reasons.SmallPrivate;
            if (Reasons.Shortage(category, balance.IsInvented) is { } shortage)
                yield return shortage;
            if (workplace.Flag is { } flag)
                yield return Reasons.Repeated(flag);
            if (workplace.CitizenWasHere)
                yield return Reasons.BeenHere;
        }
    }
}
