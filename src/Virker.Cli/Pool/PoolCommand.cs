using System.CommandLine;
using Virker.Cli.Options;
using Virker.Cli.Output;
using Virker.Platform;
using Virker.Statistics.MetaAnalysis;

namespace Virker.Cli.Pool;

internal enum PoolTest
{
    Z,
    Knha,
}

internal enum Transform
{
    None,
    Exp,
}

/// <summary>How a pool was asked for.</summary>
internal sealed record PoolChoices(PoolMeasure Measure, MetaOptions Options, bool IsRatio)
{
    public MeasureKind Kind => MeasureKind.Of(Measure);

    /// <summary>From the scale of the analysis to the scale that is shown.</summary>
    public double Shown(double value) => IsRatio ? Math.Exp(value) : value;
}

/// <summary><c>virker pool FILE</c>: meta-analysis of the studies in a file, as metafor would compute it.</summary>
internal static class PoolCommand
{
    /// <summary>What a regression calls its constant.</summary>
    private const string Intercept = "intercept";

    public static Command Create()
    {
        var counts = string.Join(", ", PoolFile.Counts);
        var means = string.Join(", ", PoolFile.Means);
        var file = Typed.Argument(
            "FILE",
            new(
                $"Fil med studier; - er standard input. Kolonner: study og {counts} (RR, OR, RD), eller {means} (MD, SMD), eller yi, vi (GEN)",
                $"File of studies; - is standard input. Columns: study and {counts} (RR, OR, RD), or {means} (MD, SMD), or yi, vi (GEN)"
            )
        );
        var measure = Typed.Name("--measure", new("Effektmål", "Effect size"), PoolMeasure.RR);
        var tau2 = Typed.Name(
            "--tau2",
            new(
                "Hvordan variansen mellem studierne estimeres; FE er modellen med én fælles effekt",
                "Estimator of the variance between studies; FE is the common-effect model"
            ),
            HeterogeneityEstimator.REML
        );
        var test = Typed.Name(
            "--test",
            new("z, eller knha for Knapp–Hartung", "z, or knha for Knapp–Hartung"),
            PoolTest.Z
        );
        var moderators = Typed.Names(
            "--moderators",
            new("Kolonner med tal, som effekten kan afhænge af", "Numeric columns the effect may depend on")
        );
        var subgroup = Typed.Text(
            "--subgroup",
            new("Kolonne, der deler studierne", "Column that splits the studies"),
            new("KOLONNE", "COLUMN")
        );
        var level = Typed.Level();
        var transform = Typed.Name(
            "--transform",
            new(
                "exp viser forhold (RR, OR, GEN) i tabel, csv og figur; json bliver på analysens skala",
                "exp shows ratios (RR, OR, GEN) in table, csv and figure; json stays on the scale of the analysis"
            ),
            Transform.None
        );
        var figure = Typed.Text(
            "--figure",
            new("Skriv et forest plot til denne SVG-fil", "Write a forest plot to this SVG file"),
            new("FIL.svg", "FILE.svg")
        );
        var missing = MissingOption.Create();
        var format = FormatOption.Create();
        var command = new Command(
            "pool",
            Language.T("Samler studierne i en fil (meta-analyse)", "Pools the studies in a file (meta-analysis)")
        )
        {
            file,
            measure,
            tau2,
            test,
            moderators,
            subgroup,
            level,
            transform,
            figure,
            missing,
            format,
        };
        command.SetAction(
            async (parsed, stop) =>
            {
                parsed.Excludes(moderators, subgroup, transform, figure);
                var choices = new PoolChoices(
                    parsed.GetValue(measure),
                    new MetaOptions(
                        parsed.GetValue(tau2),
                        parsed.GetValue(test) == PoolTest.Knha ? TestMethod.KnappHartung : TestMethod.Z,
                        parsed.GetValue(level)
                    ),
                    parsed.GetValue(transform) == Transform.Exp
                );
                Usage.Require(
                    !choices.IsRatio || choices.Kind.MayBeRatio,
                    $"--transform exp: {choices.Measure} er ikke logaritmen af et forhold",
                    $"--transform exp: {choices.Measure} is not the logarithm of a ratio"
                );
                var columns = parsed.GetValue(moderators)!;
                Usage.Require(
                    !columns.Contains(Intercept, StringComparer.Ordinal),
                    $"--moderators: en kolonne må ikke hedde {Intercept}, som er modellens konstant",
                    $"--moderators: a column may not be called {Intercept}, which is the model's constant"
                );
                if (parsed.GetValue(figure) is { } svg)
                    OutputFile.RequireFile("--figure", svg, ".svg");
                return await Run(
                    parsed.GetValue(file)!,
                    choices,
                    columns,
                    parsed.GetValue(subgroup),
                    parsed.GetValue(figure),
                    parsed.GetValue(missing),
                    parsed.GetValue(format),
                    stop
                );
            }
        );
        return command;
    }

    private static async Task<int> Run(
        string path,
        PoolChoices choices,
        IReadOnlyList<string> moderators,
        string? subgroup,
        string? figure,
        Missing missing,
        Format format,
        CancellationToken stop
    )
    {
        await using var stream = InputFile.Open(path);
        string name = InputFile.NameOf(path);
        var read = PoolFile.Read(stream, name, choices.Measure, moderators, subgroup, missing);
        MissingOption.Tell(read.Data);
        var splits = subgroup is null ? null : read.Data.Names(subgroup);
        Moderator[] numbers =
        [
            .. moderators.Select(column => new Moderator(column, read.Data.Numbers(column, DataFile.NumberNotWord))),
        ];
        if (read.Data.Errors.Count > 0)
            return Result.Refuse(read.Data.Errors);
        if (numbers.Length > 0)
        {
            var regression = Model.Fit(name, () => MetaRegression.Fit(read.Effects, numbers, choices.Options));
            Result.Write(
                format,
                RegressionJson.Of(regression, choices),
                RegressionPage.Sheets(regression),
                page => RegressionPage.Write(page, regression, choices)
            );
            return ExitCodes.Ok;
        }

        if (splits?.Distinct(StringComparer.Ordinal).Count() == 1)
        {
            throw new InvalidInputException(
                new(
                    $"{name}, kolonne {subgroup}: alle studier er i gruppen {splits[0]}; udelad --subgroup, eller tag en kolonne med flere grupper",
                    $"{name}, column {subgroup}: every study is in the group {splits[0]}; leave out --subgroup, or take a column with more groups"
                )
            );
        }

        var fit = Model.Fit(name, () => RandomEffects.Fit(read.Effects, choices.Options));
        var groups = splits is null
            ? null
            : Model.Fit(name, () => Subgroups.Fit(read.Effects, splits, choices.Options));
        RequireRatios(name, choices, [fit, .. (groups?.Groups ?? []).Select(group => group.Result)]);
        if (figure is not null)
            await OutputFile.WriteAsync(figure, PoolFigure.Of(read, fit, splits, choices).ToSvg(), stop);
        Result.Write(
            format,
            PoolJson.Of(fit, read.Studies, groups, choices),
            PoolPage.Sheets(fit, groups, choices),
            page => PoolPage.Write(page, fit, read, groups, choices)
        );
        return ExitCodes.Ok;
    }

    // What exp cannot hold is not shown as 0 or as nothing.
    private static void RequireRatios(string name, PoolChoices choices, IEnumerable<MetaResult> results)
    {
        var shown = results.SelectMany(r =>
            r.Effects.SelectMany(e =>
                    new[] { e.Estimate - 4 * Math.Sqrt(e.Variance), e.Estimate + 4 * Math.Sqrt(e.Variance) }
                )
                .Concat([r.CiLow, r.CiHigh, r.PiLow, r.PiHigh])
        );
        if (choices.IsRatio && shown.Any(value => Math.Abs(value) > 700))
        {
            throw new InvalidInputException(
                new(
                    $"{name}: exp af tallene er for stort eller for småt til at skrives; udelad --transform exp",
                    $"{name}: exp of the numbers is too large or too small to write; leave out --transform exp"
                )
            );
        }
    }
}
