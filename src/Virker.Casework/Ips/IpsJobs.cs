using Microsoft.EntityFrameworkCore;
using Virker.Casework.Employers;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Ips;

/// <summary>A job or a study as a form gives it.</summary>
public sealed record IpsJobForm(string? Employer, string? Industry, IpsPay? Pay, int? WeeklyMinutes, DateOnly? From);

/// <summary>The citizen starts, or will start, in a job or a study.</summary>
public sealed class StartIpsJob(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    private const int MostWeeklyMinutes = 60 * 60;
    private const int MostDaysAhead = 180;

    /// <returns>What stops it; empty when it is saved.</returns>
    /// <exception cref="InvalidInputException">The citizen is not in IPS.</exception>
    public async Task<IReadOnlyList<FieldProblem>> Execute(
        Worker by,
        Guid citizen,
        IpsJobForm form,
        CancellationToken stop
    )
    {
        string? employer = TypedText.OrNull(form.Employer);
        string? industry = TypedText.OrNull(form.Industry);
        List<FieldProblem> problems =
        [
            .. IpsInput.Line(
                "jobEmployer",
                employer,
                new("Skriv virksomheden eller skolen.", "Write the firm or the school.")
            ),
        ];
        if (form.Pay is null)
            problems.Add(new("pay", new("Vælg slags.", "Choose the kind.")));
        if (industry is not null && !Industries.IsKnown(industry, Industries.Db07))
            problems.Add(new("industry", new("Vælg en branche på listen.", "Choose an industry on the list.")));
        if (form.WeeklyMinutes is null or <= 0 or > MostWeeklyMinutes)
        {
            problems.Add(
                new("hours", new("Skriv timer om ugen, for eksempel 12,5.", "Write hours a week, for example 12.5."))
            );
        }
        if (form.From is null)
        {
            problems.Add(new("jobFrom", IpsInput.Missing));
        }
        else if (form.From > clock.Today().AddDays(MostDaysAhead))
        {
            problems.Add(
                new("jobFrom", new("Dagen ligger mere end et halvt år ude.", "The day is more than half a year away."))
            );
        }
        if (problems.Count > 0)
            return problems;
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var course = await db.IpsCourses.Open(citizen, stop);
        db.Add(
            new IpsJob
            {
                CitizenId = citizen,
                CourseId = course.Id,
                Employer = employer!,
                Industry = industry,
                Pay = form.Pay!.Value,
                WeeklyMinutes = form.WeeklyMinutes!.Value,
                From = form.From!.Value,
            }
        );
        await db.SaveAsync(by, "ips.job-start", citizen, null, stop);
        return [];
    }
}

/// <summary>A job or a study ended. The course goes on.</summary>
public sealed class EndIpsJob(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    /// <returns>What stops it; empty when it is saved.</returns>
    /// <exception cref="InvalidInputException">The citizen has no such job that runs.</exception>
    public async Task<IReadOnlyList<FieldProblem>> Execute(
        Worker by,
        Guid citizen,
        Guid job,
        DateOnly? to,
        string? reason,
        CancellationToken stop
    )
    {
        reason = TypedText.OrNull(reason);
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var found =
            await db.IpsJobs.SingleOrDefaultAsync(j => j.Id == job && j.CitizenId == citizen && j.To == null, stop)
            ?? throw new InvalidInputException(new("jobbet findes ikke", "there is no such job"));
        List<FieldProblem> problems =
        [
            .. IpsInput.Past("jobTo", to, clock.Today()),
            .. IpsInput.Line("endReason", reason, new("Skriv, hvorfor det sluttede.", "Write why it ended.")),
        ];
        if (to < found.From)
            problems.Add(new("jobTo", new("Det er før den første dag.", "That is before the first day.")));
        if (problems.Count > 0)
            return problems;
        (found.To, found.EndReason) = (to, reason);
        await db.SaveAsync(by, "ips.job-end", citizen, null, stop);
        return [];
    }
}

/// <summary>When support is due around the start of a job (the fidelity scale's item on follow-along support): the week
/// before, within three days, weekly the first month, monthly for a year.</summary>
public static class SupportSchedule
{
    /// <summary>A conversation so many days before a point of the schedule meets it.</summary>
    public const int Early = 3;

    public static IReadOnlyList<DateOnly> For(DateOnly start) =>
        [
            start.AddDays(-7),
            start.AddDays(3),
            .. Enumerable.Range(1, 4).Select(week => start.AddDays(7 * week)),
            .. Enumerable.Range(2, 11).Select(month => start.AddMonths(month)),
        ];

    /// <summary>The next day on or after <paramref name="today"/>; null when the year is over.</summary>
    public static DateOnly? Next(DateOnly start, DateOnly today) =>
        For(start).Where(day => day >= today).Select(day => (DateOnly?)day).Min();

    /// <summary>The point to meet now: the latest that has come, when no conversation was held from three days before it;
    /// otherwise the next within a week. Older points are not asked for twice.</summary>
    /// <param name="lastTalk">The newest conversation held.</param>
    public static DateOnly? Due(DateOnly start, DateOnly? lastTalk, DateOnly today)
    {
        if (today > start.AddMonths(13))
            return null;
        var points = For(start).Where(day => day <= today.AddDays(7)).ToList();
        int come = points.FindLastIndex(day => day <= today);
        return points
            .Skip(Math.Max(0, come))
            .Where(day => !(lastTalk >= day.AddDays(-Early)))
            .Min(day => (DateOnly?)day);
    }
}
