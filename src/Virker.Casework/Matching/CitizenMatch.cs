using Virker.Casework.Employers;
using Virker.Platform;

namespace Virker.Casework.Matching;

/// <summary>What bears on whether a citizen and a workplace fit. It holds no CPR number and no address.</summary>
/// <param name="East">Metres on the map; null when protected or unknown.</param>
public sealed record CitizenFacts(
    Guid Id,
    string Name,
    string? JobGoal,
    string? TargetGroup,
    Guid? PrimaryContactId,
    string Wish,
    bool IsAddressProtected,
    int? East,
    int? North,
    bool IsPlacedNow,
    bool WasHere
);

/// <summary>A citizen in the match with the reasons for and against it.</summary>
/// <param name="Km">Null when the address is protected or a position is not known: distance is not used.</param>
public sealed record CitizenLine(CitizenFacts Citizen, double? Km, IReadOnlyList<Reason> Reasons);

/// <summary>The citizens who wished for what people do at a workplace. Persons are not graded: after wish, time and
/// distance comes the alphabet.</summary>
public static class CitizenMatch
{
    public static IReadOnlyList<OrderRule<CitizenLine>> Order { get; } =
    [
        new(
            new("Ønsker samme fag før beslægtede fag", "Wishes the same occupation before related ones"),
            l => l.Reasons.Any(r => r.Kind == ReasonKind.NearOccupation) ? 1 : 0
        ),
        new(
            new("Er ikke i et forløb på en arbejdsplads nu", "Is not at a workplace now"),
            l => l.Citizen.IsPlacedNow ? 1 : 0
        ),
        new(
            new(
                "Op til 10 km før op til 30 km før længere; ukendt eller beskyttet adresse trækker ikke ned",
                "Up to 10 km before up to 30 km before further; an unknown or protected address does not count against"
            ),
            l => Distances.Band(l.Km)
        ),
    ];

    /// <summary>The lines in their order, whatever order the citizens come in.</summary>
    public static IReadOnlyList<CitizenLine> Lines(
        IReadOnlyCollection<string> occupations,
        int? east,
        int? north,
        IEnumerable<CitizenFacts> citizens
    )
    {
        var lines = citizens.Select(c => Line(occupations, east, north, c)).OfType<CitizenLine>().OrderBy(_ => 0);
        foreach (var rule in Order)
            lines = lines.ThenBy(rule.Place);
        return [.. lines.ThenBy(l => l.Citizen.Name, Danish.Alphabet).ThenBy(l => l.Citizen.Id)];
    }

    private static CitizenLine? Line(
        IReadOnlyCollection<string> occupations,
        int? east,
        int? north,
        CitizenFacts citizen
    )
    {
        bool isSame = occupations.Contains(citizen.Wish);
        if (!isSame && !occupations.Any(o => Occupations.AreNear(o, citizen.Wish)))
            return null;
        double? km = citizen.IsAddressProtected ? null : Distances.Km(east, north, citizen.East, citizen.North);
        var wish = Occupations.Name(citizen.Wish);
        List<Reason> reasons = [isSame ? Reasons.Same(wish) : Reasons.Near(wish)];
        if (km is <= Distances.NearKm or > Distances.FarKm)
            reasons.Add(Reasons.Distance(km.Value));
        if (citizen.IsPlacedNow)
            reasons.Add(Reasons.PlacedNow);
        if (citizen.WasHere)
            reasons.Add(Reasons.BeenHere);
        return new CitizenLine(citizen, km, reasons);
    }
}
