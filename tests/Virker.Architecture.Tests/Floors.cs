using System.Reflection;

namespace Virker.Architecture.Tests;

/// <summary>The floors of the house, top first: an assembly may only use assemblies on floors below its own.</summary>
internal static class Floors
{
    private static readonly string[][] TopFirst =
    [
        ["virker-cli"],
        ["Virker.Web"],
        ["Virker.Installation"],
        ["Virker.Migrations.Sqlite", "Virker.Migrations.Postgres"],
        ["Virker.Demo"],
        ["Virker.Effects"],
        ["Virker.Casework"],
        ["Virker.Evidence"],
        ["Virker.Rules"],
        ["Virker.Platform"],
        ["Virker.Statistics", "Virker.Figures", "Virker.Dkfds", "Virker.Allocation"],
    ];

    public static IEnumerable<string> Breaches(IEnumerable<(string From, string To)> uses)
    {
        foreach (var (from, to) in uses)
        {
            int fromFloor = FloorOf(from);
            int toFloor = FloorOf(to);
            if (fromFloor < 0)
                yield return $"{from} stands on no floor: give it one in {nameof(Floors)}.";
            else if (toFloor < 0)
                yield return $"{to} stands on no floor: give it one in {nameof(Floors)}.";
            else if (toFloor <= fromFloor)
                yield return $"{from} uses {to}, which is not below it.";
        }
    }

    public static IEnumerable<(string From, string To)> UsesOf(Assembly assembly) =>
        assembly
            .GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(IsOurs)
            .Select(name => (assembly.GetName().Name!, name));

    public static bool IsOurs(string name) =>
        name.StartsWith("Virker.", StringComparison.Ordinal) || name == "virker-cli";

    private static int FloorOf(string name) => Array.FindIndex(TopFirst, floor => floor.Contains(name));
}
