using System.Text;
using CsCheck;
using Virker.Platform.Import;

namespace Virker.Platform.Tests.Import;

public sealed class Csv_round_trip_tests
{
    private static readonly Gen<string> Cells = Gen.Char["aZæøåÆØÅ0 ,;\"\n=+-@'|\t€"]
        .Array[0, 8]
        .Select(c => new string(c));

    [Fact]
    public void What_is_written_reads_back_cell_for_cell()
    {
        Cells
            .Array[3]
            .Array[1, 6]
            .Sample(rows => Assert.Equal(rows, Read(CsvText.Write(["x", "y", "z"], rows)).Rows.Select(r => r.Cells)));
    }

    [Fact]
    public void Writing_what_was_read_gives_the_same_file()
    {
        Cells
            .Array[3]
            .Array[1, 6]
            .Sample(rows =>
            {
                string file = CsvText.Write(["x", "y", "z"], rows);
                var table = Read(file);
                Assert.Equal(file, CsvText.Write(table.Header, table.Rows.Select(r => r.Cells)));
            });
    }

    [Fact]
    public void A_row_is_named_by_the_line_it_begins_on()
    {
        var table = Read("x,y\n\"two\nlines\",b\nc,d\n");

        Assert.Equal([2, 4], table.Rows.Select(r => r.Line));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public void Line_ends_of_Windows_and_Unix_read_alike(string end)
    {
        var table = Read($"x,y{end}a,b{end}");

        Assert.Empty(table.Errors);
        Assert.Equal(["a", "b"], Assert.Single(table.Rows).Cells);
    }

    [Fact]
    public void The_byte_order_mark_of_a_spreadsheet_is_not_part_of_the_first_heading()
    {
        var table = FileTable.Read(new MemoryStream([0xEF, 0xBB, 0xBF, .. "x,y\na,b\n"u8]), "f.csv");

        Assert.Equal(["x", "y"], table.Header);
    }

    [Fact]
    public void Broken_rows_are_kept_apart_so_that_they_can_be_handed_back()
    {
        var table = Read("x,y\na,b\nc\nd,e\n");

        Assert.Equal(["a", "d"], table.Rows.Select(r => r.Cells[0]));
        Assert.Equal(["c"], Assert.Single(table.BrokenRows).Cells);
        Assert.Equal(3, Assert.Single(table.Errors).Row);
    }

    private static FileTable Read(string text) =>
        FileTable.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "f.csv");
}
