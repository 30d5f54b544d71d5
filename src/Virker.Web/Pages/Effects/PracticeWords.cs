using Virker.Effects.Practice;
using Virker.Web.Site;
using static Virker.Web.Site.Words;

namespace Virker.Web.Pages.Effects;

/// <summary>Practice in words. Nothing here says that one thing caused another.</summary>
public static class PracticeWords
{
    public static string Of(CaseMix fact) =>
        fact switch
        {
            CaseMix.Age => T("Alder", "Age"),
            CaseMix.WeeksInGroup => T(
                "Uger i målgruppen (geometrisk middel)",
                "Weeks in the target group (geometric mean)"
            ),
            CaseMix.PaidWeeksBefore => T("Uger med løn af de 26 før", "Weeks with pay of the 26 before"),
            CaseMix.Measured => T("Har svaret på en måling af fremgang", "Has answered a measurement of progress"),
            CaseMix.Progress => T(
                "Hvor borgeren selv mente at stå, 1 til 5 (ukendt regnes som snittet)",
                "Where the citizens said they stood, 1 to 5 (unknown counts as the mean)"
            ),
            CaseMix.TargetGroup => T("Målgruppe", "Target group"),
        };

    /// <summary>The answer in a few sentences; the last one says what it is worth.</summary>
    public static string Sentence(QuestionResult answer)
    {
        if (answer.Comparison is not { } found)
        {
            return answer.WhyNot switch
            {
                WhyNot.TooFew => T(
                    "Kan ikke gøres op: der skal mindst fem i job og fem uden i hver gruppe og ti medarbejdere bag.",
                    "Cannot be answered: it takes at least five in a job and five without in each group, and ten workers behind them."
                ),
                null or WhyNot.NobodyAlike => T(
                    "Kan ikke gøres op: de to grupper er så forskellige, at ingen i den ene ligner nogen i den anden.",
                    "Cannot be answered: the two groups differ so much that nobody in the one is like anybody in the other."
                ),
            };
        }
        string numbers = T(
            $"{QuestionWords.Of(answer).With}: {OfHundred(found.ShareWith)} af 100 i job efter et år. Blandt borgere som dem, hvor det ikke gjaldt: {OfHundred(found.ShareWithout)} af 100. Forskellen er {Points(found.Adjusted)} procentpoint.",
            $"{QuestionWords.Of(answer).With}: {OfHundred(found.ShareWith)} of 100 in a job after a year. Among citizens like them where it was not so: {OfHundred(found.ShareWithout)} of 100. The difference is {Points(found.Adjusted)} percentage points."
        );
        string worth =
            found.Adjusted.Low > 0 || found.Adjusted.High < 0
                ? T(
                    "De to følges ad. Det viser ikke, at det ene gav det andet.",
                    "The two go together. That does not show that one brought the other about."
                )
                : T(
                    "Intervallet rummer nul: tallene kan ikke afgøre, om de følges ad.",
                    "The interval holds zero: the numbers cannot decide whether they go together."
                );
        return $"{numbers} {worth}";
    }

    public static string Points(Interval difference) =>
        T(
            $"{Number(difference.Estimate)} ({Number(difference.Low)} til {Number(difference.High)})",
            $"{Number(difference.Estimate)} ({Number(difference.Low)} to {Number(difference.High)})"
        );

    public static string EValue(PracticeComparison found)
    {
        string all = T(
            $"Noget, vi ikke har målt, skulle gøre både praksis og job mindst {Show.Number(found.EValue, 1)} gange så sandsynligt, ud over det målte, for at forklare hele forskellen.",
            $"Something we did not measure would have to make both the practice and the job at least {Show.Number(found.EValue, 1)} times as likely, beyond what was measured, to explain the whole difference."
        );
        string interval =
            found.EValueOfInterval > 1
                ? T(
                    $"For at bringe intervallet til nul er {Show.Number(found.EValueOfInterval, 1)} gange nok (E-værdier).",
                    $"To bring the interval to zero {Show.Number(found.EValueOfInterval, 1)} times is enough (E-values)."
                )
                : T(
                    "Intervallet rummer allerede ingen forskel, så der skal intet til (E-værdi 1).",
                    "The interval holds no difference already, so it takes nothing (E-value 1)."
                );
        return $"{all} {interval}";
    }

    public static string Few(int count) =>
        count is > 0 and < Suppression.Least ? T("færre end fem", "fewer than five") : Show.Count(count);

    public static string Value(CaseMix fact, double value) =>
        fact switch
        {
            CaseMix.Age => Show.Number(value, 1),
            CaseMix.WeeksInGroup => Show.Number(Math.Exp(value) - 1, 0),
            CaseMix.Progress => Show.Number(value, 2),
            CaseMix.PaidWeeksBefore or CaseMix.TargetGroup or CaseMix.Measured => Show.Percent(100 * value),
        };

    internal static int OfHundred(double share) => (int)Math.Round(100 * Math.Clamp(share, 0, 1));

    // No "−0.0".
    private static string Number(double share) => Show.Number(Math.Round(100 * share, 1) + 0.0, 1);

    public static string Deviations(double difference) => Show.Number(Math.Round(difference, 2) + 0.0, 2);
}
