using Virker.Casework.Caseload;
using Virker.Casework.Citizens;
using Virker.Casework.Conversations;
using Virker.Casework.Overviews;
using Virker.Casework.Placements;
using Virker.Casework.Plans;
using Virker.Rules;
using Virker.Web.Site;
using static Virker.Web.Site.Words;

namespace Virker.Web.Pages.Citizens;

/// <summary>A case in words the citizen can read.</summary>
public static class CaseWords
{
    public static string Of(CaseLevel level) =>
        level switch
        {
            CaseLevel.Simple => T("Enkel", "Simple"),
            CaseLevel.Complex => T("Kompleks", "Complex"),
            _ => T("Meget kompleks", "Very complex"),
        };

    private const int RecentWeeks = 4;

    public static string Of(PlacementKind kind) =>
        kind switch
        {
            PlacementKind.Internship => T("virksomhedspraktik", "company internship"),
            PlacementKind.PrivateWageSubsidy => T("privat løntilskud", "private wage subsidy"),
            PlacementKind.PublicWageSubsidy => T("offentligt løntilskud", "public wage subsidy"),
            _ => T("ordinære løntimer", "ordinary paid hours"),
        };

    public static string Of(PlanItemKind kind) =>
        kind switch
        {
            PlanItemKind.Placement => T("Virksomhed", "Workplace"),
            PlanItemKind.Mentor => "Mentor",
            PlanItemKind.Treatment => T("Behandling", "Treatment"),
            PlanItemKind.Course => T("Kursus", "Course"),
            PlanItemKind.Guidance => T("Vejledning", "Guidance"),
            _ => T("Jobsøgning", "Job search"),
        };

    public static string Of(SpellEnd end) =>
        end switch
        {
            SpellEnd.Job => T("Ordinært job", "Ordinary job"),
            SpellEnd.Education => T("Uddannelse", "Education"),
            SpellEnd.FlexJob => T("Fleksjob", "Flex job"),
            SpellEnd.DisabilityPension => T("Førtidspension", "Disability pension"),
            SpellEnd.OldAgePension => T("Folkepension", "Old-age pension"),
            SpellEnd.MovedAway => T("Flyttet fra kommunen", "Moved away"),
            SpellEnd.Died => T("Død", "Died"),
            SpellEnd.OtherBenefit => T("Anden ydelse", "Another benefit"),
            _ => T("Andet", "Something else"),
        };

    public static string Of(ConversationLine line) =>
        line.State switch
        {
            ConversationState.CancelledByCitizen => T("Aflyst af borgeren", "Cancelled by the citizen"),
            ConversationState.CancelledByUs => T("Aflyst af os", "Cancelled by us"),
            ConversationState.NoShow => T("Mødte ikke", "Did not come"),
            _ => line.Kind switch
            {
                ConversationKind.First => T("Første samtale", "First conversation"),
                ConversationKind.AtWorkplace => T("Samtale på virksomheden", "Conversation at the workplace"),
                ConversationKind.Phone => T("Samtale på telefon", "Conversation by phone"),
                ConversationKind.Video => T("Samtale på video", "Conversation by video"),
                ConversationKind.HandOver => T("Overlevering", "Hand-over"),
                _ => T("Samtale", "Conversation"),
            },
        };

    /// <summary>From and to, or from on.</summary>
    public static string Period(DateOnly from, DateOnly? to) =>
        to is { } last
            ? T($"{Show.Date(from)} til {Show.Date(last)}", $"{Show.Date(from)} to {Show.Date(last)}")
            : T($"fra {Show.Date(from)}", $"from {Show.Date(from)}");

    /// <summary>Where we are, in one line.</summary>
    public static string WhereWeAre(CitizenHead citizen, CitizenOverview overview, RuleBook book, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(citizen);
        ArgumentNullException.ThrowIfNull(overview);
        ArgumentNullException.ThrowIfNull(book);
        if (citizen.ClosedOn is { } closed)
            return T($"Sagen er lukket {Show.Date(closed)}.", $"The case was closed {Show.Date(closed)}.");
        var recent = overview.Hours.Weeks.TakeLast(RecentWeeks).LastOrDefault(w => w.Reported > 0);
        string hours = recent is null
            ? ""
            : T(
                $" Senest {Show.Hours(recent.Reported!.Value)} løntimer i ugen fra {Show.Date(recent.Week)}.",
                $" Latest {Show.Hours(recent.Reported!.Value)} paid hours in the week from {Show.Date(recent.Week)}."
            );
        if (overview.Placements.FirstOrDefault(p => p.IsRunning(today)) is { } now)
        {
            return T(
                    $"I {Of(now.Kind)} hos {now.Workplace} til {Show.Date(now.To)}.",
                    $"In {Of(now.Kind)} at {now.Workplace} until {Show.Date(now.To)}."
                ) + hours;
        }
        if (overview.Placements.LastOrDefault(p => p.State == PlacementState.Agreed && p.From > today) is { } coming)
        {
            return T(
                    $"Begynder i {Of(coming.Kind)} hos {coming.Workplace} {Show.Date(coming.From)}.",
                    $"Begins in {Of(coming.Kind)} at {coming.Workplace} on {Show.Date(coming.From)}."
                ) + hours;
        }
        if (recent is not null)
            return hours.TrimStart();
        if (citizen.TargetGroup is { } group)
        {
            string name = book.TargetGroups.Find(group)?.ShortName.ToString() ?? group;
            string since = overview.Now.GroupSince is { } day
                ? T($" siden {Show.Date(day)}", $" since {Show.Date(day)}")
                : "";
            return T($"Ingen virksomhed lige nu. {name}{since}.", $"No workplace right now. {name}{since}.");
        }

        return T(
            "Sagen er ny. Begynd med en samtale om, hvad borgeren gerne vil.",
            "The case is new. Begin with a conversation about what the citizen would like."
        );
    }
}
