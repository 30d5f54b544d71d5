using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Virker.Casework.Citizens;
using Virker.Casework.PersonalLinks;
using Virker.Casework.Tasks;
using Virker.Platform.Accounts;

namespace Virker.Web.Tests.Forms;

/// <summary>Where one form is tried once: two people who may send it, and a citizen of their own.</summary>
internal sealed class Place(FormsSite site, Filled form)
{
    private string? _address;

    public FormsSite Site => site;

    public Filled Form => form;

    /// <summary>No other place has it.</summary>
    public int Number { get; } = site.Next();

    /// <summary>Who sends the form.</summary>
    public Browser First { get; set; } = null!;

    /// <summary>Who sends it too; for a page of one's own the same person elsewhere.</summary>
    public Browser Second { get; set; } = null!;

    public Account FirstAccount { get; private set; } = null!;

    public Account SecondAccount { get; private set; } = null!;

    public Guid Citizen { get; private set; }

    /// <summary>What else the form is about.</summary>
    public Guid Thing { get; set; }

    public DateOnly Today => site.Today;

    public string Address => _address!;

    public Worker Worker =>
        new(FirstAccount.Id, FirstAccount.DisplayName, site.Here, new HashSet<Role> { form.Who ?? Role.Caseworker });

    public static async Task<Place> Ready(FormsSite site, Filled form)
    {
        var place = new Place(site, form);
        if (form.Who is { } role)
        {
            (place.FirstAccount, place.First) = await site.Person(role, 1);
            (place.SecondAccount, place.Second) = await site.Person(role, form.IsPersonal ? 1 : 2);
        }
        else
        {
            (place.FirstAccount, _) = await site.Person(Role.Caseworker, 1);
        }
        place._address = await form.Open(place);
        return place;
    }

    /// <summary>The form as it is served now; null when it is not there.</summary>
    public async Task<ServedForm?> Served(Browser who) => Served((await who.Get(Address)));

    /// <summary>The form in an answer.</summary>
    public ServedForm? Served(Answer page) =>
        ServedForm.Of(page.Page, form.To ?? Address, form.HandlerName, form.Which?.Invoke(this));

    /// <summary>The form as it is served, which it must be.</summary>
    public async Task<ServedForm> Opened(Browser who)
    {
        var page = await who.Get(Address);
        return Served(page) ?? throw new NotServedException($"{Address} has no such form: {page}");
    }

    /// <summary>The form filled in.</summary>
    public async Task<ServedForm> FilledIn(Browser who, int n) => (await Opened(who)).With(form.Fill(this, n));

    /// <summary>How many rows there are, once what the form set going has come to rest.</summary>
    public async Task<SortedDictionary<string, long>> Count()
    {
        var count = await site.Count();
        while (form.WritesLater)
        {
            await Task.Delay(1000);
            var later = await site.Count();
            if (later.SequenceEqual(count))
                break;
            count = later;
        }

        return count;
    }

    public async Task NewCitizen(
        string? group = "6.3",
        int days = 100,
        Guid? contact = null,
        bool isProtected = false,
        int? number = null
    )
    {
        var added = await site.Get<AddCitizen>()
            .Execute(
                Worker,
                new NewCitizen(
                    number is { } other ? CprOf(other, 1) : Cpr(1),
                    new CitizenDetails(
                        "Kim",
                        $"Prøve {Number}",
                        "Prøvevej 1",
                        "9999",
                        "Prøveby",
                        IsAddressProtected: isProtected
                    ),
                    new DateOnly(1990, 1, 1),
                    group,
                    group is null ? null : Today.AddDays(-days),
                    contact ?? FirstAccount.Id
                ),
                default
            );
        Assert.Empty(added.Problems);
        Citizen = added.Id!.Value;
    }

    /// <summary>A CPR number nobody can have.</summary>
    public string Cpr(int n) => CprOf(Number, n);

    private static string CprOf(int number, int n) =>
        string.Create(CultureInfo.InvariantCulture, $"4113{90 - n - 3 * (number / 10000):00}{number % 10000:0000}");

    public string Of(string journey) => $"/citizens/{Citizen}{(journey == "" ? "" : "/")}{journey}";

    /// <summary>Words nobody else wrote.</summary>
    public string Words(int n, string about = "Æblegrød") => $"{about} {Number}-{n}";

    public string Day(int days = 0) => site.Today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string Monday(int weeks = 0) =>
        site
            .Today.AddDays(-(((int)site.Today.DayOfWeek + 6) % 7) + 7 * weeks)
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A task of the first worker's own.</summary>
    public async Task NewTask()
    {
        var problems = await site.Get<AddTask>().Execute(Worker, Words(0, "Opgave"), Today, null, default);
        Assert.Empty(problems);
        await using var db = await site.Casework(site.Here);
        Thing = db.Tasks.Where(t => t.OwnerId == FirstAccount.Id).OrderByDescending(t => t.Id).First().Id;
    }

    /// <summary>Two leaders of a team of their own, where two caseworkers share four citizens unevenly.</summary>
    public async Task BeLeaders()
    {
        var team = await site.Team();
        (FirstAccount, First) = await site.SomebodyIn(team, Role.TeamLeader);
        (SecondAccount, Second) = await site.SomebodyIn(team, Role.TeamLeader);
        var busy = await site.Account(null, team, Role.Caseworker);
        await site.Account(null, team, Role.Caseworker);
        for (int i = 0; i < 4; i++)
            await NewCitizen(contact: busy.Id, number: site.Next());
        Citizen = Guid.Empty;
    }

    /// <summary>The person is somebody nobody knows from before.</summary>
    public async Task BeSomebodyNew(string password, bool hasPasskey)
    {
        FirstAccount = SecondAccount = await site.Account(password, form.Who!.Value);
        if (hasPasskey)
        {
            await using var scope = site.Services.CreateAsyncScope();
            var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
            var account = (await accounts.FindByIdAsync(FirstAccount.Id.ToString()))!;
            await accounts.AddOrUpdatePasskeyAsync(
                account,
                new UserPasskeyInfo(
                    Guid.CreateVersion7().ToByteArray(),
                    [1],
                    DateTimeOffset.UnixEpoch,
                    1,
                    [],
                    true,
                    false,
                    false,
                    [1],
                    [1]
                )
                {
                    Name = "Telefon",
                }
            );
        }

        First = site.Browser();
        Second = site.Browser();
        await First.SignIn(FirstAccount.Id);
        await Second.SignIn(FirstAccount.Id);
    }

    /// <summary>A personal link for the citizen.</summary>
    public async Task<string> LinkFor(LinkPurpose purpose)
    {
        var made = await site.Get<MakeLink>().Execute(Worker, Citizen, purpose, default);
        return $"/b/{site.Here.Code}?k={made.Code}";
    }

    /// <summary>The citizen's case is closed by a colleague.</summary>
    public Task Close() => After("/Citizens/TargetGroup?handler=End", Of("target-group"), ("closes", "true"));

    /// <summary>Sends another form first, as its entry says.</summary>
    /// <returns>Where it led.</returns>
    public Task<string> After(string handler, string address, params (string, string)[] instead) =>
        After(null, handler, address, instead);

    /// <param name="sender">Who sends it, where it matters.</param>
    public async Task<string> After(Browser? sender, string handler, string address, params (string, string)[] instead)
    {
        var entry = FilledForms.All.First(f => f.Handler == handler);
        var who =
            sender is not null ? sender
            : entry.Who == form.Who ? First
            : (await site.Person(entry.Who!.Value, 1)).Browser;
        var page = await who.Get(address);
        var served =
            ServedForm.Of(page.Page, address, entry.HandlerName, entry.Which?.Invoke(this))
            ?? throw new NotServedException($"before it, {address} has no {entry}: {page}");
        var answer = await who.Send(served.With(entry.Fill(this, 0)).With(instead));
        return answer.Location ?? throw new NotServedException($"before it, {entry} answered {answer}");
    }
}

/// <summary>The form is not where it should be.</summary>
internal sealed class NotServedException(string message) : Exception(message);
