using Microsoft.EntityFrameworkCore;
using Virker.Casework.Citizens;
using Virker.Casework.Storage;
using Virker.Casework.Tests.Demo;
using Virker.Demo;
using Virker.Demo.Lives;
using Virker.Platform.Accounts;
using Virker.Platform.Audit;
using Virker.Platform.Municipalities;
using Virker.Platform.Protection;
using Virker.Platform.Protection.Rotation;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Casework.Tests.Protection;

public sealed class Key_rotation_tests
{
    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Every_protected_value_of_every_table_is_sealed_with_the_new_key(DatabaseProvider provider)
    {
        await using var test = await DemoHouse.On(provider);
        var here = (await test.Get<CreateDemo>().Execute(new DemoSettings(150, 1), false, null, default)).Municipality;
        var before = await Values(test, here);
        string[] protectedFields =
        [
            "assessments.citizen_words",
            "assessments.health",
            "assessments.worker_words",
            "citizens.cpr",
            "citizens.protected_address",
            "conversations.citizen_words",
            "conversations.note",
            "journal.text",
        ];
        Assert.Superset(protectedFields.ToHashSet(), before.Select(v => v.Column).ToHashSet());

        var rotated = await test.Get<RotateKeys>().Execute(here, Worker.Virker(here), null, default);

        Assert.Equal(before.Count, rotated.Resealed);
        var after = await Values(test, here);
        Assert.Equal(before.Select(v => v.Plain), after.Select(v => v.Plain));
        Assert.All(before, v => Assert.False(v.IsOld));
        Assert.All(after, v => Assert.False(v.IsOld));
        Assert.Null((await test.Get<VerifyAudit>().Execute(here, default)).BrokenAt);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_page_under_way_reads_what_was_sealed_meanwhile(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var id = await house.Citizen();
        await using var underWay = await house.Open();

        await Rotate(house);

        var citizen = await underWay.Citizens.SingleAsync(c => c.Id == id);
        Assert.StartsWith("31138", underWay.Vault.Open(citizen.Cpr, id, "cpr"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_old_key_is_kept_until_nobody_can_be_using_it(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var early = await house.Citizen();
        await using var underWay = await house.Open();
        var first = await Rotate(house);
        Assert.Equal((1, 1), (first.Resealed, first.OldKeys));

        // Sealed by a page that opened before the change.
        var late = Guid.CreateVersion7();
        var sealedLate = new Citizen
        {
            Id = late,
            Cpr = underWay.Vault.Seal("3113855555", late, "cpr"),
            CprIndex = underWay.Vault.BlindIndex("3113855555"),
            FirstNames = "Sen",
            LastName = "Prøve",
            CreatedAt = house.Test.Clock.GetUtcNow(),
        };
        underWay.Add(sealedLate);
        await underWay.SaveAsync(house.Anna, "test.set_up", late, null, default);
        var soon = await Rotate(house);
        Assert.Equal((first.Key, 1, 1), (soon.Key, soon.Resealed, soon.OldKeys));

        house.Test.Clock.Advance(RotateKeys.KeptFor + TimeSpan.FromSeconds(1));
        var last = await Rotate(house);

        Assert.Equal(new KeysRotated(first.Key, 0, 0), last);
        await using var db = await house.Open();
        Assert.Equal("3113855555", db.Vault.Open((await db.Citizens.SingleAsync(c => c.Id == late)).Cpr, late, "cpr"));
        Assert.True(await db.Citizens.AnyAsync(c => c.Id == early));
        Assert.NotEqual(first.Key, (await Rotate(house)).Key);
    }

    private static Task<KeysRotated> Rotate(CaseHouse house) =>
        house.Get<RotateKeys>().Execute(house.Test.Here, house.Anna, null, default);

    /// <summary>Every sealed value there is, opened as the field its column is named after.</summary>
    private static async Task<List<(string Column, Guid Row, string Plain, bool IsOld)>> Values(
        TestMunicipalities test,
        Municipality here
    )
    {
        await using var db = await test.Get<MunicipalityStore<CaseworkDbContext>>().OpenAsync(here, default);
        var found = new List<(string Column, Guid Row, string Plain, bool IsOld)>();
        foreach (var table in db.Model.GetEntityTypes())
        {
            var columns = table.GetProperties().Where(p => p.ClrType == typeof(Sealed)).ToList();
            if (columns.Count == 0)
                continue;
            foreach (object row in await db.Rows(table).ToListAsync())
            {
                var id = (Guid)db.Entry(row).Property("Id").CurrentValue!;
                foreach (var column in columns)
                {
                    if (db.Entry(row).Property(column).CurrentValue is Sealed value)
                    {
                        found.Add(
                            (
                                $"{table.GetTableName()}.{column.GetColumnName()}",
                                id,
                                db.Vault.Open(value, id, column.GetColumnName()),
                                db.Vault.IsOld(value)
                            )
                        );
                    }
                }
            }
        }

        return [.. found.OrderBy(v => v.Row).ThenBy(v => v.Column, StringComparer.Ordinal)];
    }
}
