using Virker.Platform;

namespace Virker.Rules;

/// <summary>What an employer receives per hour for a job with wage subsidy on a day.</summary>
/// <param name="Low">Øre per hour; null when the rate is not known, which is no guess at zero.</param>
/// <param name="High">Øre per hour at most, where the rate depends on the person; otherwise as <paramref name="Low"/>.</param>
/// <param name="Rule">The row the answer rests on; null when the rule book has none for the day.</param>
/// <param name="Answer">The answer in words, also when it is that nobody here knows.</param>
public sealed record WageSubsidyRate(long? Low, long? High, Rule? Rule, Text Answer)
{
    /// <summary>Looks the rate up. <paramref name="kind"/> is one of the two wage subsidies.</summary>
    public static WageSubsidyRate For(RuleBook book, OfferKind kind, string targetGroup, DateOnly on)
    {
        var rule = book.For(RuleCheck.SubsidyRate, kind, targetGroup, on);
        if (rule?.Value is not { } low)
        {
            return new WageSubsidyRate(
                null,
                null,
                rule,
                new(
                    $"Virker kender ikke tilskuddets størrelse i {on.Year}. Slå satsen op hos STAR.",
                    $"Virker does not know the subsidy in {on.Year}. Look the rate up at STAR."
                )
            );
        }
        var high = rule.SecondValue ?? low;
        var (from, to) = (Say.Kroner(low), Say.Kroner(high));
        return new WageSubsidyRate(
            (long)low,
            (long)high,
            rule,
            low == high
                ? new($"Tilskuddet er {from.Da} i timen.", $"The subsidy is {from.En} an hour.")
                : new(
                    $"Tilskuddet er fra {from.Da} til {to.Da} i timen.",
                    $"The subsidy is from {from.En} to {to.En} an hour."
                )
        );
    }
}
