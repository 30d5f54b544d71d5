using System.CommandLine;
using Virker.Cli.Output;
using Virker.Platform;
using Virker.Statistics.Trials;

namespace Virker.Cli.Trials;

/// <summary>
/// <c>virker trial power</c>: how many it takes, the power of a given number, or the smallest effect that a given number
/// finds.
/// </summary>
internal static class PowerCommand
{
    private static readonly Option<double?> Difference = Number("--difference", "Means: the difference to find");
    private static readonly Option<double?> Deviation = Number("--sd", "Means: the standard deviation");
    private static readonly Option<double?> Control = Number("--control", "Shares: among the controls, 0 to 1");
    private static readonly Option<double?> Treated = Number("--treated", "Shares: among the treated, 0 to 1");
    private static readonly Option<double?> HazardRatio = Number("--hazard-ratio", "Time: treated to control");
    private static readonly Option<double?> EventShare = Number(
        "--event-share",
        "Time: who have the event in all, 0 to 1"
    );
    private static readonly Option<double?> People = Number(
        "--people",
        "Everybody in the trial: gives its power, or without an effect the smallest it finds"
    );
    private static readonly Option<double> Wanted = Number("--power", "The power wanted", 0.8);
    private static readonly Option<double> Alpha = Number("--alpha", "The risk of finding what is not there", 0.05);
    private static readonly Option<bool> OneSided = new("--one-sided") { Description = "Only one direction counts" };
    private static readonly Option<double> TreatedShare = Number("--treated-share", "The share who are treated", 0.5);
    private static readonly Option<double?> ClusterSize = Number(
        "--cluster-size",
        "Mean people in a cluster that draws lots"
    );
    private static readonly Option<double> Icc = Number("--icc", "The intracluster correlation", 0);
    private static readonly Option<double> ClusterVariation = Number(
        "--cluster-variation",
        "The coefficient of variation of the clusters' sizes",
        0
    );
    private static readonly Option<int> Blocks = new("--blocks")
    {
        Description = "Blocks that lots are drawn within",
        DefaultValueFactory = _ => 1,
    };
    private static readonly Option<double> Explained = Number(
        "--explained",
        "The share of the variance that lies between blocks",
        0
    );

    public static Command Create()
    {
        var format = FormatOption.Create();
        var command = new Command(
            "power",
            "Size and power. Give --difference and --sd, or --control and --treated, or --hazard-ratio and --event-share"
        )
        {
            Difference,
            Deviation,
            Control,
            Treated,
            HazardRatio,
            EventShare,
            People,
            Wanted,
            Alpha,
            OneSided,
            TreatedShare,
            ClusterSize,
            Icc,
            ClusterVariation,
            Blocks,
            Explained,
            format,
        };
        command.Validators.Add(result =>
        {
            int kinds = new[] { Deviation, Control, EventShare }.Count(option => result.GetValue(option) is not null);
            bool isEffect = new[] { Difference, Treated, HazardRatio }.Any(option =>
                result.GetValue(option) is not null
            );
            if (kinds != 1 || EffectOf(result) is null && (isEffect || result.GetValue(People) is null))
            {
                result.AddError(
                    "Give one of: --difference with --sd; --treated with --control; --hazard-ratio with --event-share. "
                        + "With --people the first of the two may be left out: then the smallest effect is found."
                );
            }
        });
        command.SetAction(parsed =>
        {
            var result = Model.Fit("virker trial power", () => Compute(parsed.CommandResult));
            Result.Write(
                parsed.GetValue(format),
                result,
                new Sheet(
                    ["people", "treated", "control", "power", "effect", "exact", "design_effect"],
                    [
                        [
                            result.People,
                            result.Treated,
                            result.Control,
                            result.Power,
                            result.Effect,
                            result.Exact,
                            result.DesignEffect,
                        ],
                    ]
                )
            );
            return ExitCodes.Ok;
        });
        return command;
    }

    private static PowerJson Compute(System.CommandLine.Parsing.CommandResult given)
    {
        var clusters = given.GetValue(ClusterSize) is { } size
            ? new Clustering(size, given.GetValue(Icc), given.GetValue(ClusterVariation))
            : null;
        var options = new PowerOptions(
            given.GetValue(Alpha),
            !given.GetValue(OneSided),
            given.GetValue(TreatedShare),
            clusters,
            given.GetValue(Blocks),
            given.GetValue(Explained)
        );
        double wanted = given.GetValue(Wanted);
        double effect = clusters?.DesignEffect ?? 1;
        if (given.GetValue(People) is not { } people)
        {
            var found = Power.Size(At(given)(EffectOf(given)!.Value), wanted, options);
            return new(
                found.Total,
                found.Treated,
                found.Control,
                found.Power,
                EffectOf(given)!.Value,
                found.Exact,
                effect
            );
        }

        double treated = people * options.TreatedShare;
        if (EffectOf(given) is { } known)
        {
            double power = Power.Of(At(given)(known), people, options);
            return new(people, treated, people - treated, power, known, null, effect);
        }

        var (none, most) = Range(given);
        double smallest = Power.Detectable(At(given), none, most, people, wanted, options);
        return double.IsNaN(smallest)
            ? throw new InvalidInputException(
                new Text("Så få finder ingen effekt med den styrke.", "So few find no effect with that power.")
            )
            : new(people, treated, people - treated, wanted, smallest, null, effect);
    }

    private static double? EffectOf(System.CommandLine.Parsing.CommandResult given) =>
        given.GetValue(Deviation) is not null ? given.GetValue(Difference)
        : given.GetValue(Control) is not null ? given.GetValue(Treated)
        : given.GetValue(HazardRatio);

    private static Func<double, Endpoint> At(System.CommandLine.Parsing.CommandResult given) =>
        given.GetValue(Deviation) is { } sd ? effect => new MeanEndpoint(effect, sd)
        : given.GetValue(Control) is { } control ? effect => new ProportionEndpoint(control, effect)
        : effect => new TimeToEventEndpoint(effect, given.GetValue(EventShare)!.Value);

    // From no effect to the largest looked for: upwards, as a job effect is.
    private static (double None, double Most) Range(System.CommandLine.Parsing.CommandResult given) =>
        given.GetValue(Deviation) is { } sd ? (0, 100 * sd)
        : given.GetValue(Control) is { } control ? (control, 1)
        : (1, 1000);

    private static Option<double?> Number(string name, string description) => new(name) { Description = description };

    private static Option<double> Number(string name, string description, double otherwise) =>
        new(name) { Description = description, DefaultValueFactory = _ => otherwise };
}

/// <summary>
/// The fields of <c>virker trial power --format json</c>. Effect is the difference in means, the share of the treated or
/// the ratio of hazards; Exact is the number the formula gives before it is rounded up to whole people and clusters.
/// </summary>
internal sealed record PowerJson(
    double People,
    double Treated,
    double Control,
    double Power,
    double Effect,
    double? Exact,
    double DesignEffect
);
