using System.Globalization;
using System.Xml.Linq;
using Virker.Tests;

namespace Virker.Figures.Tests;

public sealed class Every_figure_tests
{
    private static IEnumerable<(Figure Figure, Layout Layout)> Both =>
        Samples.All.SelectMany(f => Enum.GetValues<Layout>().Select(l => (f, l)));

    [Fact]
    public void Is_an_image_with_title_and_description()
    {
        foreach (var (figure, layout) in Both)
        {
            var root = new Picture(figure.ToSvg(layout)).Root;
            var named = root.Attribute("aria-labelledby")!.Value.Split(' ');

            Assert.Equal("img", root.Attribute("role")!.Value);
            Assert.Equal(figure.Title, root.Element(Picture.Svg + "title")!.Value);
            Assert.Equal(figure.Description, root.Element(Picture.Svg + "desc")!.Value);
            Assert.Equal(named, root.Descendants().Attributes("id").Select(i => i.Value));
            Assert.Equal("da-DK", root.Attribute("lang")!.Value);
        }
    }

    [Fact]
    public void No_two_pictures_share_an_id()
    {
        var ids = Both.SelectMany(b => new Picture(b.Figure.ToSvg(b.Layout)).Root.Descendants().Attributes("id"))
            .Select(i => i.Value)
            .ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void Carries_no_style_script_event_or_fixed_width()
    {
        foreach (var (figure, layout) in Both)
        {
            var root = new Picture(figure.ToSvg(layout)).Root;

            Assert.Null(root.Attribute("width"));
            Assert.Null(root.Attribute("height"));
            foreach (var element in root.DescendantsAndSelf())
            {
                Assert.DoesNotContain(element.Name.LocalName, new[] { "style", "script", "foreignObject", "image" });
                foreach (var name in element.Attributes().Select(a => a.Name.LocalName))
                    Assert.False(name == "style" || name.StartsWith("on", StringComparison.OrdinalIgnoreCase), name);
            }
        }
    }

    [Fact]
    public void Gives_the_same_bytes_under_any_culture_of_the_machine()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var (figure, layout) in Both)
            {
                var first = figure.ToSvg(layout);
                foreach (var culture in new[] { "da-DK", "en-GB", "ar-SA", "" })
                {
                    CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                    Assert.Equal(first, figure.ToSvg(layout));
                }
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Only_labels_differ_between_languages()
    {
        static string Bones(Figure figure) =>
            string.Join(
                '\n',
                new Picture(figure.ToSvg())
                    .Root.Descendants()
                    .Where(e => e.Name.LocalName != "text" && e.Name.LocalName != "title")
                    .Select(e => string.Join(' ', e.Attributes()))
            );

        var forest = Samples.Forest;
        Assert.Equal(Bones(forest), Bones(forest with { Culture = CultureInfo.GetCultureInfo("nb-NO") }));
        Assert.Contains("1,29 (1,09–1,53)", forest.ToSvg(), StringComparison.Ordinal);
        Assert.Contains(
            "1.29 (1.09–1.53)",
            (forest with { Culture = CultureInfo.GetCultureInfo("en-GB") }).ToSvg(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Stays_inside_its_view_box()
    {
        foreach (var (figure, layout) in Both)
            Inside(figure.ToSvg(layout));
    }

    [Fact]
    public void No_text_on_a_phone_is_smaller_than_twelve_units()
    {
        foreach (var figure in Samples.All)
        {
            var root = new Picture(figure.ToSvg(Layout.Narrow)).Root;
            Assert.All(
                root.DescendantsAndSelf().Attributes("font-size"),
                size => Assert.True(Picture.Number(size.Value) >= 12)
            );
        }
    }

    [Fact]
    public void Uses_only_colours_of_the_palette()
    {
        string[] known =
        [
            "none",
            Palette.Paper,
            Palette.Ink,
            Palette.Muted,
            Palette.Rule,
            Palette.Faint,
            Palette.Blue,
            Palette.Orange,
            Palette.Green,
            Palette.Purple,
            .. Palette.Contours,
            .. Palette.Bands,
        ];
        foreach (var (figure, layout) in Both)
        {
            var root = new Picture(figure.ToSvg(layout)).Root;
            Assert.All(
                root.Descendants().SelectMany(e => e.Attributes("fill").Concat(e.Attributes("stroke"))),
                colour => Assert.Contains(colour.Value, known)
            );
            Assert.All(
                root.Descendants(Picture.Svg + "text"),
                t => Assert.True(Contrast(t.Attribute("fill")!.Value, Palette.Paper) >= 4.5)
            );
        }
    }

    [Fact]
    public void Marks_have_three_to_one_against_every_ground_they_stand_on()
    {
        foreach (var ink in Palette.Series.Append(Palette.Rule))
            Assert.True(Contrast(ink, Palette.Paper) >= 3, ink);
        foreach (var ground in Palette.Contours)
        {
            Assert.True(Contrast(Palette.Blue, ground) >= 3, ground);
            Assert.True(Contrast(Palette.Ink, ground) >= 3, ground);
        }
        foreach (var (ink, ground) in Palette.Series.SelectMany(i => Palette.Bands.Select(g => (i, g))))
            Assert.True(Contrast(ink, ground) >= 3, ink + " on " + ground);
    }

    [Fact]
    public void The_contrast_of_black_on_white_is_twenty_one() => Assert.Equal(21, Contrast("#000000", "#ffffff"), 6);

    [Fact]
    public void Its_table_has_as_many_cells_in_each_row_as_headings()
    {
        foreach (var figure in Samples.All)
        {
            var table = figure.Table;
            Assert.NotEmpty(table.Rows);
            Assert.All(table.Rows, row => Assert.Equal(table.Header.Count, row.Count));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("1a")]
    [InlineData("a b")]
    [InlineData("a\"b")]
    public void Refuses_what_cannot_be_an_id(string id) =>
        Assert.Throws<ArgumentException>(() => (Samples.Bars with { Id = id }).ToSvg());

    [Theory]
    [InlineData("forest", Layout.Wide)]
    [InlineData("forest", Layout.Narrow)]
    [InlineData("map", Layout.Narrow)]
    public void Looks_as_it_did_when_a_person_last_looked(string id, Layout layout)
    {
        var name = $"{id}-{(layout == Layout.Wide ? "wide" : "narrow")}.svg";
        string file = Path.Combine(Repository.Root, "tests/Virker.Figures.Tests/Golden", name);
        string now = Samples.All.Single(f => f.Id == id).ToSvg(layout);

        // Then look at the pictures.
        if (Environment.GetEnvironmentVariable("VIRKER_WRITE") == "1")
            File.WriteAllText(file, now);

        Assert.Equal(File.ReadAllText(file), now);
    }

    internal static void Inside(string svg)
    {
        var picture = new Picture(svg);
        var (width, height) = (picture.ViewBox[2], picture.ViewBox[3]);
        foreach (var (x, y, of) in picture.Reach())
            Assert.True(x >= -0.01 && x <= width + 0.01 && y >= -0.01 && y <= height + 0.01, $"{x} {y} {of}");
    }

    /// <summary>WCAG 2.2, relative luminance and contrast ratio.</summary>
    private static double Contrast(string a, string b)
    {
        static double Luminance(string colour)
        {
            double Channel(int i)
            {
                var c = Convert.ToInt32(colour.Substring(i, 2), 16) / 255.0;
                return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
            }
            return (0.2126 * Channel(1)) + (0.7152 * Channel(3)) + (0.0722 * Channel(5));
        }
        var (x, y) = (Luminance(a), Luminance(b));
        return (Math.Max(x, y) + 0.05) / (Math.Min(x, y) + 0.05);
    }
}
