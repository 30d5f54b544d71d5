using System.CommandLine;
using Virker.Cli.Options;
using Virker.Cli.Output;
using Virker.Platform;
using Virker.Statistics.Regression;

namespace Virker.Cli.Trials;

/// <summary><c>virker trial analyse FILE</c>: the effect in a trial with two arms, by every estimator that applies.</summary>
internal static class AnalyseCommand
{
    private const int MostDraws = 10_000_000;

    public static Command Create()
    {
        var column = new Text("KOLONNE", "COLUMN");
        var file = Typed.Argument(
            "FILE",
            new("CSV med én person i hver række; - er standard input", "CSV, one person a row; - is standard input")
        );
        var outcome = Typed.Needed(
            "--outcome",
            new("Kolonne med tal (ja og nej som 1 og 0)", "Column of numbers (yes and no as 1 and 0)"),
            column
        );
        var arm = Typed.Needed(
            "--arm",
            new("Kolonne: armen, der blev trukket; to i alt", "Column: the arm drawn, two in all"),
            column
        );
        var control = Typed.Needed(
            "--control",
            new("Hvad kontrolarmen hedder", "What the control arm is called"),
            new("NAVN", "NAME")
        );
        var block = Typed.Text(
            "--block",
            new("Kolonne: der blev trukket lod inden for hver", "Column: lots were drawn within each of them"),
            column
        );
        var cluster = Typed.Text(
            "--cluster",
            new("Kolonne: hele klynger trak lod", "Column: whole clusters drew lots"),
            column
        );
        var covariates = Typed.Names(
            "--covariates",
            new("Kolonner med tal fra før, der blev trukket lod", "Columns of numbers from before the lots were drawn")
        );
        var received = Typed.Text(
            "--received",
            new(
                "Kolonne: hvad der blev modtaget (1 og 0, eller en mængde); giver effekten for dem, der tager imod",
                "Column: what was received (1 and 0, or an amount); gives the effect on those who take it up"
            ),
            column
        );
        var draws = Typed.Whole(
            "--draws",
            new("Lodtrækninger i lodtrækningstesten", "Randomisations of the randomisation test"),
            1,
            MostDraws,
            10_000
        );
        var seed = Typed.Seed(new("Samme frø trækker det samme", "The same seed draws the same"), 1);
        var missing = MissingOption.Create();
        var format = FormatOption.Create();
        var command = new Command(
            "analyse",
            Language.T(
                "Effekten i et forsøg: behandlede minus kontrol, med intervaller",
                "The effect in a trial: treated less control, with intervals"
            )
        )
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
            // Where clusters drew lots, people are not shuffled.
            parsed.Excludes(cluster, draws, seed);
            string path = parsed.GetValue(file)!;
            string name = InputFile.NameOf(path);
            using var stream = InputFile.Open(path);
            var adjust = parsed.GetValue(covariates)!;
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
                .. adjust.Select(one => new Predictor(one, data.Numbers(one, DataFile.NumberNotWord))),
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
                    Language.T(
                        "Hele klynger trak lod: brug cluster og adjusted. difference og blocked regner, som om hver for sig gjorde.",
                        "Whole clusters drew lots: use cluster and adjusted. difference and blocked compute as if each person had."
                    )
                );
            }

            Result.Write(
                parsed.GetValue(format),
                result,
                [.. TrialPage.Sheets(result)],
                page => TrialPage.Write(page, result)
            );
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
}
