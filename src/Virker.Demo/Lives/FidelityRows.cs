using Virker.Casework.Fidelity;

namespace Virker.Demo.Lives;

/// <summary>Reviews of the team with the IPS consultants: it gets better, and the newest review is not done.</summary>
internal static class FidelityRows
{
    /// <summary>How many months ago, and the average score.</summary>
    private static readonly (int MonthsAgo, double Level)[] Reviews = [(19, 2.7), (13, 3.3), (7, 3.9), (1, 4.2)];
    private const int ScoredOfNewest = 17;

    public static IReadOnlyCollection<object> Of(DemoWorld world, IReadOnlyDictionary<string, Guid> teams)
    {
        var dice = new Dice(world.Settings.Seed, 13);
        var consultant = world.Workers.IpsConsultants[0].Account;
        var leader = world.Workers.All.First(w =>
            w.Role == Platform.Accounts.Role.TeamLeader && w.Account.Team == consultant.Team
        );
        var rows = new List<object>();
        foreach (var (monthsAgo, level) in Reviews)
        {
            var on = Workday.OnOrAfter(world.Today.AddMonths(-monthsAgo).AddDays(-7));
            var at = world.At(on, 14);
            var review = new FidelityReview
            {
                Id = dice.Id(at),
                TeamId = teams[consultant.Team],
                On = on,
                WrittenBy = leader.Id,
                WrittenAt = at,
            };
            rows.Add(review);
            rows.AddRange(
                FidelityScale
                    .Items.Take(monthsAgo == Reviews[^1].MonthsAgo ? ScoredOfNewest : FidelityScale.Items.Count)
                    .Select(item =>
                    {
                        var source = dice.Pick(Enum.GetValues<FidelitySource>());
                        return new FidelityScore
                        {
                            ReviewId = review.Id,
                            Item = item.Number,
                            Score = Math.Clamp((int)Math.Round(level + 2 * dice.Share() - 1), 1, 5),
                            Source = source,
                            Note = Seen(source),
                        };
                    })
            );
        }

        return rows;
    }

    private static string Seen(FidelitySource source) =>
        source switch
        {
            FidelitySource.RecordReview => "Set i ti sager.",
            FidelitySource.Interview => "Fortalt af to konsulenter hver for sig.",
            FidelitySource.Observation => "Set på et teammøde.",
        };
}
