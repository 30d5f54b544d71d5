using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Casework.Tasks;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;
using Virker.Rules;

namespace Virker.Casework.Placements;

/// <summary>The citizen as an agreement names them: no CPR number, and no address where it is protected.</summary>
public sealed record PlacementCitizen(
    Guid Id,
    string Name,
    string? JobGoal,
    string? Address,
    bool IsAddressProtected,
    string? Phone
);

public sealed record PlacementWorkplace(
    Guid Id,
    string Name,
    string Company,
    string Cvr,
    string PNumber,
    string? Address,
    string? ContactPerson,
    string? ContactPhone
);

/// <summary>Paid minutes of one week.</summary>
/// <param name="Reported">Null when nothing was reported.</param>
public sealed record AgreedWeek(DateOnly Week, int Agreed, int? Reported);

/// <summary>A follow-up that was made a task.</summary>
public sealed record FollowUp(DateOnly Due, DateTimeOffset? DoneAt);

/// <summary>A placement with all that was agreed and all that came of it.</summary>
/// <param name="Weeks">From the first week to this one; empty when no paid hours are agreed.</param>
/// <param name="Checks">What the rules said, oldest first.</param>
/// <param name="Keeps">The rules' words on benefit and pay, for the agreement.</param>
public sealed record PlacementRead(
    Guid Id,
    PlacementCitizen Citizen,
    PlacementWorkplace Workplace,
    PlacementKind Kind,
    PlacementPurpose Purpose,
    PlacementState State,
    TargetGroup? TargetGroup,
    DateOnly From,
    DateOnly To,
    int WeeklyMinutes,
    IReadOnlyList<HoursStep> Steps,
    string Tasks,
    string? PaidTasks,
    string? MentorName,
    int? MentorMinutes,
    Guid? SupportedBy,
    Guid? ContactId,
    int FollowUpWeeks,
    bool HasStatement,
    string? ExtensionReason,
    DateTimeOffset StartedAt,
    Guid StartedBy,
    DateOnly? EndedOn,
    string? EndReason,
    bool? WasHired,
    IReadOnlyList<KeptCheck> Checks,
    IReadOnlyList<Text> Keeps,
    IReadOnlyList<AgreedWeek> Weeks,
    IReadOnlyList<FollowUp> FollowUps
)
{
    public bool IsRunning => EndedOn is null && State is PlacementState.Agreed or PlacementState.Proposed;

    /// <summary>Days of follow-up as agreed: every so many weeks, before the last day.</summary>
    public IEnumerable<DateOnly> AgreedFollowUps
    {
        get
        {
            if (FollowUpWeeks < 1)
                yield break;
            for (var day = From.AddDays(7 * FollowUpWeeks); day < To; day = day.AddDays(7 * FollowUpWeeks))
                yield return day;
        }
    }
}

/// <summary>Reads one placement in five questions. The caller logs the look-up of its citizen.</summary>
public sealed class ReadPlacement(MunicipalityStore<CaseworkDbContext> store, RuleBook book, TimeProvider clock)
{
    private static readonly RuleCheck[] Benefit = [RuleCheck.Pay, RuleCheck.Deduction, RuleCheck.HoursThatCount];

    /// <returns>Null when the municipality knows no such placement.</returns>
    public async Task<PlacementRead?> Execute(Worker by, Guid id, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var found = await (
            from p in db.Placements.AsNoTracking()
            join z in db.Citizens on p.CitizenId equals z.Id
            join w in db.Workplaces on p.WorkplaceId equals w.Id
            join c in db.Companies on w.CompanyId equals c.Id
            where p.Id == id
            select new
            {
                Placement = p,
                z.FirstNames,
                z.LastName,
                z.JobGoal,
                z.Address,
                z.PostalCode,
                z.City,
                z.IsAddressProtected,
                z.Phone,
                z.PrimaryContactId,
                Workplace = w,
                Company = c,
            }
        ).SingleOrDefaultAsync(stop);
        if (found is null)
            return null;
        var (placement, workplace) = (found.Placement, found.Workplace);
        var steps = await db
            .PaidHoursSteps.Where(s => s.PlacementId == id)
            .OrderBy(s => s.From)
            .Select(s => new HoursStep(s.From, s.WeeklyMinutes))
            .ToListAsync(stop);
        var followUps = await db
            .Tasks.Where(t => t.AboutId == id && t.Kind == TaskKind.PlacementFollowUp)
            .OrderBy(t => t.Due)
            .Select(t => new FollowUp(t.Due, t.DoneAt))
            .ToListAsync(stop);
        var last = placement.EndedOn ?? placement.To;
        var first = placement.From.Monday();
        var reported = await db
            .ReportedWeeks.Where(w =>
                w.CitizenId == placement.CitizenId && w.Cvr == found.Company.Cvr && w.Week >= first && w.Week <= last
            )
            .ToDictionaryAsync(w => w.Week, w => w.Minutes, stop);
        var checks = KeptCheck.Read(placement.RuleMessages);
        return new PlacementRead(
            id,
            new PlacementCitizen(
                placement.CitizenId,
                $"{found.FirstNames} {found.LastName}",
                found.JobGoal,
                found.IsAddressProtected ? null : Line(found.Address, found.PostalCode, found.City),
                found.IsAddressProtected,
                found.IsAddressProtected ? null : found.Phone
            ),
            new PlacementWorkplace(
                workplace.Id,
                workplace.Name,
                found.Company.Name,
                found.Company.Cvr,
                workplace.PNumber,
                Line(workplace.Address, workplace.PostalCode, workplace.City),
                workplace.ContactPerson,
                workplace.ContactPhone
            ),
            placement.Kind,
            placement.Purpose,
            placement.State,
            book.TargetGroups.Find(placement.TargetGroup),
            placement.From,
            placement.To,
            placement.WeeklyMinutes,
            steps,
            placement.Tasks,
            placement.PaidTasks,
            placement.MentorName,
            placement.MentorMinutes,
            placement.SupportedBy,
            found.PrimaryContactId,
            placement.FollowUpWeeks,
            placement.HasStatement == true,
            placement.ExtensionReason,
            placement.StartedAt,
            placement.StartedBy,
            placement.EndedOn,
            placement.EndReason,
            placement.WasHired,
            checks,
            Keeps(checks),
            Weeks(steps, reported, first, last),
            followUps
        );
    }

    private List<AgreedWeek> Weeks(
        List<HoursStep> steps,
        Dictionary<DateOnly, int> reported,
        DateOnly first,
        DateOnly last
    )
    {
        var weeks = new List<AgreedWeek>();
        if (steps.Count == 0 && reported.Count == 0)
            return weeks;
        var today = clock.Today();
        for (var week = first; week <= last && week <= today; week = week.AddDays(7))
        {
            int agreed = steps.LastOrDefault(s => s.From <= week.AddDays(6))?.WeeklyMinutes ?? 0;
            weeks.Add(new AgreedWeek(week, agreed, reported.TryGetValue(week, out int minutes) ? minutes : null));
        }

        return weeks;
    }

    /// <summary>The words of the newest check on what the citizen lives on.</summary>
    private List<Text> Keeps(IReadOnlyList<KeptCheck> checks)
    {
        if (checks.Count == 0)
            return [];
        var rules = book
            .Rules.Where(r => r.Check is { } check && Benefit.Contains(check))
            .Select(r => r.Id)
            .ToHashSet();
        return [.. checks[^1].Messages.Where(m => m.RuleId is { } rule && rules.Contains(rule)).Select(m => m.Text)];
    }

    private static string? Line(string? address, string? postalCode, string? city)
    {
        string place = $"{postalCode} {city}".Trim();
        string line = string.Join(", ", new[] { address, place }.Where(part => !string.IsNullOrEmpty(part)));
        return line == "" ? null : line;
    }
}
