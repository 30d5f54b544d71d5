using System.Globalization;
using Virker.Casework.Employers;
using Virker.Platform;

namespace Virker.Casework.Matching;

public enum Side
{
    For,

    /// <summary>Not known: ask.</summary>
    Ask,
    Against,
}

public enum ReasonKind
{
    SameOccupation,
    NearOccupation,
    IsNear,
    IsFar,
    HasRoom,
    RoomUnknown,
    IsFull,
    OffersPaidHours,
    PaidHoursUnknown,
    NoPaidHours,
    HiredBefore,
    OpenPlaces,
    Cooperates,
    SmallPrivate,
    GoodChance,
    ManyApplicants,
    RepeatedInternships,
    BeenHere,
    PlacedNow,
}

/// <summary>Something that speaks for a match or against it, in words the citizen can read.</summary>
public sealed record Reason(ReasonKind Kind, Side Side, Text Text);

/// <summary>The words of the reasons.</summary>
internal static class Reasons
{
    private static readonly CultureInfo Da = CultureInfo.GetCultureInfo("da-DK");
    private static readonly CultureInfo En = CultureInfo.GetCultureInfo("en-GB");

    public static Reason Same(Text occupation) =>
        new(
            ReasonKind.SameOccupation,
            Side.For,
            new($"Samme fag: {occupation.Da}", $"Same occupation: {occupation.En}")
        );

    public static Reason Near(Text occupation) =>
        new(
            ReasonKind.NearOccupation,
            Side.For,
            new($"Beslægtet fag: {occupation.Da}", $"Related occupation: {occupation.En}")
        );

    public static Reason Distance(double km) =>
        km <= Distances.NearKm
            ? new(
                ReasonKind.IsNear,
                Side.For,
                new($"Tæt på: {Km(km).Da} i lige linje", $"Close: {Km(km).En} in a straight line")
            )
            : new(
                ReasonKind.IsFar,
                Side.Against,
                new($"Langt væk: {Km(km).Da} i lige linje", $"Far: {Km(km).En} in a straight line")
            );

    public static Reason Room(Capacity capacity)
    {
        decimal hours = decimal.Floor(capacity.FreeHours);
        return capacity.Room switch
        {
            Matching.Room.Free => new(
                ReasonKind.HasRoom,
                Side.For,
                new(
                    $"Plads til praktik i op til {hours.ToString("0", Da)} timer om ugen i alt",
                    $"Room for internships of up to {hours.ToString("0", En)} hours a week in all"
                )
            ),
            Matching.Room.Full => new(
                ReasonKind.IsFull,
                Side.Against,
                new(
                    $"Ingen plads nu: {capacity.Places} {(capacity.Places == 1 ? "plads" : "pladser")} efter antallet af ansatte",
                    $"No room now: {capacity.Places} {(capacity.Places == 1 ? "place" : "places")} by the number of employees"
                )
            ),
            Matching.Room.Unknown => new(
                ReasonKind.RoomUnknown,
                Side.Ask,
                new(
                    "Spørg, hvor mange der er ansat: måske er der plads",
                    "Ask how many work there: perhaps there is room"
                )
            ),
        };
    }

    public static Reason PaidHours(bool? offers) =>
        offers switch
        {
            true => new(
                ReasonKind.OffersPaidHours,
                Side.For,
                new("Vil gerne give løntimer", "Willing to give paid hours")
            ),
            null => new(
                ReasonKind.PaidHoursUnknown,
                Side.Ask,
                new("Spørg, om de vil give løntimer", "Ask whether they give paid hours")
            ),
            false => new(
                ReasonKind.NoPaidHours,
                Side.Against,
                new("Giver ikke løntimer nu", "Gives no paid hours now")
            ),
        };

    public static Reason Hired(int hires, int ended) =>
        new(
            ReasonKind.HiredBefore,
            Side.For,
            new(
                $"Har ansat {hires} af {ended}, der var her før",
                $"Has hired {hires} of the {ended} who were here before"
            )
        );

    public static Reason Open(int places) =>
        new(
            ReasonKind.OpenPlaces,
            Side.For,
            new(
                places == 1 ? "Siger, der er 1 ledig plads" : $"Siger, der er {places} ledige pladser",
                places == 1 ? "Says there is 1 open place" : $"Says there are {places} open places"
            )
        );

    public static Reason Cooperates(Cooperation cooperation) =>
        new(
            ReasonKind.Cooperates,
            Side.For,
            cooperation == Cooperation.Partnership
                ? new("Fast partner for kommunen", "A partner of the municipality")
                : new("Samarbejder med kommunen", "Cooperates with the municipality")
        );

    public static Reason SmallPrivate { get; } =
        new(
            ReasonKind.SmallPrivate,
            Side.For,
            new(
                "Lille privat arbejdsplads (under 20 ansatte). Det er et fagligt råd og ikke bevist",
                "Small private workplace (under 20 employees). That is professional advice and not proven"
            )
        );

    public static Reason? Shortage(BalanceCategory? category, bool isInvented)
    {
        if (category is null)
            return null;
        var made = isInvented ? new Text(" (opdigtet)", " (made up)") : default;
        return category.Chance == JobChance.LessGood
            ? new(
                ReasonKind.ManyApplicants,
                Side.Against,
                new($"{category.Name.Da} i faget{made.Da}", $"{category.Name.En} in the occupation{made.En}")
            )
            : new(
                ReasonKind.GoodChance,
                Side.For,
                new($"{category.Name.Da} i faget{made.Da}", $"{category.Name.En} in the occupation{made.En}")
            );
    }

    public static Reason Repeated(MisuseFlag flag) =>
        new(
            ReasonKind.RepeatedInternships,
            Side.Against,
            new($"{flag.Fact.Da} {flag.Question.Da}", $"{flag.Fact.En} {flag.Question.En}")
        );

    public static Reason BeenHere { get; } =
        new(
            ReasonKind.BeenHere,
            Side.Ask,
            new("Har været her før: spørg, hvordan det gik", "Has been here before: ask how it went")
        );

    public static Reason PlacedNow { get; } =
        new(ReasonKind.PlacedNow, Side.Against, new("Er i et forløb på en arbejdsplads nu", "Is at a workplace now"));

    private static Text Km(double km) => new($"{km.ToString("0.0", Da)} km", $"{km.ToString("0.0", En)} km");
}

/// <summary>Distance in a straight line from map positions.</summary>
public static class Distances
{
    /// <summary>Up to so many km is close. Our choice.</summary>
    public const double NearKm = 10;

    /// <summary>Above so many km is far. Our choice.</summary>
    public const double FarKm = 30;

    /// <summary>Between two positions in metres; null where one is not known.</summary>
    public static double? Km(int? east, int? north, int? otherEast, int? otherNorth) =>
        east is { } e && north is { } n && otherEast is { } oe && otherNorth is { } on
            ? Math.Sqrt(Math.Pow((double)e - oe, 2) + Math.Pow((double)n - on, 2)) / 1000
            : null;

    /// <summary>0 close or not known, 1 between, 2 far: nobody falls back because a place is not known.</summary>
    internal static int Band(double? km) =>
        km > FarKm ? 2
        : km > NearKm ? 1
        : 0;
}
