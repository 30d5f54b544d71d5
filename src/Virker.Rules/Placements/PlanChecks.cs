namespace Virker.Rules;

/// <summary>The citizen's plan before an offer (LAB kap. 9), and what practice says about a plan.</summary>
internal static class PlanChecks
{
    public static void Run(PlacementFindings found)
    {
        var facts = found.Facts;
        if (found.Rule(RuleCheck.PlanFirst) is { } first && facts.Plan == PlanState.None)
        {
            found.Broken(
                first,
                new(
                    "Skriv Min Plan sammen med borgeren før det første tilbud.",
                    "Write the plan (Min Plan) with the citizen before the first offer."
                )
            );
        }
        if (facts.Plan == PlanState.WholePlan && found.Rule(RuleCheck.WholePlan) is { } whole)
        {
            found.Inform(
                whole,
                new(
                    "Den helhedsorienterede plan træder i stedet for Min Plan, når borgeren har sagt ja til det.",
                    "The whole plan takes the place of Min Plan when the citizen has agreed to it."
                )
            );
        }
        if (
            facts.Plan != PlanState.None
            && facts.PlanHasGoal == YesNo.No
            && found.Rule(RuleCheck.PlanContent) is { } content
        )
        {
            found.Broken(
                content,
                new(
                    "Planen mangler borgerens mål for job eller uddannelse.",
                    "The plan lacks the citizen's goal of job or education."
                )
            );
        }
        if (facts.PlanIsJobDirected == YesNo.No && found.Rule(RuleCheck.JobDirected) is { } jobDirected)
        {
            found.Broken(
                jobDirected,
                new(
                    "Planen har ingen jobrettet aktivitet. Erfaringen er, at hjælp til andre problemer virker ved siden af den jobrettede indsats, ikke før den.",
                    "The plan has no job-directed activity. Experience shows that help with other problems works beside the job-directed effort, not before it."
                )
            );
        }
    }
}
