using System.CommandLine;
using Virker.Cli.Options;
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
        var column = new Platform.Text("KOLONNE", "COLUMN");
        var file = Typed.Argument(
            "FILE",
            new("CSV med én person i hver række; - er standard input", "CSV, one person a row; - is standard input")
        );
        var time = Typed.Needed(
            "--time",
            new(
                "Kolonne: tid til hændelsen eller til slut. Tider er kun ens, når tallene er ens: også en forskel fra afrunding tæller (R's timefix = FALSE); afrund dem først",
                "Column: time to the event or the end. Times are tied only when the numbers are equal: a difference from rounding counts too (R's timefix = FALSE); round them first"
            ),
            column
        );
        var happened = Typed.Needed(
            "--event",
            new(
                "Kolonne: 1, når tiden endte med hændelsen, 0, når den ikke blev set",
                "Column: 1 when the time ended in the event, 0 when it was not seen"
            ),
            column
        );
        var group = Typed.Text(
            "--group",
            new("Kolonne: en kurve for hver, sammenlignet med log-rank", "Column: a curve each, compared by log-rank"),
            column
        );
        var strata = Typed.Text(
            "--strata",
            new(
                "Kolonne: log-rank og Cox sammenligner kun inden for hver",
                "Column: log-rank and Cox compare within each of them only"
            ),
            column
        );
        var cluster = Typed.Text(
            "--cluster",
            new(
                "Kolonne: Cox' test tåler, at personer i en klynge ligner hinanden",
                "Column: Cox's tests use errors that are robust to what people of a cluster share"
            ),
            column
        );
        var covariates = Typed.Names(
            "--covariates",
            new(
                "Kolonner med tal: Cox-regression på dem (Efrons metode for ens tider)",
                "Columns of numbers: Cox regression on them (Efron's ties)"
            )
        );
        var at = Typed.Numbers(
            "--at",
            new(
                "Tider at aflæse kurverne på, 13,26,52; ellers alle",
                "Times to read the curves at, 13,26,52; without it every time"
            ),
            Limits.NotNegative
        );
        var horizon = Typed.Number(
            "--horizon",
            new(
                "Hvor middeltiden slutter; ellers den sidste tid af alle, som i R",
                "Where the restricted mean ends; without it the last time of all, as in R"
            ),
            Limits.Positive
        );
        var missing = MissingOption.Create();
        var format = FormatOption.Create();
        var command = new Command(
            "survival",
            Language.T(
                "Tid, til noget sker: kurver, log-rank, Cox",
                "Time until something happens: curves, log-rank, Cox"
            )
        )
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
            bool isCox = parsed.Has(covariates);
            parsed.Needs(
                isCox || parsed.Has(group),
                new("--group eller --covariates", "--group or --covariates"),
                strata
            );
            parsed.Needs(isCox, new("--covariates", "--covariates"), cluster);
            string path = parsed.GetValue(file)!;
            using var stream = InputFile.Open(path);
            var columns = new Columns(
                parsed.GetValue(time)!,
                parsed.GetValue(happened)!,
                parsed.GetValue(group),
                parsed.GetValue(strata),
                parsed.GetValue(cluster),
                parsed.GetValue(covariates)!
            );
            return Run(
                stream,
                InputFile.NameOf(path),
                columns,
                parsed.GetValue(at)!,
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
        IReadOnlyList<double> at,
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
        Result.Write(format, result, [.. SurvivalPage.Sheets(result)], page => SurvivalPage.Write(page, result));
        return ExitCodes.Ok;
    }
}
