using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Virker.Casework.Citizens;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Audit;
using Virker.Platform.Municipalities;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Casework.Tests.Citizens;

/// <summary>A municipality where citizens are registered the way a worker does it.</summary>
internal sealed class CitizensHouse(TestMunicipalities test) : IAsyncDisposable
{
    private int _number;

    public TestMunicipalities Test => test;
    public Worker Anna => test.Anna;
    public DateOnly Today => test.Clock.Today();

    /// <summary>Anna, had the municipality been a real one.</summary>
    public Worker AnnaForReal =>
        Anna with
        {
            Municipality = new Municipality
            {
                Id = test.Here.Id,
                Code = test.Here.Code,
                Name = test.Here.Name,
            },
        };

    public static async Task<CitizensHouse> On(DatabaseProvider provider) =>
        new(await TestMunicipalities.On(provider, rooms => rooms.AddCasework()));

    public T Get<T>()
        where T : notnull => test.Get<T>();

    public ValueTask<CaseworkDbContext> Open() =>
        test.Get<MunicipalityStore<CaseworkDbContext>>().OpenAsync(test.Here, default);

    /// <summary>A number nobody can have.</summary>
    public string NextCpr() => string.Create(CultureInfo.InvariantCulture, $"410180{++_number:0000}");

    public static NewCitizen Someone(string? cpr, string firstNames = "Ida", string lastName = "Prøve") =>
        new(cpr, new CitizenDetails(firstNames, lastName), new DateOnly(1980, 1, 1));

    public Task<CitizenAdded> Try(NewCitizen wanted, Worker? by = null) =>
        Get<AddCitizen>().Execute(by ?? Anna, wanted, default);

    public async Task<Guid> Add(NewCitizen wanted)
    {
        var added = await Try(wanted);
        Assert.Empty(added.Problems);
        return added.Id!.Value;
    }

    public Task<Guid> Add(string firstNames = "Ida", string lastName = "Prøve") =>
        Add(Someone(NextCpr(), firstNames, lastName));

    /// <summary>A citizen whose address is protected.</summary>
    public Task<Guid> AddProtected(string street = "Skjultvej 7") =>
        Add(
            new NewCitizen(
                NextCpr(),
                new CitizenDetails("Ida", "Prøve", street, "9999", "Testby", IsAddressProtected: true),
                new DateOnly(1980, 1, 1)
            )
        );

    public async Task<Citizen> Row(Guid id)
    {
        await using var db = await Open();
        return await db.Citizens.AsNoTracking().SingleAsync(c => c.Id == id);
    }

    public Task<CitizensFound> Find(string? text) => Get<FindCitizens>().Execute(Anna, text, default);

    /// <summary>First names found, as one text.</summary>
    public async Task<string> Found(string text) =>
        string.Join(", ", (await Find(text)).Citizens.Select(c => c.Name.Split(' ')[0]));

    public async Task<List<AuditEntry>> Log()
    {
        await using var records = await Get<MunicipalityStore<RecordsDbContext>>().OpenAsync(test.Here, default);
        return await records.Audit.AsNoTracking().OrderBy(e => e.Seq).ToListAsync();
    }

    public ValueTask DisposeAsync() => test.DisposeAsync();
}
