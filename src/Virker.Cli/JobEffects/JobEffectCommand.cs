using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Virker.Cli.Installations;
using Virker.Cli.Options;
using Virker.Cli.Output;
using Virker.Evidence;
using Virker.Evidence.Exchange;
using Virker.Evidence.JobEffects;
using Virker.Platform;

namespace Virker.Cli.JobEffects;

/// <summary><c>virker job-effect FILE</c>: Jobeffekter's algorithm on the results in a file.</summary>
internal static class JobEffectCommand
{
    public static Command Create()
    {
        const string Columns =
            "study, quality, method, country, publication, target_groups, interventions, outcome, effect_type, direction";
        var file = Typed.Argument(
            "FILE",
            new(
                $"CSV; - er standard input. Kolonner: {Columns} (flere koder i én celle adskilles af ;)",
                $"CSV; - is standard input. Columns: {Columns} (several codes in one cell are separated by ;)"
            )
        );
        var search = new SearchOptions();
        var format = FormatOption.Create();
        var command = new Command(
            "job-effect",
            Language.T(
                "Beregner jobeffekten af resultaterne i en fil",
                "Computes the job effect of the results in a file"
            )
        )
        {
            file,
            format,
        };
        search.AddTo(command);
        command.SetAction(
            async (parsed, _) =>
            {
                await using var services = Here.Unopened();
                var data = services.GetRequiredService<EvidenceData>();
                string path = parsed.GetValue(file)!;
                await using var stream = InputFile.Open(path);
                var read = JobEffectFile.Read(stream, InputFile.NameOf(path), data);
                if (read.Errors.Count > 0)
                    return Result.Refuse(read.Errors);

                var effect = JobEffectAlgorithm.Aggregate(
                    search.Query(parsed),
                    read.Results,
                    data.Taxonomy,
                    data.Rules
                );
                Result.Write(parsed.GetValue(format), JobEffectJson.Of(effect), Summary(effect), Contributions(effect));
                return ExitCodes.Ok;
            }
        );
        return command;
    }

    private static Sheet Summary(JobEffect effect) =>
        Sheet.Of(
            ("conclusion", effect.Conclusion.Code()),
            ("level", effect.Level.Code()),
            ("stock", effect.Stock.Total),
            ("positive", effect.Stock.Positive),
            ("negative", effect.Stock.Negative),
            ("none", effect.Stock.None)
        ) with
        {
            Part = "job_effect",
        };

    private static Sheet Contributions(JobEffect effect) =>
        new(
            ["study", "direction", "contribution", "factors"],
            [
                .. effect.Contributions.Select(c =>
                    (IReadOnlyList<object?>)
                        [
                            c.StudyId,
                            c.Direction,
                            c.Contribution,
                            string.Join(
                                " x ",
                                c.Factors.Select(f =>
                                    string.Create(CultureInfo.InvariantCulture, $"{f.Component} {f.Weight}")
                                )
                            ),
                        ]
                ),
            ]
        )
        {
            Part = "study",
        };
}

/// <summary>The fields of <c>virker job-effect --format json</c>.</summary>
internal sealed record JobEffectJson(
    string Conclusion,
    string Level,
    decimal Stock,
    decimal StockPositive,
    decimal StockNegative,
    decimal StockNone,
    IReadOnlyList<ContributionJson> Contributions,
    IReadOnlyList<string> Choices
)
{
    public static JobEffectJson Of(JobEffect effect) =>
        new(
            effect.Conclusion.Code(),
            effect.Level.Code(),
            effect.Stock.Total,
            effect.Stock.Positive,
            effect.Stock.Negative,
            effect.Stock.None,
            [
                .. effect.Contributions.Select(c => new ContributionJson(
                    c.StudyId,
                    c.Contribution,
                    c.Factors.ToDictionary(factor => factor.Component, factor => factor.Weight)
                )),
            ],
            [.. effect.Choices.Select(choice => choice.Id)]
        );
}

internal sealed record ContributionJson(
    string Study,
    decimal Contribution,
    IReadOnlyDictionary<string, decimal> Factors
);
