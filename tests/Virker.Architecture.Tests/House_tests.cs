using System.Reflection;
using System.Xml.Linq;
using Virker.Tests;

namespace Virker.Architecture.Tests;

public sealed class House_tests
{
    public static TheoryData<string> Assemblies =>
        new(
            Directory
                .EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
                .Select(path =>
                    (string?)XDocument.Load(path).Descendants("AssemblyName").FirstOrDefault()
                    ?? Path.GetFileNameWithoutExtension(path)
                )
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Every_assembly_only_uses_assemblies_on_floors_below(string assembly)
    {
        var uses = Floors.UsesOf(Assembly.Load(assembly));

        Assert.Empty(Floors.Breaches(uses));
    }

    [Theory]
    [InlineData("Virker.Statistics", "Virker.Platform")]
    [InlineData("Virker.Evidence", "Virker.Web")]
    [InlineData("Virker.Figures", "Virker.Statistics")]
    [InlineData("Virker.Platform", "Virker.Rules")]
    [InlineData("Virker.Evidence", "Virker.Newcomer")]
    public void A_planted_breach_is_found(string from, string to)
    {
        Assert.Single(Floors.Breaches([(from, to)]));
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void A_room_keeps_its_tables_to_itself(string assembly)
    {
        if (assembly.StartsWith("Virker.Migrations.", StringComparison.Ordinal))
            return;
        Assert.Empty(RoomDoors.Breaches(Assembly.Load(assembly), House));
    }

    [Theory]
    [InlineData(nameof(PlantedBreach))]
    [InlineData(nameof(PlantedStore))]
    [InlineData(nameof(PlantedRecords))]
    [InlineData(nameof(PlantedQuery))]
    public void A_planted_look_into_a_rooms_tables_is_found(string planted)
    {
        Assert.Contains(
            RoomDoors.Breaches(typeof(PlantedBreach).Assembly, House),
            breach => breach.StartsWith($"Virker.Architecture.Tests.{planted} ", StringComparison.Ordinal)
        );
    }

    private static IEnumerable<Assembly> House =>
        Assemblies.Select(row => Assembly.Load(row.Data)).Where(a => !a.GetName().Name!.Contains(".Migrations."));

    [Fact]
    public void What_a_worker_believes_enters_no_list_match_or_option()
    {
        Assert.Empty(
            BeliefDoors.Breaches(
                typeof(Casework.CaseworkServices).Assembly,
                typeof(Effects.EffectsServices).Assembly,
                typeof(Demo.CreateDemo).Assembly,
                typeof(Web.Site.VirkerSite).Assembly
            )
        );
    }

    [Fact]
    public void A_planted_use_of_a_belief_is_found()
    {
        Assert.NotEmpty(BeliefDoors.Breaches(typeof(PlantedBelief).Assembly));
    }

    [Theory]
    [InlineData("Virker.Statistics")]
    [InlineData("Virker.Figures")]
    public void The_libraries_of_numbers_and_pictures_stand_alone(string assembly)
    {
        var foreign = Assembly
            .Load(assembly)
            .GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => !name.StartsWith("System", StringComparison.Ordinal) && name != "netstandard");

        Assert.Empty(foreign);
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var listed = XDocument
            .Load(Path.Combine(Repository.Root, "Virker.slnx"))
            .Descendants("Project")
            .Select(project => (string)project.Attribute("Path")!);
        var present = new[] { "src", "tests", "bench" }
            .Select(folder => Path.Combine(Repository.Root, folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'));

        Assert.Equal(present.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }
}
