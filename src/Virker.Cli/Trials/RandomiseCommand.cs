using System.CommandLine;
using System.Globalization;
using Virker.Cli.Output;
using Virker.Platform;
using Virker.Platform.Import;
using Virker.Statistics.Randomness;
using Virker.Statistics.Trials;

namespace Virker.Cli.Trials;

/// <summary><c>virker trial randomise FILE</c>: draws lots in permuted blocks and gives the file back with the arm.</summary>
internal static class RandomiseCommand
{
    private const string Arm = "arm";
    private const string UsualArms = "control,treated";

    private static readonly Text Drawn = new(
        "filen har allerede arme: der er trukket lod. Lod trækkes kun én gang",
        "the file already has arms: lots were drawn. They are drawn once only"
    );

    public static Command Create()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "CSV, one person (or cluster) a row; - is standard input",
        };
        var arms = ListOption.Create("--arms", "The names of the arms", UsualArms);
        var ratio = ListOption.OfNumbers(
            "--ratio",
            "Places of each arm in the shortest block, 2,1; without it 1 each",
            1
        );
        var multiples = ListOption.OfNumbers(
            "--multiples",
            "How many times the shortest block a block may be",
            1,
            "2,3"
        );
        var block = new Option<string?>("--block") { Description = "Column: lots are drawn within each of its values" };
        var seed = new Option<ulong?>("--seed")
        {
            Description =
                "Makes the lots repeatable, and foreseeable for who knows it; without it nobody can foresee them",
        };
        var format = FormatOption.Create();
        var command = new Command("randomise", "Draws lots: permuted blocks of varying length")
        {
            file,
            arms,
            ratio,
            multiples,
            block,
            seed,
            format,
        };
        command.Validators.Add(result =>
        {
            // Defaults are not there yet.
            int count = ListOption.Names(result.GetValue(arms) ?? UsualArms).Length;
            double[] shares = ListOption.Numbers(result.GetValue(ratio));
            if (count < 2 || shares.Length != 0 && shares.Length != count)
                result.AddError("--arms wants two names or more, a,b, and --ratio one number for each.");

            if (
                shares
                    .Concat(ListOption.Numbers(result.GetValue(multiples)))
                    .Any(number => number != Math.Floor(number) || number > 1000)
            )
            {
                result.AddError("--ratio and --multiples want whole numbers from 1 to 1000.");
            }
        });
        command.SetAction(parsed =>
        {
            string path = parsed.GetValue(file)!;
            using var stream = InputFile.Open(path);
            string? stratum = parsed.GetValue(block);
            var data = DataFile.Read(stream, InputFile.NameOf(path), [], [stratum]);
            var strata = stratum is null ? [.. data.Table.Rows.Select(_ => "")] : data.Names(stratum);
            if (data.Table.Header.Contains(Arm, StringComparer.OrdinalIgnoreCase))
                return Result.Refuse([new RowError(data.Table.File, 1, Arm, null, Drawn)]);

            if (data.Errors.Count > 0)
                return Result.Refuse(data.Errors);

            string[] names = ListOption.Names(parsed.GetValue(arms));
            double[] shares = ListOption.Numbers(parsed.GetValue(ratio));
            string[] drawn = Draw(
                strata,
                names,
                shares.Length == 0 ? [.. names.Select(_ => 1)] : [.. shares.Select(share => (int)share)],
                [.. ListOption.Numbers(parsed.GetValue(multiples)).Select(multiple => (int)multiple)],
                parsed.GetValue(seed)
            );
            Write(parsed.GetValue(format), data.Table, drawn, parsed.GetValue(seed));
            return ExitCodes.Ok;
        });
        return command;
    }

    /// <summary>A list for every stratum; with a seed a longer stratum does not change the lots of another.</summary>
    private static string[] Draw(
        IReadOnlyList<string> strata,
        string[] names,
        int[] shares,
        int[] multiples,
        ulong? seed
    )
    {
        RandomSource seeds = seed is { } given ? new SeededSource(given) : new SecureSource();
        string[] drawn = new string[strata.Count];
        foreach (
            var rows in Enumerable
                .Range(0, strata.Count)
                .GroupBy(row => strata[row], StringComparer.Ordinal)
                .OrderBy(rows => rows.Key, StringComparer.Ordinal)
        )
        {
            RandomSource source = seed is null ? seeds : new SeededSource(seeds.Next());
            var list = PermutedBlocks.List(shares, multiples, rows.Count(), source);
            foreach (var (place, row) in rows.Index())
                drawn[row] = names[list[place]];
        }

        return drawn;
    }

    private static void Write(Format format, FileTable table, string[] drawn, ulong? seed)
    {
        var people = table.Rows.Select(
            (row, i) =>
                table.Header.Zip(row.Cells).Append((Arm, drawn[i])).ToDictionary(cell => cell.Item1, cell => cell.Item2)
        );
        Result.Write(
            format,
            new
            {
                seed = seed?.ToString(CultureInfo.InvariantCulture),
                arms = drawn.CountBy(arm => arm).OrderBy(arm => arm.Key, StringComparer.Ordinal).ToDictionary(),
                people,
            },
            new Sheet(
                [.. table.Header, Arm],
                [.. table.Rows.Select((row, i) => (IReadOnlyList<object?>)[.. row.Cells, drawn[i]])]
            )
        );
    }
}
