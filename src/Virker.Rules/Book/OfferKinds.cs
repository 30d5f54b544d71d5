namespace Virker.Rules;

/// <summary>How the law sees a kind of offer.</summary>
/// <param name="IsLimited">The law limits how long it lasts and how many an employer may have: where the book holds no
/// such rule, that is said.</param>
/// <param name="IsSubsidy">An employment with wage subsidy.</param>
/// <param name="AddsUp">Earlier days at the same workplace count: it goes on there, whatever it is called.</param>
internal sealed record OfferTraits(bool IsLimited, bool IsSubsidy, bool AddsUp);

internal static class OfferKinds
{
    private static readonly OfferTraits Internship = new(IsLimited: true, IsSubsidy: false, AddsUp: true);
    private static readonly OfferTraits WageSubsidy = new(IsLimited: true, IsSubsidy: true, AddsUp: false);
    private static readonly OfferTraits Free = new(IsLimited: false, IsSubsidy: false, AddsUp: false);

    public static OfferTraits Of(OfferKind kind) =>
        kind switch
        {
            OfferKind.Internship => Internship,
            OfferKind.PrivateWageSubsidy or OfferKind.PublicWageSubsidy => WageSubsidy,
            OfferKind.PaidHours or OfferKind.Mentor or OfferKind.Course or OfferKind.Treatment => Free,
        };
}
