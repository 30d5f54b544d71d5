using System.Text.RegularExpressions;
using Virker.Tests;

namespace Virker.Architecture.Tests;

/// <summary>One reader for every file: who reads one is listed with what holds it, and nobody knows commas and points for
/// himself.</summary>
public sealed partial class Readers_of_files_tests
{
    /// <summary>The files people give us, and the test that reads each in every way it may be saved.</summary>
    private static readonly Dictionary<string, string> Imports = new(StringComparer.Ordinal)
    {
        ["ImportEmployers.cs"] = "Virker.Casework.Tests/Every_import_tests.cs",
        ["HoursFile.cs"] = "Virker.Casework.Tests/Every_import_tests.cs",
        ["ImportBatch.cs"] = "Virker.Evidence.Tests/Import/Every_import_tests.cs",
        ["JobEffectFile.cs"] = "Virker.Evidence.Tests/Import/Every_import_tests.cs",
        ["CostFile.cs"] = "Virker.Cli.Tests/Saved_files_tests.cs",
        ["DataFile.cs"] = "Virker.Cli.Tests/Saved_files_tests.cs",
    };

    /// <summary>Files of ours, which a wrong row of stops the program.</summary>
    private static readonly string[] Shipped =
    [
        "ShippedRows.cs",
        "Offer.cs",
        "AssessmentCodes.cs",
        "HoursDefinition.cs",
        "RuleFiles.cs",
        "CostData.cs",
        "CostForm.cs",
    ];

    [Fact]
    public void Whoever_reads_a_file_is_tested_with_every_way_it_may_be_saved()
    {
        var readers = Sources().Where(s => Reader().IsMatch(s.Text)).Select(s => s.Name).ToList();

        Assert.Equal(Imports.Keys.Concat(Shipped).Order(), readers.Distinct().Order());
        Assert.All(
            Imports.Values,
            test => Assert.True(File.Exists(Path.Combine(Repository.Root, "tests", test)), test)
        );
    }

    [Fact]
    public void Nobody_turns_a_comma_into_a_point_for_himself() =>
        Assert.Empty(Sources().Where(s => OwnComma().IsMatch(s.Text)).Select(s => s.Name));

    [Fact]
    public void A_reader_nobody_listed_and_a_comma_of_ones_own_are_seen()
    {
        Assert.Matches(Reader(), "var t = FileTable.Read(stream, name);");
        Assert.Matches(Reader(), "FileRows.Open(stream, name)");
        Assert.Matches(OwnComma(), "text.Replace(',', '.')");
        Assert.Matches(OwnComma(), "text.Replace(\",\", \".\")");
    }

    private static IEnumerable<(string Name, string Text)> Sources() =>
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))
            .Where(file => !file.Contains(Path.Combine("Virker.Platform", "Import")))
            .Select(file => (Path.GetFileName(file), File.ReadAllText(file)));

    [GeneratedRegex(@"FileTable\s*\.Read\(|FileRows\s*\.Open\(", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Reader();

    [GeneratedRegex(@"Replace\(['""][,.]['""],\s*['""][,.]['""]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OwnComma();
}
