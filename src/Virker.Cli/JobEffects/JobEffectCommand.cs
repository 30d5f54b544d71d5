using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Virker.Cli.Evidence;
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
        var file = new Argument<string>("FILE")
        {
            Description =
                "CSV; - is standard input. Columns: study, quality, method, country, publication, target_groups, "
                + "interventions, outcome, effect_type, direction (several codes in one cell are separated by ;)",
        };
        var search = new SearchOptions();
        var format = FormatOption.Create();
        var command = new Command("job-effect", "Computes the job effect of the results in a file") { file, format };
        search.AddTo(command);
        command.SetAction(
            async (parsed, _) =>
            {
                await using var services = Bank.Services();
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
                Result.Write(
                    parsed.GetValue(format),
                    JobEffectJson.Of(effect),
                    new Sheet(
                        ["conclusion", "level", "stock", "positive", "negative", "none"],
                        [
                            [
                                JobEffectJson.Code(effect.Conclusion),
                                effect.Level.Code(),
                                effect.Stock.Total,
                                effect.Stock.Positive,
                                effect.Stock.Negative,
                                effect.Stock.None,
                            ],
                        ]
                    ),
                    new Sheet(
                        ["study", "direction", "contribution", "factors"],
                        [
                            .. effect.Contributions.Select(c =>
                                (IReadOnlyList<object?>)
                                    [
                                        c.StudyId,
                                        c.Direction,
                                        c.Contribution,
                                        string.Join(" x ", c.Factors.Select(f => $"{f.Component} {f.Weight}")),
                                    ]
                            ),
                        ]
                    )
                );
                return ExitCodes.Ok;
            }
        );
        return command;
    }
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
            Code(effect.Conclusion),
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

    public static string Code(JobEffectConclusion conclusion) => conclusion.Code();
}

internal sealed record ContributionJson(
    string Study,
    decimal Contribution,
    IReadOnlyDictionary<string, decimal> Factors
);
