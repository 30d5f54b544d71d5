using System.CommandLine;
using System.Globalization;
using Virker.Cli.Options;
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
    private const int Most = 1000;

    private static readonly Text Drawn = new(
        "filen har allerede arme: der er trukket lod. Lod trækkes kun én gang",
        "the file already has arms: lots were drawn. They are drawn once only"
    );

    public static Command Create()
    {
        var column = new Text("KOLONNE", "COLUMN");
        var file = Typed.Argument(
            "FILE",
            new(
                "CSV med én person (eller klynge) i hver række; - er standard input",
                "CSV, one person (or cluster) a row; - is standard input"
            )
        );
        var id = Typed.Text(
            "--id",
            new(
                "Kolonne, hvor ingen må stå to gange: så ingen trækker to lodder",
                "Column in which nobody may stand twice: so that nobody draws two lots"
            ),
            column
        );
        var arms = Typed.Names("--arms", new("Armenes navne", "The names of the arms"), "control", "treated");
        var ratio = Typed.Wholes(
            "--ratio",
            new(
                "Pladser til hver arm i den korteste blok, 2,1; ellers 1 til hver",
                "Places of each arm in the shortest block, 2,1; without it 1 each"
            ),
            1,
            Most
        );
        var multiples = Typed.Wholes(
            "--multiples",
            new(
                "Hvor mange gange den korteste blok en blok kan være",
                "How many times the shortest block a block may be"
            ),
            1,
            Most,
            2,
            3
        );
        var block = Typed.Text(
            "--block",
            new(
                "Kolonne: der trækkes lod inden for hver af dens værdier",
                "Column: lots are drawn within each of its values"
            ),
            column
        );
        var seed = Typed.Seed(
            new(
                "Gør lodderne gentagelige, og forudsigelige for den, der kender det; ellers kan ingen forudse dem",
                "Makes the lots repeatable, and foreseeable for who knows it; without it nobody can foresee them"
            )
        );
        var format = FormatOption.Create();
        var command = new Command(
            "randomise",
            Language.T(
                "Trækker lod: blandede blokke af skiftende længde",
                "Draws lots: permuted blocks of varying length"
            )
        )
        {
            file,
            id,
            arms,
            ratio,
            multiples,
            block,
            seed,
            format,
        };
        command.SetAction(parsed =>
        {
            var names = parsed.GetValue(arms)!;
            var shares = parsed.GetValue(ratio)!;
            Usage.Require(
                names.Count >= 2 && (shares.Count == 0 || shares.Count == names.Count),
                "--arms skal have mindst to navne, a,b, og --ratio ét tal til hvert",
                "--arms wants two names or more, a,b, and --ratio one number for each"
            );
            string path = parsed.GetValue(file)!;
            using var stream = InputFile.Open(path);
            string? stratum = parsed.GetValue(block);
            string? key = parsed.GetValue(id);
            var data = DataFile.Read(stream, InputFile.NameOf(path), [], [stratum, key]);
            var strata = stratum is null ? [.. data.Table.Rows.Select(_ => "")] : data.Names(stratum);
            if (
                data.Table.Header.FirstOrDefault(head => head.Equals(Arm, StringComparison.OrdinalIgnoreCase)) is
                { } old
            )
            {
                return Result.Refuse([new RowError(data.Table.File, 1, old, null, Drawn)]);
            }

            if (key is not null)
                RequireOnce(data, key);
            if (data.Errors.Count > 0)
                return Result.Refuse(data.Errors);

            string[] drawn = Draw(
                strata,
                names,
                shares.Count == 0 ? [.. names.Select(_ => 1)] : [.. shares],
                [.. parsed.GetValue(multiples)!],
                parsed.GetValue(seed)
            );
            Write(parsed.GetValue(format), data.Table, drawn, parsed.GetValue(seed));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static void RequireOnce(DataFile data, string key)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (row, one) in data.Names(key).Index())
        {
            if (!seen.Add(one))
                data.Wrong(row, key, new Text("den samme må kun stå én gang", "the same may only stand once"));
        }
    }

    /// <summary>A list for every stratum; with a seed a longer stratum does not change the lots of another.</summary>
    private static string[] Draw(
        IReadOnlyList<string> strata,
        IReadOnlyList<string> names,
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
            {
                IsOwn = true,
            }
        );
    }
}
