using Virker.Casework.Caseload;
using Virker.Platform;
using Virker.Platform.Accounts;

namespace Virker.Demo.Lives;

/// <summary>What cases ask for, what workers have room for, and the made-up municipality's own rule. The weights are made
/// up like everything else here: nobody has published any.</summary>
internal static class CaseloadRows
{
    /// <summary>The languages asked for, the commonest first.</summary>
    private static readonly string[] Languages = ["ar", "uk", "tr", "so", "fa"];

    public static void Needs(Life life)
    {
        var dice = new Dice(life.World.Settings.Seed, 17, life.Index);
        if (!life.Fate.IsOpen || !dice.Chance(0.8))
            return;
        life.Rows.Add(
            new CaseNeeds
            {
                CitizenId = life.Id,
                Level =
                    dice.Chance(0.5) ? CaseLevel.Simple
                    : dice.Chance(0.7) ? CaseLevel.Complex
                    : CaseLevel.VeryComplex,
                Language = dice.Chance(0.08) ? Language(dice) : null,
                IsBound = dice.Chance(0.04),
            }
        );
    }

    public static IReadOnlyCollection<object> Of(DemoWorld world)
    {
        var dice = new Dice(world.Settings.Seed, 19);
        var rows = new List<object>
        {
            new CaseloadRule
            {
                Id = dice.Id(world.At(world.Today.AddMonths(-8), 10)),
                Ceiling = 55,
                Complex = 125,
                VeryComplex = 175,
                NewPercent = 60,
                SetBy = world.Workers.All.First(w => w.Role == Role.TeamLeader).Id,
                SetAt = world.At(world.Today.AddMonths(-8), 10),
            },
        };
        var desks = world.Workers.Caseworkers;
        for (int i = 0; i < desks.Count; i++)
        {
            bool isAway = desks.Count > 4 && i % 12 == 5;
            rows.Add(
                new WorkTerms
                {
                    WorkerId = desks[i].Id,
                    Percent = dice.Chance(0.2) ? 80 : 100,
                    // Of each language somebody in every other team speaks it.
                    Languages = Codes.Of(Languages.Where((_, l) => (i + l) % 4 == 0).Order(StringComparer.Ordinal)),
                    BeganOn = i % 9 == 7 ? world.Today.AddMonths(-3) : null,
                    AwayFrom = isAway ? world.Today.AddDays(-10) : null,
                    AwayTo = isAway ? world.Today.AddDays(20) : null,
                    // The next but one is of the same team.
                    CoverId = isAway ? desks[(i + 2) % desks.Count].Id : null,
                }
            );
        }

        return rows;
    }

    private static string Language(Dice dice) => Languages[Math.Min(dice.Between(0, 4), dice.Between(0, 4))];
}
