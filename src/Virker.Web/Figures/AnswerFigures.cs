using System.Globalization;
using Virker.Evidence.Answers;
using Virker.Evidence.JobEffects;
using Virker.Evidence.Knowledge;
using Virker.Figures;
using Virker.Web.Site;
using static Virker.Web.Site.Words;
using FigureDirection = Virker.Figures.Direction;

namespace Virker.Web.Figures;

/// <summary>The figures of an answer, with every text in the language of the request.</summary>
public static class AnswerFigures
{
    /// <summary>The trials behind a pooled effect, oldest first, with the pooled effect and where a new trial would
    /// lie.</summary>
    public static ForestPlot Forest(KnowledgeBank bank, Answer answer, PooledEffect pool)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return Forest(bank, pool, "forest");
    }

    /// <param name="bank">Keeps the figure.</param>
    /// <param name="pool">The pooled effect to draw.</param>
    /// <param name="id">Unique on the page.</param>
    public static ForestPlot Forest(KnowledgeBank bank, PooledEffect pool, string id)
    {
        ArgumentNullException.ThrowIfNull(bank);
        return bank.Remember((nameof(Forest), id, pool, Languages.IsEnglish), () => DrawForest(pool, id));
    }

    /// <summary>The results behind a job effect: which way each points and how much it contributes.</summary>
    public static HarvestPlot Harvest(KnowledgeBank bank, Answer answer)
    {
        ArgumentNullException.ThrowIfNull(bank);
        ArgumentNullException.ThrowIfNull(answer);
        return bank.Remember(
            (nameof(Harvest), answer.Query, Languages.IsEnglish),
            () => DrawHarvest(bank, answer.JobEffect)
        );
    }

    /// <summary>Whether small trials lean to one side.</summary>
    public static FunnelPlot Funnel(KnowledgeBank bank, Answer answer, PooledEffect pool)
    {
        ArgumentNullException.ThrowIfNull(bank);
        return bank.Remember((nameof(Funnel), pool, Languages.IsEnglish), () => DrawFunnel(pool));
    }

    /// <summary>So many of 100 without the intervention, and so many more with it.</summary>
    public static IconArray OfHundred(Answer answer, OfHundred hundred)
    {
        ArgumentNullException.ThrowIfNull(hundred);
        int without = (int)Math.Round(hundred.Without, MidpointRounding.AwayFromZero);
        int with = (int)Math.Clamp(Math.Round(hundred.With, MidpointRounding.AwayFromZero), 0, 100);
        int extra = with - without;
        return new IconArray
        {
            Id = "hundred",
            Culture = CultureInfo.CurrentCulture,
            Title = T("Af 100 som disse", "Of 100 like these"),
            Description = T(
                $"{without} af 100 når målet uden indsatsen og {with} med den.",
                $"{without} of 100 reach the goal without the effort and {with} with it."
            ),
            Base = without,
            Extra = extra,
            GroupHeading = T("Gruppe", "Group"),
            CountHeading = T("Antal af 100", "Number of 100"),
            BaseText = T("Når målet under alle omstændigheder", "Reach the goal in any case"),
            ExtraText =
                extra >= 0
                    ? T("Flere med indsatsen", "More with the effort")
                    : T("Færre med indsatsen", "Fewer with the effort"),
            RestText = T("Når det ikke", "Do not reach it"),
        };
    }

    private static ForestPlot DrawForest(PooledEffect pool, string id) =>
        new()
        {
            Id = id,
            Culture = CultureInfo.CurrentCulture,
            Title = T(
                $"{pool.Heading}: {pool.Trials} forsøg og deres samlede effekt",
                $"{pool.Heading}: {pool.Trials} trials and their pooled effect"
            ),
            Description = T(
                $"Hvert forsøgs relative chance med 95 % interval. Samlet {Show.Interval(pool.Effect)}; et nyt, lignende forsøg ventes mellem {Show.Number(pool.Prediction.Low)} og {Show.Number(pool.Prediction.High)}. Tallet 1 betyder ingen forskel.",
                $"The risk ratio of each trial with its 95% interval. Pooled {Show.Interval(pool.Effect)}; a new, similar trial is expected between {Show.Number(pool.Prediction.Low)} and {Show.Number(pool.Prediction.High)}. The number 1 means no difference."
            ),
            Headings = new ForestHeadings(T("Forsøg", "Trial"), "RR (95 % CI)", T("Vægt", "Weight"))
            {
                Columns = [T("Med indsats", "Treated"), T("Uden", "Control")],
            },
            Groups =
            [
                new ForestGroup(
                    "",
                    [
                        .. pool
                            .Effects.OrderBy(e => e.Year)
                            .ThenBy(e => e.Label.ToString(), StringComparer.CurrentCulture)
                            .Select(Row),
                    ]
                ),
            ],
            Pooled = new ForestSummary(
                T("Samlet effekt", "Pooled effect"),
                pool.Effect.Estimate,
                pool.Effect.Low,
                pool.Effect.High
            )
            {
                Prediction = new ForestPrediction(
                    T("Et nyt forsøg (95 %)", "A new trial (95%)"),
                    pool.Prediction.Low,
                    pool.Prediction.High
                ),
                Note = $"I² = {Show.Percent(pool.I2)}, τ² = {Show.Number(pool.Tau2, 3)}, k = {pool.Trials}",
            },
            AxisTitle = T("Relativ chance (RR), logaritmisk akse", "Risk ratio (RR), logarithmic axis"),
            FavoursLow = T("Uden er bedre", "Control is better"),
            FavoursHigh = T("Indsatsen er bedre", "Treatment is better"),
        };

    private static ForestRow Row(EffectInPool effect) =>
        new(effect.Label.ToString(), effect.Effect.Estimate, effect.Effect.Low, effect.Effect.High, effect.Weight)
        {
            Sublabel = CountryNames.Of(effect.Country),
            Columns =
            [
                $"{Show.Count(effect.EventsTreated)}/{Show.Count(effect.NTreated)}",
                $"{Show.Count(effect.EventsControl)}/{Show.Count(effect.NControl)}",
            ],
        };

    private static HarvestPlot DrawHarvest(KnowledgeBank bank, JobEffect effect)
    {
        var names = bank.Taxonomy.EffectTypes.ToDictionary(type => type.Code, type => type.Name.ToString());
        return new HarvestPlot
        {
            Id = "harvest",
            Culture = CultureInfo.CurrentCulture,
            Title = T(
                "Hvad resultaterne peger på, og hvor meget hvert af dem vejer",
                "What the results point to, and how much each weighs"
            ),
            Description = T(
                $"{Of(effect, 1)} resultater er positive, {Of(effect, 0)} viser ingen effekt, og {Of(effect, -1)} er negative. Den positive retning har {Show.Share(effect.Stock.SharePositive)} af vidensmængden.",
                $"{Of(effect, 1)} results are positive, {Of(effect, 0)} show no effect, and {Of(effect, -1)} are negative. The positive direction holds {Show.Share(effect.Stock.SharePositive)} of the stock of knowledge."
            ),
            RowHeading = T("Hvornår effekten er målt", "When the effect was measured"),
            Columns =
            [
                new HarvestColumn(FigureDirection.Negative, T("Negativ", "Negative")),
                new HarvestColumn(FigureDirection.None, T("Ingen effekt", "No effect")),
                new HarvestColumn(FigureDirection.Positive, T("Positiv", "Positive")),
            ],
            Rows =
            [
                .. effect
                    .Contributions.GroupBy(c => c.EffectType)
                    .Select(type => new HarvestRow(
                        names.GetValueOrDefault(type.Key, type.Key),
                        [.. type.OrderByDescending(c => c.Contribution).Select(c => Bar(bank, c))]
                    )),
            ],
            Note = T(
                "Højden er resultatets vidensbidrag, fra 0 til 1. ? betyder, at signifikansen ikke er aflæst.",
                "The height is the result's contribution to the stock of knowledge, from 0 to 1. ? means that its significance was not read."
            ),
        };
    }

    private static int Of(JobEffect effect, int direction) => effect.Contributions.Count(c => c.Direction == direction);

    private static HarvestBar Bar(KnowledgeBank bank, JobEffectContribution contribution) =>
        new(
            bank.FindStudy(contribution.StudyId)?.Label.ToString() ?? contribution.StudyId,
            contribution.Direction switch
            {
                > 0 => FigureDirection.Positive,
                < 0 => FigureDirection.Negative,
                _ => FigureDirection.None,
            },
            (double)Math.Clamp(contribution.Contribution, 0, 1),
            contribution.SignificanceNotRead ? "?" : ""
        );

    private static FunnelPlot DrawFunnel(PooledEffect pool) =>
        new()
        {
            Id = "funnel",
            Culture = CultureInfo.CurrentCulture,
            Title = T("Store og små forsøg", "Large and small trials"),
            Description = T(
                $"Hvert forsøgs effekt mod dets usikkerhed, de sikreste øverst. Ligger de usikre forsøg mest til højre, viser små forsøg større effekt. {pool.SmallStudies?.Sentence}",
                $"The effect of each trial against its uncertainty, the surest at the top. If the unsure trials lie mostly to the right, small trials show larger effects. {pool.SmallStudies?.Sentence}"
            ),
            Points = [.. pool.Effects.Select(e => new FunnelPoint(e.Label.ToString(), e.LogEffect, e.Se))],
            Estimate = Math.Log(pool.Effect.Estimate),
            Texts = new FunnelTexts(
                T("Forsøg", "Trial"),
                T("Relativ chance (RR)", "Risk ratio (RR)"),
                T("Standardfejl på log RR", "Standard error of log RR"),
                T("Forsøg", "Trial"),
                T("Tilføjet af trim and fill", "Added by trim and fill"),
                T("95 % område om den samlede effekt", "95% region around the pooled effect")
            )
            {
                Contours = Languages.IsEnglish
                    ? ["p > 0.10", "0.05 < p < 0.10", "0.01 < p < 0.05", "p < 0.01"]
                    : ["p > 0,10", "0,05 < p < 0,10", "0,01 < p < 0,05", "p < 0,01"],
            },
        };
}
