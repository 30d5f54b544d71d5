using static Virker.Web.Tests.Forms.FormKind;

namespace Virker.Web.Tests.Forms;

internal static partial class FilledForms
{
    private static IReadOnlyList<Filled> Citizens =>
        [
            AboutCitizen(
                "/Citizens/AssessmentWrite",
                Changes,
                "assessment/new",
                (p, n) =>
                    [
                        ("citizenWords", p.Words(n)),
                        ("workerWords", p.Words(n, "Medarbejder")),
                        ("workHistory", p.Words(n, "Bager")),
                        ("healthConsent", "true"),
                        ("healthConsentOn", p.Day()),
                        ("healthWords", p.Words(n, "Ryg")),
                        ("wantsToWork", "yes"),
                    ]
            ),
            Caseworker("/Citizens/Index", Asks, _ => Task.FromResult("/citizens"), (_, _) => [("q", "an")]),
            AboutCitizen(
                "/Citizens/TargetGroup",
                Sets,
                "target-group",
                (p, _) => [("targetGroup", "*"), ("since", p.Day())]
            ),
            AboutCitizen(
                "/Citizens/TargetGroup?handler=End",
                Sets,
                "target-group",
                (p, n) => [("to", p.Day()), ("kind", "*"), ("reason", p.Words(n))]
            ) with
            {
                Shown = p => [p.Of("history"), p.Of("log")],
            },
            AboutCitizen(
                "/Citizens/Details",
                Changes,
                "details",
                (p, n) =>
                    [
                        ("phone", $"2{p.Number:000000}{n}"),
                        ("city", p.Words(n, "By")),
                        ("firstNames", p.Words(n, "Kim")),
                        ("lastName", p.Words(n, "Prøve")),
                        ("address", p.Words(n, "Vej")),
                        ("postalCode", "9999"),
                        ("email", $"kim{p.Number}-{n}@example.org"),
                    ]
            ),
            AboutCitizen(
                "/Citizens/Contact",
                Sets,
                "contact",
                (p, n) => [("contact", "*"), ("reason", p.Words(n)), ("meeting", p.Day())]
            ) with
            {
                Shown = p => [p.Of("history"), p.Of("log")],
            },
            AboutCitizen(
                "/Citizens/Contact?handler=Needs",
                Changes,
                "contact",
                (_, _) => [("level", "*"), ("language", "*"), ("isBound", "true")]
            ),
            AboutCitizen("/Citizens/Belief", Adds, "belief", (_, n) => [("percent", n == 2 ? "50" : "20")]),
            Caseworker(
                "/Citizens/Hours",
                Changes,
                async p =>
                {
                    await p.NewCitizen();
                    await p.After("/Citizens/Hours", p.Of("hours"), ("cvr", "10000001"));
                    return p.Of("hours?employer=10000001");
                },
                (p, n) => [("w" + p.Monday(-1), $"{4 + n}"), ("w" + p.Monday(-2), $"{7 + n}")]
            ),
            AboutCitizen(
                "/Citizens/ProgressAnswer",
                Changes,
                "progress/answer",
                (_, n) => [("B01", $"{n + 1}"), ("B02", $"{n + 2}")]
            ),
            AboutCitizen("/Citizens/Goal", Changes, "goal", (p, n) => [("words", p.Words(n)), ("occupation", "*")]) with
            {
                Changing = ["words"],
                Shown = p => [p.Of("")],
            },
            AboutCitizen(
                "/Citizens/Choose",
                Adds,
                "options",
                (p, n) => [("intervention", "*"), ("reason", p.Words(n))]
            ) with
            {
                Shown = p => [p.Of("journal")],
            },
            AboutCitizen("/Citizens/Journal", Adds, "journal", (p, n) => [("text", p.Words(n))]),
            Caseworker(
                "/Citizens/New",
                Adds,
                _ => Task.FromResult("/citizens/new"),
                (p, n) =>
                    [
                        ("cpr", p.Cpr(n)),
                        ("bornOn", "1990-01-01"),
                        ("firstNames", p.Words(n, "Kim")),
                        ("lastName", p.Words(n, "Prøve")),
                        ("targetGroup", "6.3"),
                    ]
            ),
            AboutCitizen(
                "/Citizens/Plan",
                Adds,
                "plan",
                (p, n) =>
                    [
                        ("kind", "mentor"),
                        ("title", p.Words(n, "Mentor")),
                        ("from", p.Day()),
                        ("to", p.Day(90)),
                        ("jobDirected", "true"),
                    ]
            ),
            Caseworker(
                "/Citizens/Plan?handler=End",
                Sets,
                async p =>
                {
                    await p.NewCitizen();
                    await p.After("/Citizens/Plan", p.Of("plan"));
                    return p.Of("plan");
                },
                (p, n) => [("on", p.Day()), ("reason", p.Words(n))]
            ),
            AboutCitizen(
                "/Citizens/CoreElements",
                Sets,
                "core-elements",
                (p, _) => [("from", p.Day()), ("to", p.Day(60))]
            ),
            Caseworker(
                "/Citizens/CoreElements?handler=End",
                Sets,
                async p =>
                {
                    await p.NewCitizen();
                    await p.After("/Citizens/CoreElements", p.Of("core-elements"));
                    return p.Of("core-elements");
                },
                (p, _) => [("ended", p.Day())]
            ),
            Caseworker(
                "/Citizens/Citizen?handler=Address",
                Asks,
                async p =>
                {
                    await p.NewCitizen(isProtected: true);
                    return p.Of("");
                },
                (p, n) => [("reason", p.Words(n))]
            ),
            AboutCitizen("/Citizens/Links", Adds, "links", (_, _) => [("purpose", "answers")]),
            Caseworker(
                "/Citizens/Links?handler=Revoke",
                Sets,
                async p =>
                {
                    await p.NewCitizen();
                    await p.After("/Citizens/Links", p.Of("links"));
                    return p.Of("links");
                },
                (_, _) => []
            ),
        ];

    private static IReadOnlyList<Filled> Conversations =>
        [
            AboutCitizen(
                "/Citizens/Conversation",
                Adds,
                "conversation",
                (p, n) =>
                    [
                        ("citizenWords", p.Words(n)),
                        ("note", p.Words(n, "Note")),
                        ("nextStep", p.Words(n, "Skridt")),
                        ("kind", "phone"),
                    ]
            ) with
            {
                Shown = p => [p.Of("journal"), p.Of("")],
            },
            AboutCitizen(
                "/Citizens/ConversationPlan",
                Adds,
                "conversation/plan",
                (p, n) => [("on", p.Day(7 + n)), ("at", "10:30"), ("kind", "phone")]
            ),
            Caseworker(
                "/Citizens/ConversationPlan",
                Changes,
                async p =>
                {
                    await p.NewCitizen();
                    await p.After("/Citizens/ConversationPlan", p.Of("conversation/plan"));
                    await using var db = await p.Site.Casework(p.Site.Here);
                    var planned = db.Conversations.First(c => c.CitizenId == p.Citizen);
                    return p.Of($"conversation/plan?conversation={planned.Id}");
                },
                (p, n) => [("on", p.Day(20 + n)), ("at", $"1{n}:15"), ("kind", "*")]
            ) with
            {
                Use = "another day",
            },
            Caseworker(
                "/Citizens/ConversationRead",
                Adds,
                async p =>
                {
                    await p.NewCitizen();
                    return (await p.After("/Citizens/Conversation", p.Of("conversation"))).Split('?')[0];
                },
                (p, n) => [("correction", p.Words(n))]
            ),
        ];

    private static IReadOnlyList<Filled> Contracts =>
        [
            Caseworker("/Citizens/Placement", Sets, BeforePlacement, Terms) with
            {
                Shown = _ => [],
            },
            Placement("Hours", Changes, (p, n) => [("stepHours#0", $"{3 + n}"), ("stepHours#1", $"{8 + n}")]),
            Caseworker(
                "/Placements/Index?handler=Statement",
                Sets,
                async p => await Started(p, ("statement", "")),
                (_, _) => []
            ),
            Placement("Extend", Sets, (p, n) => [("to", p.Monday(16)), ("extension", p.Words(n, "Mere tid"))]),
            Placement("End", Sets, (p, n) => [("on", p.Day()), ("reason", p.Words(n)), ("hired", "no")]),
            Caseworker(
                "/Placements/Index?handler=Hired",
                Sets,
                async p =>
                {
                    string address = await Started(p);
                    await p.After("/Placements/Index?handler=End", address, ("hired", "later"));
                    return address;
                },
                (_, _) => [("hired", "yes")]
            ),
        ];

    private static Filled Placement(string handler, FormKind kind, Filling fill) =>
        Caseworker($"/Placements/Index?handler={handler}", kind, async p => await Started(p), fill);

    private static async Task<string> BeforePlacement(Place p)
    {
        await p.NewCitizen();
        string place = await p.After("/Employers/New", "/employers/new", ("employees", "500"));
        await p.After("/Citizens/Goal", p.Of("goal"));
        await p.After("/Citizens/Plan", p.Of("plan"));
        return p.Of($"placement?workplace={place[(place.LastIndexOf('/') + 1)..]}");
    }

    private static async Task<string> Started(Place p, params (string, string)[] instead)
    {
        string address = await BeforePlacement(p);
        string agreement = await p.After("/Citizens/Placement", address, instead);
        return agreement[..agreement.IndexOf("/agreement", StringComparison.Ordinal)];
    }

    private static IEnumerable<(string, string)> Terms(Place p, int n) =>
        [
            ("purpose", "reach_paid_hours"),
            ("tasks", p.Words(n, "Skære grønt")),
            ("paid", "3"),
            ("paidGoal", "10"),
            ("paidTasks", p.Words(n, "Servere")),
            ("statement", "true"),
            ("from", p.Monday(1)),
            ("weeks", "13"),
            ("hours", "20"),
            ("followUp", "2"),
            ("mentor", p.Words(n, "Karl")),
            ("mentorHours", "2"),
        ];
}
