using Virker.Casework.PaidHours;
using Virker.Platform;
using Virker.Statistics.Calibration;

namespace Virker.Casework.Beliefs;

/// <summary>A belief as it was given.</summary>
internal sealed record BeliefFact(Guid WorkerId, Guid CitizenId, int Percent, DateTimeOffset RecordedAt)
{
    public DateOnly On => DanishTime.DayOf(RecordedAt);
}

/// <summary>What became of a belief's year.</summary>
internal enum BeliefOutcome
{
    /// <summary>The year has not passed. Jobs found early wait too, or successes would be counted before failures.</summary>
    UnknownYet,
    Job,
    NoJob,

    /// <summary>Had paid hours when it was written: there was nothing to foresee.</summary>
    AlreadyWorking,
}

/// <summary>Which beliefs count, and what became of them: the definition of <c>docs/method/belief.md</c>. Pure.</summary>
internal static class BeliefOutcomes
{
    /// <summary>The days after the record in which a job counts.</summary>
    public const int Days = 365;

    /// <summary>Paid hours so many days before the record mean that the citizen worked already.</summary>
    public const int DaysBefore = 28;

    /// <param name="jobs">The last days of the citizen's spells that ended with a job.</param>
    public static BeliefOutcome Of(DateOnly on, HoursFacts facts, IEnumerable<DateOnly> jobs, DateOnly today)
    {
        var definition = HoursDefinition.On(on);
        DateOnly[] weeks =
        [
            .. CountedHours.ByWeek(definition, facts).Where(w => w.Value >= definition.HourMinutes).Select(w => w.Key),
        ];
        var last = on.AddDays(Days);
        return weeks.Any(w => w <= on && w.AddDays(6) > on.AddDays(-DaysBefore)) ? BeliefOutcome.AlreadyWorking
            : last >= today ? BeliefOutcome.UnknownYet
            : weeks.Any(w => w > on && w.AddDays(6) <= last) || jobs.Any(d => d >= on && d <= last) ? BeliefOutcome.Job
            : BeliefOutcome.NoJob;
    }

    /// <summary>A worker's first belief in a citizen, and then the first a year or more after the last one taken: years
    /// that overlap would count one job twice.</summary>
    public static IEnumerable<BeliefFact> YearsApart(IEnumerable<BeliefFact> beliefs)
    {
        foreach (var own in beliefs.GroupBy(b => (b.WorkerId, b.CitizenId)))
        {
            DateOnly? taken = null;
            foreach (var belief in own.OrderBy(b => b.RecordedAt))
            {
                if (taken is { } before && belief.On < before.AddDays(Days))
                    continue;
                taken = belief.On;
                yield return belief;
            }
        }
    }

    public static Forecast Forecast(BeliefFact belief, BeliefOutcome outcome) =>
        new(belief.Percent / 100.0, outcome == BeliefOutcome.Job);
}
