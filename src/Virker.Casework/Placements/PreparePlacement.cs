using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;
using Virker.Rules;

namespace Virker.Casework.Placements;

/// <summary>What the form for a placement begins with.</summary>
/// <param name="Terms">Good defaults: an internship from next Monday for as long as the rules allow the group.</param>
/// <param name="HasPlan">The plan must exist before the first offer.</param>
/// <param name="Employees">Ordinary employees in full-time equivalents; null when unknown.</param>
public sealed record PlacementStart(
    PlacementTerms Terms,
    string Workplace,
    string Company,
    string PNumber,
    bool IsPublic,
    decimal? Employees,
    TargetGroup? TargetGroup,
    bool HasPlan
);

/// <summary>Prepares the form for a placement at a workplace. The caller logs the look-up.</summary>
public sealed class PreparePlacement(MunicipalityStore<CaseworkDbContext> store, RuleBook book, TimeProvider clock)
{
    private const int Weeks = 13;
    private const int InternshipMinutes = 20 * 60;
    private const int FollowUpWeeks = 2;

    /// <returns>Null when the municipality knows no such workplace.</returns>
    public async Task<PlacementStart?> Execute(Worker by, Guid citizen, Guid workplace, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        if (!await db.Workplaces.AnyAsync(w => w.Id == workplace, stop))
            return null;
        var id = Guid.CreateVersion7();
        var known = await Surroundings.Read(db, citizen, workplace, id, stop);
        var from = clock.Today().Monday().AddDays(7);
        string? group = known.TargetGroup(from);
        var terms = new PlacementTerms
        {
            Id = id,
            WorkplaceId = workplace,
            From = from,
            Weeks = Weeks,
            WeeklyMinutes = InternshipMinutes,
            MentorName = known.Workplace.ContactPerson,
            FollowUpWeeks = FollowUpWeeks,
        };
        if (group is not null && book.TargetGroups.Find(group) is not null)
        {
            var facts = known.Complete(terms.Facts(group), book);
            if (CheckPlacement.LatestEnd(book, facts) is { } latest)
                terms = terms with { Weeks = Math.Clamp((latest.DayNumber - from.DayNumber + 1) / 7, 1, Weeks) };
        }

        return new PlacementStart(
            terms,
            known.Workplace.Name,
            known.Workplace.Company,
            known.Workplace.PNumber,
            known.Workplace.IsPublic,
            known.Workplace.Employees / 100m,
            group is null ? null : book.TargetGroups.Find(group),
            known.HasPlan
        );
    }
}
