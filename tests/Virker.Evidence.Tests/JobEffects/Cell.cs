using Virker.Evidence.Bank;
using Virker.Evidence.JobEffects;
using Virker.Platform;
using Virker.Tests;

namespace Virker.Evidence.Tests.JobEffects;

/// <summary>Results on one cell of the map, for the algorithm alone.</summary>
internal static class Cell
{
    public const string Group = "FAR.ALL";
    public const string PartialGroup = "X.SMI";
    public const string Effort = "ACT.BUS";

    public static readonly EvidenceData Data = EvidenceData.Load(Repository.Data);

    public static JobEffectResult Result(
        string id = "r",
        string study = "s",
        string quality = "good",
        string method = "rct",
        string geography = "denmark",
        string publication = "top_journal",
        string groups = Group,
        string efforts = Effort,
        Direction direction = Direction.Positive,
        YesNoUnknown significant = YesNoUnknown.Yes,
        string outcome = "EMP"
    ) =>
        new(
            id,
            study,
            quality,
            method,
            geography,
            publication,
            Codes.Parse(groups),
            Codes.Parse(efforts),
            outcome,
            "net",
            direction,
            significant
        );

    public static JobEffect Aggregate(JobEffectQuery query, params IEnumerable<JobEffectResult> results) =>
        JobEffectAlgorithm.Aggregate(query, results, Data.Taxonomy, Data.Rules);

    public static JobEffect Aggregate(params IEnumerable<JobEffectResult> results) =>
        Aggregate(new JobEffectQuery(Group, Effort), results);
}
