using Virker.Dkfds;
using Virker.Rules;
using Virker.Web.Site;

namespace Virker.Web.Pages.Citizens;

/// <summary>What the forms about a citizen choose among.</summary>
internal static class Options
{
    /// <summary>The groups a citizen can enter on a day, with their code.</summary>
    public static IEnumerable<DkOption> TargetGroups(RuleBook book, DateOnly on) =>
        book.TargetGroups.OpenToNew(on).Select(g => new DkOption(g.Code, $"{g.Code} {g.Name}"));

    /// <summary>Those who can be a primary contact: they work with citizens, and work here now.</summary>
    public static IEnumerable<DkOption> Contacts(WorkerNames names) =>
        names
            .Members.Where(m => m.CanBeContact)
            .Select(m => new DkOption(m.Id.ToString(), m.Team is null ? m.Name : $"{m.Name}, {m.Team}"));
}
