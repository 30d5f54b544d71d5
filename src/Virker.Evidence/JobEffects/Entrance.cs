using Virker.Evidence.Bank;
using Virker.Evidence.Taxonomies;
using Virker.Platform;

namespace Virker.Evidence.JobEffects;

/// <summary>Which results on the searched cell enter (section 3).</summary>
internal static class Entrance
{
    /// <returns>Null when the result enters.</returns>
    public static Text? KeptOutBecause(
        JobEffectResult result,
        JobEffectQuery query,
        Taxonomy taxonomy,
        JobEffectRules rules
    )
    {
        if (Outcome(result, query, taxonomy) is { } outcome)
            return outcome;
        if (query.EffectType is not null && result.EffectType != query.EffectType)
            return KeptOutText.OtherEffectType;
        if (Delimitation(result, query, taxonomy) is { } delimitation)
            return delimitation;
        if (result.KeptOutBecause is { } known)
            return known;
        if (rules.Weight(query.Edition, "method", result.Method) is { Value: 0 } method)
            return KeptOutText.NoWeightForMethod(method.Label);
        if (rules.Weight(query.Edition, "geography", result.Geography) is { Value: 0 } geography)
            return KeptOutText.NoWeightForPlace(geography.Label);
        if (result.Direction is Direction.Mixed or Direction.Unknown)
            return KeptOutText.NoDirection;
        if (query.Strict && result.Significant == YesNoUnknown.Unknown)
            return KeptOutText.SignificanceNotRead;
        return result.Quality is null ? KeptOutText.NotAssessed : null;
    }

    private static Text? Outcome(JobEffectResult result, JobEffectQuery query, Taxonomy taxonomy)
    {
        if (query.Outcome is not null)
            return taxonomy.Outcomes.IsWithin(result.Outcome, query.Outcome) ? null : KeptOutText.OtherOutcome;
        return taxonomy.Outcomes.Find(result.Outcome)?.Tier == "primary" ? null : KeptOutText.SecondaryOutcome;
    }

    /// <summary>Without a delimitation only results across the whole dimension enter; a chosen one admits only results
    /// that concern it.</summary>
    private static Text? Delimitation(JobEffectResult result, JobEffectQuery query, Taxonomy taxonomy)
    {
        if (query is { Gender: null, Age: null, Education: null })
        {
            var isWhole =
                result.Gender == taxonomy.DelimitationDefault("gender")
                && result.Age == taxonomy.DelimitationDefault("age")
                && result.Education == taxonomy.DelimitationDefault("education");
            return isWhole ? null : KeptOutText.Delimited;
        }
        var concerns =
            result.Gender == (query.Gender ?? taxonomy.DelimitationDefault("gender"))
            && result.Age == (query.Age ?? taxonomy.DelimitationDefault("age"))
            && result.Education == (query.Education ?? taxonomy.DelimitationDefault("education"));
        return concerns ? null : KeptOutText.NotTheDelimitation;
    }
}
