using System.Reflection;
using Virker.Tests;

namespace Virker.Architecture.Tests;

public sealed class Folder_tests
{
    [Theory]
    [MemberData(nameof(House_tests.Assemblies), MemberType = typeof(House_tests))]
    public void Folders_form_no_circle(string assembly)
    {
        var uses = Of(assembly).Uses();
        var circles = Folders.Circles([.. uses.Select(u => (u.From, u.To))]);
        Assert.True(
            circles.Count == 0,
            string.Join(
                "\n",
                circles.SelectMany(c =>
                    uses.Where(u => c.Contains(u.From) && c.Contains(u.To))
                        .Select(u => $"{u.From} → {u.To}: {string.Join(", ", u.By)}")
                )
            )
        );
    }

    [Fact]
    public void A_folder_of_casework_only_uses_folders_below()
    {
        Assert.Empty(CaseworkFloors.Breaches(Of("Virker.Casework").Uses()));
    }

    [Theory]
    [InlineData("Tasks", "Placements")]
    [InlineData("Placements", "Ips")]
    [InlineData("Citizens", "Overviews")]
    [InlineData("Newcomer", "Tasks")]
    [InlineData("Day", "Newcomer")]
    public void A_planted_use_upwards_is_found(string from, string to)
    {
        Assert.Single(CaseworkFloors.Breaches([new(from, to, [])]));
    }

    [Fact]
    public void A_planted_circle_is_found()
    {
        var circles = Folders.Circles([("A", "B"), ("B", "C"), ("C", "A"), ("C", "D"), ("E", "A")]);

        Assert.Equal(
            [
                ["A", "B", "C"],
            ],
            circles
        );
    }

    /// <summary>The room of tests itself is a project with two folders that use each other.</summary>
    [Fact]
    public void A_planted_circle_of_types_is_found()
    {
        var planted = new Folders(
            Path.Combine(Repository.Root, "tests", "Virker.Architecture.Tests"),
            typeof(Planted.One.First).Assembly
        ).Uses();

        Assert.Contains(["Planted/One", "Planted/Two"], Folders.Circles([.. planted.Select(u => (u.From, u.To))]));
    }

    /// <summary>Rules and the design system offer one namespace each; migrations are written by a tool; a team's pages cannot be called like a team.</summary>
    [Theory]
    [MemberData(nameof(House_tests.Assemblies), MemberType = typeof(House_tests))]
    public void A_namespace_is_its_folder(string assembly)
    {
        if (
            assembly is "Virker.Rules" or "Virker.Dkfds"
            || assembly.StartsWith("Virker.Migrations.", StringComparison.Ordinal)
        )
        {
            return;
        }
        string root = assembly == "virker-cli" ? "Virker.Cli" : assembly;
        var others = Of(assembly)
            .Spaces.Where(s => s.Key != string.Join('.', [root, .. s.Value.Split('/').Where(f => f != ".")]))
            .Select(s => $"{s.Key} in {s.Value}");

        Assert.Equal(assembly == "Virker.Web" ? ["Virker.Web.Pages.Teams in Pages/Team"] : [], others);
    }

    private static Folders Of(string assembly) =>
        new(
            Path.Combine(Repository.Root, "src", assembly == "virker-cli" ? "Virker.Cli" : assembly),
            Assembly.Load(assembly)
        );
}
