using System.Globalization;
using System.Text;
using CsCheck;
using Virker.Platform.Import;
using Virker.Tests;

namespace Virker.Platform.Tests.Import;

public sealed class File_convention_tests
{
    private sealed record Row(string Name, int? People, decimal? Share, DateOnly? Day);

    private static readonly string[] Columns = ["name", "people", "share", "day"];

    private static readonly RowFormat<Row> Format = new(
        "rows",
        Columns,
        row =>
            new(
                row.Line1("name"),
                row.WholeNumber("people"),
                row.Number("share"),
                row.Raw("day") == "" ? null : row.Date("day")
            ),
        _ => [""]
    )
    {
        Danish = new Dictionary<string, string>
        {
            ["name"] = "navn",
            ["people"] = "antal personer",
            ["day"] = "dag",
        },
    };

    private static readonly Gen<Row> Rows = Gen.Select(
        // A letter above ASCII stands alone: "Æ€" in Windows-1252 is also a letter in UTF-8, and nobody can tell.
        Gen.Char["aæøåÆØÅ ,;.'€é"]
            .Array[1, 6]
            .Select(c => "x" + string.Concat(c.Select(letter => letter > '~' ? $"{letter}x" : $"{letter}")).TrimEnd()),
        Gen.Int[0, 3_000_000],
        Gen.Select(
            Gen.Int[-2_000_000, 2_000_000],
            Gen.Byte[0, 5],
            (n, scale) => new decimal(Math.Abs(n), 0, 0, n < 0, scale)
        ),
        Gen.Int[0, 40_000].Select(day => new DateOnly(1950, 1, 1).AddDays(day)),
        (name, people, share, day) => new Row(name, people, share, day)
    );

    [Fact]
    public void A_table_saved_in_any_convention_and_encoding_reads_back_the_same_or_is_refused()
    {
        int refused = 0;
        Rows.Array[1, 8]
            .Sample(
                rows =>
                {
                    foreach (var (how, bytes) in SavedFile.InEveryWay(Columns, Cells(rows), Format.Danish))
                    {
                        var read = Read(bytes);
                        if (read.Errors.Count > 0)
                            Interlocked.Increment(ref refused);
                        else
                            Assert.True(rows.SequenceEqual(read.Rows.Select(r => r.Value)), how);
                    }
                },
                iter: 300
            );
        // Days tell in every one of these files, so none of them has to be asked about.
        Assert.Equal(0, refused);
    }

    [Fact]
    public void Thousands_are_never_read_as_a_fraction_nor_a_fraction_as_thousands()
    {
        var danish = new CultureInfo("da-DK");
        Rows.Array[1, 8]
            .Sample(
                rows =>
                {
                    var written = rows.Select(r =>
                        new[]
                        {
                            "x",
                            r.People!.Value.ToString("N0", danish),
                            r.Share!.Value.ToString("#,##0.#####", danish),
                            "",
                        }
                    );
                    foreach (char separator in ";\t")
                    {
                        var read = Read(Encoding.UTF8.GetBytes(CsvText.Write(Columns, written, separator)));
                        Assert.All(read.Errors, e => Assert.Contains('?', e.Expected.Da));
                        var values = read.Rows.Select(r => (r.Value.People, r.Value.Share));
                        Assert.True(
                            read.Errors.Count > 0 || rows.Select(r => (r.People, r.Share)).SequenceEqual(values)
                        );
                    }
                },
                iter: 300
            );
    }

    [Theory]
    [InlineData("da-DK", ';')]
    [InlineData("en-GB", ',')]
    public void What_we_write_for_people_is_read_back(string language, char separator)
    {
        Rows.Array[1, 8]
            .Sample(
                rows =>
                {
                    byte[] file = PeopleCsv.Write(Columns, Cells(rows), new CultureInfo(language));
                    Assert.True(file.AsSpan().StartsWith(Encoding.UTF8.Preamble));
                    var read = Read(file);
                    Assert.Equal(separator, read.Table.Separator);
                    Assert.Equal(rows, read.Rows.Select(r => r.Value));
                },
                iter: 300
            );
    }

    [Theory]
    [InlineData("navn;antal personer;share;dag\na;2.200;0,3;\n", 2200, "0.3")]
    [InlineData("navn;antal personer;share;dag\na;2.200;12;31-12-2026\n", 2200, "12")]
    [InlineData("navn;antal personer;share;dag\na;2200;1.234,5;1.1.26\n", 2200, "1234.5")]
    [InlineData("name;people;share;day\na;2200;0.3;2026-12-31\n", 2200, "0.3")]
    [InlineData("name\tpeople\tshare\tday\na\t2.200\t0,3\t\n", 2200, "0.3")]
    [InlineData("name,people,share,day\na,2200,1.234,2026-12-31\n", 2200, "1.234")]
    [InlineData("sep=;\nname;people;share;day\na;5;0,25;\n", 5, "0.25")]
    [InlineData("name;people;share;day;;\na;5;0,25;;;\n;;;;;\n", 5, "0.25")]
    public void The_whole_file_tells_how_its_numbers_are_written(string csv, int people, string share)
    {
        var read = Read(Encoding.UTF8.GetBytes(csv));

        Assert.Empty(read.Errors);
        var row = Assert.Single(read.Rows).Value;
        Assert.Equal((people, decimal.Parse(share, CultureInfo.InvariantCulture)), (row.People, row.Share));
    }

    [Theory]
    [InlineData("name;people;share;day\na;2.200;12;\n", "er det 2200 eller 2,200? Skriv tusinder uden skilletegn")]
    [InlineData("name;people;share;day\na;22;2.200;\n", "er det 2200 eller 2,200? Skriv tusinder uden skilletegn")]
    [InlineData("name,people,share,day\na,2.200,0.3,\n", "er det 2200 eller 2,200? Skriv tusinder uden skilletegn")]
    [InlineData("name,people,share,day\na,\"2,200\",0.3,\n", "er det 2200 eller 2,200? Skriv tusinder uden skilletegn")]
    [InlineData("name\tpeople\tshare\tday\na\t1\t2,200\t\n", "er det 2200 eller 2,200? Skriv tusinder uden skilletegn")]
    [InlineData("name;people;share;day\na;2,200;0,3;\n", "er det 2200 eller 2,200? Skriv tusinder uden skilletegn")]
    public void What_could_be_either_is_asked_about(string csv, string question)
    {
        Assert.Equal(question, Assert.Single(Read(Encoding.UTF8.GetBytes(csv)).Errors).Expected.Da);
    }

    [Theory]
    [InlineData("name;people;share;day\na;1;0,3;\nb;1;0.3;\n", 2, 3)]
    [InlineData("name;people;share;day\na;1;0.3;31-12-2026\n", 2, 2)]
    [InlineData("name;people;share;day\na;1;12.5;\nb;2;1.234,5;\n", 3, 2)]
    [InlineData("name\tpeople\tshare\tday\na\t1\t0,3\t\nb\t1\t0.3\t\n", 2, 3)]
    public void A_file_that_is_half_one_and_half_the_other_is_refused_by_that_alone(string csv, int danish, int other)
    {
        var error = Assert.Single(Read(Encoding.UTF8.GetBytes(csv)).Errors);

        Assert.Equal(ImportText.TwoConventions(danish, other), error.Expected);
    }

    [Fact]
    public void A_name_that_looks_like_a_number_tells_nothing()
    {
        var read = Read("name;people;share;day\n6.3;1;0,3;\n12.5;2;0,4;\n"u8.ToArray());

        Assert.Empty(read.Errors);
        Assert.Equal(["6.3", "12.5"], read.Rows.Select(r => r.Value.Name));
    }

    [Theory]
    [InlineData("name,people,share,day\na,1,0.5,31-12-2026\n")]
    [InlineData("name\tpeople\tshare\tday\na\t1\t0,5\t31/12/2026\n")]
    [InlineData("name;people;share;day\na;1;0,5;12-31-2026\n")]
    [InlineData("name;people;share;day\na;1;0,5;29.2.2027\n")]
    public void A_day_that_could_be_read_wrongly_is_refused(string csv)
    {
        Assert.Equal("day", Assert.Single(Read(Encoding.UTF8.GetBytes(csv)).Errors).Column);
    }

    private static ReadRows<Row> Read(byte[] bytes) => Format.ReadAll(FileTable.Read(new MemoryStream(bytes), "f.csv"));

    private static object?[][] Cells(IEnumerable<Row> rows) =>
        [.. rows.Select(r => new object?[] { r.Name, r.People, r.Share, r.Day })];
}
