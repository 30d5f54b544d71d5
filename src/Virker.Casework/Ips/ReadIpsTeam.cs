using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Ips;

/// <summary>A number of a whole.</summary>
public sealed record OfAll(int Count, int All)
{
    /// <summary>Null when there is nobody to take a share of.</summary>
    public double? Share => All == 0 ? null : (double)Count / All;
}

/// <summary>The team's numbers today. Definitions and sources: <c>docs/method/ips.md</c>.</summary>
/// <param name="Active">Citizens whose course runs today, seeking and working together.</param>
/// <param name="FullTime">Full-time posts of IPS consultants who are here.</param>
/// <param name="MedianDays">Median days from day 0 to the first employer contact face to face, of those who had one; day
/// 0 within a year. Null when nobody had.</param>
/// <param name="Within">Had it within 30 days, of those with day 0 within a year whom 30 days or the contact have
/// passed.</param>
/// <param name="EmployerMeetings">Contacts with employers face to face in the last 13 weeks.</param>
/// <param name="EmployedThisQuarter">With at least a day in an ordinary job this quarter, of those active today.</param>
/// <param name="InEducation">The same for ordinary education.</param>
/// <param name="Employers">Different employers, of the ordinary job starts within a year.</param>
/// <param name="Industries">Different industries, of the ordinary job starts within a year whose industry is known.</param>
/// <param name="Refusals">Times within a year when the service said no to somebody who wanted.</param>
/// <param name="TeamMeetings">Meetings of the clinicians' teams in the last 13 weeks.</param>
/// <param name="Grow">By the counting rules of England's IPS Grow.</param>
public sealed record IpsTeam(
    DateOnly Quarter,
    int Active,
    double FullTime,
    double? MedianDays,
    OfAll Within,
    int EmployerMeetings,
    OfAll EmployedThisQuarter,
    OfAll InEducation,
    OfAll Employers,
    OfAll Industries,
    int Refusals,
    int TeamMeetings,
    IpsGrow Grow
)
{
    /// <summary>Null without consultants.</summary>
    public double? PerFullTime => FullTime > 0 ? Active / FullTime : null;

    public double? MeetingsAWeek => FullTime > 0 ? EmployerMeetings / (ReadIpsTeam.Weeks * FullTime) : null;
}

/// <summary>England's IPS Grow counts otherwise, so its numbers stand apart.</summary>
/// <param name="FirstStarts">Citizens whose first ordinary job start of a course, after four hours of paid work, came
/// within a year.</param>
/// <param name="AllStarts">All such starts.</param>
/// <param name="Rate">With a first start, of the courses begun within a year by people out of work at the start.</param>
/// <param name="Retention">In work when they began, of those active today; should stay below 15 %.</param>
public sealed record IpsGrow(int FirstStarts, int AllStarts, OfAll Rate, OfAll Retention);

/// <summary>Reads the numbers of the IPS consultants of the reader's team, or of the municipality when she has none. It
/// gives counts and no citizen.</summary>
public sealed class ReadIpsTeam(MunicipalityStore<CaseworkDbContext> store, Staff staff, TimeProvider clock)
{
    public const int Weeks = 13;

    /// <summary>A job start counts after so much paid work (IPS Grow).</summary>
    private const int StartMinutes = 4 * 60;

    public async Task<IpsTeam> Execute(Worker by, CancellationToken stop)
    {
        var today = clock.Today();
        var everybody = await staff.Of(by.Municipality.Id, stop);
        var team = everybody.FirstOrDefault(m => m.Id == by.Id)?.TeamId;
        var consultants = everybody
            .Where(m => (team is null || m.TeamId == team) && m.Roles.Contains(Role.IpsConsultant))
            .ToList();
        var (yearAgo, recently) = (today.AddYears(-1), today.AddDays(-7 * Weeks));
        var quarter = new DateOnly(today.Year, today.Month - ((today.Month - 1) % 3), 1);
        var ids = consultants.Select(m => m.Id).ToList();
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var courses = await db.IpsCourses.AsNoTracking().Where(c => ids.Contains(c.WorkerId)).ToListAsync(stop);
        var mine = db.IpsCourses.Where(c => ids.Contains(c.WorkerId)).Select(c => c.Id);
        var contacts = await db
            .IpsContacts.AsNoTracking()
            .Where(c => mine.Contains(c.CourseId) && c.IsInPerson)
            .ToListAsync(stop);
        var jobs = await db.IpsJobs.AsNoTracking().Where(j => mine.Contains(j.CourseId)).ToListAsync(stop);
        var terms = await db.WorkTerms.AsNoTracking().Where(t => ids.Contains(t.WorkerId)).ToListAsync(stop);
        var active = courses.Where(c => c.Runs(today)).ToList();
        var days = courses.Where(c => c.DayZero > yearAgo).Select(c => (c.DayZero, First: First(contacts, c))).ToList();
        var starts = jobs.Where(j => j.Pay == IpsPay.Ordinary && j.From > yearAgo && j.From <= today).ToList();
        OfAll WithSpell(IpsPay pay) =>
            new(
                active.Count(c =>
                    jobs.Exists(j =>
                        j.CitizenId == c.CitizenId
                        && j.Pay == pay
                        && j.From <= today
                        && (j.To is null || j.To >= quarter)
                    )
                ),
                active.Count
            );
        var known = starts.Where(j => j.Industry is not null).ToList();
        return new(
            quarter,
            active.Count,
            consultants
                .Where(m => m.IsActive)
                .Select(m => terms.Find(t => t.WorkerId == m.Id))
                .Where(t => t?.IsAway(today) != true)
                .Sum(t => (t?.Percent ?? 100) / 100.0),
            Median([.. days.Select(d => d.First).OfType<int>().Order()]),
            new(
                days.Count(d => d.First <= IpsCase.FirstContactWithin),
                days.Count(d => d.First is not null || d.DayZero!.Value.AddDays(IpsCase.FirstContactWithin) < today)
            ),
            contacts.Count(c => c.On > recently && c.On <= today),
            WithSpell(IpsPay.Ordinary),
            WithSpell(IpsPay.Education),
            new(starts.Select(j => j.Employer.ToUpperInvariant()).Distinct().Count(), starts.Count),
            new(known.Select(j => j.Industry).Distinct().Count(), known.Count),
            courses.Count(c => c.Answer == IpsAnswer.Refused && c.RaisedOn > yearAgo),
            await db.IpsTeamMeetings.CountAsync(m => ids.Contains(m.WorkerId) && m.On > recently, stop),
            Grow(courses, active, jobs, yearAgo, today)
        );
    }

    private static IpsGrow Grow(
        List<IpsCourse> courses,
        List<IpsCourse> active,
        List<IpsJob> jobs,
        DateOnly yearAgo,
        DateOnly today
    )
    {
        var counted = jobs.Where(j => j.Pay == IpsPay.Ordinary && HasWorked(j, today)).ToList();
        var first = counted.GroupBy(j => j.CourseId).ToDictionary(g => g.Key, g => g.Min(j => j.From));
        var outOfWork = courses.Where(c => c.Answer == IpsAnswer.Yes && c.RaisedOn > yearAgo && !c.WasInWork).ToList();
        return new(
            first.Values.Count(from => from > yearAgo),
            counted.Count(j => j.From > yearAgo),
            new(outOfWork.Count(c => first.ContainsKey(c.Id)), outOfWork.Count),
            new(active.Count(c => c.WasInWork), active.Count)
        );
    }

    /// <summary>Four hours by the agreed hours a week and the days gone by.</summary>
    private static bool HasWorked(IpsJob job, DateOnly today)
    {
        int days = (job.To < today ? job.To.Value : today).DayNumber - job.From.DayNumber + 1;
        return days > 0 && (long)days * job.WeeklyMinutes >= 7 * StartMinutes;
    }

    private static int? First(List<IpsContact> contacts, IpsCourse course) =>
        contacts
            .Where(c => c.CourseId == course.Id && c.On >= course.DayZero)
            .Select(c => (int?)(c.On.DayNumber - course.DayZero!.Value.DayNumber))
            .Min();

    private static double? Median(int[] sorted) =>
        sorted.Length == 0 ? null : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2.0;
}
