namespace Virker.Evidence.JobEffects;

/// <summary>Names every undocumented CHOICE a job effect rests on, so that a reader can question it.</summary>
internal static class ChoicesUsed
{
    public static IReadOnlyList<JobEffectChoice> In(
        JobEffectQuery query,
        string mode,
        JobEffectConclusion conclusion,
        IReadOnlyList<JobEffectContribution> contributions,
        IReadOnlyList<JobEffectKeptOut> keptOut,
        JobEffectRules rules
    )
    {
        var ids = new SortedSet<string>(
            contributions.SelectMany(c => c.Factors).Select(f => f.Choice).OfType<string>(),
            StringComparer.Ordinal
        );
        ids.Add("C-06");
        ids.Add("C-09");
        if (JobEffectConclusions.Of(conclusion).Choice is { } choice)
            ids.Add(choice);
        if (query.EffectType is null)
            ids.Add("C-10");
        if (contributions.Any(c => c.Warning is not null))
            ids.Add("C-11");
        if (contributions.Any(c => c.IsPartial))
            ids.Add("C-12");
        if (contributions.Any(c => c.IsProvisional))
            ids.Add("C-13");
        if (contributions.Any(c => c.SignificanceNotRead))
            ids.Add("C-15");
        foreach (var reason in keptOut)
        {
            // The reason a result is kept out ends with the choice it rests on.
            ids.UnionWith(
                rules.Choices.Select(c => c.Id).Where(id => reason.Reason.En.Contains(id, StringComparison.Ordinal))
            );
        }
        return
        [
            .. ids.Select(rules.FindChoice)
                .OfType<JobEffectChoice>()
                .Select(c => c.Id == "C-01" ? c with { Value = mode } : c),
        ];
    }
}
