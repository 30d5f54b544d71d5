using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Virker.Casework.Citizens;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Web.Tests;

/// <summary>A worker signed in with a citizen of their own, and the log they leave.</summary>
internal sealed class CaseworkPages : IDisposable
{
    private static int _number;
    private readonly TheSite _site;

    private CaseworkPages(TheSite site, SiteClient client, Worker worker, Guid citizen) =>
        (_site, Client, Worker, Citizen) = (site, client, worker, citizen);

    public SiteClient Client { get; }

    public Worker Worker { get; }

    public Guid Citizen { get; }

    public DateOnly Today => _site.Services.GetRequiredService<TimeProvider>().Today();

    public static async Task<CaseworkPages> On(TheSite site)
    {
        var municipality = await site.Municipality();
        var account = await site.Account(municipality, null, Role.Caseworker);
        var worker = new Worker(account.Id, account.DisplayName, municipality, new HashSet<Role> { Role.Caseworker });
        string cpr = string.Create(CultureInfo.InvariantCulture, $"411390{Interlocked.Increment(ref _number):0000}");
        var added = await site
            .Services.GetRequiredService<AddCitizen>()
            .Execute(
                worker,
                new NewCitizen(
                    cpr,
                    new CitizenDetails("Kim", "Prøve"),
                    new DateOnly(1990, 1, 1),
                    PrimaryContact: worker.Id
                ),
                default
            );
        Assert.Empty(added.Problems);
        return new CaseworkPages(site, await site.As(account), worker, added.Id!.Value);
    }

    public T Get<T>()
        where T : notnull => _site.Services.GetRequiredService<T>();

    /// <summary>The journey's address from the citizen.</summary>
    public string Of(string journey) => $"/citizens/{Citizen}/{journey}";

    /// <summary>What the worker looked at, in order.</summary>
    public async Task<IReadOnlyList<string>> Looks()
    {
        await using var db = await Get<MunicipalityStore<RecordsDbContext>>().OpenAsync(Worker.Municipality, default);
        return await db
            .Audit.Where(e => e.WorkerId == Worker.Id && e.Action.StartsWith("look."))
            .OrderBy(e => e.Seq)
            .Select(e => e.Action)
            .ToListAsync();
    }

    /// <summary>Sends the form of a page as it stands with some fields changed, as a browser does.</summary>
    public async Task<HttpResponseMessage> Fill(string path, params (string Name, string Value)[] fields)
    {
        var page = await Client.Page(path);
        var form = page.QuerySelector("main form[method=post]")!;
        var sent = Fields(form).Where(f => fields.All(g => g.Name != f.Name)).Concat(fields);
        return await Client.Send(form.GetAttribute("action") ?? path, sent);
    }

    public static async Task<string> Leads(HttpResponseMessage answer)
    {
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.ToString();
    }

    public void Dispose() => Client.Dispose();

    private static IEnumerable<(string Name, string Value)> Fields(IElement form)
    {
        foreach (var field in form.QuerySelectorAll("input[name], textarea[name], select[name]"))
        {
            string name = field.GetAttribute("name")!;
            if (field.GetAttribute("type") is "radio" or "checkbox" && !field.HasAttribute("checked"))
                continue;
            yield return field.LocalName switch
            {
                "textarea" => (name, field.TextContent),
                "select" => (
                    name,
                    (field.QuerySelector("option[selected]") ?? field.QuerySelector("option"))!.GetAttribute("value")!
                ),
                _ => (name, field.GetAttribute("value") ?? ""),
            };
        }
    }
}
