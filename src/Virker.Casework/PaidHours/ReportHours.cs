using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.PaidHours;

/// <summary>What is reported of one week; null minutes say that nothing is known, and take a report away.</summary>
public sealed record WeekReport(DateOnly Week, int? Minutes);

/// <summary>Something said about one week of a report.</summary>
public sealed record WeekMessage(DateOnly Week, Text Text);

/// <param name="Errors">With any of them nothing was saved.</param>
/// <param name="Warnings">Saved, but worth a second look.</param>
/// <param name="Changed">Weeks that were added, changed or taken away.</param>
/// <param name="Reached">Milestones reached by this report.</param>
public sealed record HoursReported(
    IReadOnlyList<WeekMessage> Errors,
    IReadOnlyList<WeekMessage> Warnings,
    int Changed,
    IReadOnlyList<MilestoneKind> Reached
);

/// <summary>Reports ordinary paid hours of some weeks at one employer. A correction keeps the old value in the log.</summary>
public sealed class ReportHours(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    /// <summary>All the minutes a week has.</summary>
    public const int MaxMinutes = 7 * 24 * 60;

    /// <param name="cvr">The employer's CVR number, eight digits.</param>
    /// <exception cref="InvalidInputException">The CVR number is none, or the municipality has no such citizen.</exception>
    public async Task<HoursReported> Execute(
        Worker by,
        Guid citizen,
        string cvr,
        IReadOnlyList<WeekReport> weeks,
        CancellationToken stop
    )
    {
        if (!IsCvr(cvr))
            throw new InvalidInputException(new("et CVR-nummer har otte cifre", "a CVR number has eight digits"));
        var today = clock.Today();
        var errors = weeks.Select(w => Wrong(w, today)).OfType<WeekMessage>().ToList();
        if (errors.Count > 0)
            return new HoursReported(errors, [], 0, []);
        await using var db = await store.OpenAsync(by.Municipality, stop);
        await db.Citizens.RequireAsync(citizen, stop);
        var facts = (await HoursFacts.Of(db, [citizen], stop))[citizen];
        var stored = await db
            .ReportedWeeks.Where(w => w.CitizenId == citizen && w.Cvr == cvr)
            .ToDictionaryAsync(w => w.Week, stop);
        int changed = 0;
        foreach (var week in weeks)
            changed += Put(db, by, citizen, cvr, week, stored, facts) ? 1 : 0;
        facts = facts with
        {
            Reported =
            [
                .. facts.Reported.Where(r => r.Cvr != cvr),
                .. stored.Values.Select(w => new ReportedFact(citizen, cvr, w.Week, w.Minutes)),
            ],
        };
        var definition = HoursDefinition.On(today);
        if (changed == 0)
            return new HoursReported([], Warnings(definition, facts, weeks), 0, []);
        var followUp = new HoursFollowUp(db, await Differences.MonthsRead(db, stop), today, clock.GetUtcNow());
        var (reached, tasks) = await followUp.Execute(new Dictionary<Guid, HoursFacts> { [citizen] = facts }, by, stop);
        db.AddRange(reached);
        db.AddRange(tasks);
        await db.SaveAsync(by, "hours.report", citizen, null, stop);
        return new HoursReported([], Warnings(definition, facts, weeks), changed, [.. reached.Select(m => m.Kind)]);
    }

    /// <summary>Eight digits: the check digit is left alone, as made-up employers have none that fits.</summary>
    internal static bool IsCvr(string cvr) => cvr.Length == 8 && cvr.All(char.IsAsciiDigit);

    private bool Put(
        CaseworkDbContext db,
        Worker by,
        Guid citizen,
        string cvr,
        WeekReport week,
        Dictionary<DateOnly, ReportedWeek> stored,
        HoursFacts facts
    )
    {
        var had = stored.GetValueOrDefault(week.Week);
        if (had?.Minutes == week.Minutes)
            return false;
        if (week.Minutes is not { } minutes)
        {
            db.Remove(had!);
            return stored.Remove(week.Week);
        }

        if (had is null)
        {
            had = new ReportedWeek
            {
                CitizenId = citizen,
                Cvr = cvr,
                Week = week.Week,
            };
            stored[week.Week] = had;
            db.Add(had);
        }

        had.Minutes = minutes;
        had.PlacementId = facts
            .Placements.Where(p => p.Cvr == cvr && p.From < week.Week.AddDays(7) && p.To >= week.Week)
            .MaxBy(p => p.From)
            ?.Id;
        had.RecordedBy = by.Id;
        had.RecordedAt = clock.GetUtcNow();
        return true;
    }

    private static WeekMessage? Wrong(WeekReport week, DateOnly today)
    {
        if (week.Week != week.Week.Monday())
            return new WeekMessage(week.Week, new("ugen begynder en mandag", "the week begins on a Monday"));
        if (week.Minutes is null)
            return null;
        if (week.Week > today.Monday())
            return new WeekMessage(week.Week, new("ugen er ikke begyndt endnu", "the week has not begun yet"));
        return week.Minutes is < 0 or > MaxMinutes
            ? new WeekMessage(
                week.Week,
                new("skriv timer fra 0 til 168: en uge har ikke flere", "write hours from 0 to 168: a week has no more")
            )
            : null;
    }

    private static List<WeekMessage> Warnings(
        HoursDefinition definition,
        HoursFacts facts,
        IReadOnlyList<WeekReport> weeks
    )
    {
        var total = facts.Reported.GroupBy(r => r.Week).ToDictionary(g => g.Key, g => g.Sum(r => r.Minutes));
        return
        [
            .. weeks
                .Where(w => total.GetValueOrDefault(w.Week) > definition.WarnAboveMinutes)
                .Select(w => new WeekMessage(
                    w.Week,
                    new(
                        $"over {definition.WarnAboveMinutes / 60} timer i alt: er det rigtigt?",
                        $"above {definition.WarnAboveMinutes / 60} hours in all: is that right?"
                    )
                )),
        ];
    }
}
