using Virker.Platform;

namespace Virker.Evidence.JobEffects;

/// <summary>What a conclusion of the algorithm is, for everything that asks.</summary>
public sealed record ConclusionTraits
{
    /// <summary>In one or two words.</summary>
    public required Text Name { get; init; }

    /// <summary>After "The job effect is".</summary>
    public required Text Said { get; init; }

    /// <summary>In a sentence.</summary>
    public required Text Found { get; init; }

    /// <summary>Stands before the name, so that colour is never alone.</summary>
    public required string Sign { get; init; }

    /// <summary>Where it stands in a list of what may help, the most promising first.</summary>
    public required int Order { get; init; }

    /// <summary>The knowledge that points that way; null where it points nowhere.</summary>
    public Func<Stock, decimal>? Behind { get; init; }

    /// <summary>The undocumented CHOICE it rests on, apart from those of every conclusion.</summary>
    public string? Choice { get; init; }

    /// <summary>It says a direction, or that there is none.</summary>
    public bool IsSettled => Behind is not null;
}

public static class JobEffectConclusions
{
    private static readonly ConclusionTraits NoStudies = new()
    {
        Name = new("Ingen studier", "No studies"),
        Said = new("uafklaret: ingen studier", "undecided: no studies"),
        Found = new(
            "Ingen af resultaterne på feltet kan indgå i algoritmen.",
            "None of the results on the cell can enter the algorithm."
        ),
        Sign = "–",
        Order = 2,
        Choice = "C-07",
    };

    private static readonly ConclusionTraits FewStudies = new()
    {
        Name = new("Få studier", "Few studies"),
        Said = new("uafklaret: for få studier", "undecided: too few studies"),
        Found = new(
            "Algoritmen finder for få studier: den samlede vægt er under 1.",
            "The algorithm finds too few studies: the whole weight is below 1."
        ),
        Sign = "?",
        Order = 2,
    };

    private static readonly ConclusionTraits Positive = new()
    {
        Name = new("Positiv", "Positive"),
        Said = new("positiv", "positive"),
        Found = new("Algoritmen finder en positiv effekt.", "The algorithm finds a positive effect."),
        Sign = "+",
        Order = 0,
        Behind = stock => stock.Positive,
    };

    private static readonly ConclusionTraits Negative = new()
    {
        Name = new("Negativ", "Negative"),
        Said = new("negativ", "negative"),
        Found = new("Algoritmen finder en negativ effekt.", "The algorithm finds a negative effect."),
        Sign = "−",
        Order = 4,
        Behind = stock => stock.Negative,
        Choice = "C-08",
    };

    private static readonly ConclusionTraits None = new()
    {
        Name = new("Ingen effekt", "No effect"),
        Said = new("ingen effekt", "no effect"),
        Found = new("Algoritmen finder ingen effekt.", "The algorithm finds no effect."),
        Sign = "0",
        Order = 3,
        Behind = stock => stock.None,
        Choice = "C-08",
    };

    private static readonly ConclusionTraits Conflicting = new()
    {
        Name = new("Modstridende", "Conflicting"),
        Said = new("modstridende", "conflicting"),
        Found = new(
            "Algoritmen finder ingen retning med mindst 55 % af vægten.",
            "The algorithm finds no direction with at least 55% of the weight."
        ),
        Sign = "±",
        Order = 1,
    };

    public static ConclusionTraits Of(JobEffectConclusion conclusion) =>
        conclusion switch
        {
            JobEffectConclusion.NoStudies => NoStudies,
            JobEffectConclusion.FewStudies => FewStudies,
            JobEffectConclusion.Positive => Positive,
            JobEffectConclusion.Negative => Negative,
            JobEffectConclusion.None => None,
            JobEffectConclusion.Conflicting => Conflicting,
        };
}
