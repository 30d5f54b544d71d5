using Virker.Casework.Beliefs;

namespace Virker.Effects.Practice;

/// <param name="Belief">What was believed, where that is the question.</param>
internal sealed record Asked(LandmarkPerson Person, bool Had, GivenBelief? Belief);

/// <summary>How a question is answered.</summary>
/// <param name="Cut">The middle that "more" is more than; null where nothing is counted.</param>
/// <param name="Ask">Those it can be answered for: the people, how many weeks back, and the cut.</param>
internal sealed record PracticeWay(
    Func<IReadOnlyList<LandmarkPerson>, int?> Cut,
    Func<IReadOnlyList<LandmarkPerson>, int, int?, List<Asked>> Ask
)
{
    /// <summary>It would show what single workers believe, so it is guarded as beliefs are.</summary>
    public bool IsOfBelief { get; init; }
}

internal static class PracticeQuestions
{
    // Those who had hours already cannot begin, and nobody without is like them.
    private static readonly PracticeWay PaidHours = new(
        people => null,
        (people, weeksBack, _) =>
            [
                .. people
                    .Where(p => p.PaidShareBefore(p.From(weeksBack)) == 0)
                    .Select(p => new Asked(p, p.HadHours(weeksBack), null)),
            ]
    );

    private static readonly PracticeWay Belief = new(
        people => Middle(people.Select(p => p.Belief(Landmark.WeeksBack)?.Percent)),
        (people, weeksBack, cut) =>
            [
                .. people
                    .Select(p => (Person: p, Belief: p.Belief(weeksBack)))
                    .Where(p => p.Belief is not null)
                    .Select(p => new Asked(p.Person, p.Belief!.Percent > cut, p.Belief)),
            ]
    )
    {
        IsOfBelief = true,
    };

    private static readonly PracticeWay Caseload = new(
        people => Middle(people.Select(p => (int?)p.Caseload)),
        (people, _, cut) => [.. people.Select(p => new Asked(p, p.Caseload > cut, null))]
    );

    private static readonly PracticeWay ContactChange = new(
        people => null,
        (people, weeksBack, _) => [.. people.Select(p => new Asked(p, p.ChangedContact(weeksBack), null))]
    );

    public static PracticeWay Of(PracticeQuestion question) =>
        question switch
        {
            PracticeQuestion.PaidHours => PaidHours,
            PracticeQuestion.Belief => Belief,
            PracticeQuestion.Caseload => Caseload,
            PracticeQuestion.ContactChange => ContactChange,
        };

    /// <summary>The lower median.</summary>
    private static int? Middle(IEnumerable<int?> values)
    {
        int[] known = [.. values.OfType<int>().Order()];
        return known.Length == 0 ? null : known[(known.Length - 1) / 2];
    }
}
