using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Virker.Cli.Evidence;
using Virker.Cli.Installations;
using Virker.Cli.Options;
using Virker.Cli.Output;
using Virker.Evidence.Answers;
using Virker.Evidence.Knowledge;
using Virker.Platform;

namespace Virker.Cli.JobEffects;

/// <summary><c>virker answer</c>: the answer of the knowledge bank to one question.</summary>
internal static class AnswerCommand
{
    public static Command Create()
    {
        var search = new SearchOptions();
        var version = Versions.Option();
        var format = FormatOption.Create();
        var command = new Command(
            "answer",
            Language.T(
                "Svarer fra vidensbanken: virker det her for de her mennesker?",
                "Answers from the knowledge bank: does this work for these people?"
            )
        )
        {
            version,
            format,
        };
        search.AddTo(command);
        command.SetAction(
            async (parsed, stop) =>
            {
                await using var services = await Here.ReadBankAsync(stop);
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
                Result.Write(parsed.GetValue(format), AnswerJson.Of(answer), Parts(answer));
                return ExitCodes.Ok;
            }
        );
        return command;
    }

    private static Sheet Parts(Answer answer) =>
        new(
            ["part", "says"],
            [
                [Language.T("målgruppe", "target group"), answer.TargetGroup.Name.ToString()],
                [Language.T("indsats", "intervention"), answer.Intervention.Name.ToString()],
                [
                    Language.T("1 jobeffekt", "1 job effect"),
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{answer.JobEffect.Conclusion.Code()} ({answer.JobEffect.Level.Code()}), {Language.T("vægt i alt", "stock")} {answer.JobEffect.Stock.Total:0.###}"
                    ),
                ],
                [Language.T("2 samlet effekt", "2 pooled effect"), answer.Pooled is { } pool ? Pooled(pool) : "–"],
                // Other people's: never in the place of the asked group's own.
                .. answer.PooledAcrossGroups is { } across
                    ?
                    [
                        [$"2 {across.Heading.ToString().ToLowerInvariant()}", Pooled(across)],
                    ]
                    : Array.Empty<object?[]>(),
                [Language.T("hvad man kan vente", "what to expect"), answer.WhatToExpect?.ToString() ?? "–"],
                .. answer.Conclusions.Select(c =>
                    (IReadOnlyList<object?>)
                        [
                            Language.T("3 faglig konklusion", "3 professional conclusion"),
                            c.Conclusion.Heading.ToString(),
                        ]
                ),
                .. answer.Cues.Select(c =>
                    (IReadOnlyList<object?>)
                        [Language.T("4 hvad der får det til at virke", "4 what makes it work"), c.Text.ToString()]
                ),
                .. answer.Unknowns.Select(u =>
                    (IReadOnlyList<object?>)[Language.T("5 det, vi ikke ved", "5 not known"), u.Text.ToString()]
                ),
                [Language.T("vidensbank", "knowledge bank"), $"version {answer.Version.Number}"],
            ]
        );

    private static string Pooled(PooledEffect pool)
    {
        string numbers = string.Create(
            CultureInfo.InvariantCulture,
            $"{pool.Measure} {pool.Effect.Estimate:0.00} (95 %: {pool.Effect.Low:0.00}–{pool.Effect.High:0.00}), {pool.Trials} "
        );
        string next = string.Create(
            CultureInfo.InvariantCulture,
            $"{pool.Prediction.Low:0.00}–{pool.Prediction.High:0.00}"
        );
        return numbers
            + Language.T("forsøg", "trials")
            + (pool.Trials > 1 ? Language.T($", et nyt forsøg {next}", $", prediction {next}") : "");
    }
}
