using Virker.Casework.PersonalLinks;
using Virker.Platform.Accounts;
using static Virker.Web.Tests.Forms.FormKind;

namespace Virker.Web.Tests.Forms;

internal static partial class FilledForms
{
    private static IReadOnlyList<Filled> Trials =>
        [
            Caseworker(
                "/Citizens/Lot?handler=Draw",
                Sets,
                async p =>
                {
                    await p.NewCitizen();
                    return p.Of($"trial/{await p.Site.Trial(p, drawing: true)}");
                },
                (_, _) => [("isTold", "true")]
            ),
            Caseworker(
                "/Citizens/Lot?handler=Refuse",
                Sets,
                async p =>
                {
                    await p.NewCitizen();
                    return p.Of($"trial/{await p.Site.Trial(p, drawing: true)}");
                },
                (_, _) => [("kind", "declined")]
            ),
            Analyst(
                "/Effects/Practice",
                Sets,
                async p =>
                {
                    await p.Site.ForgetReviews();
                    return "/effects/practice";
                },
                (_, _) => []
            ),
            Analyst(
                "/Effects/Costs",
                Asks,
                _ => Task.FromResult("/effects/costs"),
                (_, n) => [("citizens", $"{100 + n}")]
            ),
            Analyst(
                "/Effects/Costs?handler=Add",
                Asks,
                _ => Task.FromResult("/effects/costs"),
                (_, n) => [("citizens", $"{100 + n}")]
            ),
            Analyst(
                "/Effects/Costs?handler=Pdf",
                Asks,
                _ => Task.FromResult("/effects/costs"),
                (_, n) => [("citizens", $"{100 + n}")]
            ),
            Analyst("/Effects/Plan", Adds, _ => Task.FromResult("/effects/plan"), Plan),
            Analyst("/Effects/Plan", Changes, async p => $"/effects/plan/{await p.Site.Trial(p)}", Plan) with
            {
                Use = "a draft",
            },
            Analyst(
                "/Effects/Trial?handler=Freeze",
                Sets,
                async p => $"/effects/trials/{await p.Site.Trial(p)}",
                (_, _) => []
            ),
            Analyst(
                "/Effects/Trial?handler=Close",
                Sets,
                async p => $"/effects/trials/{await p.Site.Trial(p, drawing: true)}",
                (p, n) => [("why", p.Words(n))]
            ),
            Analyst(
                "/Effects/Trial?handler=Look",
                Sets,
                async p => $"/effects/trials/{await p.Site.Trial(p, drawing: true, ended: true)}",
                (_, _) => []
            ),
            Analyst(
                "/Effects/Trial?handler=Propose",
                Sets,
                async p =>
                {
                    string address = $"/effects/trials/{await p.Site.Trial(p, drawing: true, ended: true)}";
                    await p.After("/Effects/Trial?handler=Look", address);
                    return address;
                },
                (p, n) => [("reportUrl", $"https://example.org/{p.Number}-{n}")]
            ),
            new(
                "/Proposals/Proposal",
                Sets,
                Role.KnowledgeEditor,
                async p =>
                {
                    string address = $"/effects/trials/{await p.Site.Trial(p, drawing: true, ended: true)}";
                    await p.After("/Effects/Trial?handler=Look", address);
                    await p.After("/Effects/Trial?handler=Propose", address);
                    return await p.Site.NewestProposal();
                },
                (p, n) => [("decision", "refuse"), ("why", p.Words(n))]
            ),
        ];

    private static Filled Analyst(string handler, FormKind kind, Func<Place, Task<string>> open, Filling fill) =>
        new(handler, kind, Role.Analyst, open, fill);

    private static IEnumerable<(string, string)> Plan(Place p, int n) =>
        [
            ("title", p.Words(n, "Forsøg")),
            ("question", p.Words(n, "Virker")),
            ("intervention", "X.MENTOR"),
            ("treatment", p.Words(n, "Mentor")),
            ("usual", p.Words(n, "Sædvanlig")),
            ("targetGroups", "6.3"),
            ("evidenceGroup", "FAR.ALL"),
            ("primary", "paid_hours"),
            ("weeks", "13"),
            ("people", "100"),
            ("expectedUsual", "1"),
            ("expectedTreatment", "4"),
            ("spread", "6"),
            ("legalBasis", p.Words(n, "Prøve")),
            ("notes", p.Words(n, "Noter")),
        ];

    private const string NoSignIn =
        "A citizen has no log-in to come back by: the link has been used, and nothing is typed but a button.";

    private static IReadOnlyList<Filled> Own =>
        [
            Citizen("/Own/Begin", Sets, LinkPurpose.Door, (_, _) => [], isInside: false),
            Citizen("/Own/Index", Sets, LinkPurpose.Door, (_, _) => []),
            Citizen("/Own/Done", Sets, LinkPurpose.Answers, (_, _) => [], "/own/done"),
            Citizen(
                "/Own/Question",
                Changes,
                LinkPurpose.Answers,
                (_, n) => [("answer", $"{n + 1}")],
                "/own/question/1"
            ),
        ];

    private static Filled Citizen(
        string handler,
        FormKind kind,
        LinkPurpose purpose,
        Filling fill,
        string address = "/own",
        bool isInside = true
    ) =>
        new(
            handler,
            kind,
            null,
            async p =>
            {
                await p.NewCitizen();
                string link = await p.LinkFor(purpose);
                p.First = p.Second = p.Site.Browser();
                if (!isInside)
                    return link;
                await p.First.Send(ServedForm.Of((await p.First.Get(link)).Page, link, "")!);
                return address;
            },
            fill
        )
        {
            Exempt = Because(("d", NoSignIn)),
        };
}
