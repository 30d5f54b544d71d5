using System.Text.Json;
using Virker.Casework.Assessments;
using Virker.Casework.Options;
using Virker.Platform;

namespace Virker.Demo.Lives;

/// <summary>Assessments in versions, and the choice among options.</summary>
internal static class AssessmentRows
{
    private static readonly string[] Resources =
    [
        "work_experience",
        "trade_skills",
        "language_danish",
        "language_other",
        "driving_licence",
        "digital",
        "meets_on_time",
        "cooperates",
        "belief_in_job",
        "goal_directed",
        "network",
        "everyday_life",
    ];

    private static readonly string[] Wishes =
    [
        "with_people",
        "with_hands",
        "outdoors",
        "animals_nature",
        "quiet_place",
        "small_place",
        "fixed_tasks",
        "few_hours_first",
        "mornings",
        "near_home",
        "own_support",
    ];

    private static readonly string[] Barriers =
    [
        "danish_hard",
        "reading_hard",
        "long_away",
        "no_experience",
        "transport",
        "children",
        "housing",
        "money",
        "alone",
        "doubt_in_self",
        "rhythm",
    ];

    private static readonly string[] Interventions =
    [
        "X.PARALLEL",
        "ACT.BUS.PLACEMENT",
        "X.ORDHOURS",
        "X.MENTOR",
        "ACT.BUS.WAGESUB.PRIVATE",
        "X.GUIDE",
    ];

    public static void Write(Life life)
    {
        var dice = life.Dice;
        int days = life.End.DayNumber - life.Fate.From.DayNumber;
        if (days < 30 || dice.Chance(0.08))
            return;
        int versions = 1 + (days > 300 && dice.Chance(0.5) ? 1 : 0) + (days > 800 && dice.Chance(0.4) ? 1 : 0);
        bool hasConsent = dice.Chance(0.65);
        for (int version = 1; version <= versions; version++)
        {
            var on = Workday.OnOrAfter(life.Fate.From.AddDays(10 + (days - 20) * (version - 1) / versions));
            Assess(life, version, on < life.End ? on : life.End.AddDays(-1), hasConsent);
        }

        if (life.Fate.IsActivityReady && dice.Chance(0.35))
            Choose(life, life.DayBetween(life.Fate.From.AddDays(20), life.End.AddDays(-1)));
    }

    private static void Assess(Life life, int version, DateOnly on, bool hasConsent)
    {
        var dice = life.Dice;
        var at = life.World.At(on, 11);
        var id = dice.Id(at);
        var health = new HealthFacts(
            dice.Pick(DemoSentences.Health),
            life.HasSevereIllness,
            life.HasSevereIllness && dice.Chance(0.7),
            dice.Chance(0.2),
            dice.Chance(0.08)
        );
        life.Rows.Add(
            new Assessment
            {
                Id = id,
                CitizenId = life.Id,
                Version = version,
                MadeAt = at,
                AuthorId = life.ContactOn(on),
                CitizenWords = life.Seal(dice.Pick(DemoSentences.AssessmentCitizen), id, "citizen_words"),
                WorkerWords = life.Seal(
                    dice.Pick(life.Fate.IsBelievedIn ? DemoSentences.BelievedIn : DemoSentences.NotBelievedIn),
                    id,
                    "worker_words"
                ),
                Resources = Some(dice, Resources),
                Wishes = Some(dice, Wishes),
                Barriers = Some(dice, Barriers),
                WorkHistory = dice.Pick(DemoSentences.WorkHistory),
                // Seven in ten have no vocational education.
                HasEducation = dice.Chance(0.1) ? null : dice.Chance(0.3),
                WantsToWork = dice.Chance(0.1) ? null : dice.Chance(0.85),
                HealthConsentOn = hasConsent ? on : null,
                Health = hasConsent ? life.Seal(JsonSerializer.Serialize(health), id, "health") : null,
            }
        );
    }

    private static Codes Some(Dice dice, string[] codes)
    {
        int least = dice.Between(1, 4);
        return Codes.Of(codes.Where(_ => dice.Chance((double)least / codes.Length)));
    }

    private static void Choose(Life life, DateOnly on)
    {
        var dice = life.Dice;
        var at = life.World.At(on, 12);
        int rank = dice.Weighted([1, 2, 3, 4], r => 1.0 / (r * r));
        life.Rows.Add(
            new OptionChoice
            {
                Id = dice.Id(at),
                CitizenId = life.Id,
                ChosenAt = at,
                WorkerId = life.ContactOn(on),
                Intervention = Interventions[rank - 1],
                Rank = rank,
                BankVersion = 1,
                Shown = string.Join(';', Interventions),
                Reason = dice.Pick(DemoSentences.Reasons),
            }
        );
    }
}
