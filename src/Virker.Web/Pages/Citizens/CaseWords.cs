using System.Globalization;
using Virker.Casework.Caseload;
using Virker.Casework.Citizens;
using Virker.Casework.Conversations;
using Virker.Casework.Overviews;
using Virker.Casework.Placements;
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
            CaseLevel.VeryComplex => T("Meget kompleks", "Very complex"),
        };

    private const int RecentWeeks = 4;

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
            SpellEnd.Other => T("Andet", "Something else"),
        };

    public static string Of(ConversationLine line) =>
        line.State is ConversationState.Planned or ConversationState.Held
            ? T(ConversationKinds.Of(line.Kind).Held)
            : T(ConversationStates.Name(line.State));

    /// <summary>The kind of a placement, inside a sentence.</summary>
    private static string In(PlacementKind kind) => T(PlacementKinds.Of(kind).Name).ToLower(CultureInfo.CurrentCulture);

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
                    $"I {In(now.Kind)} hos {now.Workplace} til {Show.Date(now.To)}.",
                    $"In {In(now.Kind)} at {now.Workplace} until {Show.Date(now.To)}."
                ) + hours;
        }
        if (overview.Placements.LastOrDefault(p => p.State == PlacementState.Agreed && p.From > today) is { } coming)
        {
            return T(
                    $"Begynder i {In(coming.Kind)} hos {coming.Workplace} {Show.Date(coming.From)}.",
                    $"Begins in {In(coming.Kind)} at {coming.Workplace} on {Show.Date(coming.From)}."
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
