using System.CommandLine;

namespace Virker.Cli.Tests;

/// <summary>Wrong values for every option of every command; a new command or option is in it by itself.</summary>
[Collection("console")]
public sealed class Typed_tests
{
    private static readonly string[] NoNumbers =
    [
        "abc",
        "",
        " ",
        "0,3",
        "1,154",
        "1.154,5",
        "1 154",
        "NaN",
        "Infinity",
        "-Infinity",
        "1e400",
        "0x10",
        "1_000",
        "1;2",
        "'1'",
    ];

    public static TheoryData<string, string> Options =>
        [
            .. from command in Leaves(InProcess.Root(), "")
            from option in command.Command.Options
            where option.ValueType != typeof(bool)
            select new TheoryDataRow<string, string>(command.Path, option.Name),
        ];

    [Theory]
    [MemberData(nameof(Options))]
    public async Task A_wrong_value_is_one_line_that_names_the_option_and_exit_code_2(string path, string name)
    {
        var option = Leaves(InProcess.Root(), "")
            .Single(c => c.Path == path)
            .Command.Options.Single(o => o.Name == name);
        foreach (string value in WrongFor(option))
        {
            var answered = await InProcess.Run([.. path.Split(' '), name, value, "--lang", "da"]);

            Assert.True(answered.ExitCode == 2, $"{name} \"{value}\" gives {answered.ExitCode}");
            Assert.Equal("", answered.Output);
            string line = Assert.Single(answered.Errors.TrimEnd('\n').Split('\n'));
            Assert.StartsWith($"{name}: ventet ", line, StringComparison.Ordinal);
            Assert.EndsWith($"Se: virker {path} --help", line, StringComparison.Ordinal);
            Assert.DoesNotContain("System.", line, StringComparison.Ordinal);
            Assert.DoesNotContain("Virker.", line, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Options))]
    public async Task An_option_without_a_value_or_twice_is_exit_code_2(string path, string name)
    {
        var without = await InProcess.Run([.. path.Split(' '), name]);

        Assert.Equal((2, ""), (without.ExitCode, without.Output));
        Assert.Single(without.Errors.TrimEnd('\n').Split('\n'));
        Assert.Contains(name, without.Errors, StringComparison.Ordinal);
    }

    public static TheoryData<string> Commands => [.. Leaves(InProcess.Root(), "").Select(c => c.Path)];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_path_that_leads_nowhere_or_to_a_folder_is_one_line_and_no_result(string path)
    {
        var command = Leaves(InProcess.Root(), "").Single(c => c.Path == path).Command;
        string folder = Directory.CreateTempSubdirectory("virker-folder-").FullName;
        File.WriteAllText(Path.Combine(folder, "noget.txt"), "x");
        string[] needed =
        [
            .. command
                .Options.Where(o => o.Required)
                .SelectMany(o => new[] { o.Name, o.ValueType == typeof(string) ? "x" : "caseworker" }),
        ];
        if (command.Arguments is not [{ Name: "FILE" or "FOLDER" }])
            return;
        foreach (string place in new[] { Path.Combine(folder, "nowhere", "x.csv"), folder, "" })
        {
            if (path == "backup" && place != folder)
                continue;
            var answered = await InProcess.Run([.. path.Split(' '), place, .. needed, "--lang", "en"]);

            Assert.True(answered.ExitCode is 1 or 2, $"\"{place}\" gives {answered.ExitCode}");
            Assert.Equal("", answered.Output);
            Assert.DoesNotContain("fault in the program", answered.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", answered.Errors, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Help_is_in_the_one_language_asked_for_and_fits_100_columns(string path)
    {
        var danish = await InProcess.Run([.. path.Split(' '), "--help", "--lang", "da"]);
        var english = await InProcess.Run([.. path.Split(' '), "--help", "--lang", "en"]);

        Assert.Equal((0, 0), (danish.ExitCode, english.ExitCode));
        Assert.NotEqual(danish.Output, english.Output);
        Assert.DoesNotContain(english.Output, "æøåÆØÅ".Contains);
        Assert.All((danish.Output + english.Output).Split('\n'), line => Assert.InRange(line.Length, 0, 100));
        Assert.Contains("Options:", english.Output, StringComparison.Ordinal);
        Assert.Contains("Valg:", danish.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("virker municipality add --help", "municipality", "add")]
    [InlineData("virker trial power --help", "trial", "power", "--nothing")]
    [InlineData("virker --help", "nothing")]
    [InlineData("virker --help")]
    public async Task The_hint_is_the_command_as_it_is_typed(string hint, params string[] arguments)
    {
        var answered = await InProcess.Run(arguments);

        Assert.Equal(2, answered.ExitCode);
        Assert.EndsWith(hint, answered.Errors.TrimEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pool", "a.csv", "--moderators", "x", "--subgroup", "g")]
    [InlineData("pool", "a.csv", "--moderators", "x", "--transform", "exp")]
    [InlineData("pool", "a.csv", "--moderators", "x", "--figure", "f.svg")]
    [InlineData("pool", "a.csv", "--moderators", "intercept")]
    [InlineData("pool", "a.csv", "--transform", "exp", "--measure", "RD")]
    [InlineData("pool", "a.csv", "--transform", "exp", "--measure", "MD")]
    [InlineData("pool", "a.csv", "--transform", "exp", "--measure", "SMD")]
    [InlineData("pool", "a.csv", "--level", "0")]
    [InlineData("pool", "a.csv", "--level", "100")]
    [InlineData("pool", "a.csv", "--figure", "f.png")]
    [InlineData("pool", "a.csv", "--figure", "/nowhere/at/all/f.svg")]
    [InlineData("pool", "a.csv", "--measure", "RR,OR")]
    [InlineData("survival", "a.csv", "--time", "t", "--event", "e", "--strata", "s")]
    [InlineData("survival", "a.csv", "--time", "t", "--event", "e", "--cluster", "c", "--group", "g")]
    [InlineData("trial", "power", "--control", "0.1", "--treated", "0.2", "--icc", "0.1")]
    [InlineData("trial", "power", "--control", "0.1", "--treated", "0.2", "--cluster-variation", "0.1")]
    [InlineData("trial", "power", "--control", "0.1", "--treated", "0.2", "--difference", "3")]
    [InlineData("trial", "power", "--control", "0.1", "--treated", "0.2", "--people", "100", "--power", "0.9")]
    [InlineData("trial", "power", "--hazard-ratio", "1.3", "--event-share", "0.3", "--explained", "0.1")]
    [InlineData("trial", "power", "--difference", "1", "--sd", "1", "--people", "4.900")]
    [InlineData("trial", "randomise", "a.csv", "--arms", "a,a")]
    [InlineData(
        "trial",
        "analyse",
        "a.csv",
        "--outcome",
        "y",
        "--arm",
        "a",
        "--control",
        "c",
        "--cluster",
        "k",
        "--seed",
        "2"
    )]
    [InlineData("cost", "--prices", "--citizens", "10")]
    [InlineData("cost", "--example", "--format", "json")]
    [InlineData("verify", "--expect", "1:ab")]
    public async Task What_would_do_nothing_or_something_else_is_refused(params string[] arguments)
    {
        var answered = await InProcess.Run(arguments);

        Assert.Equal((2, ""), (answered.ExitCode, answered.Output));
        Assert.Single(answered.Errors.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void Names_keep_a_comma_in_quotation_marks()
    {
        Assert.Equal(["a,b", "c", "d\"e"], Virker.Cli.Options.Words.Names("\"a,b\", c,\"d\"\"e\""));
    }

    [Theory]
    [InlineData("95", 0.95)]
    [InlineData("0.95", 0.95)]
    [InlineData("99.9", 0.999)]
    [InlineData("1", 0.01)]
    public void A_level_is_percent_or_a_share(string typed, double level)
    {
        Assert.Equal(level, Virker.Cli.Options.Words.Level(typed), 12);
    }

    private static string[] WrongFor(Option option)
    {
        var type = Nullable.GetUnderlyingType(option.ValueType) ?? option.ValueType;
        string hint = option.HelpName ?? "";
        return type == typeof(double) ? NoNumbers
            : type == typeof(int) || type == typeof(ulong)
                ? [.. NoNumbers, "1.5", "1e3", "1.000", "-1", "99999999999999999999999999"]
            : type.IsEnum ? ["", "0", "9", "-1", $"{hint.Replace('|', ',')}", "noget"]
            : type == typeof(DateOnly)
                ?
                [
                    "",
                    "31-12-2026",
                    "12-31-2026",
                    "31.12.2026",
                    "2026-13-01",
                    "2026-02-30",
                    "20261231",
                    "2026-1-1",
                    "1",
                ]
            : type == typeof(IReadOnlyList<string>) ? ["", ",", "a,,b", "a,a", "\"a", " "]
            : type == typeof(IReadOnlyList<double>) ? ["", ",", "1,,2", "a", "1,NaN", "1,1e400", "1;2"]
            : type == typeof(IReadOnlyList<int>) ? ["", ",", "1,,2", "a", "1,1.5", "0", "1,99999999999"]
            : hint.Contains('|', StringComparison.Ordinal) || hint == "-" ? ["", "0", "noget", hint + ",a"]
            : type == typeof(string) ? ["", " ", "\t", "a\u0007b"]
            : ["", "0", "noget", "a,b"];
    }

    private static IEnumerable<(string Path, Command Command)> Leaves(Command command, string path) =>
        command.Subcommands.Count == 0
            ? [(path, command)]
            : command.Subcommands.SelectMany(one => Leaves(one, $"{path} {one.Name}".TrimStart()));
}
