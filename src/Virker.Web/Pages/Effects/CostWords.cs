using System.Globalization;
using Virker.Dkfds;
using Virker.Effects.Costs;
using Virker.Figures;
using Virker.Platform;
using Virker.Web.Site;
using static Virker.Web.Site.Words;

namespace Virker.Web.Pages.Effects;

/// <summary>Costs in words and figures. Above 0 is spent, below 0 is saved.</summary>
public static class CostWords
{
    private static readonly Dictionary<string, Text> Labels = new(StringComparer.Ordinal)
    {
        ["line"] = new("Hvad er det?", "What is it?"),
        ["kind"] = new("Hvilken slags?", "What kind?"),
        ["year"] = new("I hvilket år?", "In which year?"),
        ["payer"] = new("Hvem betaler eller sparer?", "Who pays or saves?"),
        ["price"] = new("Pris", "Price"),
        ["kr"] = new("Eget beløb i kroner", "An amount of one's own in DKK"),
        ["source"] = new("Hvor kommer beløbet fra?", "Where does the amount come from?"),
        ["units"] = new("Hvor mange enheder pr. borger?", "How many units a citizen?"),
        ["weeks_before"] = new(
            "Uger på offentlig forsørgelse før (afgør refusionen)",
            "Weeks of public support before (decides the refund)"
        ),
        ["finding"] = new("Hvilket studie hviler effekten på?", "Which study does the effect rest on?"),
        ["effect"] = new("En anden effekt end studiets", "Another effect than the study's"),
        ["effect_low"] = new("Effekten mindst (95 %)", "The effect at least (95%)"),
        ["effect_high"] = new("Effekten højst (95 %)", "The effect at most (95%)"),
        ["return_flow"] = new("Tilbageløb i procent", "Return flow in percent"),
        ["spread"] = new("Hvor sikkert er beløbet?", "How sure is the amount?"),
        ["kr_low"] = new("Beløbet lavt", "The amount, low"),
        ["kr_high"] = new("Beløbet højt", "The amount, high"),
    };

    /// <summary>What the form calls a column.</summary>
    public static string Label(string column) => Labels[column].ToString();

    /// <summary>What the form calls a column or a choice, within a sentence.</summary>
    public static string Called(string name) =>
        $"»{(Labels.TryGetValue(name, out var label) ? label.ToString() : Kinds.Concat(Spreads).FirstOrDefault(o => o.Value == name)?.Text ?? name)}«";

    public static string Of(Budget? budget) =>
        budget switch
        {
            Budget.Municipality => T("Kommunen", "The municipality"),
            Budget.Region => T("Regionen", "The region"),
            Budget.State => T("Staten", "The state"),
            Budget.Society => T(
                "Borgerne selv (ikke et offentligt budget)",
                "The citizens themselves (no public budget)"
            ),
            Budget.Unknown => T("Offentligt, men ukendt hvis", "Public, but whose is unknown"),
            null => T("Det offentlige i alt", "Public budgets in all"),
        };

    public static string Of(CostPart part) =>
        part switch
        {
            CostPart.Mechanical => T("Indsatsen selv", "The intervention itself"),
            CostPart.Measured => T("Målt i et forsøg", "Measured in a trial"),
            CostPart.Behaviour => T("Når borgerne gør noget andet", "When citizens do something else"),
            CostPart.ReturnFlow => T("Tilbageløb i skat og afgifter", "Return flow in tax and duties"),
        };

    public static IReadOnlyList<DkOption> Kinds =>
        [
            new(CostKind.Mechanical.Code(), T("Indsatsen selv", "The intervention itself")),
            new(CostKind.Behaviour.Code(), T("Følger af et studies effekt", "Follows from a study's effect")),
            new(CostKind.Measured.Code(), T("Kroner, et forsøg målte", "Kroner that a trial measured")),
        ];

    public static IReadOnlyList<DkOption> Payers =>
        [
            new(Payer.Municipality.Code(), T("Kommunen", "The municipality")),
            new(Payer.Region.Code(), T("Regionen", "The region")),
            new(Payer.State.Code(), T("Staten", "The state")),
            new(Payer.Refund.Code(), T("Kommunen med statens refusion", "The municipality with the state's refund")),
            new(Payer.Society.Code(), T("Borgerne selv", "The citizens themselves")),
            new(Payer.Unknown.Code(), T("Ukendt", "Unknown")),
        ];

    public static IReadOnlyList<DkOption> Spreads =>
        [
            new(Spread.Fixed.Code(), T("Fast", "Fixed")),
            new(Spread.Uniform.Code(), T("Lige sandsynligt mellem lav og høj", "Equally likely between low and high")),
            new(Spread.Triangular.Code(), T("Trekant med top i beløbet", "Triangle with its top at the amount")),
            new(Spread.Normal.Code(), T("Normal, 95 % mellem lav og høj", "Normal, 95% between low and high")),
        ];

    /// <summary>The shipped prices, the newest name of each.</summary>
    public static IReadOnlyList<DkOption> Prices =>
        [
            new("", T("Eget beløb", "An amount of one's own")),
            .. CostData
                .Prices.GroupBy(p => p.Id)
                .Select(g => new DkOption(g.Key, $"{g.Last().Name} ({g.Last().Unit})")),
        ];

    /// <summary>Whole kroner with a true minus.</summary>
    public static string Kr(long oere) => T($"{Show.Kroner(oere)} kr.", $"{Show.Kroner(oere)} DKK");

    /// <summary>The answer in a few sentences, with how sure it is.</summary>
    public static string Sentence(CostResult result)
    {
        var all = result.Public;
        string people = Show.Count(result.Proposal.Citizens);
        return T(
            $"For {people} borgere {Verb(all.Oere)} det offentlige i alt {Show.Kroner(Math.Abs(all.Oere))} kr., {Show.Kroner(Math.Abs(result.PerCitizen(all.Oere)))} kr. pr. borger. I {Show.Percent(100 * all.ChanceOfSaving)} af trækkene bliver det en besparelse; 95 % ligger mellem {Show.Kroner(all.Low)} og {Show.Kroner(all.High)} kr. (minus er sparet).",
            $"For {people} citizens the public budgets {Verb(all.Oere)} {Show.Kroner(Math.Abs(all.Oere))} DKK in all, {Show.Kroner(Math.Abs(result.PerCitizen(all.Oere)))} DKK a citizen. In {Show.Percent(100 * all.ChanceOfSaving)} of the draws it is a saving; 95% lie between {Show.Kroner(all.Low)} and {Show.Kroner(all.High)} DKK (minus is saved)."
        );
    }

    public static IEnumerable<string> BreakEven(CostResult result)
    {
        var even = result.BreakEven;
        if (even.EffectNeeded is { } needed)
        {
            yield return T(
                $"Det tjener sig ind, hvis {Show.Percent(100 * (double)needed)} af studiets effekt også findes her.",
                $"It pays for itself if {Show.Percent(100 * (double)needed)} of the study's effect is found here as well."
            );
        }
        if (even.MostPerCitizen is { } most)
        {
            yield return T(
                $"Indsatsen må højst koste {Kr(most)} pr. borger, hvis den skal tjene sig ind.",
                $"The intervention may cost at most {Kr(most)} a citizen if it is to pay for itself."
            );
        }
        yield return even.Year is { } year
            ? T(
                $"Udgiften er tjent ind ved udgangen af år {year}.",
                $"The cost is recovered by the end of year {year}."
            )
            : T(
                "Udgiften bliver ikke tjent ind i de år, der er regnet på.",
                "The cost is not recovered within the years that are counted."
            );
    }

    public static BarFigure Figure(CostResult result) =>
        new()
        {
            Id = "budgets",
            Culture = CultureInfo.CurrentCulture,
            Title = T("Hvem bruger, og hvem sparer?", "Who spends, and who saves?"),
            Description = T(
                "Kroner pr. borger over alle årene. Til højre for nul er udgift, til venstre er sparet. Stregen er 95 % af trækkene.",
                "DKK a citizen over all years. Right of zero is spent, left is saved. The line is 95% of the draws."
            ),
            RowHeading = T("Budget", "Budget"),
            ValueHeading = T("Kroner pr. borger (95 %)", "DKK a citizen (95%)"),
            ValueFormat = "#,##0",
            Bars =
            [
                .. result
                    .Budgets.Append(result.Public)
                    .Select(b => new Bar(
                        Of(b.Budget),
                        PerCitizen(result, b.Oere),
                        PerCitizen(result, b.Low),
                        PerCitizen(result, b.High)
                    )),
            ],
        };

    /// <summary>What the published calculation of IPS consists of.</summary>
    public static string Of(PublishedStatus status) =>
        status switch
        {
            PublishedStatus.Published => T("Offentlig", "Public"),
            PublishedStatus.NotPublic => T("Ikke offentlig", "Not public"),
            PublishedStatus.Rest => T("Regnet her", "Computed here"),
            PublishedStatus.Total => T("I alt", "In all"),
        };

    private static double PerCitizen(CostResult result, long oere) =>
        Math.Round(oere / 100.0 / result.Proposal.Citizens);

    private static string Verb(long oere) => oere <= 0 ? T("sparer", "save") : T("bruger", "spend");
}
