using System.Reflection;
using ArchUnitNET.Domain.Extensions;
using ArchUnitNET.Loader;

namespace Virker.Architecture.Tests;

/// <summary>
/// What a worker believes of a citizen decides nothing: only the pages made to show it to its giver, and the composition
/// of the room, know of it.
/// </summary>
internal static class BeliefDoors
{
    private const string Beliefs = "Virker.Casework.Beliefs.";

    private static readonly string[] MayKnow =
    [
        Beliefs,
        "Virker.Casework.CaseworkServices",
        // The table is mapped here.
        "Virker.Casework.Storage.CaseworkDbContext",
        "Virker.Demo.Lives.",
        // What went together in the municipality, of groups only.
        "Virker.Casework.Cohorts.Course",
        "Virker.Casework.Cohorts.ReadCourses",
        "Virker.Effects.Practice.",
        "Virker.Web.Pages.Belief.",
        "Virker.Web.Pages.Citizens.BeliefModel",
        "Virker.Web.Pages.Teams.TeamBeliefModel",
        // What Razor makes of those three.
        "AspNetCoreGeneratedDocument.Pages_Belief_",
        "AspNetCoreGeneratedDocument.Pages_Citizens_Belief",
        "AspNetCoreGeneratedDocument.Pages_Team_Belief",
    ];

    public static IReadOnlyList<string> Breaches(params IEnumerable<Assembly> assemblies)
    {
        var architecture = new ArchLoader().LoadAssemblies([.. assemblies]).Build();
        return
        [
            .. architecture
                .Types.Where(type => !MayKnow.Any(known => type.FullName.StartsWith(known, StringComparison.Ordinal)))
                .Where(type =>
                    type.GetTypeDependencies().Any(used => used.FullName.StartsWith(Beliefs, StringComparison.Ordinal))
                )
                .Select(type => $"{type.FullName} knows what a worker believes."),
        ];
    }
}

/// <summary>What the test of the test must find.</summary>
internal sealed class PlantedBelief(Casework.Beliefs.ReadBeliefs beliefs)
{
    public int Rank() => beliefs.GetHashCode();
}
