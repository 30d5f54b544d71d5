using Virker.Casework.Placements;
using Virker.Rules;
using static Virker.Web.Site.Words;

namespace Virker.Web.Site;

/// <summary>Placements in words, in the language of the request.</summary>
public static class PlacementWords
{
    public static string Of(PlacementPurpose purpose) =>
        purpose switch
        {
            PlacementPurpose.ClarifyGoal => T(
                "Afklare mål for job eller uddannelse",
                "Clarify the goal of job or education"
            ),
            PlacementPurpose.TrainSkills => T("Træne bestemte færdigheder", "Train specific skills"),
            PlacementPurpose.ReachPaidHours => T("Nå almindelige løntimer", "Reach ordinary paid hours"),
            PlacementPurpose.KeepOwnJob => T(
                "Beholde sit eget job (for sygemeldte)",
                "Keep one's own job (for sick-listed people)"
            ),
        };

    public static string Of(PlacementState state) =>
        state switch
        {
            PlacementState.Proposed => T("Foreslået", "Proposed"),
            PlacementState.Agreed => T("Aftalt", "Agreed"),
            PlacementState.Ended => T("Sluttet", "Ended"),
            PlacementState.Cancelled => T("Aflyst", "Cancelled"),
        };

    /// <summary>The state as it is on a day: what was agreed may have begun.</summary>
    public static string Of(PlacementState state, DateOnly from, DateOnly today) =>
        state == PlacementState.Agreed && from <= today ? T("I gang", "Under way") : Of(state);

    public static string Of(RuleLevel level) =>
        level switch
        {
            RuleLevel.Block => T("Stopper aftalen", "Stops the agreement"),
            RuleLevel.Warn => T("Advarsel", "Warning"),
            RuleLevel.Inform => T("Godt at vide", "Good to know"),
        };

    public static string Sign(RuleLevel level) =>
        level switch
        {
            RuleLevel.Block => "✕",
            RuleLevel.Warn => "!",
            RuleLevel.Inform => "i",
        };

    /// <summary>Minutes as hours with their unit.</summary>
    public static string HoursText(int minutes) =>
        minutes == 60 ? T("1 time", "1 hour") : T($"{Show.Hours(minutes)} timer", $"{Show.Hours(minutes)} hours");
}
