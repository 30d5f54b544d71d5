using System.Reflection;
using ArchUnitNET.Domain.Extensions;
using ArchUnitNET.Loader;
using Microsoft.EntityFrameworkCore;
using Virker.Evidence.Storage;

namespace Virker.Architecture.Tests;

/// <summary>
/// A room's tables are its own: outside it nobody touches a <see cref="DbContext"/>; they call the room's use cases.
/// The composition root is the one exception, since it says which database the rooms use.
/// </summary>
internal static class RoomDoors
{
    private const string CompositionRoot = "Virker.Web.Site.VirkerSite";

    public static IReadOnlyList<string> Breaches(IEnumerable<Assembly> outside)
    {
        var architecture = new ArchLoader().LoadAssemblies([.. outside]).Build();
        return
        [
            .. architecture
                .Types.Where(type => !type.FullName.StartsWith(CompositionRoot, StringComparison.Ordinal))
                .Where(type => type.GetTypeDependencies().Any(used => IsTable(used.FullName)))
                .Select(type => $"{type.FullName} reaches into a room's tables."),
        ];
    }

    private static bool IsTable(string fullName) =>
        fullName == typeof(EvidenceDbContext).FullName
        || fullName.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal);
}

/// <summary>What the test of the test must find.</summary>
internal sealed class PlantedBreach(EvidenceDbContext context)
{
    public int Studies() => context.GetHashCode();
}
