using Virker.Casework.Employers;
using Virker.Casework.PaidHours.Import;
using Virker.Casework.Tests.PaidHours;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Casework.Tests;

/// <summary>The same rows, saved in every way people save them, are the same to every import of the room.</summary>
public sealed class Every_import_tests
{
    private static readonly Dictionary<string, string> Danish = new(StringComparer.Ordinal)
    {
        ["cvr"] = "CVR-nummer",
        ["name"] = "Navn",
        ["is_public"] = "Offentlig",
        ["is_closed"] = "Lukket",
        ["p_number"] = "P-nummer",
        ["address"] = "Adresse",
        ["postal_code"] = "Postnummer",
        ["city"] = "By",
        ["industry"] = "Branche",
        ["employees"] = "Ansatte",
        ["employees_counted_on"] = "Ansatte talt den",
        ["offers_paid_hours"] = "Tilbyder løntimer",
        ["occupations"] = "Stillinger",
        ["occupation"] = "Stilling",
        ["category"] = "Kategori",
        ["source_url"] = "Kildens adresse",
        ["cpr"] = "CPR-nummer",
        ["month"] = "Måned",
        ["hours"] = "Timer",
        ["wage"] = "Løn",
        ["estimated"] = "Skønnet",
    };

    [Fact]
    public async Task Companies() =>
        await Alike(
            ["cvr", "name", "is_public", "is_closed"],
            [
                ["13748136", "Brød & Kage ApS", false, null],
                ["25052943", "Ærø; \"Øst\"", true, false],
            ],
            (house, file, name) => house.Get<ImportCompanies>().Execute(house.Anna, file, name, default)
        );

    [Fact]
    public async Task Workplaces() =>
        await Alike(
            [
                "p_number",
                "cvr",
                "name",
                "address",
                "postal_code",
                "city",
                "east",
                "north",
                "industry",
                "industry_version",
                "employees",
                "employees_counted_on",
                "cooperation",
                "contact_person",
                "contact_phone",
                "open_places",
                "offers_paid_hours",
                "occupations",
            ],
            [
                [
                    "1003388394",
                    "13748136",
                    "Bageren på hjørnet",
                    "Torvet 1, 2. th",
                    "9999",
                    "Prøvekøbing",
                    100,
                    2_200,
                    "10",
                    "DB07",
                    12.5m,
                    new DateOnly(2026, 10, 1),
                    "cooperating",
                    "Kim Prøve",
                    "+45 00000000",
                    2,
                    true,
                    "7512;5223",
                ],
            ],
            async (house, file, name) =>
            {
                using var companies = new MemoryStream(
                    "cvr;name;is_public;is_closed\n13748136;Brød;nej;\n"u8.ToArray()
                );
                await house.Get<ImportCompanies>().Execute(house.Anna, companies, "companies.csv", default);
                return await house.Get<ImportWorkplaces>().Execute(house.Anna, file, name, default);
            }
        );

    [Fact]
    public async Task Balance() =>
        await Alike(
            ["occupation", "category", "source_url"],
            [
                ["7512", "MINDRE_GODE", "https://example.org/a?b=1,2"],
                ["5223", "GODE", "https://example.org/æ"],
            ],
            (house, file, name) => house.Get<ImportBalance>().Execute(house.Anna, new(2026, 7, 1), file, name, default)
        );

    [Fact]
    public async Task Hours()
    {
        await using var house = await HoursHouse.On(DatabaseProvider.Sqlite);
        await house.Citizen("3113800001");
        IReadOnlyList<string>? state = null;
        int ways = 0;
        var saved = SavedFile.InEveryWay(
            ["cpr", "cvr", "month", "hours", "wage", "estimated"],
            [
                ["3113800001", "13748136", "2026-09", 43.25m, 8_123.45m, false],
                ["3113800001", "13748136", "2026-10", 37, 12_500m, true],
            ],
            Danish
        );
        foreach (var (how, bytes) in saved)
        {
            using var file = new MemoryStream(bytes);
            var report = await house.Import(file, "eindkomst");
            Assert.True(report.Errors.Count == 0, $"{how}: {string.Join("; ", report.Errors.Select(e => e.Message))}");
            state ??= await house.State();
            Assert.Equal(state, await house.State());
            Assert.Equal(ways == 0 ? 2 : 0, report.Added + report.Changed);
            ways++;
        }

        Assert.Contains(state!, line => line.Contains("2595", StringComparison.Ordinal));
        Assert.Equal(32, ways);
    }

    /// <summary>Read once it adds, and read in every other way it changes nothing.</summary>
    private static async Task Alike(
        string[] header,
        object?[][] rows,
        Func<CaseHouse, Stream, string, Task<FileImported>> import
    )
    {
        await using var house = await CaseHouse.On(DatabaseProvider.Sqlite);
        bool isFirst = true;
        foreach (var (how, bytes) in SavedFile.InEveryWay(header, rows, Danish))
        {
            using var file = new MemoryStream(bytes);
            var report = await import(house, file, "fil");
            Assert.True(report.Errors.Count == 0, $"{how}: {string.Join("; ", report.Errors.Select(e => e.Message))}");
            Assert.True(isFirst ? report.Added == rows.Length : report.Unchanged == rows.Length, how);
            isFirst = false;
        }
    }
}
