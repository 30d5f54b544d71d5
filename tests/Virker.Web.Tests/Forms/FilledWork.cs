using Virker.Platform.Accounts;
using static Virker.Web.Tests.Forms.FormKind;

namespace Virker.Web.Tests.Forms;

internal static partial class FilledForms
{
    private static IReadOnlyList<Filled> Ips =>
        [
            AboutCitizen(
                "/Ips/Course?handler=Open",
                Sets,
                "ips",
                (p, _) => [("raisedBy", "citizen"), ("raisedOn", p.Day()), ("answer", "yes")]
            ),
            InIps("Consent", Sets, (p, _) => [("unit", "*"), ("until", p.Day(90))]),
            InIps("Revoke", Sets, (_, _) => [], "Consent"),
            InIps("Meeting", Sets, (p, _) => [("dayZero", p.Day())]),
            InIps(
                "Contact",
                Adds,
                (p, n) => [("contactEmployer", p.Words(n)), ("contactOn", p.Day()), ("inPerson", "true")],
                "Meeting"
            ),
            InIps(
                "Profile",
                Changes,
                (p, n) => [("words", p.Words(n)), ("openness", "*"), ("health", p.Words(n, "Ryg"))],
                "Meeting"
            ),
            InIps("Advice", Sets, (p, n) => [("adviceOn", p.Day()), ("adviser", p.Words(n))], "Meeting"),
            InIps(
                "Benefit",
                Asks,
                (_, n) => [("rate", "basic"), ("benefit", "12000"), ("weekHours", $"{9 + n}"), ("wage", "145,50")],
                "Meeting"
            ),
            InIps(
                "Job",
                Adds,
                (p, n) => [("jobEmployer", p.Words(n)), ("pay", "ordinary"), ("hours", "12"), ("jobFrom", p.Day())],
                "Meeting"
            ),
            InIps("EndJob", Sets, (p, n) => [("jobTo", p.Day()), ("endReason", p.Words(n))], "Meeting", "Job"),
            InIps("Leave", Sets, (_, _) => []),
            new(
                "/Ips/Team",
                Sets,
                Role.TeamLeader,
                _ => Task.FromResult("/team/ips"),
                (p, _) => [("unit", "*"), ("meetingOn", p.Day(-p.Number))]
            ),
        ];

    private static Filled InIps(string handler, FormKind kind, Filling fill, params string[] after) =>
        Caseworker(
            $"/Ips/Course?handler={handler}",
            kind,
            async p =>
            {
                await p.NewCitizen();
                foreach (string before in after.Prepend("Open"))
                    await p.After($"/Ips/Course?handler={before}", p.Of("ips"));
                return p.Of("ips");
            },
            fill
        );

    private static IReadOnlyList<Filled> Employers =>
        [
            Caseworker(
                "/Employers/New",
                Adds,
                _ => Task.FromResult("/employers/new"),
                (p, n) =>
                    [
                        ("pNumber", $"10{p.Number:0000000}{n}"),
                        ("cvr", "13748136"),
                        ("companyName", "Æblehaven ApS"),
                        ("name", p.Words(n, "Æblehaven")),
                        ("industry", "01"),
                        ("employees", "12,5"),
                        ("address", p.Words(n, "Vej")),
                        ("postalCode", "9999"),
                        ("city", "Prøveby"),
                    ]
            ),
            AtWorkplace(
                "/Employers/Change",
                Changes,
                "/change",
                (p, n) =>
                    [("contactPerson", p.Words(n, "Karl")), ("city", p.Words(n, "By")), ("employees", $"{10 + n}")]
            ),
            Caseworker(
                "/Employers/Employer?handler=Own",
                Sets,
                async p =>
                {
                    var other = await p.Site.SomebodyIn(await p.Site.Team(), Role.Caseworker);
                    return await p.After(other.Browser, "/Employers/New", "/employers/new");
                },
                (_, _) => []
            ),
            AtWorkplace(
                "/Employers/Employer?handler=Contact",
                Adds,
                "",
                (p, n) => [("note", p.Words(n)), ("on", p.Day())]
            ),
            AtWorkplace("/Employers/Employer?handler=Close", Sets, "", (_, _) => [("isClosed", "true")]),
            Caseworker(
                "/Employers/Import?handler=Errors",
                Asks,
                _ => Task.FromResult("/employers/import"),
                (_, _) => []
            ),
            Caseworker(
                "/Employers/Import",
                Sets,
                _ => Task.FromResult("/employers/import"),
                (p, n) =>
                    [
                        ("kind", "companies"),
                        ("file", $"cvr;name;is_public;is_closed\n13748136;Firma {p.Number}-{n};no;no\n"),
                    ]
            ),
        ];

    private static Filled AtWorkplace(string handler, FormKind kind, string page, Filling fill) =>
        Caseworker(handler, kind, async p => (await p.After("/Employers/New", "/employers/new")) + page, fill);

    private static IReadOnlyList<Filled> Workdays =>
        [
            Mine(
                "/Day/Index?handler=Add",
                Adds,
                (p, n) => [("words", p.Words(n)), ("due", p.Day())],
                _ => "/day?all=today"
            ),
            Mine("/Day/Index?handler=Done", Sets, (_, _) => [], _ => "/day?all=today") with
            {
                Which = p => $"input[name=task][value='{p.Thing}']",
            },
            Mine("/Day/Index?handler=Undone", Sets, (_, _) => [], p => $"/day?done={p.Thing}"),
            Mine("/Day/Task?handler=Snooze", Sets, (_, _) => [("days", "*")], p => $"/day/task/{p.Thing}"),
            Mine("/Day/Task?handler=Move", Sets, (_, _) => [("to", "*")], p => $"/day/task/{p.Thing}"),
        ];

    private static Filled Mine(string handler, FormKind kind, Filling fill, Func<Place, string> address) =>
        Caseworker(
            handler,
            kind,
            async p =>
            {
                if (!handler.EndsWith("Add", StringComparison.Ordinal))
                    await p.NewTask();
                if (handler.EndsWith("Undone", StringComparison.Ordinal))
                    await p.After("/Day/Index?handler=Done", "/day?all=today");
                return address(p);
            },
            fill
        ) with
        {
            IsPersonal = true,
        };
}
