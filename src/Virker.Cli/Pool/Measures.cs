using Virker.Platform;

namespace Virker.Cli.Pool;

internal enum PoolMeasure
{
    RR,
    OR,
    RD,
    SMD,
    MD,
    GEN,
}

/// <summary>What is said of a measure, in one place.</summary>
/// <param name="Name">As a title says it.</param>
/// <param name="Scale">Where it is computed: log, difference, standardised or given.</param>
internal sealed record MeasureKind(Text Name, string Scale, bool MayBeRatio)
{
    public static MeasureKind Of(PoolMeasure measure) =>
        measure switch
        {
            PoolMeasure.RR => new(new("risikoratio", "risk ratio"), "log", true),
            PoolMeasure.OR => new(new("oddsratio", "odds ratio"), "log", true),
            PoolMeasure.RD => new(new("risikoforskel", "risk difference"), "difference", false),
            PoolMeasure.SMD => new(
                new("standardiseret forskel", "standardised mean difference"),
                "standardised",
                false
            ),
            PoolMeasure.MD => new(new("forskel i middelværdi", "mean difference"), "difference", false),
            // Logarithms of ratios, or anything else.
            PoolMeasure.GEN => new(new("effekt", "effect"), "given", true),
        };

    /// <summary>The name of the numbers that are shown.</summary>
    public Text Shown(bool isRatio) =>
        isRatio && Scale == "given" ? new("exp(effekt)", "exp(effect)")
        : isRatio || Scale != "log" ? Name
        : new($"log {Name.Da}", $"log {Name.En}");
}
