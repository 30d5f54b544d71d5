using System.Xml.Linq;
using CsCheck;

namespace Virker.Figures.Tests;

/// <summary>What real data may bring: nothing, too much, the wrong thing, and text that is markup.</summary>
public sealed class Hard_data_tests
{
    private static readonly Gen<string> Label = Gen.OneOf(
        Gen.String[0, 12],
        Gen.Const("<b>A & \"B\"</b>"),
        Gen.Const(new string('W', 400)),
        Gen.Const(string.Join(' ', Enumerable.Repeat("særligt tilrettelagt", 30)))
    );

    private static readonly Gen<double> Value = Gen.OneOf(
        Gen.Double[-5, 5],
        Gen.Double[-1e100, 1e100],
        Gen.Double[-1e-90, 1e-90],
        Gen.Const(0.0)
    );

    private static readonly Gen<double> Ratio = Gen.OneOf(Gen.Double[0.2, 5], Gen.Double[-200, 200].Select(Math.Exp));

    [Fact]
    public void Any_forest_stays_inside()
    {
        var row = Gen.Select(Label, Ratio, Ratio, Ratio, Gen.Double[0, 100])
            .Select(
                (label, a, b, c, weight) =>
                {
                    double[] v = [.. new[] { a, b, c }.Order()];
                    return new ForestRow(label, v[1], v[0], v[2], weight)
                    {
                        Sublabel = label,
                        Columns = [label, "1/2"],
                    };
                }
            );
        Gen.Select(row.Array[1, 6], Gen.Bool)
            .Sample(
                (rows, narrow) =>
                    Every_figure_tests.Inside(
                        (Samples.Forest with { Groups = [new(rows[0].Label, rows)] }).ToSvg(
                            narrow ? Layout.Narrow : Layout.Wide
                        )
                    ),
                iter: 300
            );
    }

    [Fact]
    public void Any_linear_forest_stays_inside()
    {
        var row = Gen.Select(Value, Value, Value)
            .Select(
                (a, b, c) =>
                {
                    double[] v = [.. new[] { a, b, c }.Order()];
                    return new ForestRow("A", v[1], v[0], v[2]) { Columns = ["", ""] };
                }
            );
        row.Array[1, 4]
            .Sample(
                rows =>
                    Every_figure_tests.Inside(
                        (
                            Samples.Forest with
                            {
                                Groups = [new("", rows)],
                                Pooled = null,
                                Scale = AxisScale.Linear,
                            }
                        ).ToSvg()
                    ),
                iter: 300
            );
    }

    [Fact]
    public void Any_funnel_stays_inside() =>
        Gen.Select(Gen.Double[-50, 50], Gen.Double[0, 50], Gen.Bool)
            .Select((y, se, imputed) => new FunnelPoint("A", y, se, imputed))
            .Array[1, 6]
            .Sample(points => Every_figure_tests.Inside((Samples.Funnel with { Points = points }).ToSvg()), iter: 300);

    [Fact]
    public void Any_shares_of_units_stay_inside() =>
        Gen.Select(Gen.Double[0, 1e6], Gen.Double[0, 1])
            .Select((people, share) => new ShareFunnelPoint("A", people, share))
            .Array[1, 6]
            .Sample(
                points => Every_figure_tests.Inside((Samples.Teams with { Points = points, Middle = 0 }).ToSvg()),
                iter: 300
            );

    [Fact]
    public void A_quarter_without_a_name_is_refused() =>
        Assert.Contains(
            "X = 5 has no name",
            Assert
                .Throws<ArgumentException>(() =>
                    (Samples.Quarters with { Series = [new("Andel", [new(5, 0.1)])] }).ToSvg()
                )
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Any_bars_and_lines_stay_inside() =>
        Gen.Select(Gen.Select(Label, Value).Array[1, 6], Gen.Bool)
            .Sample(
                (values, narrow) =>
                {
                    var layout = narrow ? Layout.Narrow : Layout.Wide;
                    var bars = values.Select(v => new Bar(v.Item1, v.Item2));
                    Every_figure_tests.Inside(
                        (Samples.Bars with { ValueFormat = "0.##", Bars = [.. bars] }).ToSvg(layout)
                    );
                    var points = values
                        .Select(v => new LinePoint(v.Item2, v.Item2, v.Item2, v.Item2))
                        .OrderBy(p => p.X);
                    Every_figure_tests.Inside(
                        (Samples.Lines with { Series = [new(values[0].Item1, [.. points], Step: narrow)] }).ToSvg(
                            layout
                        )
                    );
                },
                iter: 300
            );

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 40)]
    [InlineData(40, 3)]
    public void Any_map_stays_inside(int rows, int columns)
    {
        var map = Samples.Map with
        {
            Rows = [.. Enumerable.Range(1, rows).Select(i => $"Række {i}")],
            Columns = [.. Enumerable.Range(1, columns).Select(i => $"Kolonne {i}")],
            Cells = [new(0, 0, Direction.Positive, 2, "1234567890")],
        };
        Every_figure_tests.Inside(map.ToSvg());
        Every_figure_tests.Inside(map.ToSvg(Layout.Narrow));
    }

    [Fact]
    public void Nothing_to_draw_is_said_in_the_callers_words()
    {
        Figure[] empty =
        [
            Samples.Forest with
            {
                Groups = [],
                Pooled = null,
            },
            Samples.Funnel with
            {
                Points = [],
            },
            Samples.Teams with
            {
                Points = [],
            },
            Samples.Map with
            {
                Rows = [],
                Cells = [],
            },
            Samples.Bars with
            {
                Bars = [],
            },
            Samples.Lines with
            {
                Series = [],
            },
            Samples.Harvest with
            {
                Rows = [],
            },
        ];
        foreach (var figure in empty)
        {
            var svg = (figure with { EmptyText = "Der er ingen studier her." }).ToSvg();
            Assert.Equal("Der er ingen studier her.", new Picture(svg).AllText);
            Every_figure_tests.Inside(svg);
            Assert.Empty(figure.Table.Rows);
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_number_that_is_none_is_refused_by_the_name_of_its_row(double bad)
    {
        Figure[] figures =
        [
            Samples.Forest with
            {
                Groups = [new("", [new("Række 7", bad, 1, 2) { Columns = ["", ""] }])],
            },
            Samples.Forest with
            {
                Groups = [new("", [new("Række 7", 1, 1, bad) { Columns = ["", ""] }])],
            },
            Samples.Funnel with
            {
                Points = [new("Række 7", 1, bad)],
            },
            Samples.Teams with
            {
                Points = [new("Række 7", 10, bad)],
            },
            Samples.Teams with
            {
                Points = [new("Række 7", bad, 0.5)],
            },
            Samples.Bars with
            {
                Bars = [new("Række 7", bad)],
            },
            Samples.Bars with
            {
                Bars = [new("Række 7", 1, 0, bad)],
            },
            Samples.Bars with
            {
                Bars = [new("Række 7", 1, 0)],
            },
            Samples.Lines with
            {
                Series = [new("Række 7", [new(0, bad)])],
            },
            Samples.Harvest with
            {
                Rows = [new("A", [new("Række 7", Direction.Positive, bad)])],
            },
        ];
        foreach (var figure in figures)
        {
            Assert.Contains(
                "Række 7",
                Assert.Throws<ArgumentException>(() => figure.ToSvg()).Message,
                StringComparison.Ordinal
            );
            Assert.Throws<ArgumentException>(() => figure.Table);
        }
    }

    [Fact]
    public void A_ratio_of_zero_is_refused_on_a_logarithmic_axis()
    {
        var plot = Samples.Forest with { Groups = [new("", [new("Nul", 0, 0, 2) { Columns = ["", ""] }])] };

        Assert.Contains(
            "above zero",
            Assert.Throws<ArgumentException>(() => plot.ToSvg()).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Limits_the_wrong_way_round_are_refused() =>
        Assert.Contains(
            "above the upper limit",
            Assert.Throws<ArgumentException>(() => (Samples.Bars with { Bars = [new("A", 1, 3, 2)] }).ToSvg()).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Markup_in_a_label_is_text()
    {
        const string Evil = "<script>alert(\"1\")</script> & 'x' \u0001 \ud800";
        var svg = (Samples.Bars with { Title = Evil, Bars = [new(Evil, 1)] }).ToSvg();

        Assert.DoesNotContain("<script", svg, StringComparison.Ordinal);
        Assert.Contains("<script>alert(\"1\")</script> & 'x'", new Picture(svg).AllText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData(" javascript:alert(1)")]
    [InlineData("java\nscript:alert(1)")]
    [InlineData("data:text/html,x")]
    public void A_link_that_could_carry_a_script_is_refused(string href) =>
        Assert.Throws<ArgumentException>(() =>
            (Samples.Map with { Cells = [new(0, 0, Direction.Positive, Href: href)] }).ToSvg()
        );

    [Fact]
    public void A_map_with_links_is_a_group_whose_links_have_names()
    {
        var root = new Picture(
            (Samples.Map with { Cells = [new(0, 0, Direction.Positive, 2, "7", "/svar/a?b=1&c=2")] }).ToSvg()
        ).Root;
        var link = root.Descendants(Picture.Svg + "a").Single();

        Assert.Equal("group", root.Attribute("role")!.Value);
        Assert.Equal("/svar/a?b=1&c=2", link.Attribute("href")!.Value);
        Assert.Equal(
            "Dagpengemodtagere, Virksomhedspraktik: Positiv virkning, Stærk, 7",
            link.Attribute("aria-label")!.Value
        );
    }

    [Fact]
    public void A_label_too_long_ends_in_an_ellipsis_and_can_be_read_whole()
    {
        var label = string.Join(' ', Enumerable.Repeat("opkvalificeringsforløb", 30));
        var root = new Picture((Samples.Bars with { Bars = [new(label, 1)] }).ToSvg()).Root;

        Assert.Contains(root.Descendants(Picture.Svg + "text").Elements(Picture.Svg + "title"), t => t.Value == label);
        Assert.Contains("…", root.Value, StringComparison.Ordinal);
    }
}
