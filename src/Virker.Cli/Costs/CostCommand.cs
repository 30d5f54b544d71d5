using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Virker.Cli.Installations;
using Virker.Cli.Options;
using Virker.Cli.Output;
using Virker.Effects.Costs;
using Virker.Evidence.Knowledge;
using Virker.Platform;

namespace Virker.Cli.Costs;

/// <summary><c>virker cost FILE</c>: who pays and who saves, by budget and year.</summary>
internal static class CostCommand
{
    private const int Most = 1_000_000;

    public static Command Create()
    {
        const string Columns =
            "line, kind (mechanical, measured, behaviour), year, payer (municipality, region, state, refund, society, unknown), units; "
            + "{0} price, kr, source, weeks_before, finding, effect, effect_low, effect_high, return_flow (percent, duties), "
            + "spread (fixed, uniform, triangular, normal), kr_low, kr_high";
        var file = Typed.MaybeArgument(
            "FILE",
            new(
                "CSV; - er standard input. Kolonner: "
                    + string.Format(CultureInfo.InvariantCulture, Columns, "og efter behov"),
                "CSV; - is standard input. Columns: "
                    + string.Format(CultureInfo.InvariantCulture, Columns, "and as needed")
            )
        );
        var prices = Typed.Flag(
            "--prices",
            new("Enhedspriserne i stedet: daterede, med kilde", "The unit prices instead: dated, with source")
        );
        var published = Typed.Flag(
            "--published",
            new(
                "De offentliggjorte beregninger af IPS i stedet",
                "The published calculations of IPS instead, line by line"
            )
        );
        var example = Typed.Flag(
            "--example",
            new(
                "En fil til at ændre og regne på i stedet: IPS (--who X.SMI --what X.IPS --start 2024-01-01)",
                "A file to change and calculate instead: IPS (--who X.SMI --what X.IPS --start 2024-01-01)"
            )
        );
        var who = Typed.Text("--who", new("Målgruppens kode", "Code of the target group"), new("KODE", "CODE"));
        var what = Typed.Text("--what", new("Indsatsens kode", "Code of the intervention"), new("KODE", "CODE"));
        var citizens = Typed.Whole("--citizens", new("Hvor mange borgere", "How many citizens"), 1, Most, 100);
        var start = Typed.Day(
            "--start",
            new(
                "Hvornår år 1 begynder; priser og refusion er den dags",
                "When year 1 begins; prices and refund are those of this day"
            )
        );
        var all = Typed.Flag(
            "--all-evidence",
            new("Regn også på viden, der ikke må indgå", "Also count on evidence that is not admissible")
        );
        var draws = Typed.Whole("--draws", new("Simulerede lodtrækninger", "Simulated draws"), 1, Most, 10_000);
        var seed = Typed.Seed(new("Samme frø trækker det samme", "The same seed draws the same"), 1);
        var format = FormatOption.Create();
        var command = new Command(
            "cost",
            Language.T(
                "Omkostninger og virkning: hvad det koster, og hvem der sparer",
                "Costs and impact: what it costs, and who saves what"
            )
        )
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
        command.SetAction(
            async (parsed, stop) =>
            {
                string? path = parsed.GetValue(file);
                int asked =
                    (path is null ? 0 : 1) + new[] { prices, published, example }.Count(flag => parsed.GetValue(flag));
                Usage.Require(
                    asked == 1
                        && (
                            path is null
                            || parsed.GetValue(who) is not null
                                && parsed.GetValue(what) is not null
                                && parsed.GetValue(start) is not null
                        ),
                    "giv FILE med --who, --what og --start; eller én af --prices, --published, --example",
                    "give FILE with --who, --what and --start; or one of --prices, --published, --example"
                );
                parsed.Needs(path is not null, new("FILE", "FILE"), who, what, citizens, start, all, draws, seed);
                parsed.Excludes(example, format);
                if (path is null)
                {
                    CostData(parsed.GetValue(prices), parsed.GetValue(example), parsed.GetValue(format));
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
                await using var services = await Here.ReadBankAsync(stop);
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

    private static void CostData(bool isPrices, bool isExample, Format format)
    {
        if (isExample)
            Console.Out.Write(Effects.Costs.CostData.Example());
        else if (isPrices)
            Result.Write(format, Effects.Costs.CostData.Prices, Prices());
        else
            Result.Write(format, PublishedAnalysis.All, Published());
    }

    private static Sheet Prices() =>
        new(
            ["price", "from", "to", "kr", "unit", "name", "source"],
            [
                .. Effects.Costs.CostData.Prices.Select(p =>
                    (IReadOnlyList<object?>)
                        [
                            p.Id,
                            p.From,
                            p.To,
                            p.Oere is { } oere ? oere / 100m : "unknown",
                            p.Unit,
                            p.Name.ToString(),
                            p.SourceUrl == "" ? p.Note.ToString() : p.SourceUrl,
                        ]
                ),
            ]
        );

    private static Sheet Published() =>
        new(
            ["analysis", "line", "budget", "status", "euro", "kr", "source"],
            [
                .. PublishedAnalysis.All.SelectMany(a =>
                    a.Lines.Select(l =>
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
                    )
                ),
            ]
        );
}
