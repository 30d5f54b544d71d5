using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Virker.Cli.Evidence;
using Virker.Cli.Output;
using Virker.Effects.Costs;
using Virker.Evidence.Knowledge;
using Virker.Platform;

namespace Virker.Cli.Costs;

/// <summary><c>virker cost FILE</c>: who pays and who saves, by budget and year.</summary>
internal static class CostCommand
{
    public static Command Create()
    {
        var file = new Argument<string?>("FILE")
        {
            Description =
                "CSV; - is standard input. Columns: line, kind (mechanical, measured, behaviour), year, payer "
                + "(municipality, region, state, refund, society, unknown), units; and as needed price, kr, source, "
                + "weeks_before, finding, effect, effect_low, effect_high, return_flow (percent, or duties), spread "
                + "(fixed, uniform, triangular, normal), kr_low, kr_high",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var prices = new Option<bool>("--prices") { Description = "The unit prices instead: dated, with source" };
        var published = new Option<bool>("--published")
        {
            Description = "The published calculations of IPS instead, line by line",
        };
        var example = new Option<bool>("--example")
        {
            Description = "A file to change and calculate instead: IPS (--who X.SMI --what X.IPS --start 2024-01-01)",
        };
        var who = new Option<string?>("--who") { Description = "Code of the target group" };
        var what = new Option<string?>("--what") { Description = "Code of the intervention" };
        var citizens = new Option<int>("--citizens") { Description = "How many", DefaultValueFactory = _ => 100 };
        var start = new Option<DateOnly?>("--start")
        {
            Description = "When year 1 begins (2024-01-01); prices and refund are those of this day",
        };
        var all = new Option<bool>("--all-evidence") { Description = "Also count on evidence that is not admissible" };
        var draws = new Option<int>("--draws") { Description = "Simulated draws", DefaultValueFactory = _ => 10_000 };
        var seed = new Option<ulong>("--seed")
        {
            Description = "The same seed draws the same",
            DefaultValueFactory = _ => 1,
        };
        foreach (var (option, most) in new[] { (citizens, 1_000_000), (draws, 1_000_000) })
        {
            option.Validators.Add(result =>
            {
                if (result.GetValueOrDefault<int>() is var n && (n < 1 || n > most))
                    result.AddError($"{option.Name} wants 1 to {most}.");
            });
        }

        var format = FormatOption.Create();
        var command = new Command("cost", "Costs and impact: what it costs, and who saves what")
        {
            file,
            prices,
            published,
            example,
            who,
            what,
            citizens,
            start,
            all,
            draws,
            seed,
            format,
        };
        command.Validators.Add(result =>
        {
            bool isFile = result.GetValue(file) is not null;
            int asked = new[]
            {
                isFile,
                result.GetValue(prices),
                result.GetValue(published),
                result.GetValue(example),
            }.Count(yes => yes);
            bool isProposal =
                result.GetValue(who) is not null
                && result.GetValue(what) is not null
                && result.GetValue(start) is not null;
            if (asked != 1 || isFile && !isProposal)
            {
                result.AddError(
                    "Give FILE with --who, --what and --start; or one of --prices, --published, --example."
                );
            }
        });
        command.SetAction(
            async (parsed, stop) =>
            {
                if (parsed.GetValue(file) is not { } path)
                {
                    ShowData(parsed.GetValue(prices), parsed.GetValue(example), parsed.GetValue(format));
                    return ExitCodes.Ok;
                }

                var proposal = new Proposal(
                    parsed.GetValue(who)!,
                    parsed.GetValue(what)!,
                    parsed.GetValue(citizens),
                    parsed.GetValue(start)!.Value,
                    parsed.GetValue(all),
                    parsed.GetValue(draws),
                    parsed.GetValue(seed)
                );
                await using var stream = InputFile.Open(path);
                await using var services = await Bank.OpenAsync(stop);
                var bank = await services.GetRequiredService<ReadKnowledgeBank>().Execute(null, stop);
                CheckCell(proposal, bank);
                var (lines, errors) = CostFile.Read(stream, InputFile.NameOf(path), proposal, bank);
                if (errors.Count > 0)
                    return Result.Refuse(errors);

                var result = CalculateCosts.For(proposal, lines, bank);
                Result.Write(parsed.GetValue(format), CostJson.Of(result), [.. CostSheets.Of(result)]);
                return ExitCodes.Ok;
            }
        );
        return command;
    }

    private static void CheckCell(Proposal proposal, KnowledgeBank bank)
    {
        if (!bank.Taxonomy.TargetGroups.Has(proposal.Who))
            throw Unknown("--who", proposal.Who);

        if (!bank.Taxonomy.Interventions.Has(proposal.What))
            throw Unknown("--what", proposal.What);
    }

    private static InvalidInputException Unknown(string option, string code) =>
        new(
            new Text(
                $"{option}: koden {code} findes ikke i taksonomien.",
                $"{option}: the code {code} is not in the taxonomy."
            )
        );

    private static void ShowData(bool isPrices, bool isExample, Format format)
    {
        if (isExample)
        {
            Console.Out.Write(CostData.Example());
        }
        else if (isPrices)
        {
            Result.Write(
                format,
                CostData.Prices,
                new Sheet(
                    ["price", "from", "to", "kr", "unit", "name", "source"],
                    [
                        .. CostData.Prices.Select(p =>
                            (IReadOnlyList<object?>)
                                [
                                    p.Id,
                                    Iso(p.From),
                                    p.To is { } to ? Iso(to) : null,
                                    p.Oere is { } oere ? oere / 100m : "unknown",
                                    p.Unit,
                                    p.Name.ToString(),
                                    p.SourceUrl == "" ? p.Note.ToString() : p.SourceUrl,
                                ]
                        ),
                    ]
                )
            );
        }
        else
        {
            Result.Write(
                format,
                PublishedAnalysis.All,
                [
                    .. PublishedAnalysis.All.Select(a => new Sheet(
                        ["analysis", "line", "budget", "status", "euro", "kr", "source"],
                        [
                            .. a.Lines.Select(l =>
                                (IReadOnlyList<object?>)
                                    [
                                        a.Id,
                                        l.Name.ToString(),
                                        l.Budget?.Code(),
                                        l.Status.Code(),
                                        l.Euro,
                                        l.Oere / 100m,
                                        l.Source,
                                    ]
                            ),
                        ]
                    )),
                ]
            );
        }
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
