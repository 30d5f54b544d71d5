using Microsoft.EntityFrameworkCore;
using Virker.Platform.Audit;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Platform.Tests.Audit;

public sealed class Audit_chain_tests
{
    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    public static TheoryData<DatabaseProvider, string> Tamperings
    {
        get
        {
            string[] statements =
            [
                "UPDATE audit SET worker_name = 'En anden' WHERE seq = 3",
                "UPDATE audit SET action = 'look.other' WHERE seq = 1",
                "UPDATE audit SET why = 'en god grund' WHERE seq = 5",
                "UPDATE audit SET why = NULL WHERE seq = 5",
                "UPDATE audit SET detail = '{}' WHERE seq = 4",
                "DELETE FROM audit WHERE seq = 1",
                "DELETE FROM audit WHERE seq = 3",
                "DELETE FROM audit WHERE seq = 6",
                "DELETE FROM audit WHERE seq > 4",
                "DELETE FROM audit",
                "DELETE FROM audit_head",
                "UPDATE audit_head SET seq = 5, mac = (SELECT mac FROM audit WHERE seq = 5)",
                "DELETE FROM audit_citizens WHERE seq = 2",
                "UPDATE audit_citizens SET seq = 3 WHERE seq = 2",
                "UPDATE audit SET seq = 100 WHERE seq = 2",
                "UPDATE audit SET seq = seq + 100 WHERE seq IN (2, 3); UPDATE audit SET seq = 105 - seq WHERE seq > 100",
            ];
            var data = new TheoryData<DatabaseProvider, string>();
            foreach (var provider in Enum.GetValues<DatabaseProvider>())
            {
                foreach (var statement in statements)
                    data.Add(provider, statement);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_untouched_log_is_whole(DatabaseProvider provider)
    {
        await using var test = await TestMunicipalities.On(provider);
        await Write(test, 6);

        var verdict = await test.Get<VerifyAudit>().Execute(test.Here, CancellationToken.None);

        Assert.Equal((6, null), (verdict.Lines, verdict.BrokenAt));
        Assert.Equal(6, verdict.End!.Seq);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_empty_log_is_whole(DatabaseProvider provider)
    {
        await using var test = await TestMunicipalities.On(provider);

        var verdict = await test.Get<VerifyAudit>().Execute(test.Here, CancellationToken.None);

        Assert.Equal((0, null), (verdict.Lines, verdict.BrokenAt));
    }

    [Theory]
    [MemberData(nameof(Tamperings))]
    public async Task Every_tampering_is_found(DatabaseProvider provider, string tampering)
    {
        await using var test = await TestMunicipalities.On(provider);
        await Write(test, 6);
        await using (var records = await test.Get<MunicipalityStore<RecordsDbContext>>().OpenAsync(test.Here, default))
            await records.Database.ExecuteSqlRawAsync(tampering.Replace("{", "{{").Replace("}", "}}"));

        var verdict = await test.Get<VerifyAudit>().Execute(test.Here, CancellationToken.None);

        Assert.NotNull(verdict.BrokenAt);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Lines_written_at_once_from_many_places_make_one_chain(DatabaseProvider provider)
    {
        await using var test = await TestMunicipalities.On(provider);
        var log = test.Get<LookupLog>();

        await Task.WhenAll(
            Enumerable.Range(0, 200).Select(_ => log.Looked(test.Anna, "look.citizen", [Guid.CreateVersion7()], null))
        );

        var verdict = await test.Get<VerifyAudit>().Execute(test.Here, CancellationToken.None);
        Assert.Equal((200, null), (verdict.Lines, verdict.BrokenAt));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_log_put_back_to_an_earlier_state_lacks_the_line_noted_since(DatabaseProvider provider)
    {
        await using var test = await TestMunicipalities.On(provider);
        await Write(test, 3);
        var verify = test.Get<VerifyAudit>();
        var early = (await verify.Execute(test.Here, default)).End!;
        await Write(test, 2);
        var late = (await verify.Execute(test.Here, default)).End!;

        var noted = await verify.Execute(test.Here, default, AuditAnchor.Parse(early.ToString()));
        var tooFar = await verify.Execute(test.Here, default, late with { Seq = 6 });
        var another = await verify.Execute(test.Here, default, late with { Seq = 4 });

        Assert.Equal((5, null), (noted.Lines, noted.BrokenAt));
        Assert.Equal(6, tooFar.BrokenAt);
        Assert.NotNull(another.BrokenAt);
        Assert.Throws<InvalidInputException>(() => AuditAnchor.Parse("5:abc"));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_municipality_has_a_log_of_its_own(DatabaseProvider provider)
    {
        await using var test = await TestMunicipalities.On(provider);
        await Write(test, 3);

        var elsewhere = await test.Get<VerifyAudit>().Execute(test.Elsewhere, CancellationToken.None);

        Assert.Equal(0, elsewhere.Lines);
    }

    private static async Task Write(TestMunicipalities test, int lines)
    {
        var log = test.Get<LookupLog>();
        for (int i = 0; i < lines; i++)
            await log.Looked(test.Anna, "look.citizen", [Guid.CreateVersion7()], "samtale", "{\"n\":1}");
    }
}
