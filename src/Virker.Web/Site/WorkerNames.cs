using System.Runtime.CompilerServices;
using Virker.Platform.Accounts;
using Virker.Platform.Municipalities;
using static Virker.Web.Site.Words;

namespace Virker.Web.Site;

/// <summary>Who the workers of a municipality are, by id.</summary>
public sealed class WorkerNames
{
    // The directory is the same list until it is read anew; a large municipality has thousands in it.
    private static readonly ConditionalWeakTable<IReadOnlyList<StaffMember>, WorkerNames> Known = [];

    private readonly Dictionary<Guid, StaffMember> _members;

    private WorkerNames(IReadOnlyList<StaffMember> members)
    {
        Members = members;
        _members = members.ToDictionary(m => m.Id);
    }

    /// <summary>Everybody, by name.</summary>
    public IReadOnlyList<StaffMember> Members { get; }

    public static async Task<WorkerNames> Of(Staff staff, Worker worker, CancellationToken stop) =>
        Known.GetValue(await staff.Of(worker.Municipality.Id, stop), members => new WorkerNames(members));

    /// <summary>The name, a dash for nobody.</summary>
    public string this[Guid? id] =>
        id is null ? "–" : Find(id.Value)?.Name ?? T("en tidligere medarbejder", "a former colleague");

    /// <summary>The worker's team, or else the municipality.</summary>
    public string UnitOf(Guid id, Municipality municipality) => Find(id)?.Team ?? municipality.Name;

    public StaffMember? Find(Guid id) => _members.GetValueOrDefault(id);
}
