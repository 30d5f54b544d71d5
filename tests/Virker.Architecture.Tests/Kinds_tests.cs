using System.Text.RegularExpressions;
using Virker.Tests;

namespace Virker.Architecture.Tests;

/// <summary>A closed list is closed: who adds a kind is told every place by the compiler.</summary>
public sealed partial class Kinds_tests
{
    private static KindSwitches House => KindSwitches.OfTheHouse.Value;

    [Fact]
    public void A_new_member_of_any_enum_is_named_by_the_compiler_wherever_the_enum_decides()
    {
        var silent = House.All.Where(s => !s.IsNamed).Select(s => $"{s.File}:{s.Line} {s.Kind}");

        Assert.Empty(silent);
        Assert.True(House.All.Count > 90, $"Only {House.All.Count} switches were found: the house was not read.");
    }

    [Theory]
    [InlineData("PlacementKind", "Virker.Casework/Placements/PlacementKinds.cs")]
    [InlineData("PlanItemKind", "Virker.Casework/Plans/PlanItemKinds.cs")]
    [InlineData("ConversationKind", "Virker.Casework/Conversations/ConversationKinds.cs")]
    [InlineData("OfferKind", "Virker.Rules/Book/OfferKinds.cs")]
    [InlineData("RuleCheck", "Virker.Rules/Book/RuleShape.cs")]
    [InlineData("RuleUnit", "Virker.Rules/Placements/Say.cs")]
    [InlineData("BaselineKind", "Virker.Effects/Trials/BaselineKinds.cs")]
    [InlineData("OutcomeKind", "Virker.Effects/Trials/OutcomeKinds.cs", "Virker.Effects/Trials/TrialAnalysis.cs")]
    [InlineData(
        "PracticeQuestion",
        "Virker.Effects/Practice/PracticeQuestions.cs",
        "Virker.Web/Pages/Effects/QuestionWords.cs"
    )]
    [InlineData(
        "JobEffectConclusion",
        "Virker.Casework/Options/RankOptions.cs",
        "Virker.Evidence/JobEffects/JobEffectConclusions.cs",
        "Virker.Web/Figures/MapFigure.cs"
    )]
    public void A_kind_stands_in_one_table_and_where_it_is_reckoned_with(string kind, params string[] files)
    {
        Assert.Equal(files, House.All.Where(s => s.Kind == kind).Select(s => s.File).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("PlacementKind")]
    [InlineData("PlanItemKind")]
    [InlineData("OutcomeKind")]
    [InlineData("PracticeQuestion")]
    public void What_a_kind_with_a_table_is_is_asked_of_the_table(string kind)
    {
        // The made-up municipality chooses kinds; it does not ask what they are.
        string[] elsewhere =
        [
            .. House.ComparisonsWith(kind).Where(at => !at.StartsWith("Virker.Demo/", StringComparison.Ordinal)),
        ];
        Assert.Empty(elsewhere);
    }

    [Fact]
    public void No_view_chooses_by_a_kind()
    {
        var kinds = House.All.Select(s => s.Kind).ToHashSet(StringComparer.Ordinal);
        var views = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cshtml", SearchOption.AllDirectories)
            .Where(file => Chosen(File.ReadAllText(file)).Any(kinds.Contains));

        Assert.Empty(views.Select(file => Path.GetRelativePath(Repository.Root, file)));
        Assert.Equal(["Room", "CueKind"], Chosen(PlantedView));
    }

    [Fact]
    public void Planted_silent_switches_are_found()
    {
        var planted = new KindSwitches([("planted.cs", Planted)]);

        Assert.Equal([true, false, false, true, false, true], planted.All.OrderBy(s => s.Line).Select(s => s.IsNamed));
        Assert.Equal(["planted.cs:15", "planted.cs:16"], planted.ComparisonsWith("Fruit"));
    }

    /// <summary>The kinds whose members stand in the arms of a view's switches.</summary>
    private static IEnumerable<string> Chosen(string view) =>
        Arm()
            .Matches(view)
            .Select(m => m.Groups["kind"].Value)
            .Where(_ => view.Contains("switch", StringComparison.Ordinal));

    [GeneratedRegex(@"(?:case\s+|[{,]\s*)(?<kind>\w+)\.\w+\s*(?:=>|:)", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Arm();

    private const string PlantedView = """
        @switch (place.Capacity.Room)
        {
            case Room.Free:
                @T("Plads", "Room")
                break;
        }
        <h3>@(kind.Key switch { CueKind.Caution => T("Pas på", "Beware"), _ => "" })</h3>
        """;

    private const string Planted = """
        enum Fruit { Apple, Pear }
        static class Planted
        {
            static int Whole(Fruit f) => f switch { Fruit.Apple => 1, Fruit.Pear => 2 };
            static int Rest(Fruit f) => f switch { Fruit.Apple => 1, _ => 2 };
            static int Named(Fruit f) => f switch { Fruit.Apple => 1, var other => 2 };
            static int Nullable(Fruit? f) => f switch { Fruit.Apple => 1, Fruit.Pear => 2, null => 3 };
            static int Statement(Fruit f)
            {
                switch (f) { case Fruit.Apple: return 1; default: return 2; }
            }
            static int Pair(Fruit f, bool b) =>
                (f, b) switch { (Fruit.Apple, true) => 1, (Fruit.Apple, false) => 2, (Fruit.Pear, _) => 3 };
            static int Text(string s) => s switch { "a" => 1, _ => 2 };
            static int One(Fruit f) => f == Fruit.Apple ? 1 : 2;
            static bool Two(Fruit f) => f is Fruit.Apple or Fruit.Pear;
        }
        """;
}
