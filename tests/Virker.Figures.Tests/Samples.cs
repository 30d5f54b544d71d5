using System.Globalization;

namespace Virker.Figures.Tests;

/// <summary>One figure of each kind, made up, with texts as long as real ones.</summary>
internal static class Samples
{
    public static readonly CultureInfo Danish = CultureInfo.GetCultureInfo("da-DK");

    public static IEnumerable<Figure> All =>
        [Forest, Funnel, Map, Bars, Lines, Survival, Quarters, Teams, Harvest, Icons, Fewer, Flow];

    public static ForestPlot Forest =>
        new()
        {
            Id = "forest",
            Title = "Støtte til ordinær beskæftigelse: 6 forsøg",
            Description = "Samlet risikoforhold 1,93 (1,67–2,22). Alle forsøg på nær ét peger på flere i arbejde.",
            Culture = Danish,
            Headings = new("Forsøg", "RR (95 % CI)", "Vægt") { Columns = ["Indsats", "Kontrol"] },
            AxisTitle = "Risikoforhold (logaritmisk skala)",
            FavoursLow = "Færre i arbejde med indsatsen",
            FavoursHigh = "Flere i arbejde med indsatsen",
            Groups =
            [
                new(
                    "Svær psykisk sygdom",
                    [
                        Row("Aas 1999", "Norge, 12 måneder", 2.43, 1.42, 4.16, 14.2, "31/74", "13/78"),
                        Row("Bondesen og Christensen-Lauritsen 2004", "", 3.9, 1.05, 31.2, 3.1, "9/40", "2/41"),
                        Row("Clausager 2007", "Danmark, 24 måneder", 1.29, 1.09, 1.53, 31.4, "182/243", "139/239"),
                    ],
                    new("Svær psykisk sygdom samlet", 2.01, 1.2, 3.4) { Note = "I² = 71 %, τ² = 0,09" }
                ),
                new(
                    "Andre målgrupper",
                    [
                        Row("Dahl 2015", "Sverige, 18 måneder", 1.9, 1.2, 3.0, 18.3, "44/90", "23/90"),
                        Row("Eriksen 2017", "Veteraner, 12 måneder", 0.92, 0.51, 1.66, 12.6, "17/61", "18/60"),
                        Row("Frandsen 2021", "Smerter, 12 måneder", 2.7, 1.7, 4.3, 20.4, "52/102", "19/101"),
                    ],
                    new("Andre målgrupper samlet", 1.74, 1.1, 2.8) { Note = "I² = 65 %, τ² = 0,12" }
                ),
            ],
            Pooled = new("Alle forsøg", 1.93, 1.67, 2.22)
            {
                Prediction = new("Nyt forsøg (95 % prædiktionsinterval)", 1.06, 3.49),
                Note = "I² = 72 %, τ² = 0,08, k = 6",
            },
        };

    public static LineFigure Quarters =>
        new()
        {
            Id = "quarters",
            Title = "Skift af kontaktperson, kvartal for kvartal",
            Description = "Andelen lå mellem 8 og 14 procent og inden for grænserne.",
            Culture = Danish,
            XTitle = "Kvartal",
            YTitle = "Andel, der skiftede",
            SeriesHeading = "Linje",
            YFormat = "0 %",
            YFrom = 0,
            XNames = ["1. kv. 2025", "2. kv. 2025", "3. kv. 2025", "4. kv. 2025", "1. kv. 2026"],
            Series =
            [
                new("Andel", [new(0, 0.1), new(1, 0.14), new(3, 0.08), new(4, 0.11)]),
                new("Middel med grænser", [new(0, 0.11, 0.03, 0.19), new(4, 0.11, 0.03, 0.19)]),
            ],
        };

    public static ShareFunnel Teams =>
        new()
        {
            Id = "teams",
            Title = "Løntimer efter team",
            Description = "Et af tre team ligger over det yderste område.",
            Culture = Danish,
            Middle = 0.12,
            Points = [new("Team Syd", 210, 0.13), new("Team Nord", 95, 0.28), new("Unge", 40, 0.075)],
            Limits = [.. Enumerable.Range(1, 24).Select(Limit)],
            Texts = new(
                "Team",
                "Borgere i teamet",
                "Andel med løntimer",
                "Team",
                "Alle teams",
                "Tilfældighed (95 %)",
                "Tilfældighed (99,8 %)"
            ),
        };

    private static ShareFunnelLimit Limit(int i)
    {
        var near = 1.96 * Math.Sqrt(0.12 * 0.88 / (10 * i));
        return new(
            10 * i,
            Math.Max(0, 0.12 - near),
            0.12 + near,
            Math.Max(0, 0.12 - (near * 1.58)),
            0.12 + (near * 1.58)
        );
    }

    public static FlowDiagram Flow =>
        new()
        {
            Id = "flow",
            Title = "Vejen gennem forsøget",
            Description = "Af 52 spurgte trak 40 lod; udfaldet er kendt for 37.",
            Culture = Danish,
            StepHeading = "Trin",
            CountHeading = "Borgere",
            Steps =
            [
                new([new("Opfyldte betingelserne og blev spurgt", 52)])
                {
                    Out = [new("Sagde nej", 8), new("Holdt uden for", 4)],
                },
                new([new("Trak lod", 40)]),
                new([
                    new("Løntimer fra første dag, med en virksomhedskonsulent ved siden af", 21),
                    new("Sædvanlig indsats", 19),
                ]),
                new([new("Udfaldet er kendt", 20), new("Udfaldet er kendt", 17)]),
            ],
        };

    public static FunnelPlot Funnel =>
        new()
        {
            Id = "funnel",
            Title = "Tragtplot",
            Description = "De små forsøg ligger til højre for de store.",
            Culture = Danish,
            Estimate = Math.Log(1.9),
            Texts = new(
                "Forsøg",
                "Risikoforhold (logaritmisk skala)",
                "Standardfejl (præcise forsøg øverst)",
                "Forsøg",
                "Tilføjet af trim-and-fill",
                "95 %-område om estimatet"
            )
            {
                Contours = ["p > 0,10", "0,05 < p < 0,10", "0,01 < p < 0,05", "p < 0,01"],
            },
            Points =
            [
                .. Enumerable
                    .Range(1, 24)
                    .Select(i => new FunnelPoint(
                        $"Forsøg {i}",
                        Math.Log(1.6) + (0.03 * i) + (0.02 * i * Math.Sin(i * 2.1)),
                        0.06 + (0.022 * i)
                    )),
                new("Fyldt 1", 0.1, 0.45, true),
                new("Fyldt 2", -0.2, 0.55, true),
            ],
        };

    public static EvidenceMap Map =>
        new()
        {
            Id = "map",
            Title = "Hvad ved vi, for hvem?",
            Description = "Ni målgrupper og otte indsatser. De fleste felter er tomme.",
            Culture = Danish,
            Rows =
            [
                "Dagpengemodtagere",
                "Jobparate kontanthjælpsmodtagere",
                "Aktivitetsparate kontanthjælpsmodtagere",
                "Unge under 30 år uden uddannelse",
                "Sygedagpengemodtagere",
                "Borgere med svær psykisk sygdom",
            ],
            Columns =
            [
                "Virksomhedspraktik",
                "Løntilskud, privat",
                "Løntilskud, offentligt",
                "Ordinære løntimer",
                "Mentor",
                "IPS",
                "Vejledning og opkvalificering",
                "Samtaler",
            ],
            Texts = new(
                "Målgruppe",
                new Dictionary<Direction, string>
                {
                    [Direction.Positive] = "Positiv virkning",
                    [Direction.None] = "Ingen virkning",
                    [Direction.Negative] = "Negativ virkning",
                    [Direction.Conflicting] = "Modstridende resultater",
                    [Direction.Few] = "For få studier",
                    [Direction.Gap] = "Ingen studier",
                },
                ["Indikation", "Moderat", "Stærk"]
            ),
            Cells =
            [
                new(0, 0, Direction.Positive, 1, "7"),
                new(0, 1, Direction.Positive, 2, "12"),
                new(0, 2, Direction.None, 2, "9"),
                new(0, 7, Direction.Positive, 2, "11"),
                new(1, 0, Direction.Conflicting, 1, "6"),
                new(1, 6, Direction.Negative, 1, "8"),
                new(2, 0, Direction.Positive, 0, "4"),
                new(2, 3, Direction.Positive, 1, "5"),
                new(2, 4, Direction.Few, 0, "1"),
                new(3, 6, Direction.Negative, 0, "2"),
                new(4, 0, Direction.None, 0, "3"),
                new(5, 5, Direction.Positive, 2, "29"),
                new(5, 6, Direction.None, 1, "6"),
            ],
        };

    public static BarFigure Bars =>
        new()
        {
            Id = "bars",
            Title = "Andel i arbejde",
            Description = "Flest efter privat løntilskud.",
            Culture = Danish,
            RowHeading = "Indsats",
            ValueHeading = "Andel i arbejde efter et år",
            ValueFormat = "P0",
            Bars =
            [
                new("Virksomhedspraktik", 0.34, 0.29, 0.39),
                new("Privat løntilskud", 0.52, 0.44, 0.6, Highlighted: true),
                new("Offentligt løntilskud", 0.21, 0.15, 0.27),
                new("Vejledning og særligt tilrettelagte korte opkvalificeringsforløb", 0.12),
            ],
        };

    public static LineFigure Lines =>
        new()
        {
            Id = "lines",
            Title = "Løntimer om ugen",
            Description = "Timerne vokser i begge grupper, mest med indsatsen.",
            Culture = Danish,
            XTitle = "Uger siden start",
            YTitle = "Timer om ugen",
            SeriesHeading = "Gruppe",
            YFrom = 0,
            Series =
            [
                new(
                    "Indsats",
                    [.. Enumerable.Range(0, 14).Select(i => Point(i * 4, 12 * (1 - Math.Exp(-i / 5.0)), 1.2))]
                ),
                new("Kontrol", [.. Enumerable.Range(0, 14).Select(i => Point(i * 4, 6 * (1 - Math.Exp(-i / 7.0)), 1))]),
                new("Måltal", [new(0, 3), new(52, 10)]),
            ],
        };

    public static LineFigure Survival =>
        Lines with
        {
            Id = "survival",
            YTitle = "Andel uden løntimer endnu",
            YFormat = "P0",
            YTo = 1,
            Series =
            [
                new(
                    "Indsats",
                    [.. Enumerable.Range(0, 50).Select(i => Point(i, Math.Exp(-i / 40.0), 0.001 * i))],
                    Step: true
                ),
                new(
                    "Kontrol",
                    [.. Enumerable.Range(0, 50).Select(i => Point(i, Math.Exp(-i / 90.0), 0.001 * i))],
                    Step: true
                ),
            ],
        };

    public static HarvestPlot Harvest =>
        new()
        {
            Id = "harvest",
            Title = "Hvilken vej peger studierne?",
            Description = "De fleste peger på en positiv virkning.",
            Culture = Danish,
            RowHeading = "Målgruppe",
            Note = "Hver søjle er et studie. Højden viser studiets vægt (design og kvalitet).",
            Columns =
            [
                new(Direction.Negative, "Negativ"),
                new(Direction.None, "Ingen virkning"),
                new(Direction.Positive, "Positiv"),
            ],
            Rows =
            [
                new("Dagpengemodtagere", [.. Bar(Direction.Positive, 14, 1), .. Bar(Direction.None, 3, 20)]),
                new(
                    "Aktivitetsparate kontanthjælpsmodtagere",
                    [.. Bar(Direction.Negative, 2, 30), .. Bar(Direction.Positive, 3, 40)]
                ),
            ],
        };

    public static IconArray Icons =>
        new()
        {
            Id = "icons",
            Title = "Ud af 100",
            Description = "24 kommer i arbejde uden indsatsen, 12 flere med den.",
            Culture = Danish,
            Base = 24,
            Extra = 12,
            GroupHeading = "Gruppe",
            CountHeading = "Ud af 100",
            BaseText = "kommer i arbejde, også uden indsatsen",
            ExtraText = "flere kommer i arbejde med indsatsen (mellem 4 og 22)",
            RestText = "kommer ikke i arbejde inden for et år",
        };

    public static IconArray Fewer => Icons with { Id = "fewer", Extra = -5, ExtraText = "færre kommer i arbejde" };

    private static ForestRow Row(
        string label,
        string sub,
        double estimate,
        double low,
        double high,
        double weight,
        params string[] columns
    ) => new(label, estimate, low, high, weight) { Sublabel = sub, Columns = columns };

    private static LinePoint Point(double x, double y, double half) => new(x, y, Math.Max(0, y - half), y + half);

    private static IEnumerable<HarvestBar> Bar(Direction direction, int count, int first) =>
        Enumerable
            .Range(first, count)
            .Select(i => new HarvestBar($"Studie {i}", direction, 0.2 + (0.2 * (i % 5)), $"{i}"));
}
