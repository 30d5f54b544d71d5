using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Virker.Cli.Evidence;
using Virker.Cli.Output;
using Virker.Evidence.Answers;
using Virker.Evidence.Bank;
using Virker.Evidence.Knowledge;

namespace Virker.Cli.JobEffects;

/// <summary><c>virker answer</c>: the answer of the knowledge bank to one question.</summary>
internal static class AnswerCommand
{
    public static Command Create()
    {
        var search = new SearchOptions();
        var version = new Option<int?>("--version-number")
        {
            Description = "A version of the bank; the newest unless told otherwise",
        };
        var format = FormatOption.Create();
        var command = new Command("answer", "Answers from the knowledge bank: does this work for these people?")
        {
            version,
            format,
        };
        search.AddTo(command);
        command.SetAction(
            async (parsed, stop) =>
            {
                await using var services = await Bank.OpenAsync(stop);
                var bank = await services
                    .GetRequiredService<ReadKnowledgeBank>()
                    .Execute(parsed.GetValue(version), stop);
                var query = search.Query(parsed);
                var answer = AnswerQuestion.For(
                    bank,
                    new AnswerQuery(
                        query.TargetGroup,
                        query.Intervention,
                        query.Outcome,
                        query.EffectType,
                        query.Edition,
                        query.Strict
                    )
                );
                var pool = answer.Pooled ?? answer.PooledAcrossGroups;
                Result.Write(
                    parsed.GetValue(format),
                    AnswerJson.Of(answer),
                    new Sheet(
                        ["part", "says"],
                        [
                            ["target group", answer.TargetGroup.Name.ToString()],
                            ["intervention", answer.Intervention.Name.ToString()],
                            [
                                "1 job effect",
                                $"{JobEffectJson.Code(answer.JobEffect.Conclusion)} ({answer.JobEffect.Level}), stock {answer.JobEffect.Stock.Total:0.###}",
                            ],
                            [
                                "2 pooled effect",
                                pool is null
                                    ? "–"
                                    : $"{pool.Measure} {pool.Effect.Estimate:0.00} ({pool.Effect.Low:0.00}–{pool.Effect.High:0.00}), {pool.Trials} trials, prediction {pool.Prediction.Low:0.00}–{pool.Prediction.High:0.00}",
                            ],
                            ["what to expect", answer.WhatToExpect?.ToString() ?? "–"],
                            .. answer.Conclusions.Select(c =>
                                (IReadOnlyList<object?>)["3 professional conclusion", c.Conclusion.Heading.ToString()]
                            ),
                            .. answer.Cues.Select(c =>
                                (IReadOnlyList<object?>)["4 what makes it work", c.Text.ToString()]
                            ),
                            .. answer.Unknowns.Select(u => (IReadOnlyList<object?>)["5 not known", u.Text.ToString()]),
                            ["knowledge bank", $"version {answer.Version.Number}"],
                        ]
                    )
                );
                return ExitCodes.Ok;
            }
        );
        return command;
    }
}

/// <summary>The fields of <c>virker answer --format json</c>.</summary>
internal sealed record AnswerJson(
    int Version,
    string TargetGroup,
    string Intervention,
    JobEffectJson JobEffect,
    PooledEffect? Pooled,
    PooledEffect? PooledAcrossGroups,
    IReadOnlyList<ConclusionInAnswer> Conclusions,
    IReadOnlyList<PracticeCue> Cues,
    IReadOnlyList<OpenQuestion> Unknowns,
    Reliability Reliability,
    Admissibility Admissibility
)
{
    public static AnswerJson Of(Answer answer) =>
        new(
            answer.Version.Number,
            answer.TargetGroup.Code,
            answer.Intervention.Code,
            JobEffectJson.Of(answer.JobEffect),
            answer.Pooled,
            answer.PooledAcrossGroups,
            answer.Conclusions,
            answer.Cues,
            answer.Unknowns,
            answer.Reliability,
            answer.Admissibility
        );
}
