using Virker.Platform;

namespace Virker.Evidence.JobEffects;

/// <summary>A weight as published or chosen.</summary>
/// <param name="Scheme">current or 2019.</param>
/// <param name="Status">read, inferred or choice.</param>
public sealed record Weight(
    string Scheme,
    string Component,
    string Code,
    Text Label,
    decimal Value,
    string Status,
    Text Note,
    string SourceTitle,
    string SourceUrl
);

/// <summary>Everything the algorithm takes from <c>data/rules</c>.</summary>
public sealed record JobEffectRules(
    IReadOnlyList<Weight> Weights,
    IReadOnlyList<JobEffectChoice> Choices,
    IReadOnlyList<LevelRule> Levels,
    ProvisionalAssessment ProvisionalAssessment
)
{
    private readonly Dictionary<(string, string, string), Weight> _weights = Weights.ToDictionary(w =>
        (w.Scheme, w.Component, w.Code)
    );

    private readonly Dictionary<string, JobEffectChoice> _choices = Choices.ToDictionary(c => c.Id);

    /// <summary>The codes of a component, plus further ones that carry no weight.</summary>
    public IReadOnlyCollection<string> Codes(string component, params string[] withoutWeight) =>
        [.. Weights.Where(w => w.Component == component).Select(w => w.Code).Distinct(), .. withoutWeight];

    /// <summary>The weight of a code in an edition. Quality, method, geography and publication are carried over from
    /// the current edition to the 2019 one, where only the combination factor and the several-results factor differ.
    /// </summary>
    /// <exception cref="InvalidInputException">The code has no weight; never taken as 1.</exception>
    public Weight Weight(string edition, string component, string code) =>
        FindWeight(edition, component, code)
        ?? throw new InvalidInputException(
            new(
                $"koden {code} har ingen vægt for {component}; kendte er {string.Join(", ", Codes(component))}",
                $"the code {code} has no weight for {component}; known ones are {string.Join(", ", Codes(component))}"
            )
        );

    public Weight? FindWeight(string edition, string component, string code) =>
        _weights.GetValueOrDefault((edition, component, code))
        ?? (
            component is "combination" or "multiple_results"
                ? null
                : _weights.GetValueOrDefault((Editions.Current, component, code))
        );

    public LevelRule Level(string scheme, string code) => Levels.First(l => l.Scheme == scheme && l.Code == code);

    public JobEffectChoice Choice(string id) => _choices[id];

    public JobEffectChoice? FindChoice(string id) => _choices.GetValueOrDefault(id);
}

/// <summary>A conclusion or level with its thresholds.</summary>
public sealed record LevelRule(
    string Scheme,
    string Code,
    Text Label,
    Text Rule,
    decimal? MinTotalStock,
    decimal? MinDirectionShare,
    decimal? MinDirectionStock,
    string Status,
    string SourceUrl
);
