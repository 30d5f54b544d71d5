using System.Globalization;
using Virker.Casework.CoreElements;
using Virker.Figures;
using Virker.Web.Site;
using static Virker.Web.Site.Words;

namespace Virker.Web.Wording;

/// <summary>Core elements and results in words and pictures.</summary>
internal static class ElementWords
{
    public static string Of(ElementState state) =>
        state switch
        {
            ElementState.InPlace => T("På plads", "In place"),
            ElementState.Partly => T("Delvist", "Partly"),
            ElementState.Missing => T("Mangler", "Missing"),
        };

    public static string Why(ElementFinding finding)
    {
        string on = finding.On is { } day ? Show.Date(day) : "";
        return finding.Reason switch
        {
            ElementReason.GoalSaid => T($"Jobmålet er sagt {on}.", $"The job goal was said {on}."),
            ElementReason.GoalOld => T(
                $"Jobmålet er fra {on}. Spørg, om det stadig er målet.",
                $"The job goal is from {on}. Ask whether it still is the goal."
            ),
            ElementReason.GoalMissing => T(
                "Der er intet jobmål. Spørg borgeren.",
                "There is no job goal. Ask the citizen."
            ),
            ElementReason.ContactAndTalk => T(
                $"Der er en fast kontaktperson. Seneste samtale {on}.",
                $"There is a primary contact. Latest conversation {on}."
            ),
            ElementReason.ContactWithoutTalk => T(
                $"Fast kontaktperson siden {on}, men ingen samtale inden for 91 dage. Aftal en.",
                $"Primary contact since {on}, but no conversation within 91 days. Agree on one."
            ),
            ElementReason.ContactMissing => T(
                "Borgeren har ingen fast kontaktperson.",
                "The citizen has no primary contact."
            ),
            ElementReason.MatchGrows => T(
                $"På en arbejdsplads siden {on}, med betalte opgaver eller løntimer, der vokser.",
                $"At a workplace since {on}, with paid tasks or paid hours that grow."
            ),
            ElementReason.MatchStandsStill => T(
                $"På en arbejdsplads siden {on}, men aftalen har ingen betalte opgaver og ingen timer, der vokser.",
                $"At a workplace since {on}, but the agreement has no paid tasks and no hours that grow."
            ),
            ElementReason.PlacementMissing => T(
                "Borgeren er ikke på en arbejdsplads nu.",
                "The citizen is at no workplace now."
            ),
            ElementReason.AgreementWhole => T(
                $"Aftalen fra {on} har opgaver, opfølgning og løntimer.",
                $"The agreement from {on} has tasks, follow-up and paid hours."
            ),
            ElementReason.AgreementWithoutPaidHours => T(
                $"Aftalen fra {on} har ingen løntimer.",
                $"The agreement from {on} has no paid hours."
            ),
            ElementReason.AgreementWithoutFollowUp => T(
                "Aftalen har ingen opfølgning.",
                "The agreement has no follow-up."
            ),
            ElementReason.SupportAndResources => T(
                $"Vurderingen fra {on} nævner ressourcer, og støtte kører samtidig med noget jobrettet.",
                $"The assessment from {on} names resources, and support runs alongside something aimed at a job."
            ),
            ElementReason.SupportWithoutJob => T(
                "Der er ressourcer og støtte, men intet jobrettet samtidig.",
                "There are resources and support, but nothing aimed at a job alongside."
            ),
            ElementReason.SupportWithoutResources => T(
                "Der er støtte, men vurderingen nævner ingen ressourcer.",
                "There is support, but the assessment names no resources."
            ),
            ElementReason.ResourcesWithoutSupport => T(
                $"Vurderingen fra {on} nævner ressourcer, men planen har ingen støtte.",
                $"The assessment from {on} names resources, but the plan has no support."
            ),
            ElementReason.SupportMissing => T(
                "Ingen ressourcer er nævnt, og planen har ingen støtte.",
                "No resources are named, and the plan has no support."
            ),
            ElementReason.FollowedUp => T($"Fulgt op {on}.", $"Followed up {on}."),
            ElementReason.FollowUpNotDue => T(
                $"Begyndt {on}; første opfølgning er ikke kommet endnu.",
                $"Begun {on}; the first follow-up has not come yet."
            ),
            ElementReason.FollowUpLate => T(
                $"Opfølgningen er for sen. Sidst fulgt op, eller begyndt, {on}.",
                $"The follow-up is late. Last followed up, or begun, {on}."
            ),
        };
    }

    /// <summary>Where to do something about it: a journey from the citizen's page.</summary>
    public static (string Journey, string Text) Where(string code) =>
        code switch
        {
            "FSM-1" => ("goal", T("Jobmål", "Job goal")),
            "FSM-2" => ("conversation", T("Samtale", "Conversation")),
            "FSM-3" => ("match", T("Find virksomhed", "Find a workplace")),
            "FSM-5" => ("plan", "Plan"),
            _ => ("placement", T("Aftaler", "Agreements")),
        };

    public static LineFigure Figure(MonthlyResults results)
    {
        return new LineFigure
        {
            Id = "results",
            Culture = CultureInfo.CurrentCulture,
            Title = T("Løntimer eller uddannelse, måned for måned", "Paid hours or education, month by month"),
            Description = T(
                $"Andelen efter reglerne fra Flere skal med 2, den naive andel, og grænserne {results.Rule.FirstPercent} % og {results.Rule.SecondPercent} %.",
                $"The share by the rules of Flere skal med 2, the naive share, and the thresholds {results.Rule.FirstPercent}% and {results.Rule.SecondPercent}%."
            ),
            XTitle = T("Måneder før nu", "Months before now"),
            YTitle = T("Andel af borgerne", "Share of the citizens"),
            SeriesHeading = T("Linje", "Line"),
            XFormat = "0",
            YFormat = T("0 %", "0%"),
            YFrom = 0,
            Series =
            [
                Line(T("Efter reglerne", "By the rules"), m => m.Share),
                Line(T("Naivt", "Naive"), m => m.NaiveShare),
                Line(T("Første grænse", "First threshold"), _ => results.Rule.FirstPercent / 100.0),
                Line(T("Anden grænse", "Second threshold"), _ => results.Rule.SecondPercent / 100.0),
            ],
        };

        LineSeries Line(string name, Func<ResultMonth, double?> share) =>
            new(
                name,
                [
                    .. results
                        .Months.Select((m, i) => (Ago: i - results.Months.Count, Share: share(m)))
                        .Where(m => m.Share is not null)
                        .Select(m => new LinePoint(m.Ago, m.Share!.Value)),
                ]
            );
    }
}
