using System.CommandLine;
using Virker.Cli.Output;
using Virker.Platform;
using Virker.Statistics.Regression;

namespace Virker.Cli.Trials;

/// <summary><c>virker trial analyse FILE</c>: the effect in a trial with two arms, by every estimator that applies.</summary>
internal static class AnalyseCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "CSV, one person a row; - is standard input" };
        var outcome = new Option<string>("--outcome")
        {
            Description = "Column of numbers (yes and no as 1 and 0)",
            Required = true,
        };
        var arm = new Option<string>("--arm") { Description = "Column: the arm drawn, two in all", Required = true };
        var control = new Option<string>("--control")
        {
            Description = "What the control arm is called",
            Required = true,
        };
        var block = new Option<string?>("--block") { Description = "Column: lots were drawn within each of them" };
        var cluster = new Option<string?>("--cluster") { Description = "Column: whole clusters drew lots" };
        var covariates = ListOption.Create("--covariates", "Columns of numbers from before the lots were drawn, a,b");
        var received = new Option<string?>("--received")
        {
            Description = "Column: what was received (1 and 0, or an amount); gives the effect on those who take it up",
        };
        var draws = new Option<int>("--draws")
        {
            Description = "Randomisations of the randomisation test",
            DefaultValueFactory = _ => 10_000,
        };
        draws.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
                result.AddError("--draws wants 1 or more.");
        });
        var seed = new Option<ulong>("--seed")
        {
            Description = "The same seed draws the same",
            DefaultValueFactory = _ => 1,
        };
        var missing = MissingOption.Create();
        var format = FormatOption.Create();
        var command = new Command("analyse", "The effect in a trial: treated less control, with intervals")
        {
            file,
            outcome,
            arm,
            control,
            block,
            cluster,
            covariates,
            received,
            draws,
            seed,
            missing,
            format,
        };
        command.SetAction(parsed =>
        {
            string path = parsed.GetValue(file)!;
            string name = InputFile.NameOf(path);
            using var stream = InputFile.Open(path);
            string[] adjust = ListOption.Names(parsed.GetValue(covariates));
            var (y, a, b, c, r) = (
                parsed.GetValue(outcome)!,
                parsed.GetValue(arm)!,
                parsed.GetValue(block),
                parsed.GetValue(cluster),
                parsed.GetValue(received)
            );
            var data = DataFile.Read(stream, name, [y, r, .. adjust], [a, b, c], parsed.GetValue(missing));
            var outcomes = data.Numbers(y);
            var arms = data.Names(a);
            var blocks = b is null ? null : data.Names(b);
            var clusters = c is null ? null : data.Names(c);
            var took = r is null ? null : data.Numbers(r, DataFile.NumberNotWord);
            Predictor[] predictors =
            [
                .. adjust.Select(column => new Predictor(column, data.Numbers(column, DataFile.NumberNotWord))),
            ];
            MissingOption.Tell(data);
            if (data.Errors.Count > 0)
                return Result.Refuse(data.Errors);

            string treated = Treated(name, a, arms, parsed.GetValue(control)!);
            var trial = new Trial(
                outcomes,
                [.. arms.Select(one => one == treated)],
                blocks,
                clusters,
                predictors,
                took,
                parsed.GetValue(draws),
                parsed.GetValue(seed)
            );
            var result = Model.Fit(name, () => TrialJson.Of(trial, treated, parsed.GetValue(control)!));
            if (clusters is not null)
            {
                Console.Error.WriteLine(
                    new Text(
                        "Hele klynger trak lod: brug cluster og adjusted. difference og blocked regner, som om hver for sig gjorde.",
                        "Whole clusters drew lots: use cluster and adjusted. difference and blocked compute as if each person had."
                    ).ToString()
                );
            }

            Result.Write(parsed.GetValue(format), result, [.. Sheets(result)]);
            return ExitCodes.Ok;
        });
        return command;
    }

    /// <summary>The other of two arms.</summary>
    private static string Treated(string file, string column, IReadOnlyList<string> arms, string control)
    {
        string[] names = [.. arms.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        string list = string.Join(", ", names);
        if (!names.Contains(control, StringComparer.Ordinal))
        {
            throw new InvalidInputException(
                new Text(
                    $"{file}, kolonne {column}: kontrolgruppen {control} findes ikke; kolonnen har {list}",
                    $"{file}, column {column}: there is no control arm {control}; the column has {list}"
                )
            );
        }

        return names.Length == 2
            ? names.Single(name => name != control)
            : throw new InvalidInputException(
                new Text(
                    $"{file}, kolonne {column}: der skal være to arme; kolonnen har {list}",
                    $"{file}, column {column}: two arms are expected; the column has {list}"
                )
            );
    }

    private static IEnumerable<Sheet> Sheets(TrialJson result)
    {
        yield return new Sheet(
            ["arm", "n", "mean"],
            [.. result.Arms.Select(arm => (IReadOnlyList<object?>)[arm.Arm, arm.N, arm.Mean])]
        );
        yield return new Sheet(
            ["estimator", "variance", "estimate", "se", "df", "p", "ci_low", "ci_high"],
            [
                .. result.Estimators.Select(pair =>
                    (IReadOnlyList<object?>)
                        [
                            pair.Name,
                            pair.Effect.Variance,
                            pair.Effect.Estimate,
                            pair.Effect.Se,
                            pair.Effect.Df,
                            pair.Effect.P,
                            pair.Effect.CiLow,
                            pair.Effect.CiHigh,
                        ]
                ),
            ]
        );
        if (result.Randomisation is { } test)
        {
            yield return new Sheet(
                ["randomisation", "p", "draws", "exact"],
                [
                    [test.Difference, test.P, test.Draws, test.Exact],
                ]
            );
        }

        if (result.Complier is { } complier)
        {
            yield return new Sheet(
                ["uptake", "first_stage_f", "anderson_rubin", "low", "high"],
                [
                    [
                        complier.Uptake.Estimate,
                        complier.FirstStageF,
                        complier.AndersonRubin.Shape,
                        complier.AndersonRubin.Low,
                        complier.AndersonRubin.High,
                    ],
                ]
            );
        }
    }
}
