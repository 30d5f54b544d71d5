using Microsoft.EntityFrameworkCore;
using Virker.Casework.Beliefs;
using Virker.Casework.Citizens;
using Virker.Casework.PaidHours;
using Virker.Casework.Progress;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Cohorts;

/// <summary>A citizen's time with the municipality, for those who count: no name, nothing that was said.</summary>
/// <param name="Spells">Oldest first; they may follow upon each other.</param>
/// <param name="Contacts">Oldest first.</param>
/// <param name="PaidWeeks">The Mondays of weeks with at least a paid hour, by the definition in force at the end.</param>
/// <param name="Beliefs">What workers believed, oldest first.</param>
/// <param name="Levels">Where the citizens themselves said they stood, oldest first.</param>
public sealed record Course(
    Guid CitizenId,
    DateOnly BornOn,
    IReadOnlyList<CourseSpell> Spells,
    IReadOnlyList<CourseContact> Contacts,
    IReadOnlySet<DateOnly> PaidWeeks,
    IReadOnlyList<GivenBelief> Beliefs,
    IReadOnlyList<OwnLevel> Levels
);

/// <param name="To">Last day; null while it runs.</param>
/// <param name="EndKind">What the citizen left to; null where another target group took over.</param>
public sealed record CourseSpell(string TargetGroup, DateOnly From, DateOnly? To, SpellEnd? EndKind);

/// <param name="To">The last day, or the next contact's first; null while it runs.</param>
public sealed record CourseContact(Guid WorkerId, DateOnly From, DateOnly? To);

/// <summary>Reads the courses of everybody in a target group at some time, for rooms above that count.</summary>
public sealed class ReadCourses(MunicipalityStore<CaseworkDbContext> store)
{
    /// <summary>Everybody with a spell that touches the days, in the order of their keys; nine questions however many
    /// they are.</summary>
    public async Task<IReadOnlyList<Course>> Execute(Worker by, DateOnly from, DateOnly to, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var born = await db
            .Citizens.Where(c =>
                db.Spells.Any(s => s.CitizenId == c.Id && s.From <= to && (s.To == null || s.To >= from))
            )
            .Select(c => new { c.Id, c.BornOn })
            .ToDictionaryAsync(c => c.Id, c => c.BornOn, stop);
        Guid[] ids = [.. born.Keys.Order()];
        if (ids.Length == 0)
            return [];
        var hours = await HoursFacts.Of(db, ids, stop);
        var spells = (
            await db
                .Spells.Where(s => EF.Parameter(ids).Contains(s.CitizenId))
                .Select(s => new { s.CitizenId, Spell = new CourseSpell(s.TargetGroup, s.From, s.To, s.EndKind) })
                .ToListAsync(stop)
        ).ToLookup(s => s.CitizenId, s => s.Spell);
        var contacts = (
            await db
                .PrimaryContacts.Where(p => EF.Parameter(ids).Contains(p.CitizenId))
                .Select(p => new
                {
                    p.CitizenId,
                    p.Id,
                    Contact = new CourseContact(p.WorkerId, p.From, p.To),
                })
                .ToListAsync(stop)
        ).ToLookup(p => p.CitizenId);
        var beliefs = (
            await db
                .Beliefs.Where(b => EF.Parameter(ids).Contains(b.CitizenId))
                .Select(b => new
                {
                    b.CitizenId,
                    b.WorkerId,
                    b.Percent,
                    b.RecordedAt,
                })
                .ToListAsync(stop)
        ).ToLookup(b => b.CitizenId, b => new GivenBelief(b.WorkerId, DanishTime.DayOf(b.RecordedAt), b.Percent));
        var levels = await OwnLevel.Read(db, ids, from, to, stop);
        var definition = HoursDefinition.On(to);
        return
        [
            .. ids.Select(id => new Course(
                id,
                born[id],
                [.. spells[id].OrderBy(s => s.From)],
                [.. contacts[id].OrderBy(p => p.Contact.From).ThenBy(p => p.Id).Select(p => p.Contact)],
                CountedHours
                    .ByWeek(definition, hours[id])
                    .Where(w => w.Value >= definition.HourMinutes)
                    .Select(w => w.Key)
                    .ToHashSet(),
                [.. beliefs[id].OrderBy(b => b.On)],
                [.. levels[id]]
            )),
        ];
    }
}
