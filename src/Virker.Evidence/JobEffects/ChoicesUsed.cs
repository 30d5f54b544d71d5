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
        if (conclusion == JobEffectConclusion.NoStudies)
            ids.Add("C-07");
        if (conclusion is JobEffectConclusion.Negative or JobEffectConclusion.None)
            ids.Add("C-08");
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
            foreach (var choice in rules.Choices.Where(c => reason.Reason.En.Contains(c.Id, StringComparison.Ordinal)))
                ids.Add(choice.Id);
        }
        return
        [
            .. ids.Select(rules.FindChoice)
                .OfType<JobEffectChoice>()
                .Select(c => c.Id == "C-01" ? c with { Value = mode } : c),
        ];
    }
}
