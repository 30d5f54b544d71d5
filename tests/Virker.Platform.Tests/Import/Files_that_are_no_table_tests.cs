using System.IO.Compression;
using System.Text;
using Virker.Platform.Import;
using Virker.Tests;

namespace Virker.Platform.Tests.Import;

public sealed class Files_that_are_no_table_tests
{
    public static TheoryData<string, byte[], Text> Files =>
        new()
        {
            { "empty", [], ImportText.Empty },
            { "blank", " \r\n \r\n"u8.ToArray(), ImportText.Empty },
            { "only a mark", [0xEF, 0xBB, 0xBF], ImportText.Empty },
            { "only separators", ";;;\r\n;;;\r\n"u8.ToArray(), ImportText.Empty },
            { "only a heading", "a;b\r\n;\r\n"u8.ToArray(), ImportText.NoRows },
            { "picture", [0x89, 0x50, 0x4E, 0x47, 0, 0, 1, 2], ImportText.NoTable },
            { "PDF", "%PDF-1.7 abc"u8.ToArray(), ImportText.NoTable },
            { "web page saved as .xls", "<html><table><tr><td>a</td></tr></table>"u8.ToArray(), ImportText.NoTable },
            { "old workbook", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], ImportText.OldWorkbook },
            {
                "half a workbook",
                SavedFile.Workbook(
                    ["a"],
                    [
                        [1],
                    ]
                )[..^200],
                ImportText.NoWorkbook
            },
            { "another packed file", Zip(("a.txt", "x")), ImportText.NoWorkbook },
            { "spoiled sheet", SavedFile.Packed("<row r=\"1\"><c r=\"A1\"><v>1</v>"), ImportText.NoWorkbook },
            { "open quote", "a,b\n1,\"x\n2,y\n"u8.ToArray(), ImportText.UnterminatedQuote },
        };

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_is_refused_with_one_clear_line(string what, byte[] bytes, Text expected)
    {
        var table = FileTable.Read(new MemoryStream(bytes), what);

        Assert.Equal(expected, Assert.Single(table.Errors).Expected);
        Assert.Empty(table.Rows);
    }

    [Fact]
    public void A_file_of_more_than_50_MB_is_refused_unread()
    {
        using var large = new MemoryStream(new byte[(int)FileTable.MaxBytes + 1]);

        Assert.Equal(
            ImportText.TooLarge(FileTable.MaxBytes + 1, FileTable.MaxBytes),
            Assert.Single(FileTable.Read(large, "large.csv").Errors).Expected
        );
    }

    [Fact]
    public void A_small_workbook_that_unpacks_to_more_than_a_machine_has_is_refused()
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var sheet = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
            byte[] zeros = new byte[1_000_000];
            for (int i = 0; i < 501; i++)
                sheet.Write(zeros);
        }

        var table = FileTable.Read(new MemoryStream(memory.ToArray()), "bomb.xlsx");

        Assert.Equal(ImportText.WorkbookTooLarge, Assert.Single(table.Errors).Expected);
    }

    [Fact]
    public void A_sheet_with_one_cell_at_its_far_end_is_refused_and_not_filled_with_empty_ones()
    {
        byte[] far = SavedFile.Packed(
            "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>"
        );

        Assert.Equal(
            ImportText.NoWorkbook,
            Assert.Single(FileTable.Read(new MemoryStream(far), "far.xlsx").Errors).Expected
        );
    }

    [Fact]
    public void A_formula_gives_the_value_it_was_stored_with()
    {
        byte[] book = SavedFile.Packed(
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>x</t></is></c></row><row r=\"2\"><c r=\"A2\"><f>1+1</f><v>2</v></c></row>"
        );

        Assert.Equal(["2"], Assert.Single(FileTable.Read(new MemoryStream(book), "f.xlsx").Rows).Cells);
    }

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return memory.ToArray();
    }
}
