using Virker.Evidence.Taxonomies;
using Virker.Platform;

namespace Virker.Evidence.JobEffects;

internal static class SearchCheck
{
    public static void Check(JobEffectQuery query, Taxonomy taxonomy, JobEffectRules rules)
    {
        Known(query.TargetGroup, taxonomy.TargetGroups, "målgruppe", "target group");
        Known(query.Intervention, taxonomy.Interventions, "indsats", "intervention");
        foreach (var code in query.WithInterventions)
            Known(code, taxonomy.Interventions, "indsats", "intervention");
        if (query.Outcome is not null)
            Known(query.Outcome, taxonomy.Outcomes, "udfald", "outcome");
        if (query.EffectType is not null)
            OneOf(query.EffectType, taxonomy.EffectTypes.Select(t => t.Code), "effekttype", "effect type");
        OneOf(query.Edition, [Editions.Current, Editions.Of2019], "udgave", "edition");
        if (query.Mode is not null)
        {
            OneOf(
                query.Mode,
                [MultipleResultModes.CategoryWithCeiling, MultipleResultModes.StrictBudget],
                "tilstand",
                "mode"
            );
        }
        Delimitation(query.Gender, "gender", "køn", taxonomy);
        Delimitation(query.Age, "age", "alder", taxonomy);
        Delimitation(query.Education, "education", "uddannelse", taxonomy);
        _ = rules.Choice("C-01");
    }

    private static void Known(string code, Tree tree, string da, string en)
    {
        if (!tree.Has(code))
            throw new InvalidInputException(new($"ukendt {da}: {code}", $"unknown {en}: {code}"));
    }

    private static void Delimitation(string? code, string dimension, string da, Taxonomy taxonomy)
    {
        if (code is not null)
            OneOf(code, taxonomy.DelimitationCodes(dimension), da, dimension);
    }

    private static void OneOf(string code, IEnumerable<string> known, string da, string en)
    {
        var codes = known.ToList();
        if (!codes.Contains(code))
        {
            var list = string.Join(", ", codes);
            throw new InvalidInputException(
                new($"ukendt {da}: {code}; kendte er {list}", $"unknown {en}: {code}; known ones are {list}")
            );
        }
    }
}
