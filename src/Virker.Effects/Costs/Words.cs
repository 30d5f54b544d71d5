using System.Globalization;
using System.Text.RegularExpressions;
using Virker.Evidence.Bank;
using Virker.Evidence.Knowledge;
using Virker.Platform;

namespace Virker.Effects.Costs;

/// <summary>What a calculation says about its lines.</summary>
internal static partial class Words
{
    /// <summary>A text with the columns and choices it names, <c>{kr}</c>, called what the reader knows them by.</summary>
    public static Text Called(Text text, Func<string, string> named)
    {
        return new(In(text.Da), In(text.En));

        string In(string words) => Named().Replace(words, match => named(match.Groups["name"].Value));
    }

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();

    public static Text SourceOfAmount { get; } =
        new("skriv, hvor beløbet kommer fra", "write where the amount comes from");

    public static Text PriceOrAmount { get; } =
        new("skriv {price} eller {kr} med {source}", "give {price}, or {kr} with {source}");

    public static Text PriceUnknown { get; } =
        new(
            "prisen er ukendt: den er ikke læst i nogen kilde. Skriv dit eget beløb i {kr}, og hvor det kommer fra, i {source}",
            "the price is unknown: no source of it was read. Give your own amount in {kr}, and where it comes from in {source}"
        );

    public static Text WeeksBefore { get; } =
        new(
            "refusionen afhænger af ugerne på offentlig forsørgelse før; skriv dem",
            "the refund depends on the weeks of public support before; give them"
        );

    public static Text NoFindingHere { get; } =
        new(
            "en linje af slagsen {mechanical} hviler ikke på et studie; lad feltet stå tomt, eller vælg {behaviour}",
            "a line of the kind {mechanical} rests on no study; leave the cell empty, or choose {behaviour}"
        );

    public static Text NoEffectHere { get; } =
        new("kun en linje af slagsen {behaviour} har en effekt", "only a line of the kind {behaviour} has an effect");

    public static Text StudyNeeded { get; } =
        new(
            "skriv resultatet i vidensbanken, som linjen hviler på (som IPS-christensen2019)",
            "name the finding in the knowledge bank that the line rests on (like IPS-christensen2019)"
        );

    public static Text NoSize { get; } =
        new(
            "resultatet har hverken antal eller en gennemsnitsforskel; vælg et andet, eller skriv {effect}",
            "the finding has neither counts nor a difference in means; choose another, or give {effect}"
        );

    public static Text Share { get; } =
        new("effekten er en andel mellem -1 og 1", "the effect is a share between -1 and 1");

    public static Text LowAndHigh { get; } =
        new(
            "skriv både {effect_low} og {effect_high}, med {effect} imellem",
            "give both {effect_low} and {effect_high}, with {effect} between them"
        );

    public static Text SpreadOfLowAndHigh { get; } =
        new(
            "{kr_low} og {kr_high} kræver i {spread}: {uniform}, {triangular} eller {normal}",
            "{kr_low} and {kr_high} need in {spread}: {uniform}, {triangular} or {normal}"
        );

    public static Text AmountWithin { get; } =
        new(
            "skriv {kr_low} under {kr_high}, med beløbet imellem",
            "give {kr_low} below {kr_high}, with the amount between them"
        );

    public static Text RefundFrom(DateOnly day) =>
        new($"refusionen kendes fra {Iso(day)}", $"the refund is known from {Iso(day)}");

    public static Text RefundIsOfBenefits(IEnumerable<UnitPrice> benefits)
    {
        string list = string.Join(", ", benefits.Select(p => p.Id).Distinct());
        return new($"refusion gælder ydelser: {list}", $"refund is of benefits: {list}");
    }

    public static Text PriceOfAnotherDay(DateOnly day, IEnumerable<UnitPrice> known)
    {
        string list = string.Join(", ", known.Select(p => $"{Iso(p.From)}–{(p.To is { } to ? Iso(to) : "")}"));
        return new(
            $"der er ingen pris den {Iso(day)}, kun {list}. Skriv dit eget beløb i {{kr}}, og hvor det kommer fra, i {{source}}",
            $"there is no price on {Iso(day)}, only {list}. Give your own amount in {{kr}}, and where it comes from in {{source}}"
        );
    }

    public static Text UnknownFinding(KnowledgeBank bank, Proposal proposal)
    {
        string list = string.Join(", ", bank.FindingsFor(proposal.Who, proposal.What).Select(f => f.Id));
        return list == ""
            ? new(
                "ukendt resultat; vidensbanken har ingen om denne målgruppe og indsats",
                "unknown finding; the knowledge bank has none on this target group and intervention"
            )
            : new($"ukendt resultat; der findes {list}", $"unknown finding; there are {list}");
    }

    public static Text OtherCell(Finding finding, Proposal proposal) =>
        new(
            $"resultatet handler om {finding.Interventions} for {finding.TargetGroups}, ikke om {proposal.What} for {proposal.Who}",
            $"the finding is about {finding.Interventions} for {finding.TargetGroups}, not {proposal.What} for {proposal.Who}"
        );

    public static Text RestsOn(UnitPrice? price, bool isOwnAmount, string source, Study? study, Effect? effect)
    {
        List<Text> parts = [];
        if (isOwnAmount)
            parts.Add(new(source, source));
        else if (price is not null)
            parts.Add(new(price.Source, price.Source));
        if (study is not null)
        {
            parts.Add(
                effect is { IsChanged: true }
                    ? new(
                        $"effekten er ændret af dig; studiet er {study.Label.Da}",
                        $"the effect is changed by you; the study is {study.Label.En}"
                    )
                    : study.Label
            );
        }
        return new(string.Join("; ", parts.Select(p => p.Da)), string.Join("; ", parts.Select(p => p.En)));
    }

    public static Text ZeroEffect { get; } =
        new(
            "Jobeffekten siger ingen effekt: adfærden regnes som nul (valg C-14).",
            "The job effect says no effect: behaviour counts as zero (choice C-14)."
        );

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
