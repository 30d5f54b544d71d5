using Virker.Platform.Accounts;
using static Virker.Web.Site.Words;

namespace Virker.Web.Site;

/// <summary>Who the workers of a municipality are, by id, for one page.</summary>
public sealed class WorkerNames
{
    private readonly Dictionary<Guid, StaffMember> _members;

    private WorkerNames(IReadOnlyList<StaffMember> members)
    {
        Members = members;
        _members = members.ToDictionary(m => m.Id);
    }

    /// <summary>Everybody, by name.</summary>
    public IReadOnlyList<StaffMember> Members { get; }

    public static async Task<WorkerNames> Of(Staff staff, Worker worker, CancellationToken stop) =>
        new(await staff.Of(worker.Municipality.Id, stop));

    /// <summary>The name, a dash for nobody.</summary>
    public string this[Guid? id] =>
        id is null ? "–" : Find(id.Value)?.Name ?? T("en tidligere medarbejder", "a former colleague");

    public StaffMember? Find(Guid id) => _members.GetValueOrDefault(id);
}
