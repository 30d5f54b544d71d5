using System.CommandLine;
using Virker.Cli.Output;
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

/// <summary><c>virker pool FILE</c>: meta-analysis of the studies in a file, as metafor would compute it.</summary>
internal static class PoolCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE")
        {
            Description =
                "CSV; - is standard input. Columns: study and "
                + $"{string.Join(", ", PoolFile.Counts)} (RR, OR, RD), or {string.Join(", ", PoolFile.Means)} (MD, SMD), or yi, vi (GEN)",
        };
        var measure = new Option<PoolMeasure>("--measure")
        {
            Description = "Effect size",
            DefaultValueFactory = _ => PoolMeasure.RR,
        };
        var tau2 = new Option<HeterogeneityEstimator>("--tau2")
        {
            Description = "Estimator of the variance between studies; FE is the common-effect model",
            DefaultValueFactory = _ => HeterogeneityEstimator.REML,
        };
        var test = new Option<PoolTest>("--test")
        {
            Description = "z, or knha for Knapp–Hartung",
            DefaultValueFactory = _ => PoolTest.Z,
        };
        var moderators = ListOption.Create("--moderators", "Numeric columns, a,b");
        var subgroup = new Option<string?>("--subgroup") { Description = "Column that splits the studies" };
        var level = new Option<double>("--level")
        {
            Description = "Percent of the intervals",
            DefaultValueFactory = _ => 95,
        };
        level.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is <= 0 or >= 100)
                result.AddError("--level wants a number above 0 and below 100.");
        });
        var transform = new Option<Transform>("--transform")
        {
            Description = "exp shows ratios in table, csv and figure; json stays on the analysis scale",
            DefaultValueFactory = _ => Transform.None,
        };
        var figure = new Option<string?>("--figure") { Description = "Write a forest plot to this SVG file" };
        var missing = MissingOption.Create();
        var format = FormatOption.Create();
        var command = new Command("pool", "Pools the studies in a file (meta-analysis)")
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
        command.SetAction(parsed =>
        {
            string path = parsed.GetValue(file)!;
            string[] columns = ListOption.Names(parsed.GetValue(moderators));
            string? split = parsed.GetValue(subgroup);
            using var stream = InputFile.Open(path);
            string name = InputFile.NameOf(path);
            var read = PoolFile.Read(stream, name, parsed.GetValue(measure), columns, split, parsed.GetValue(missing));
            var splits = split is null ? null : read.Data.Names(split);
            MissingOption.Tell(read.Data);
            if (read.Data.Errors.Count > 0)
                return Result.Refuse(read.Data.Errors);

            var options = new MetaOptions(
                parsed.GetValue(tau2),
                parsed.GetValue(test) == PoolTest.Knha ? TestMethod.KnappHartung : TestMethod.Z,
                parsed.GetValue(level) / 100
            );
            Func<double, double> shown = parsed.GetValue(transform) == Transform.Exp ? Math.Exp : value => value;
            if (columns.Length > 0)
                return Regress(parsed.GetValue(format), read, columns, name, options);

            var fit = RandomEffects.Fit(read.Effects, options);
            var groups = splits is null ? null : Subgroups.Fit(read.Effects, splits, options);
            if (parsed.GetValue(figure) is { } svg)
            {
                File.WriteAllText(
                    svg,
                    PoolFigure
                        .Of(read, fit, parsed.GetValue(measure), options, parsed.GetValue(transform) == Transform.Exp)
                        .ToSvg()
                );
            }

            Result.Write(parsed.GetValue(format), PoolJson.Of(fit, groups), Sheets(fit, groups, shown));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static int Regress(Format format, PoolFile read, string[] columns, string name, MetaOptions options)
    {
        Moderator[] moderators =
        [
            .. columns.Select(column => new Moderator(column, read.Data.Numbers(column, DataFile.NumberNotWord))),
        ];
        if (read.Data.Errors.Count > 0)
            return Result.Refuse(read.Data.Errors);

        var fit = Model.Fit(name, () => MetaRegression.Fit(read.Effects, moderators, options));
        Result.Write(
            format,
            PoolJson.Of(fit),
            new Sheet(
                ["name", "estimate", "se", "statistic", "p", "ci_low", "ci_high"],
                [
                    .. fit.Coefficients.Select(c =>
                        (IReadOnlyList<object?>)
                            [c.Name, c.Estimate, c.StandardError, c.Statistic, c.P, c.CiLow, c.CiHigh]
                    ),
                ]
            ),
            new Sheet(
                ["k", "tau2", "i2", "qm", "qm_df", "qm_p", "r2", "qe", "qe_df", "qe_p"],
                [
                    [fit.K, fit.Tau2, fit.I2, fit.QM, fit.QMDf, fit.QMP, fit.R2, fit.QE, fit.QEDf, fit.QEP],
                ]
            )
        );
        return ExitCodes.Ok;
    }

    private static Sheet[] Sheets(MetaResult fit, SubgroupResult? groups, Func<double, double> shown)
    {
        object?[] Row(string name, MetaResult r) =>
            [
                name,
                r.K,
                shown(r.Estimate),
                r.StandardError,
                r.Statistic,
                r.P,
                shown(r.CiLow),
                shown(r.CiHigh),
                shown(r.PiLow),
                shown(r.PiHigh),
                r.Tau2,
                r.Tau2Low,
                r.Tau2High,
                r.I2,
                r.H2,
                r.Q,
                r.QDf,
                r.QP,
            ];
        return
        [
            new Sheet(
                [
                    "group",
                    "k",
                    "estimate",
                    "se",
                    "statistic",
                    "p",
                    "ci_low",
                    "ci_high",
                    "pi_low",
                    "pi_high",
                    "tau2",
                    "tau2_low",
                    "tau2_high",
                    "i2",
                    "h2",
                    "q",
                    "q_df",
                    "q_p",
                ],
                [Row("all", fit), .. (groups?.Groups ?? []).Select(group => Row(group.Name, group.Result))]
            ),
            .. groups is null
                ? Array.Empty<Sheet>()
                :
                [
                    new Sheet(
                        ["q_between", "q_between_df", "q_between_p"],
                        [
                            [groups.Q, groups.QDf, groups.QP],
                        ]
                    ),
                ],
        ];
    }
}
