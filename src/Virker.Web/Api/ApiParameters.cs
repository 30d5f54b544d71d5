using Virker.Evidence.Bank;
using Virker.Evidence.JobEffects;
using Virker.Platform;

namespace Virker.Web.Api;

/// <summary>A value in an address, as the reference describes it.</summary>
public sealed record ApiParameter(string Name, Text Description)
{
    public bool Required { get; init; }
    public bool InPath { get; init; }
    public bool IsNumber { get; init; }

    /// <summary>The words it may be; empty for any.</summary>
    public IReadOnlyCollection<string> Values { get; init; } = [];
}

/// <summary>What an address of the API answers, and the values it takes.</summary>
public sealed record ApiText(Text Summary, IReadOnlyList<ApiParameter> Parameters);

/// <summary>The values addresses of the API share.</summary>
internal static class ApiParameters
{
    public static ApiParameter TargetGroup { get; } =
        new(
            "targetGroup",
            new(
                "Målgruppens kode; grupper under den regnes med.",
                "Code of the target group; groups below it count too."
            )
        );

    public static ApiParameter Intervention { get; } =
        new(
            "intervention",
            new(
                "Indsatsens kode; indsatser under den regnes med.",
                "Code of the intervention; interventions below it count too."
            )
        );

    public static ApiParameter Outcome { get; } =
        new(
            "outcome",
            new(
                "Koden for det, effekten måles på; ellers de primære.",
                "Code of the outcome; otherwise the primary ones."
            )
        );

    public static ApiParameter EffectType { get; } =
        new("effectType", new("Effekttypens kode; ellers alle.", "Code of the effect type; otherwise all."));

    public static ApiParameter Edition { get; } =
        new("edition", new("Udgave af Jobeffekters algoritme.", "Edition of Jobeffekter's algorithm."))
        {
            Values = [Editions.Current, Editions.Of2019],
        };

    public static ApiParameter Strict { get; } =
        new(
            "strict",
            new(
                "Udelad resultater, hvis signifikans ikke er aflæst.",
                "Leave out results whose significance was not read."
            )
        )
        {
            Values = ["true", "false"],
        };

    public static ApiParameter OfStudy { get; } = new("study", new("Studiets nøgle.", "The key of the study."));

    public static ApiParameter Page { get; } = new("page", new("Side, fra 1.", "Page, from 1.")) { IsNumber = true };

    public static ApiParameter Version { get; } =
        new(
            "v",
            new("Vidensbankens version; ellers den nyeste.", "Version of the knowledge bank; otherwise the newest.")
        )
        {
            IsNumber = true,
        };

    public static ApiParameter Language { get; } =
        new("lang", new("Sproget i notatet og i fejltekster.", "The language of the brief and of problem texts."))
        {
            Values = ["da", "en"],
        };

    public static IReadOnlyList<ApiParameter> StudyFilters { get; } =
    [
        new(
            "text",
            new(
                "Ord, der alle skal stå i forfattere, titel, udgivelse, land eller målgruppe.",
                "Words that must all occur in authors, title, publication, country or target group."
            )
        ),
        new("country", new("Land eller område.", "Country or region.")),
        new("design", new("Hvordan studiet er lavet.", "How the study was made.")) { Values = EnumCode.All<Design>() },
        TargetGroup,
        Intervention,
        new("direction", new("Har et resultat med den retning.", "Has a result of that direction."))
        {
            Values = EnumCode.All<Direction>(),
        },
        new("readDepth", new("Hvor meget af kilden der er læst.", "How much of the source was read."))
        {
            Values = EnumCode.All<ReadDepth>(),
        },
        new("withNumbers", new("Kun studier med tal.", "Only studies with numbers.")) { Values = ["true", "false"] },
    ];

    public static ApiParameter PageSize(int otherwise, int most) =>
        new(
            "pageSize",
            new(
                $"Rækker på en side, højst {most}; ellers {otherwise}.",
                $"Rows a page, at most {most}; otherwise {otherwise}."
            )
        )
        {
            IsNumber = true,
        };
}
