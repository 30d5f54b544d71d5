using Virker.Casework.Matching;
using Virker.Evidence.Answers;
using Virker.Evidence.JobEffects;
using Virker.Evidence.Knowledge;
using Virker.Platform;

namespace Virker.Casework.Options;

/// <summary>How near the studied people are to the citizen's group.</summary>
public enum GroupFit
{
    Exact,

    /// <summary>A group below or above the citizen's own.</summary>
    Partial,
    None,
}

/// <summary>Which way the evidence points, for the order only: the answer itself shows its parts side by side.</summary>
public enum Pointing
{
    /// <summary>The job effect is positive, or professionals conclude that it works and the job effect does not say
    /// otherwise.</summary>
    Works,

    /// <summary>Few studies, none, or conflicting.</summary>
    Unknown,
    NoEffect,
    Harms,
}

/// <summary>An option on the list.</summary>
/// <param name="Group">The target group the answer is for.</param>
/// <param name="Unmet">Needs known to be missing.</param>
/// <param name="NotKnown">Needs nobody has asked about.</param>
/// <param name="After">The rule that put it after the line above; null for the first.</param>
public sealed record RankedOption(
    int Rank,
    Offer Offer,
    Text Name,
    string Group,
    Text GroupName,
    GroupFit Fit,
    Pointing Pointing,
    Answer Answer,
    IReadOnlyList<Need> Met,
    IReadOnlyList<Need> Unmet,
    IReadOnlyList<Need> NotKnown,
    Text? After
)
{
    public int Studies => Answer.Findings.Select(f => f.Study.Id).Distinct().Count();
}

/// <summary>
/// The offers in the order of how well the evidence fits the citizen: by named rules, a later one counting only where
/// all earlier are equal. There is no score and no choice; see <c>docs/method/options.md</c>.
/// </summary>
public static class RankOptions
{
    /// <summary>The rules, first to last; where all are equal the alphabet decides.</summary>
    public static IReadOnlyList<OrderRule<RankedOption>> Order { get; } =
    [
        new(
            new(
                "Intet mangler før det, vi ikke ved; det, der mangler noget, sidst",
                "Nothing missing before what is not known; something missing last"
            ),
            o =>
                o.Unmet.Count > 0 ? 2
                : o.NotKnown.Count > 0 ? 1
                : 0
        ),
        new(
            new(
                "Det, der virker, før det, vi ikke ved; så ingen effekt; skade sidst",
                "What works before what is not known; then no effect; harm last"
            ),
            o => (int)o.Pointing
        ),
        new(
            new(
                "Undersøgt på borgerens egen gruppe før en nærliggende; ikke undersøgt sidst",
                "Studied on the citizen's own group before a near one; not studied last"
            ),
            o => (int)o.Fit
        ),
        new(
            new(
                "Stærk viden før moderat, moderat før en indikation",
                "Strong knowledge before moderate, moderate before an indication"
            ),
            o =>
                o.Answer.JobEffect.Level switch
                {
                    EvidenceLevel.Strong => 0,
                    EvidenceLevel.Moderate => 1,
                    EvidenceLevel.Indication => 2,
                    EvidenceLevel.None => 3,
                }
        ),
        new(
            new("En faglig konklusion før ingen", "A professional conclusion before none"),
            o => o.Answer.Conclusions.Count > 0 ? 0 : 1
        ),
        new(new("Flere studier før færre", "More studies before fewer"), o => -o.Studies),
    ];

    /// <summary>Every offer that may be made to the citizen; empty when the citizen's group is unknown.</summary>
    public static IReadOnlyList<RankedOption> For(KnowledgeBank bank, IEnumerable<Offer> offers, EvidenceFor citizen)
    {
        if (citizen.Groups.Count == 0)
            return [];
        var sorted = offers
            .Where(o => o.OnlyFor == "" || citizen.Groups.Any(g => bank.Taxonomy.TargetGroups.IsWithin(g, o.OnlyFor)))
            .Select(o => Read(bank, o, citizen))
            .ToList();
        sorted.Sort(Compare);
        return [.. sorted.Select((o, i) => o with { Rank = i + 1, After = i == 0 ? null : Why(sorted[i - 1], o) })];
    }

    private static int Compare(RankedOption a, RankedOption b)
    {
        foreach (var rule in Order)
        {
            int by = rule.Place(a).CompareTo(rule.Place(b));
            if (by != 0)
                return by;
        }

        int byName = string.CompareOrdinal(a.Name.Da, b.Name.Da);
        return byName != 0 ? byName : string.CompareOrdinal(a.Offer.Intervention, b.Offer.Intervention);
    }

    private static Text Why(RankedOption before, RankedOption line) =>
        Order.FirstOrDefault(rule => rule.Place(before) != rule.Place(line))?.Name
        ?? new Text("Alt er lige; alfabetet", "All is equal; the alphabet");

    private static RankedOption Read(KnowledgeBank bank, Offer offer, EvidenceFor citizen)
    {
        var (group, fit) = GroupOf(bank, offer.Intervention, citizen.Groups);
        var answer = AnswerQuestion.For(bank, new AnswerQuery(group, offer.Intervention));
        return new RankedOption(
            0,
            offer,
            answer.Intervention.Name,
            group,
            answer.TargetGroup.Name,
            fit,
            PointingOf(answer),
            answer,
            [.. offer.Needs.Where(n => citizen.Met[n] == true)],
            [.. offer.Needs.Where(n => citizen.Met[n] == false)],
            [.. offer.Needs.Where(n => citizen.Met[n] is null)],
            null
        );
    }

    /// <summary>The most specific of the citizen's groups that was studied, then those around them.</summary>
    private static (string Group, GroupFit Fit) GroupOf(
        KnowledgeBank bank,
        string intervention,
        IReadOnlyList<string> groups
    )
    {
        foreach (var group in groups)
        {
            if (bank.FindingsFor(group, intervention).Any(f => f.TargetGroups.Has(group)))
                return (group, GroupFit.Exact);
        }

        var around = groups.SelectMany(g => bank.Taxonomy.TargetGroups.Ancestors(g).Select(a => a.Code));
        foreach (var group in groups.Concat(around))
        {
            if (bank.FindingsFor(group, intervention).Any())
                return (group, GroupFit.Partial);
        }

        return (groups[^1], GroupFit.None);
    }

    private static Pointing PointingOf(Answer answer) =>
        answer.JobEffect.Conclusion switch
        {
            JobEffectConclusion.Positive => Pointing.Works,
            JobEffectConclusion.Negative => Pointing.Harms,
            // Professionals who say it works beside an algorithm that finds nothing: that is not knowing.
            JobEffectConclusion.None => answer.Conclusions.Count > 0 ? Pointing.Unknown : Pointing.NoEffect,
            JobEffectConclusion.NoStudies or JobEffectConclusion.FewStudies or JobEffectConclusion.Conflicting => answer
                .Conclusions
                .Count > 0
                ? Pointing.Works
                : Pointing.Unknown,
        };
}
