namespace Virker.Statistics.Survival;

/// <summary>The share not yet met by the event, with right-censored rows: Kaplan and Meier (1958).</summary>
public static class KaplanMeier
{
    /// <summary>
    /// S(t) = Π (1 − d/n) over the event times up to t. Someone censored at an event time is at risk at it. Times are
    /// tied only when they are the same number.
    /// </summary>
    /// <param name="times">Time to event or censoring, finite and not negative.</param>
    /// <param name="events">Whether the time ended in the event; else the row is censored.</param>
    /// <exception cref="ArgumentException">No rows, lengths that differ, or a time that is missing or negative.</exception>
    public static SurvivalCurve Fit(IReadOnlyList<double> times, IReadOnlyList<bool> events)
    {
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(events);
        var ends = Follow.Array(times);
        Follow.Check(ends, events.Count);
        using var order = new TimeOrder(ends, Follow.Array(events));
        var keys = order.Keys;
        var distinct = 1;
        for (var i = 1; i < keys.Length; i++)
            distinct += keys[i] >> 1 != keys[i - 1] >> 1 ? 1 : 0;
        var curve = new SurvivalCurve(distinct);
        var (survival, greenwood) = (1.0, 0.0);
        for (int i = 0, k = 0; k < distinct; k++)
        {
            var (from, time, happened) = (i, keys[i] >> 1, 0);
            for (; i < keys.Length && keys[i] >> 1 == time; i++)
                happened += TimeOrder.Happened(keys[i]) ? 1 : 0;
            double atRisk = keys.Length - from;
            // The number left over the number at risk: no digits are lost near 0.
            survival *= (atRisk - happened) / atRisk;
            greenwood += happened == 0 ? 0 : happened / (atRisk * (atRisk - happened));
            curve.Set(k, TimeOrder.Time(keys[from]), (int)atRisk, happened, survival, greenwood);
        }
        return curve;
    }

    /// <summary>A curve for each group, in ordinal order of their names.</summary>
    /// <inheritdoc cref="Fit(IReadOnlyList{double}, IReadOnlyList{bool})"/>
    public static IReadOnlyList<(string Group, SurvivalCurve Curve)> FitGroups(
        IReadOnlyList<double> times,
        IReadOnlyList<bool> events,
        IReadOnlyList<string> groups
    )
    {
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(groups);
        Follow.Check(times, events.Count);
        Follow.SameLength(times.Count, groups.Count, "groups");
        return
        [
            .. Enumerable
                .Range(0, times.Count)
                .GroupBy(i => groups[i], StringComparer.Ordinal)
                .OrderBy(rows => rows.Key, StringComparer.Ordinal)
                .Select(rows => (rows.Key, Fit([.. rows.Select(i => times[i])], [.. rows.Select(i => events[i])]))),
        ];
    }
}
