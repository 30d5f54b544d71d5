using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework.Placements;

/// <summary>What a kind of placement is, for everything that asks.</summary>
public sealed record PlacementTraits
{
    public required Text Name { get; init; }

    /// <summary>Where there is little room.</summary>
    public required Text ShortName { get; init; }

    /// <summary>The code in the taxonomy of interventions.</summary>
    public required string Intervention { get; init; }

    /// <summary>The law it is checked by.</summary>
    public required OfferKind Offer { get; init; }

    /// <summary>The citizen is at the workplace without pay or with a subsidised wage: with weekly hours and tasks of its
    /// own, one at a time at a workplace, and counted in the reasonable ratio (BEK § 65). Otherwise it is ordinary paid
    /// hours and nothing else.</summary>
    public required bool IsSupported { get; init; }

    /// <summary>Without pay: the days at a workplace add up, and the questions about misuse are asked.</summary>
    public required bool IsUnpaid { get; init; }

    /// <summary>Employer and employee representative must state in writing that the ratio holds (BEK § 65).</summary>
    public required bool NeedsStatement { get; init; }
}

public static class PlacementKinds
{
    private static readonly PlacementTraits Internship = new()
    {
        Name = new("Virksomhedspraktik", "Company internship"),
        ShortName = new("Praktik", "Internship"),
        Intervention = "ACT.BUS.PLACEMENT",
        Offer = OfferKind.Internship,
        IsSupported = true,
        IsUnpaid = true,
        NeedsStatement = true,
    };

    private static readonly PlacementTraits PrivateWageSubsidy = new()
    {
        Name = new("Privat løntilskud", "Private wage subsidy"),
        ShortName = new("Løntilskud", "Wage subsidy"),
        Intervention = "ACT.BUS.WAGESUB.PRIVATE",
        Offer = OfferKind.PrivateWageSubsidy,
        IsSupported = true,
        IsUnpaid = false,
        NeedsStatement = false,
    };

    private static readonly PlacementTraits PublicWageSubsidy = new()
    {
        Name = new("Offentligt løntilskud", "Public wage subsidy"),
        ShortName = new("Løntilskud", "Wage subsidy"),
        Intervention = "ACT.BUS.WAGESUB.PUBLIC",
        Offer = OfferKind.PublicWageSubsidy,
        IsSupported = true,
        IsUnpaid = false,
        NeedsStatement = false,
    };

    private static readonly PlacementTraits PaidHours = new()
    {
        Name = new("Ordinære løntimer", "Ordinary paid hours"),
        ShortName = new("Løntimer", "Paid hours"),
        Intervention = "X.ORDHOURS",
        Offer = OfferKind.PaidHours,
        IsSupported = false,
        IsUnpaid = false,
        NeedsStatement = false,
    };

    public static PlacementTraits Of(PlacementKind kind) =>
        kind switch
        {
            PlacementKind.Internship => Internship,
            PlacementKind.PrivateWageSubsidy => PrivateWageSubsidy,
            PlacementKind.PublicWageSubsidy => PublicWageSubsidy,
            PlacementKind.PaidHours => PaidHours,
        };

    /// <summary>The kinds with a trait, for a query.</summary>
    public static PlacementKind[] With(Func<PlacementTraits, bool> trait) =>
        [.. Enum.GetValues<PlacementKind>().Where(kind => trait(Of(kind)))];
}
