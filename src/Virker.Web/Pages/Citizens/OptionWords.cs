using Virker.Casework.Options;
using Virker.Evidence.Bank;
using Virker.Web.Site;
using static Virker.Web.Site.Words;

namespace Virker.Web.Pages.Citizens;

/// <summary>The words of an option: what speaks for it, what to ask, and what speaks against.</summary>
internal static class OptionWords
{
    private const int FewCues = 3;

    public static string Of(GroupFit fit) =>
        fit switch
        {
            GroupFit.Exact => T("undersøgt på netop denne gruppe", "studied on just this group"),
            GroupFit.Partial => T("undersøgt på en nærliggende gruppe", "studied on a near group"),
            GroupFit.None => T("ikke undersøgt på gruppen", "not studied on the group"),
        };

    public static NeedWords Of(Need need) =>
        need switch
        {
            Need.WantsToWork => new(
                Met: T("Borgeren vil gerne arbejde.", "The citizen wants to work."),
                NotKnown: T("Vil borgeren gerne arbejde?", "Does the citizen want to work?"),
                Unmet: T("Borgeren ønsker ikke arbejde nu.", "The citizen does not want to work now.")
            ),
            Need.SevereMentalIllness => new(
                Met: T(
                    "Borgeren har en svær psykisk sygdom, som indsatsen er lavet til.",
                    "The citizen has a severe mental illness, which the effort was made for."
                ),
                NotKnown: T(
                    "Har borgeren en svær psykisk sygdom? Spørg kun med samtykke.",
                    "Does the citizen have a severe mental illness? Ask only with consent."
                ),
                Unmet: T(
                    "Er lavet til mennesker med svær psykisk sygdom.",
                    "Was made for people with severe mental illness."
                )
            ),
            Need.PsychiatricTreatment => new(
                Met: T("Borgeren er i psykiatrisk behandling.", "The citizen is in psychiatric treatment."),
                NotKnown: T(
                    "Er borgeren i psykiatrisk behandling? Spørg kun med samtykke.",
                    "Is the citizen in psychiatric treatment? Ask only with consent."
                ),
                Unmet: T("Forudsætter psykiatrisk behandling.", "Presupposes psychiatric treatment.")
            ),
        };

    /// <summary>What makes it work better, a few at most.</summary>
    public static IEnumerable<string> Strengthens(RankedOption option) => Cues(option, CueKind.Cue);

    public static IEnumerable<string> Cautions(RankedOption option) => Cues(option, CueKind.Caution);

    /// <summary>What people like these came to, of 100, with and without; null where nobody has counted.</summary>
    public static string? OfHundred(RankedOption option) =>
        option.Answer.Pooled?.OfHundred is { } of
            ? T(
                $"Af 100 som disse når {Show.Number(of.With, 0)} målet med indsatsen (mellem {Show.Number(of.WithLow, 0)} og {Show.Number(of.WithHigh, 0)}) og {Show.Number(of.Without, 0)} uden.",
                $"Of 100 like these {Show.Number(of.With, 0)} reach the goal with the effort (between {Show.Number(of.WithLow, 0)} and {Show.Number(of.WithHigh, 0)}) and {Show.Number(of.Without, 0)} without."
            )
            : null;

    private static IEnumerable<string> Cues(RankedOption option, CueKind kind) =>
        option.Answer.Cues.Where(c => c.Kind == kind).Take(FewCues).Select(c => T(c.Text));
}

/// <summary>A need in words: when it is met, when nobody knows, and when it is not met.</summary>
internal sealed record NeedWords(string Met, string NotKnown, string Unmet);
