using Virker.Platform;

namespace Virker.Evidence.Answers;

/// <summary>An estimate with its interval, as a ratio (1 = no difference).</summary>
public sealed record Interval(double Estimate, double Low, double High);

/// <summary>
/// Risk ratios pooled by random effects (REML on the log scale). All effects are given back as ratios; <see cref="Se"/>
/// and <see cref="Tau2"/> are on the log scale.
/// </summary>
public sealed record PooledEffect
{
    public required Text Heading { get; init; }

    /// <summary>Always RR for now: binary counts.</summary>
    public required string Measure { get; init; }
    public required int Trials { get; init; }
    public required int Participants { get; init; }

    /// <summary>Pooled ratio with the normal (Wald) 95 % confidence interval.</summary>
    public required Interval Effect { get; init; }

    /// <summary>The same with the Knapp–Hartung interval.</summary>
    public required Interval KnappHartung { get; init; }

    /// <summary>Where the effect of a new, similar trial would lie, 95 %.</summary>
    public required Interval Prediction { get; init; }
    public required double Se { get; init; }
    public required double P { get; init; }
    public required double Tau2 { get; init; }

    /// <summary>Q-profile interval of τ².</summary>
    public required double? Tau2Low { get; init; }
    public required double? Tau2High { get; init; }

    /// <summary>Percent.</summary>
    public required double I2 { get; init; }
    public required double Q { get; init; }
    public required double QDf { get; init; }
    public required double QP { get; init; }

    /// <summary>Null with fewer than three trials.</summary>
    public required SmallStudies? SmallStudies { get; init; }
    public required IReadOnlyList<EffectInPool> Effects { get; init; }
    public required IReadOnlyList<WithoutOne> LeaveOneOut { get; init; }

    /// <summary>Denmark, the Nordic countries, the rest; to 2016 and after.</summary>
    public required IReadOnlyList<Subgroup> Subgroups { get; init; }

    /// <summary>Of 100 like these; null without a baseline for the cell.</summary>
    public required OfHundred? OfHundred { get; init; }

    /// <summary>Trials in the cell that are not pooled, and why.</summary>
    public required IReadOnlyList<NotPooled> NotPooled { get; init; }
}

/// <summary>A trial in the pool.</summary>
/// <param name="Weight">Percent of the pooled estimate.</param>
public sealed record EffectInPool(
    string StudyId,
    string FindingId,
    Text Label,
    int? Year,
    string Country,
    string Geography,
    int EventsTreated,
    int NTreated,
    int EventsControl,
    int NControl,
    Interval Effect,
    double LogEffect,
    double Se,
    double Weight
);

/// <summary>The pool with one trial left out.</summary>
/// <param name="CookDistance">How much the trial moves the pooled effect.</param>
public sealed record WithoutOne(
    string StudyId,
    Text Label,
    Interval Effect,
    double I2,
    double Tau2,
    double CookDistance,
    bool IsInfluential
);

/// <summary>Whether small trials show larger effects.</summary>
/// <param name="EggerZ">Regression test: above zero, small trials show larger effects; below, smaller ones.</param>
/// <param name="Filled">Trials added by trim and fill.</param>
/// <param name="Adjusted">The pooled effect with them; a sensitivity look, not a better estimate.</param>
public sealed record SmallStudies(double EggerZ, double EggerP, int Filled, Interval Adjusted, Text Sentence);

/// <param name="Pooled">Null when the subgroup holds no trial.</param>
public sealed record Subgroup(string Key, Text Name, int Trials, Interval? Pooled, Interval? Prediction, double I2);

/// <summary>So many of 100 reach the outcome without and with the intervention.</summary>
/// <param name="Without">Of 100 people, from the baseline.</param>
/// <param name="Rests">Which effect was put on the baseline: that of Denmark's own trials where the pool has any, since an
/// average over other countries promises more than they found. The predicted bounds are the whole pool's.</param>
public sealed record OfHundred(
    decimal Without,
    Text Rests,
    double With,
    double WithLow,
    double WithHigh,
    double WithPredictedLow,
    double WithPredictedHigh,
    Text Baseline,
    string BaselineId,
    string SourceUrl
);

public sealed record NotPooled(string StudyId, string FindingId, Text Label, Text Reason);
