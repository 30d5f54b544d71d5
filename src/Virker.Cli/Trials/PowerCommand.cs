using System.CommandLine;
using Virker.Cli.Options;
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
    private const int Most = 1_000_000_000;

    public static Command Create()
    {
        var options = new PowerChoices();
        var format = FormatOption.Create();
        var command = new Command(
            "power",
            Language.T(
                "Størrelse og styrke. Giv --difference og --sd, eller --control og --treated, eller --hazard-ratio og --event-share",
                "Size and power. Give --difference and --sd, or --control and --treated, or --hazard-ratio and --event-share"
            )
        );
        foreach (var option in options.All)
            command.Options.Add(option);
        command.Options.Add(format);
        command.SetAction(parsed =>
        {
            options.Require(parsed);
            var result = Model.Fit("virker trial power", () => options.Compute(parsed));
            Result.Write(
                parsed.GetValue(format),
                result,
                Sheet.Of(
                    ("people", result.People),
                    ("treated", result.Treated),
                    ("control", result.Control),
                    ("power", result.Power),
                    ("effect", result.Effect),
                    ("exact", result.Exact),
                    ("design_effect", result.DesignEffect)
                )
            );
            return ExitCodes.Ok;
        });
        return command;
    }

    /// <summary>The options, and what they say together.</summary>
    private sealed class PowerChoices
    {
        private readonly Option<double?> _difference = Typed.Number(
            "--difference",
            new("Middeltal: forskellen, der skal findes", "Means: the difference to find"),
            Limits.Any
        );
        private readonly Option<double?> _deviation = Typed.Number(
            "--sd",
            new("Middeltal: spredningen", "Means: the standard deviation"),
            Limits.Positive
        );
        private readonly Option<double?> _control = Typed.Number(
            "--control",
            new("Andele: blandt kontrollerne", "Shares: among the controls"),
            Limits.Share
        );
        private readonly Option<double?> _treated = Typed.Number(
            "--treated",
            new("Andele: blandt de behandlede", "Shares: among the treated"),
            Limits.Share
        );
        private readonly Option<double?> _hazardRatio = Typed.Number(
            "--hazard-ratio",
            new("Tid: de behandlede i forhold til kontrol", "Time: treated to control"),
            Limits.Positive
        );
        private readonly Option<double?> _eventShare = Typed.Number(
            "--event-share",
            new("Tid: andelen, som får hændelsen, i alt", "Time: who have the event in all"),
            new(0, 1, false, true)
        );
        private readonly Option<int?> _people = Typed.Whole(
            "--people",
            new(
                "Alle i forsøget: giver dets styrke, eller uden en effekt den mindste, det finder",
                "Everybody in the trial: gives its power, or without an effect the smallest it finds"
            ),
            2,
            Most
        );
        private readonly Option<double> _wanted = Typed.Number(
            "--power",
            new("Styrken, der ønskes", "The power wanted"),
            Limits.Between(0, 1),
            0.8
        );
        private readonly Option<double> _alpha = Typed.Number(
            "--alpha",
            new("Risikoen for at finde noget, der ikke er", "The risk of finding what is not there"),
            Limits.Between(0, 0.5),
            0.05
        );
        private readonly Option<bool> _oneSided = Typed.Flag(
            "--one-sided",
            new("Kun én retning tæller", "Only one direction counts")
        );
        private readonly Option<double> _treatedShare = Typed.Number(
            "--treated-share",
            new("Andelen, som behandles", "The share who are treated"),
            Limits.Between(0, 1),
            0.5
        );
        private readonly Option<double?> _clusterSize = Typed.Number(
            "--cluster-size",
            new("Personer i en klynge, der trækker lod, i gennemsnit", "Mean people in a cluster that draws lots"),
            new(1, 1_000_000, true, true)
        );
        private readonly Option<double> _icc = Typed.Number(
            "--icc",
            new("Korrelationen inden for klynger", "The intracluster correlation"),
            Limits.Share,
            0
        );
        private readonly Option<double> _clusterVariation = Typed.Number(
            "--cluster-variation",
            new("Klyngernes variationskoefficient", "The coefficient of variation of the clusters' sizes"),
            new(0, 1000, true, true),
            0
        );
        private readonly Option<int> _blocks = Typed.Whole(
            "--blocks",
            new("Blokke, der trækkes lod inden for", "Blocks that lots are drawn within"),
            1,
            1_000_000,
            1
        );
        private readonly Option<double> _explained = Typed.Number(
            "--explained",
            new("Andelen af variansen mellem blokke", "The share of the variance that lies between blocks"),
            new Limits(0, 1, true, false),
            0
        );

        public IReadOnlyList<Option> All =>
            [
                _difference,
                _deviation,
                _control,
                _treated,
                _hazardRatio,
                _eventShare,
                _people,
                _wanted,
                _alpha,
                _oneSided,
                _treatedShare,
                _clusterSize,
                _icc,
                _clusterVariation,
                _blocks,
                _explained,
            ];

        /// <exception cref="WrongUsageException">They do not go together.</exception>
        public void Require(ParseResult parsed)
        {
            (Option Effect, Option Given)[] kinds =
            [
                (_difference, _deviation),
                (_treated, _control),
                (_hazardRatio, _eventShare),
            ];
            var asked = kinds.Where(kind => parsed.Has(kind.Effect) || parsed.Has(kind.Given)).ToList();
            bool isWhole =
                asked is [var only] && parsed.Has(only.Given) && (parsed.Has(only.Effect) || parsed.Has(_people));
            Usage.Require(
                isWhole,
                "giv ét par: --difference og --sd, --treated og --control, eller --hazard-ratio og --event-share; med --people kan det første af de to udelades, og den mindste effekt findes",
                "give one pair: --difference and --sd, --treated and --control, or --hazard-ratio and --event-share; with --people the first of the two may be left out, and the smallest effect is found"
            );
            parsed.Needs(parsed.Has(_clusterSize), new("--cluster-size", "--cluster-size"), _icc, _clusterVariation);
            parsed.Needs(parsed.Has(_deviation), new("--sd", "--sd"), _blocks);
            parsed.Needs(!parsed.Has(_eventShare), new("--sd eller --control", "--sd or --control"), _explained);
            if (parsed.Has(asked[0].Effect))
                parsed.Excludes(_people, _wanted);
            Usage.Require(
                parsed.GetValue(_wanted) > parsed.GetValue(_alpha),
                "--power skal være større end --alpha",
                "--power must be above --alpha"
            );
        }

        public PowerJson Compute(ParseResult given)
        {
            var clusters = given.GetValue(_clusterSize) is { } size
                ? new Clustering(size, given.GetValue(_icc), given.GetValue(_clusterVariation))
                : null;
            var options = new PowerOptions(
                given.GetValue(_alpha),
                !given.GetValue(_oneSided),
                given.GetValue(_treatedShare),
                clusters,
                given.GetValue(_blocks),
                given.GetValue(_explained)
            );
            double wanted = given.GetValue(_wanted);
            double design = clusters?.DesignEffect ?? 1;
            double? effect = given.GetValue(_difference) ?? given.GetValue(_treated) ?? given.GetValue(_hazardRatio);
            if (given.GetValue(_people) is not { } people)
            {
                var found = Power.Size(At(given)(effect!.Value), wanted, options);
                return new(found.Total, found.Treated, found.Control, found.Power, effect.Value, found.Exact, design);
            }

            double treated = people * options.TreatedShare;
            if (effect is { } known)
            {
                double power = Power.Of(At(given)(known), people, options);
                return new(people, treated, people - treated, power, known, null, design);
            }

            var (none, most) = From(given);
            double smallest = Power.Detectable(At(given), none, most, people, wanted, options);
            return double.IsNaN(smallest)
                ? throw new InvalidInputException(
                    new Text("Så få finder ingen effekt med den styrke.", "So few find no effect with that power.")
                )
                : new(people, treated, people - treated, wanted, smallest, null, design);
        }

        private Func<double, Endpoint> At(ParseResult given) =>
            given.GetValue(_deviation) is { } sd ? effect => new MeanEndpoint(effect, sd)
            : given.GetValue(_control) is { } control ? effect => new ProportionEndpoint(control, effect)
            : effect => new TimeToEventEndpoint(effect, given.GetValue(_eventShare)!.Value);

        // From no effect to the largest looked for: upwards, as a job effect is.
        private (double None, double Most) From(ParseResult given) =>
            given.GetValue(_deviation) is { } sd ? (0, 100 * sd)
            : given.GetValue(_control) is { } control ? (control, 1)
            : (1, 1000);
    }
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
