using System.Globalization;
using Virker.Effects.Practice;
using Virker.Figures;
using Virker.Statistics.Monitoring;
using Virker.Web.Site;
using static Virker.Web.Pages.Effects.PracticeWords;
using static Virker.Web.Site.Words;

namespace Virker.Web.Pages.Effects;

/// <summary>Practice in pictures: the four differences, a hundred people, the teams and the quarters.</summary>
public static class PracticeFigures
{
    public static ForestPlot Overview(PracticeResult found)
    {
        QuestionResult[] compared = [.. found.Questions.Where(q => q.Comparison is not null)];
        return new()
        {
            Id = "practice",
            Culture = CultureInfo.CurrentCulture,
            Title = T(
                "Forskel i job efter et år, grupperne gjort ens",
                "Difference in jobs after a year, groups made alike"
            ),
            Description = T(
                "For hvert spørgsmål forskellen i procentpoint mellem borgere med og uden, med 95 % interval. Nul er ingen forskel.",
                "For each question the difference in percentage points between citizens with and without, with a 95% interval. Zero is no difference."
            ),
            Headings = new(T("Praksis", "Practice"), T("Procentpoint (95 %)", "Percentage points (95%)")),
            AxisTitle = T("Procentpoint", "Percentage points"),
            FavoursLow = T("Færre i job", "Fewer in jobs"),
            FavoursHigh = T("Flere i job", "More in jobs"),
            Scale = AxisScale.Linear,
            ValueFormat = "F1",
            AxisFrom = 100 * Math.Min(0, compared.Select(q => q.Comparison!.Adjusted.Low).DefaultIfEmpty().Min()),
            AxisTo = 100 * Math.Max(0, compared.Select(q => q.Comparison!.Adjusted.High).DefaultIfEmpty().Max()),
            EmptyText = T("Ingen af de fire kan gøres op.", "None of the four can be answered."),
            Groups =
            [
                new(
                    "",
                    [
                        .. compared.Select(q => new ForestRow(
                            QuestionWords.Of(q).With,
                            100 * q.Comparison!.Adjusted.Estimate,
                            100 * q.Comparison.Adjusted.Low,
                            100 * q.Comparison.Adjusted.High
                        )),
                    ]
                ),
            ],
        };
    }

    public static IconArray Hundred(QuestionResult answer)
    {
        var found = answer.Comparison!;
        int without = OfHundred(found.ShareWithout);
        int with = OfHundred(found.ShareWith);
        return new()
        {
            Id = "hundred",
            Culture = CultureInfo.CurrentCulture,
            Title = T(
                "Af 100 som dem, det gjaldt: i job efter et år",
                "Of 100 like those it applied to: in a job after a year"
            ),
            Description = T(
                $"{QuestionWords.Of(answer).With}: {with} af 100. Blandt borgere som dem, hvor det ikke gjaldt: {without} af 100.",
                $"{QuestionWords.Of(answer).With}: {with} of 100. Among citizens like them where it was not so: {without} of 100."
            ),
            Base = without,
            Extra = with - without,
            GroupHeading = T("Gruppe", "Group"),
            CountHeading = T("Antal af 100", "Number of 100"),
            BaseText = T("I job under alle omstændigheder", "In a job in any case"),
            ExtraText =
                with >= without
                    ? T(
                        $"Flere, hvor det gjaldt: {QuestionWords.Of(answer).With}",
                        $"More where: {QuestionWords.Of(answer).With}"
                    )
                    : T(
                        $"Færre, hvor det gjaldt: {QuestionWords.Of(answer).With}",
                        $"Fewer where: {QuestionWords.Of(answer).With}"
                    ),
            RestText = T("Ikke i job", "Not in a job"),
        };
    }

    /// <summary>How often something was done in each team.</summary>
    public static ShareFunnel Funnel(QuestionResult answer)
    {
        double middle = answer.Teams.Sum(t => t.Had) / (double)answer.Teams.Sum(t => t.People);
        return Funnel(
            "teams",
            T(
                $"{QuestionWords.Of(answer).With}: andel i hvert team",
                $"{QuestionWords.Of(answer).With}: share in each team"
            ),
            T("De viste team samlet", "The teams shown, together"),
            middle,
            [.. answer.Teams.Select(t => (t.Team, t.People, t.Had / (double)t.People))]
        );
    }

    /// <summary>How it went in each team, its citizens made like everybody's; null where no team can be shown.</summary>
    public static ShareFunnel? Outcomes(PracticeResult found) =>
        found is { InJob: { } inJob, Teams: { Count: > 0 } teams }
            ? Funnel(
                "outcomes",
                T(
                    "I job efter et år i hvert team, borgerne gjort ens",
                    "In a job after a year in each team, citizens made alike"
                ),
                T("Hele kommunen", "The whole municipality"),
                inJob / (double)found.People,
                [.. teams.Select(t => (t.Team, t.People, t.Share))]
            )
            : null;

    private static ShareFunnel Funnel(
        string id,
        string title,
        string together,
        double middle,
        IReadOnlyList<(string? Team, int People, double Share)> teams
    )
    {
        double furthest = 1.15 * teams.Max(t => t.People);
        return new()
        {
            Id = id,
            Culture = CultureInfo.CurrentCulture,
            Title = title,
            Description = T(
                $"{teams.Count} team. {together}: {Show.Percent(100 * middle)}. Jo flere borgere, jo smallere er det, tilfældet kan gøre.",
                $"{teams.Count} teams. {together}: {Show.Percent(100 * middle)}. The more citizens, the narrower what chance can do."
            ),
            Middle = middle,
            Points =
            [
                .. teams.Select(t => new ShareFunnelPoint(
                    t.Team ?? T("Uden team", "Without a team"),
                    t.People,
                    t.Share
                )),
            ],
            Limits =
            [
                .. Enumerable
                    .Range(1, 60)
                    .Select(i => furthest * i * i / 3600)
                    .Where(n => n >= 1)
                    .Select(n =>
                    {
                        var (low, high) = FunnelLimits.Of(middle, n, 0.95);
                        var (farLow, farHigh) = FunnelLimits.Of(middle, n, 0.998);
                        return new ShareFunnelLimit(n, low, high, farLow, farHigh);
                    }),
            ],
            Texts = new(
                T("Team", "Team"),
                T("Borgere i teamet", "Citizens in the team"),
                T("Andel", "Share"),
                T("Et team", "A team"),
                together,
                T("Hvad tilfældet gør (95 %)", "What chance does (95%)"),
                T("Hvad tilfældet gør (99,8 %)", "What chance does (99.8%)")
            ),
        };
    }

    /// <summary>Null while there are too few quarters for limits.</summary>
    public static LineFigure? Chart(QuestionResult answer)
    {
        double[] known = [.. answer.Quarters.Select(q => q.Share).OfType<double>()];
        if (known.Length < IndividualsChart.Least)
            return null;
        var limits = IndividualsChart.Of(known);
        var (low, high) = (Math.Max(0, limits.Low), Math.Min(1, limits.High));
        return new()
        {
            Id = "quarters",
            Culture = CultureInfo.CurrentCulture,
            Title = T(
                $"{QuestionWords.Of(answer).Quarterly}: andel kvartal for kvartal",
                $"{QuestionWords.Of(answer).Quarterly}: share quarter by quarter"
            ),
            Description = T(
                $"Fra {Quarter(answer.Quarters[0])} til {Quarter(answer.Quarters[^1])}. Middel {Show.Percent(100 * limits.Middle)}, grænser {Show.Percent(100 * low)} og {Show.Percent(100 * high)}.",
                $"From {Quarter(answer.Quarters[0])} to {Quarter(answer.Quarters[^1])}. Mean {Show.Percent(100 * limits.Middle)}, limits {Show.Percent(100 * low)} and {Show.Percent(100 * high)}."
            ),
            XTitle = T("Kvartalet før", "The quarter before"),
            YTitle = T(
                "Andel af dem, der var i en målgruppe hele kvartalet",
                "Share of those in a target group the whole quarter"
            ),
            SeriesHeading = T("Linje", "Line"),
            YFormat = T("0 %", "0%"),
            YFrom = 0,
            XNames = [.. answer.Quarters.Select(q => Quarter(q))],
            Series =
            [
                new(
                    T("Andel", "Share"),
                    [
                        .. answer
                            .Quarters.Index()
                            .Where(q => q.Item.Share is not null)
                            .Select(q => new LinePoint(q.Index, q.Item.Share!.Value)),
                    ]
                ),
                new(
                    T("Middel med grænser", "Mean with limits"),
                    [new(0, limits.Middle, low, high), new(answer.Quarters.Count - 1, limits.Middle, low, high)]
                ),
            ],
        };
    }

    /// <summary>The quarter that ended the day before.</summary>
    private static string Quarter(QuarterShare share)
    {
        var first = share.Quarter.AddMonths(-3);
        int number = (first.Month + 2) / 3;
        return T($"{number}. kv. {first.Year}", $"Q{number} {first.Year}");
    }
}
