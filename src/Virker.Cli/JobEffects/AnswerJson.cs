using System.Text.Json.Serialization;
using Virker.Evidence.Answers;
using Virker.Evidence.Bank;
using Virker.Platform;

namespace Virker.Cli.JobEffects;

/// <summary>The fields of <c>virker answer --format json</c>; texts in both languages.</summary>
internal sealed record AnswerJson(
    int Version,
    string TargetGroup,
    string Intervention,
    JobEffectJson JobEffect,
    PooledJson? Pooled,
    PooledJson? PooledAcrossGroups,
    Text? WhatToExpect,
    IReadOnlyList<ConclusionInAnswer> Conclusions,
    IReadOnlyList<PracticeCue> Cues,
    IReadOnlyList<OpenQuestion> Unknowns,
    Reliability Reliability,
    Admissibility Admissibility
)
{
    public static AnswerJson Of(Answer answer) =>
        new(
            answer.Version.Number,
            answer.TargetGroup.Code,
            answer.Intervention.Code,
            JobEffectJson.Of(answer.JobEffect),
            PooledJson.Of(answer.Pooled),
            PooledJson.Of(answer.PooledAcrossGroups),
            answer.WhatToExpect,
            answer.Conclusions,
            answer.Cues,
            answer.Unknowns,
            answer.Reliability,
            answer.Admissibility
        );
}

/// <summary>A pool named as <c>virker pool</c> names it, but as ratios: only se and tau2 are logarithms.</summary>
internal sealed record PooledJson(
    Text Heading,
    string Measure,
    string Method,
    string Tau2Method,
    string Test,
    double Level,
    string Scale,
    int K,
    int Participants,
    double Estimate,
    double Se,
    double P,
    double CiLow,
    double CiHigh,
    double KnhaCiLow,
    double KnhaCiHigh,
    double? PiLow,
    double? PiHigh,
    double Tau2,
    double? Tau2Low,
    double? Tau2High,
    double I2,
    double Q,
    double QDf,
    [property: JsonPropertyName("q_p")] double QP,
    SmallStudiesJson? SmallStudies,
    IReadOnlyList<TrialInPoolJson> Studies,
    IReadOnlyList<WithoutOneJson> LeaveOneOut,
    IReadOnlyList<PooledSubgroupJson> Subgroups,
    OfHundred? OfHundred,
    IReadOnlyList<NotPooled> NotPooled
)
{
    public static PooledJson? Of(PooledEffect? pool) =>
        pool is null
            ? null
            : new(
                pool.Heading,
                pool.Measure,
                "iv",
                "REML",
                "z",
                95,
                "ratio",
                pool.Trials,
                pool.Participants,
                pool.Effect.Estimate,
                pool.Se,
                pool.P,
                pool.Effect.Low,
                pool.Effect.High,
                pool.KnappHartung.Low,
                pool.KnappHartung.High,
                pool.Trials > 1 ? pool.Prediction.Low : null,
                pool.Trials > 1 ? pool.Prediction.High : null,
                pool.Tau2,
                pool.Tau2Low,
                pool.Tau2High,
                pool.I2,
                pool.Q,
                pool.QDf,
                pool.QP,
                pool.SmallStudies is { } small
                    ? new(
                        small.EggerZ,
                        small.EggerP,
                        small.Filled,
                        small.Adjusted.Estimate,
                        small.Adjusted.Low,
                        small.Adjusted.High,
                        small.Sentence
                    )
                    : null,
                [
                    .. pool.Effects.Select(e => new TrialInPoolJson(
                        e.StudyId,
                        e.FindingId,
                        e.Label,
                        e.Year,
                        e.Country,
                        e.EventsTreated,
                        e.NTreated,
                        e.EventsControl,
                        e.NControl,
                        e.Effect.Estimate,
                        e.Se,
                        e.Effect.Low,
                        e.Effect.High,
                        e.Weight
                    )),
                ],
                [
                    .. pool.LeaveOneOut.Select(w => new WithoutOneJson(
                        w.StudyId,
                        w.Effect.Estimate,
                        w.Effect.Low,
                        w.Effect.High,
                        w.I2,
                        w.Tau2,
                        w.CookDistance,
                        w.IsInfluential
                    )),
                ],
                [
                    .. pool.Subgroups.Select(s => new PooledSubgroupJson(
                        s.Key,
                        s.Name,
                        s.Trials,
                        s.Pooled?.Estimate,
                        s.Pooled?.Low,
                        s.Pooled?.High,
                        s.Prediction?.Low,
                        s.Prediction?.High,
                        s.I2
                    )),
                ],
                pool.OfHundred,
                pool.NotPooled
            );
}

internal sealed record SmallStudiesJson(
    double EggerZ,
    double EggerP,
    [property: JsonPropertyName("trimfill_k0")] int TrimfillK0,
    double TrimfillEstimate,
    double TrimfillCiLow,
    double TrimfillCiHigh,
    Text Sentence
);

internal sealed record TrialInPoolJson(
    string Study,
    string Finding,
    Text Label,
    int? Year,
    string Country,
    int EventsTreated,
    int NTreated,
    int EventsControl,
    int NControl,
    double Estimate,
    double Se,
    double CiLow,
    double CiHigh,
    double Weight
);

internal sealed record WithoutOneJson(
    string Study,
    double Estimate,
    double CiLow,
    double CiHigh,
    double I2,
    double Tau2,
    double CookDistance,
    bool IsInfluential
);

internal sealed record PooledSubgroupJson(
    string Key,
    Text Name,
    int K,
    double? Estimate,
    double? CiLow,
    double? CiHigh,
    double? PiLow,
    double? PiHigh,
    double I2
);
