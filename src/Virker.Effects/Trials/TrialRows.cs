using System.Globalization;
using Virker.Platform;
using Virker.Platform.Import;
using Virker.Statistics.Randomness;

namespace Virker.Effects.Trials;

/// <summary>The people of a look as rows without names, in an order that tells nothing.</summary>
internal static class TrialRows
{
    public static string Csv(TrialPlan plan, IReadOnlyList<TrialPerson> people, DateOnly today)
    {
        int weeks = plan.Weeks!.Value;
        TrialPerson[] due = [.. people.Where(p => TrialAnalysis.KnownAfter(p.Followed.On, weeks) < today)];
        new SecureSource().Shuffle<TrialPerson>(due);
        return CsvText.Write(
            [.. Columns(plan).Select(c => c.Name)],
            [.. due.Select((p, i) => (IReadOnlyList<string>)[.. Row(plan, p, i + 1, weeks, today)])]
        );
    }

    /// <summary>What each column holds.</summary>
    public static IEnumerable<(string Name, Text Meaning)> Columns(TrialPlan plan)
    {
        yield return (
            "person",
            new("Løbenummer uden forbindelse til borgeren", "A number without connection to the citizen")
        );
        yield return ("arm", new("treatment eller usual, som lodden faldt", "treatment or usual, as the lot fell"));
        foreach (var kind in plan.Outcomes)
            yield return (kind.Code(), OutcomeKinds.Of(kind).Column);
        yield return (
            "received",
            new("1: indsatsen blev begyndt i opfølgningstiden", "1: the intervention was begun in the time followed")
        );
        foreach (var known in BaselineKinds.All)
            yield return (known.Column, known.Holds);
        yield return (
            "first_hour_week",
            new(
                "Uge med den første løntime, eller sidste fulgte uge",
                "Week of the first paid hour, or the last week followed"
            )
        );
        yield return ("had_hour", new("1: ugen er den første løntimes", "1: the week is that of the first paid hour"));
        for (int week = 1; week <= plan.Weeks; week++)
        {
            yield return (
                $"hours_{week}",
                new($"Løntimer i uge {week} efter lodtrækningen", $"Paid hours in week {week} after the lot")
            );
        }
    }

    private static IEnumerable<string> Row(TrialPlan plan, TrialPerson person, int number, int weeks, DateOnly today)
    {
        yield return number.ToString(CultureInfo.InvariantCulture);
        yield return person.Arm.Code();
        foreach (var kind in plan.Outcomes)
            yield return Number(TrialAnalysis.Outcome(kind, person.Followed, weeks, today));
        yield return Number(TrialAnalysis.Received(plan, person.Followed));
        foreach (var known in BaselineKinds.All)
            yield return Number(known.Of(person.Followed));
        var (_, first, had) = TrialAnalysis.FirstHour(person, weeks);
        yield return Number(first);
        yield return had ? "1" : "0";
        foreach (int minutes in person.Followed.MinutesByWeek)
            yield return Number(minutes / 60.0);
    }

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
