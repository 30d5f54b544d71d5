using System.Net;
using Microsoft.EntityFrameworkCore;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Web.Tests.Safety;

/// <summary>A clinician through the whole site: sees what a consent shares and nothing else, and not one request
/// longer.</summary>
public sealed class Clinic_tests
{
    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Consent_revoked_the_next_request_is_refused_and_the_log_shows_both(DatabaseProvider provider)
    {
        await using var site = await FullSite.On(provider);
        Guid citizen,
            unit;
        string name,
            cpr;
        await using (var db = await site.Casework(site.Here))
        {
            var found = await db.Citizens.Where(c => c.ClosedOn == null).OrderBy(c => c.Id).FirstAsync();
            (citizen, name) = (found.Id, found.FirstNames);
            cpr = db.Vault.Open(found.Cpr, found.Id, "cpr");
        }

        using var worker = await site.As(site.Here, Role.IpsConsultant);
        using var clinician = await site.As(site.Here, Role.Clinician);
        string ips = $"/citizens/{citizen}/ips";
        var form = await worker.Page(ips);
        unit = Guid.Parse(form.QuerySelector("select[name=unit] option:last-child")!.GetAttribute("value")!);
        Assert.Equal(HttpStatusCode.NotFound, (await clinician.Get($"/clinic/{citizen}")).StatusCode);
        string until = form.QuerySelector("input[name=until]")!.GetAttribute("value")!;
        using var given = await worker.Post(ips, [("unit", $"{unit}"), ("until", until)], ips + "?handler=Consent");
        Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);

        var shared = await clinician.Page($"/clinic/{citizen}");
        string seen = shared.QuerySelector("main")!.TextContent;
        Assert.Contains(name, seen, StringComparison.Ordinal);
        Assert.DoesNotContain(cpr, shared.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains(
            name,
            (await clinician.Page("/clinic")).QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        foreach (string path in new[] { ips, $"/citizens/{citizen}", "/citizens", "/day", "/team/ips", "/effects" })
            Assert.Equal(HttpStatusCode.Forbidden, (await clinician.Get(path)).StatusCode);
        using var revoked = await worker.Post(ips, [("unit", $"{unit}")], ips + "?handler=Revoke");
        Assert.Equal(HttpStatusCode.Redirect, revoked.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await clinician.Get($"/clinic/{citizen}")).StatusCode);

        await using var records = await site.Records(site.Here);
        var log = await records
            .AuditCitizens.Where(c => c.CitizenId == citizen)
            .Join(records.Audit, c => c.Seq, e => e.Seq, (_, e) => e)
            .Where(e => e.Action.StartsWith("consent.") || e.Action.StartsWith("look.shared"))
            .OrderBy(e => e.Seq)
            .Select(e => e.Action)
            .ToListAsync();
        Assert.Equal(
            ["consent.refused", "consent.give", "look.shared", "look.shared-list", "consent.revoke", "consent.refused"],
            log
        );
    }
}
