using Virker.Casework.Employers;
using Virker.Casework.Ips;

namespace Virker.Demo.Lives;

/// <summary>Courses of IPS for some of those with severe illness: most meet a firm within a month, some get a job, some are
/// told no though they want, and most share with the clinic.</summary>
internal static class IpsRows
{
    private static readonly string[] Employers =
    [
        "Bageriet på Torvet (opdigtet)",
        "Grøn Planteskole (opdigtet)",
        "Byens Hotel (opdigtet)",
        "Nord Lager (opdigtet)",
        "Stationens Kiosk (opdigtet)",
        "Huset ved Åen (opdigtet)",
    ];

    private static readonly string[] Wishes =
    [
        "Vil gerne arbejde med planter eller dyr, helst om formiddagen. Kan cykle 5 km.",
        "Har været på lager før og vil det igen. Fire timer ad gangen.",
        "Vil gerne møde kunder, men ikke stå alene. Bus til byen.",
    ];

    private static readonly string[] Ends = ["Sæsonen var slut", "Ville prøve noget andet", "Timerne passede ikke"];

    /// <param name="teams">The municipality's teams by name.</param>
    public static IReadOnlyCollection<object> Of(Life life, IReadOnlyDictionary<string, Guid> teams)
    {
        var dice = new Dice(life.World.Settings.Seed, 23, life.Index);
        if (!life.HasSevereIllness || !life.Fate.IsOpen || !dice.Chance(0.75))
            return [];
        var today = life.World.Today;
        var consultant = dice.Pick(life.World.Workers.IpsConsultants).Id;
        var raised = life.DayAfter(life.Fate.From, dice.Between(20, 420), dice);
        var answer =
            dice.Chance(0.85) ? IpsAnswer.Yes
            : dice.Chance(0.8) ? IpsAnswer.NotNow
            : IpsAnswer.Refused;
        bool isSeen = answer == IpsAnswer.Yes && dice.Chance(0.92);
        DateOnly? zero = isSeen && raised.AddDays(dice.Between(5, 30)) is var met && met <= today ? met : null;
        var course = new IpsCourse
        {
            Id = dice.Id(life.World.At(raised, 10)),
            CitizenId = life.Id,
            RaisedBy = dice.Pick(Enum.GetValues<IpsRaisedBy>()),
            RaisedOn = raised,
            Answer = answer,
            WasInWork = dice.Chance(0.08),
            WorkerId = consultant,
            DayZero = zero,
            EndedOn =
                answer != IpsAnswer.Yes ? raised
                : zero?.AddDays(200) < today && dice.Chance(0.2) ? zero.Value.AddDays(200)
                : null,
        };
        List<object> rows = [course];
        if (zero is { } from)
            Course(life, dice, course, from, rows);
        if (answer == IpsAnswer.Yes && dice.Chance(0.8))
        {
            rows.Add(
                new IpsConsent
                {
                    Id = dice.Id(life.World.At(raised, 11)),
                    CitizenId = life.Id,
                    UnitId = teams[DemoWorkers.Clinic],
                    Until = raised.AddMonths(12),
                    GivenAt = life.World.At(raised, 11),
                    RecordedBy = consultant,
                }
            );
        }
        return rows;
    }

    private static void Course(Life life, Dice dice, IpsCourse course, DateOnly zero, List<object> rows)
    {
        var today = life.World.Today;
        var last = course.EndedOn ?? today;
        var profile = dice.Id(life.World.At(zero, 13));
        rows.Add(
            new IpsProfile
            {
                Id = profile,
                CitizenId = life.Id,
                Words = life.Seal(dice.Pick(Wishes), profile, "words"),
                Openness = dice.Pick(Enum.GetValues<IpsOpenness>()),
                WrittenAt = life.World.At(zero, 13),
                WrittenBy = course.WorkerId,
            }
        );
        var day = zero.AddDays((int)dice.LogNormal(18, 0.6));
        for (; day <= last; day = day.AddDays(dice.Between(6, 35)))
        {
            rows.Add(
                new IpsContact
                {
                    Id = dice.Id(life.World.At(day, 14)),
                    CitizenId = life.Id,
                    CourseId = course.Id,
                    Employer = dice.Pick(Employers),
                    On = day,
                    IsInPerson = dice.Chance(0.8),
                    IsWished = dice.Chance(0.7),
                    WorkerId = course.WorkerId,
                }
            );
        }
        var start = zero.AddDays(dice.Between(30, 260));
        if (!dice.Chance(0.6) || start > last)
            return;
        var end = dice.Chance(0.4) ? start.AddDays(dice.Between(20, 150)) : (DateOnly?)null;
        rows.Add(
            new IpsJob
            {
                Id = dice.Id(life.World.At(start, 8)),
                CitizenId = life.Id,
                CourseId = course.Id,
                Employer = dice.Pick(Employers),
                Industry = dice.Chance(0.8) ? dice.Pick(Industries.All).Code : null,
                Pay =
                    dice.Chance(0.75) ? IpsPay.Ordinary
                    : dice.Chance(0.6) ? IpsPay.Education
                    : IpsPay.WageSubsidy,
                WeeklyMinutes = 60 * dice.Between(3, 30),
                From = start,
                To = end <= last ? end : null,
                EndReason = end <= last ? dice.Pick(Ends) : null,
            }
        );
    }

    /// <summary>So many days after the first, or today when that has not come.</summary>
    private static DateOnly DayAfter(this Life life, DateOnly first, int days, Dice dice)
    {
        int most = life.World.Today.DayNumber - first.DayNumber;
        return first.AddDays(days <= most ? days : dice.Between(0, Math.Max(0, most)));
    }
}
