using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Virker.Platform.Accounts;
using Virker.Platform.Accounts.Administration;
using static Virker.Web.Tests.Forms.FormKind;

namespace Virker.Web.Tests.Forms;

internal static partial class FilledForms
{
    private static IReadOnlyList<Filled> Leaders =>
        [
            Leader(
                "/Team/Caseload",
                Changes,
                _ => Task.FromResult("/team/caseload"),
                (p, n) =>
                    [
                        ("ceiling", $"{p.Number % 800 + n + 10}"),
                        ("complex", $"1,{p.Number % 50 + n + 10}"),
                        ("veryComplex", "2,5"),
                        ("newPercent", $"{p.Number % 40 + n}"),
                    ]
            ),
            Leader(
                "/Team/Worker",
                Changes,
                async p => $"/team/worker/{(await p.Site.Account(null, Role.Caseworker)).Id}",
                (p, n) => [("percent", $"{50 + n}"), ("areas", $"9{n}00"), ("beganOn", p.Day(-30 - n))]
            ),
            Leader(
                "/Team/Allocation",
                Adds,
                async p =>
                {
                    await p.BeLeaders();
                    return "/team/allocation";
                },
                (_, n) => [("ceiling", $"{2 + n}")]
            ) with
            {
                WritesLater = true,
            },
            Leader("/Team/Proposal", Sets, Proposed, (p, n) => [("reason", p.Words(n))]),
            Leader("/Team/Proposal?handler=Decline", Sets, Proposed, (_, _) => []),
            Leader(
                "/Fidelity/Index",
                Adds,
                _ => Task.FromResult("/team/fidelity"),
                (p, n) => [("team", "*"), ("on", p.Day(-p.Number * 2 - n))]
            ),
            Leader(
                "/Fidelity/Review",
                Changes,
                async p => await p.After("/Fidelity/Index", "/team/fidelity"),
                (p, n) =>
                    [
                        ("note1", p.Words(n, "Et")),
                        ("note2", p.Words(n, "To")),
                        ("score1", $"{n + 1}"),
                        ("source1", "*"),
                        ("score2", "3"),
                        ("source2", "*"),
                    ]
            ),
            Leader(
                "/Hours/Import",
                Sets,
                async p =>
                {
                    await p.NewCitizen();
                    return "/hours/import";
                },
                (p, _) =>
                    [
                        (
                            "file",
                            $"cpr;cvr;month;hours;wage\n{p.Cpr(1)};10000001;{p.Today.AddMonths(-1):yyyy-MM};40,5;7000,00\n"
                        ),
                    ]
            ),
            Leader("/Hours/Import?handler=Errors", Asks, _ => Task.FromResult("/hours/import"), (_, _) => []),
        ];

    private static Filled Leader(string handler, FormKind kind, Func<Place, Task<string>> open, Filling fill) =>
        new(handler, kind, Role.TeamLeader, open, fill);

    private static async Task<string> Proposed(Place p)
    {
        await p.BeLeaders();
        string address = await p.After("/Team/Allocation", "/team/allocation");
        // The page waits for what is computed.
        await p.First.Get(address);
        return address;
    }

    private static IReadOnlyList<Filled> Accounts =>
        [
            Administrator(
                "/Admin/NewAccount",
                Adds,
                _ => Task.FromResult("/admin/accounts/new"),
                (p, n) =>
                    [("email", $"ny{p.Number}-{n}@example.org"), ("name", p.Words(n, "Ny")), ("roles", "caseworker")]
            ),
            OnAccount("", Changes, (p, n) => [("name", p.Words(n, "Ny")), ("team", "*")]),
            OnAccount("?handler=Close", Sets, (_, _) => []),
            OnAccount("?handler=Open", Sets, (_, _) => [], (manage, by, account) => manage.Close(by, account)),
            OnAccount("?handler=Unlock", Sets, (_, _) => [], lockedOut: true),
            OnAccount("?handler=Password", Adds, (_, _) => []),
            Administrator(
                "/Admin/Teams",
                Adds,
                _ => Task.FromResult("/admin/teams"),
                (p, n) => [("name", p.Words(n, "Team")), ("leader", "*")]
            ),
            Administrator(
                "/Admin/Teams",
                Changes,
                async p =>
                {
                    p.Thing = await p.Site.Team();
                    return "/admin/teams";
                },
                (p, n) => [("name", p.Words(n, "Team")), ("leader", "*")]
            ) with
            {
                Use = "a team that is there",
                Which = p => $"input[name=id][value='{p.Thing}']",
            },
            Self("Language", Sets, (_, _) => [("language", "en")]) with
            {
                LeavesNoRow = true,
            },
            Self("RenamePasskey", Sets, (p, n) => [("name", p.Words(n, "Nøgle"))], hasPasskey: true) with
            {
                LeavesNoRow = true,
            },
            Self("RemovePasskey", Sets, (_, _) => [], hasPasskey: true),
            Self(
                "Password",
                Sets,
                (_, n) => [("current", "en god lang adgangskode"), ("chosen", $"en anden lang adgangskode {n}")]
            ) with
            {
                LeavesNoRow = true,
            },
        ];

    private static Filled Administrator(string handler, FormKind kind, Func<Place, Task<string>> open, Filling fill) =>
        new(handler, kind, Role.Administrator, open, fill);

    private static Filled OnAccount(
        string handler,
        FormKind kind,
        Filling fill,
        Func<ManageAccounts, Worker, Account, Task>? before = null,
        bool lockedOut = false
    ) =>
        Administrator(
            "/Admin/Account" + handler,
            kind,
            async p =>
            {
                var made = await p.Site.Account("en god lang adgangskode", Role.Caseworker);
                await using var scope = p.Site.Services.CreateAsyncScope();
                var manage = scope.ServiceProvider.GetRequiredService<ManageAccounts>();
                var account = (await manage.Find(p.Site.Virker, made.Id))!;
                if (before is not null)
                    await before(manage, p.Site.Virker, account);
                if (lockedOut)
                {
                    await scope
                        .ServiceProvider.GetRequiredService<UserManager<Account>>()
                        .SetLockoutEndDateAsync(account, TimeProvider.System.GetUtcNow().AddHours(1));
                }
                return $"/admin/accounts/{made.Id}";
            },
            fill
        );

    /// <summary>On the page of one's own account: a person of its own each time.</summary>
    private static Filled Self(string handler, FormKind kind, Filling fill, bool hasPasskey = false) =>
        Caseworker(
            "/Account/Index?handler=" + handler,
            kind,
            async p =>
            {
                await p.BeSomebodyNew("en god lang adgangskode", hasPasskey);
                return "/account";
            },
            fill
        ) with
        {
            IsPersonal = true,
            Exempt = Because(
                ("d", "What is sent to the page of one's own account may be a password: it is never kept.")
            ),
        };

    private const string NoRows =
        "Signing in writes no row: it gives this browser a session, and each browser its own.";
    private const string NotSignedIn = "Nobody is signed in yet.";
    private const string NoForm = "No form: a script asks for a challenge and is answered in JSON.";
    private const string Authenticator =
        "What is sent is an authenticator's answer to a challenge given once; a browser with an authenticator tests it.";

    private static IReadOnlyList<Filled> SigningIn =>
        [
            Visitor(
                "/Account/SignIn",
                [("email", "nogen@example.org"), ("password", "ikke den rigtige")],
                ("abc", NoRows),
                ("d", NotSignedIn)
            ),
            Visitor("/Account/SignIn?handler=Demo", [], ("abc", NoRows), ("d", NotSignedIn)),
            Visitor("/Account/SignIn?handler=Passkey", [], ("abc", Authenticator), ("d", NotSignedIn)),
            Visitor("/Account/SignIn?handler=PasskeyOptions", [], ("abcdef", NoForm)),
            Self("PasskeyOptions", Asks, (_, _) => []) with
            {
                Exempt = Because(("abcdef", NoForm)),
            },
            Self("AddPasskey", Adds, (_, _) => []) with
            {
                Exempt = Because(("abcd", Authenticator)),
            },
            Caseworker(
                "/Account/SignOut",
                Asks,
                async p =>
                {
                    await p.BeSomebodyNew("en god lang adgangskode", hasPasskey: false);
                    return "/account";
                },
                (_, _) => []
            ) with
            {
                To = "/account/sign-out",
                Exempt = Because(
                    ("a", "Sent twice, the second is sent by nobody, who is asked to sign in."),
                    ("d", "It signs out.")
                ),
            },
            Visitor("/Error", [], ("abcdef", "No form: the page is the answer to one that went wrong.")),
        ];

    /// <param name="exempt">The letters of trials that do not apply, and why.</param>
    private static Filled Visitor(
        string handler,
        (string, string)[] fill,
        params (string Letters, string Why)[] exempt
    ) =>
        new(
            handler,
            Asks,
            null,
            p =>
            {
                p.First = p.Second = p.Site.Browser();
                return Task.FromResult("/account/sign-in");
            },
            (_, _) => fill
        )
        {
            Exempt = Because(exempt),
        };

    private static Dictionary<char, string> Because(params (string Letters, string Why)[] exempt) =>
        exempt.SelectMany(e => e.Letters.Select(letter => (letter, e.Why))).ToDictionary();
}
