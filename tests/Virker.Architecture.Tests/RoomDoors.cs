using System.Reflection;
using ArchUnitNET.Domain.Extensions;
using ArchUnitNET.Loader;
using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Evidence.Storage;
using Virker.Platform.Storage;

namespace Virker.Architecture.Tests;

/// <summary>
/// A room's tables are its own: no other room and no other floor touches its <see cref="DbContext"/> or what stands beside
/// it in <c>Storage</c>; they call the room's use cases. Who has no tables does not know of EF at all. The exceptions are
/// the migrations, which write the tables' history, and the composition root, which says which database the rooms use.
/// </summary>
internal static class RoomDoors
{
    private const string CompositionRoot = "Virker.Web.Site.VirkerSite";

    /// <summary>What <paramref name="outside"/> uses of others' tables.</summary>
    public static IReadOnlyList<string> Breaches(Assembly outside, IEnumerable<Assembly> house)
    {
        var others = house.Where(room => room != outside).SelectMany(Contexts).ToList();
        string[] closed =
        [
            .. others.Select(context => context.FullName!),
            // Platform's Storage is what the rooms are built with; the others' is theirs alone.
            .. others
                .Where(context => context.Assembly != typeof(PlatformDbContext).Assembly)
                .Select(context => context.Namespace! + "."),
        ];
        bool mayUseEf = Contexts(outside).Any();
        return
        [
            .. new ArchLoader()
                .LoadAssemblies(outside)
                .Build()
                .Types.Where(type => !type.FullName.StartsWith(CompositionRoot, StringComparison.Ordinal))
                .SelectMany(type => type.GetTypeDependencies().Select(used => (Type: type, Used: used.FullName)))
                .Where(use => IsClosed(use.Used))
                .Select(use => $"{use.Type.FullName} reaches into a room's tables: {use.Used}")
                .Distinct(),
        ];

        bool IsClosed(string used) =>
            closed.Any(door => door.EndsWith('.') ? used.StartsWith(door, StringComparison.Ordinal) : used == door)
            || (!mayUseEf && used.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));
    }

    private static IEnumerable<System.Type> Contexts(Assembly assembly) =>
        assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(DbContext)));
}

/// <summary>What the test of the test must find, each by itself.</summary>
internal sealed class PlantedBreach(EvidenceDbContext context)
{
    public int Studies() => context.GetHashCode();
}

internal sealed class PlantedStore(MunicipalityStore<CaseworkDbContext> store)
{
    public int Citizens() => store.GetHashCode();
}

internal sealed class PlantedRecords
{
    public static int Log(RecordsDbContext records) => records.GetHashCode();
}

internal sealed class PlantedQuery
{
    public static int Rows(IQueryable<string> rows) => rows.AsNoTracking().Count();
}
