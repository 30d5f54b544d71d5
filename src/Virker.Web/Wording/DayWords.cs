using Virker.Casework.Conversations;
using Virker.Casework.Day;
using Virker.Casework.PaidHours;
using Virker.Casework.Tasks;
using Virker.Platform;
using Virker.Web.Site;
using static Virker.Web.Site.Words;

namespace Virker.Web.Wording;

/// <summary>The day in plain words.</summary>
public static class DayWords
{
    /// <summary>What there is to do.</summary>
    public static string Of(DayTask task)
    {
        string place = task.Workplace ?? T("arbejdspladsen", "the workplace");
        return task.Kind switch
        {
            TaskKind.NextStep => T($"Næste skridt: {task.Words}", $"Next step: {task.Words}"),
            TaskKind.PlacementFollowUp => T($"Følg op hos {place}", $"Follow up at {place}"),
            TaskKind.PlacementEnds => T(
                $"Forløbet hos {place} slutter. Aftal, hvad der så skal ske",
                $"The time at {place} ends. Agree what comes next"
            ),
            TaskKind.GrowPaidHours => T($"Løntimerne hos {place} skal vokse", $"Paid hours at {place} are to grow"),
            TaskKind.Statement => T(
                $"Erklæring fra {place} mangler (rimeligt forhold)",
                $"The statement of {place} is missing (reasonable ratio)"
            ),
            TaskKind.EmployerContact => T($"Kontakt {place}", $"Contact {place}"),
            TaskKind.HoursMissing => T(
                $"Løntimer hos {place} er ikke oplyst i to uger",
                $"Paid hours at {place} have not been reported for two weeks"
            ),
            TaskKind.HoursDiffer => T(
                "Oplyste timer og indkomstregistret er ikke ens",
                "Reported hours and the income register differ"
            ),
            TaskKind.Measurement => T(
                "Mål udviklingen: tre måneder er gået",
                "Measure progress: three months have gone"
            ),
            TaskKind.UnansweredLink => T(
                "Har ikke brugt linket til spørgsmålene. Ring eller send et nyt",
                "Has not used the link to the questions. Call or send a new one"
            ),
            TaskKind.JointMeeting => T(
                "Ny kontaktperson: aftal et møde, hvor den tidligere er med",
                "New contact: agree a meeting where the former one takes part"
            ),
            TaskKind.JobSupport => T("Støtte omkring jobbet (IPS)", "Support around the job (IPS)"),
            TaskKind.Conversation => T("Samtale", "Conversation"),
            TaskKind.Own => task.Words ?? "",
        };
    }

    public static string Of(MilestoneKind kind) =>
        kind switch
        {
            MilestoneKind.FirstHour => T("har fået sin første løntime", "had a first paid hour"),
            MilestoneKind.ThreeHours => T("er nået 3 timer om ugen", "reached 3 hours a week"),
            MilestoneKind.TenHours => T("er nået 10 timer om ugen", "reached 10 hours a week"),
            MilestoneKind.TwentyHours => T("er nået 20 timer om ugen", "reached 20 hours a week"),
            MilestoneKind.FullTime => T("er nået fuld tid", "reached full time"),
            MilestoneKind.ThirteenWeeks => T("har haft løntimer i 13 uger", "had paid hours for 13 weeks"),
            MilestoneKind.TwentySixWeeks => T("har haft løntimer i 26 uger", "had paid hours for 26 weeks"),
        };

    /// <summary>Several milestones as one sentence.</summary>
    public static string Of(IReadOnlyList<MilestoneKind> kinds)
    {
        string[] words = [.. kinds.Select(Of)];
        string and = T(" og ", " and ");
        return words.Length < 2 ? string.Concat(words) : string.Join(", ", words[..^1]) + and + words[^1];
    }

    /// <summary>The reasons a citizen stands still.</summary>
    public static string Of(DayStill still)
    {
        List<string> reasons = [];
        if (still.QuietWeeks is { } weeks)
        {
            reasons.Add(
                still.LastContact is null
                    ? T($"ingen samtale endnu ({weeks} uger)", $"no conversation yet ({weeks} weeks)")
                    : T($"ingen samtale i {weeks} uger", $"no conversation for {weeks} weeks")
            );
        }
        else if (still.LastContact is null)
        {
            reasons.Add(T("ingen samtale endnu", "no conversation yet"));
        }
        if (still.LacksNextStep)
            reasons.Add(T("intet næste skridt", "no next step"));
        return string.Join(", ", reasons);
    }

    /// <summary>How late, in words.</summary>
    public static string Late(DateOnly due, DateOnly today)
    {
        int days = today.DayNumber - due.DayNumber;
        return days == 1 ? T("Forsinket 1 dag", "1 day late") : T($"Forsinket {days} dage", $"{days} days late");
    }

    /// <summary>The paid hours that were recorded, beside those before.</summary>
    public static string Hours(DayMove move)
    {
        string now = Show.Hours(move.Minutes);
        int number = System.Globalization.ISOWeek.GetWeekOfYear(move.Week!.Value.ToDateTime(TimeOnly.MinValue));
        if (move.Before == move.Minutes)
            return T($"{now} løntimer i uge {number}, som før", $"{now} paid hours in week {number}, as before");
        return move.Before is { } before
            ? T(
                $"{now} løntimer i uge {number} (før {Show.Hours(before)})",
                $"{now} paid hours in week {number} (before {Show.Hours(before)})"
            )
            : T($"{now} løntimer i uge {number}", $"{now} paid hours in week {number}");
    }

    /// <summary>Where the line leads: straight to where the thing is done.</summary>
    public static string? Href(DayTask task, Links go)
    {
        return task.Kind switch
        {
            TaskKind.NextStep or TaskKind.JobSupport => Case("conversation"),
            TaskKind.Measurement => Case("progress/answer"),
            TaskKind.UnansweredLink => Case("links"),
            TaskKind.JointMeeting => Case("conversation/plan", ("kind", ConversationKind.HandOver.Code())),
            TaskKind.HoursMissing or TaskKind.HoursDiffer => Case("hours"),
            TaskKind.PlacementFollowUp or TaskKind.PlacementEnds or TaskKind.GrowPaidHours or TaskKind.Statement =>
                task.AboutId is { } placement ? go.Placement(placement) : Case(),
            TaskKind.EmployerContact => task.WorkplaceId is { } workplace ? go.Employer(workplace) : Case(),
            TaskKind.Own or TaskKind.Conversation => Case(),
        };

        string? Case(string page = "", params (string, string?)[] query) =>
            task.CitizenId is { } citizen ? go.Citizen(citizen, page, query) : null;
    }
}
