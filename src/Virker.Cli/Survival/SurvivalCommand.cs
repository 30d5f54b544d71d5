using System.CommandLine;
using Virker.Cli.Output;
using Virker.Platform.Import;
using Virker.Statistics.Regression;
using Virker.Statistics.Survival;

namespace Virker.Cli.Survival;

/// <summary><c>virker survival FILE</c>: curves, their comparison and Cox regression, as R's survival computes them.</summary>
internal static class SurvivalCommand
{
    private sealed record Columns(
        string Time,
        string Event,
        string? Group,
        string? Strata,
        string? Cluster,
        IReadOnlyList<string> Covariates
    );

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "CSV, one person a row; - is standard input" };
        var time = new Option<string>("--time")
        {
            Description = "Column: time to the event or the end",
            Required = true,
        };
        var happened = new Option<string>("--event")
        {
            Description = "Column: 1 when the time ended in the event, 0 when it was not seen",
            Required = true,
        };
        var group = new Option<string?>("--group") { Description = "Column: a curve each, compared by log-rank" };
        var strata = new Option<string?>("--strata")
        {
            Description = "Column: log-rank and Cox compare within each of them only",
        };
        var cluster = new Option<string?>("--cluster")
        {
            Description = "Column: Cox's tests use errors that are robust to what people of a cluster share",
        };
        var covariates = ListOption.Create(
            "--covariates",
            "Columns of numbers, a,b: Cox regression on them (Efron's ties)"
        );
        var at = ListOption.OfNumbers("--at", "Times to read the curves at, 13,26,52; without it every time", 0);
        var horizon = new Option<double?>("--horizon")
        {
            Description = "Where the restricted mean ends; without it the last time of all, as in R",
        };
        horizon.Validators.Add(result =>
        {
            if (!(result.GetValueOrDefault<double?>() is > 0 and < double.PositiveInfinity))
                result.AddError("--horizon wants a number above 0.");
        });
        var missing = MissingOption.Create();
        var format = FormatOption.Create();
        var command = new Command("survival", "Time until something happens: curves, log-rank, Cox")
        {
            file,
            time,
            happened,
            group,
            strata,
            cluster,
            covariates,
            at,
            horizon,
            missing,
            format,
        };
        command.SetAction(parsed =>
        {
            string path = parsed.GetValue(file)!;
            using var stream = InputFile.Open(path);
            var columns = new Columns(
                parsed.GetValue(time)!,
                parsed.GetValue(happened)!,
                parsed.GetValue(group),
                parsed.GetValue(strata),
                parsed.GetValue(cluster),
                ListOption.Names(parsed.GetValue(covariates))
            );
            return Run(
                stream,
                InputFile.NameOf(path),
                columns,
                ListOption.Numbers(parsed.GetValue(at)),
                parsed.GetValue(horizon),
                parsed.GetValue(missing),
                parsed.GetValue(format)
            );
        });
        return command;
    }

    private static int Run(
        Stream stream,
        string name,
        Columns columns,
        double[] at,
        double? horizon,
        Missing missing,
        Format format
    )
    {
        var data = DataFile.Read(
            stream,
            name,
            [columns.Time, .. columns.Covariates],
            [columns.Event, columns.Group, columns.Strata, columns.Cluster],
            missing
        );
        var times = data.Numbers(columns.Time);
        var events = data.YesNo(columns.Event);
        var groups = columns.Group is null ? null : data.Names(columns.Group);
        var strata = columns.Strata is null ? null : data.Names(columns.Strata);
        var clusters = columns.Cluster is null ? null : data.Names(columns.Cluster);
        Predictor[] covariates =
        [
            .. columns.Covariates.Select(column => new Predictor(column, data.Numbers(column, DataFile.NumberNotWord))),
        ];
        foreach (var (row, value) in times.Index().Where(time => time.Item < 0))
            data.Wrong(row, columns.Time, ImportText.AtLeast(0));

        MissingOption.Tell(data);
        if (data.Errors.Count > 0)
            return Result.Refuse(data.Errors);

        var result = Model.Fit(
            name,
            () =>
            {
                double until = horizon ?? times.Max();
                return new SurvivalJson(
                    [
                        .. KaplanMeier
                            .FitGroups(times, events, groups ?? [.. times.Select(_ => "all")])
                            .Select(curve => CurveJson.Of(curve.Group, curve.Curve, at, until)),
                    ],
                    until,
                    groups is null ? null : LogRankJson.Of(LogRank.Test(times, events, groups, strata)),
                    covariates.Length == 0
                        ? null
                        : CoxJson.Of(
                            CoxRegression.Fit(times, events, covariates, new CoxOptions { Strata = strata }),
                            clusters
                        )
                );
            }
        );
        Result.Write(format, result, [.. Sheets(result)]);
        return ExitCodes.Ok;
    }

    private static IEnumerable<Sheet> Sheets(SurvivalJson result)
    {
        yield return new Sheet(
            ["group", "n", "events", "median", "median_low", "median_high", "rmst", "rmst_se", "rmst_horizon"],
            [
                .. result.Curves.Select(curve =>
                    (IReadOnlyList<object?>)
                        [
                            curve.Group,
                            curve.N,
                            curve.Events,
                            curve.Median,
                            curve.MedianLow,
                            curve.MedianHigh,
                            curve.Rmst,
                            curve.RmstSe,
                            result.RmstHorizon,
                        ]
                ),
            ]
        );
        yield return new Sheet(
            ["group", "time", "survival", "se", "ci_low", "ci_high", "at_risk"],
            [
                .. result.Curves.SelectMany(curve =>
                    curve.At.Select(point =>
                        (IReadOnlyList<object?>)
                            [curve.Group, point.Time, point.Survival, point.Se, point.CiLow, point.CiHigh, point.AtRisk]
                    )
                ),
            ]
        );
        if (result.Logrank is { } test)
        {
            yield return new Sheet(
                ["chisq", "df", "p"],
                [
                    [test.Chisq, test.Df, test.P],
                ]
            );
        }

        if (result.Cox is { } cox)
        {
            yield return new Sheet(
                ["name", "estimate", "se", "robust_se", "statistic", "p", "ci_low", "ci_high", "proportional_p"],
                [
                    .. cox.Coefficients.Select(c =>
                        (IReadOnlyList<object?>)
                            [c.Name, c.Estimate, c.Se, c.RobustSe, c.Statistic, c.P, c.CiLow, c.CiHigh, c.ProportionalP]
                    ),
                ]
            );
            yield return new Sheet(
                ["loglik", "n", "events"],
                [
                    [cox.Loglik, cox.N, cox.Events],
                ]
            );
        }
    }
}
