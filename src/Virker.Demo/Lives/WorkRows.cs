using Virker.Casework.Placements;
using Virker.Casework.Plans;
using Virker.Casework.Tasks;
using Virker.Platform;

namespace Virker.Demo.Lives;

/// <summary>Placements, the lines of the plan, and follow-up; paid hours are in <see cref="HoursRows"/>.</summary>
internal static class WorkRows
{
    public static void Write(Life life)
    {
        var (dice, fate, today) = (life.Dice, life.Fate, life.World.Today);
        // What comes before must have ended by this day.
        var free = life.End.AddDays(-20);
        if (fate.Hours is { } hours)
            free = HoursRows.Write(life, hours).AddDays(-15);
        else if (fate.IsOpen && life.Story != Story.StandsStill)
            free = Now(life, free);
        if (dice.Chance(0.3))
            Past(life, free);
        if (life.Story != Story.StandsStill)
            OtherLines(life);
    }

    /// <summary>A placement without paid hours that runs today, or one proposed.</summary>
    private static DateOnly Now(Life life, DateOnly free)
    {
        const double without =
            (DemoShares.CompanyDirectedNow - DemoShares.PaidHoursNow) / (1 - DemoShares.PaidHoursNow);
        var (dice, today) = (life.Dice, life.World.Today);
        double share = dice.Share();
        // A little more, since the case must be old enough for the placement.
        if (share < without * 1.15)
        {
            var work = life.World.Employers.Choose(dice, life.Goal.Occupation);
            var kind = dice.Chance(0.78) ? PlacementKind.Internship : Subsidy(work);
            int weeks = Weeks(life, kind);
            var from = today.Monday().AddDays(-7 * dice.Between(0, weeks - 1));
            if (from < life.Fate.From.AddDays(10))
                return free;
            Place(life, work, kind, from, from.AddDays(7 * weeks - 1), null, null);
            return from.AddDays(-15);
        }

        if (share > 1 - 0.015)
        {
            var from = today.Monday().AddDays(7 * dice.Between(1, 3));
            var work = life.World.Employers.Choose(dice, life.Goal.Occupation);
            Place(
                life,
                work,
                PlacementKind.Internship,
                from,
                from.AddDays(7 * Weeks(life, PlacementKind.Internship) - 1),
                null,
                null
            );
        }

        return free;
    }

    private static void Past(Life life, DateOnly free)
    {
        var dice = life.Dice;
        var work = life.World.Employers.Choose(dice, life.Goal.Occupation);
        var kind = dice.Chance(0.8) ? PlacementKind.Internship : Subsidy(work);
        int weeks = Weeks(life, kind);
        var from = free.AddDays(-7 * weeks - dice.Between(0, 500)).Monday();
        if (from < life.Fate.From.AddDays(14))
            return;
        var to = from.AddDays(7 * weeks - 1);
        bool stops = dice.Chance(0.3);
        Place(
            life,
            work,
            kind,
            from,
            to,
            stops ? from.AddDays(7 * dice.Between(1, weeks - 1) - 3) : to,
            stops ? null : "Aftalt tid er gået"
        );
    }

    private static PlacementKind Subsidy(DemoWorkplace work) =>
        work.Company.IsPublic ? PlacementKind.PublicWageSubsidy : PlacementKind.PrivateWageSubsidy;

    /// <summary>Within the limits of the law: four weeks for the job-ready, thirteen for others and more when a longer
    /// time is assessed; a wage subsidy four or six months.</summary>
    public static int Weeks(Life life, PlacementKind kind) =>
        PlacementKinds.Of(kind).IsUnpaid
            ? life.Fate.TargetGroup == "6.2"
                ? 4
                : life.Dice.Weighted(
                    [6, 8, 13, 26],
                    w =>
                        w == 13 ? 6
                        : w == 26 ? 1
                        : 2
                )
            : life.Fate.TargetGroup == "6.2"
                ? 17
                : 26;

    /// <summary>A placement with its line in the plan and its follow-ups.</summary>
    /// <param name="endedOn">When it ended, if it did.</param>
    public static Placement Place(
        Life life,
        DemoWorkplace work,
        PlacementKind kind,
        DateOnly from,
        DateOnly to,
        DateOnly? endedOn,
        string? endReason
    )
    {
        var (dice, world) = (life.Dice, life.World);
        var agreedOn = Workday.OnOrBefore(from.AddDays(-dice.Between(3, 10)));
        agreedOn = agreedOn < life.Fate.From ? life.Fate.From : agreedOn;
        var at = world.At(agreedOn, 12);
        var traits = PlacementKinds.Of(kind);
        var contact = life.ContactOn(agreedOn);
        var placement = new Placement
        {
            Id = dice.Id(at),
            CitizenId = life.Id,
            WorkplaceId = work.Place.Id,
            Kind = kind,
            Purpose =
                !traits.IsSupported || life.Fate.Hours is not null ? PlacementPurpose.ReachPaidHours
                : dice.Chance(0.5) ? PlacementPurpose.ClarifyGoal
                : PlacementPurpose.TrainSkills,
            State =
                endedOn is not null ? PlacementState.Ended
                : from > world.Today && dice.Chance(0.5) ? PlacementState.Proposed
                : PlacementState.Agreed,
            TargetGroup = life.Fate.TargetGroup,
            From = from,
            To = to,
            WeeklyMinutes = traits.IsSupported
                ? 60 * (traits.IsUnpaid ? dice.Between(8, 25) : dice.Between(20, 32))
                : 0,
            Tasks = Sentence(dice, work.Industry),
            PaidTasks = traits.IsSupported ? null : Sentence(dice, work.Industry),
            MentorName = dice.Chance(0.75)
                ? $"{dice.Pick(dice.Chance(0.5) ? DemoNames.Women : DemoNames.Men)} {dice.Pick(DemoNames.Last)}"
                : null,
            MentorMinutes = dice.Chance(0.5) ? 60 * dice.Between(1, 2) : null,
            SupportedBy = dice.Chance(0.7) ? work.Place.OwnerId ?? dice.Pick(world.Workers.JobConsultants).Id : null,
            FollowUpWeeks = dice.Pick([2, 3, 4, 4]),
            HasStatement = traits.IsSupported && dice.Chance(0.94) ? true : null,
            ExtensionReason =
                traits.IsUnpaid && to.DayNumber - from.DayNumber > 91
                    ? "Borgeren har brug for længere tid til at nå målet om timer med løn."
                    : null,
            StartedAt = at,
            StartedBy = contact,
            RuleMessages = "[]",
            EndedOn = endedOn,
            EndReason = endedOn is null ? null : endReason ?? dice.Pick(DemoSentences.StoppedEarly),
            WasHired = endedOn < world.Today.AddDays(-30) ? dice.Chance(0.15) : null,
        };
        life.Rows.Add(placement);
        Line(
            life,
            PlanItemKind.Placement,
            traits.Intervention,
            $"{traits.Name.Da} hos {work.Place.Name}",
            true,
            from,
            to,
            placement.Id,
            agreedOn,
            endedOn < to ? endedOn : null,
            endedOn < to ? placement.EndReason : null
        );
        if (placement.State == PlacementState.Agreed)
            FollowUp(life, placement);
        return placement;
    }

    public static string Sentence(Dice dice, DemoIndustry industry)
    {
        string one = dice.Pick(industry.Tasks);
        string two = dice.Pick(industry.Tasks);
        return one == two
            ? $"{char.ToUpperInvariant(one[0])}{one[1..]}"
            : $"{char.ToUpperInvariant(one[0])}{one[1..]} og {two}";
    }

    /// <summary>The follow-ups done so far, by the rhythm; one in ten is late with the last.</summary>
    private static void FollowUp(Life life, Placement placement)
    {
        var (dice, today) = (life.Dice, life.World.Today);
        var owner = placement.SupportedBy ?? life.Desk.Id;
        var last = placement.From;
        int late = dice.Chance(0.1) ? dice.Between(1, 10) : 0;
        for (; ; )
        {
            var due = last.AddDays(7 * placement.FollowUpWeeks);
            var done = Workday.OnOrBefore(due.AddDays(dice.Between(-1, 2)));
            if (due >= placement.To || (due > today.AddDays(-late - 1)))
                return;
            done = done < today ? done : today.AddDays(-1);
            done = done > last ? done : due;
            TalkRows.Done(
                life,
                new WantedTask(TaskKind.PlacementFollowUp, placement.Id, due, owner, life.Id, placement.WorkplaceId),
                last < life.Fate.From ? life.Fate.From : last,
                done,
                owner
            );
            last = done;
        }
    }

    public static bool HasIps(Life life) => life.Rows.OfType<PlanItem>().Any(p => p.Intervention == "X.IPS");

    /// <summary>What runs beside: support, courses, job search. Some plans hold nothing aimed at a job.</summary>
    private static void OtherLines(Life life)
    {
        var (dice, fate, end) = (life.Dice, life.Fate, life.End);
        if (life.HasSevereIllness && fate.IsOpen && dice.Chance(0.25))
            Start("X.IPS", PlanItemKind.Guidance, "IPS: job og støtte på samme tid", true, 200);
        for (
            int lines = dice.Weighted(
                [0, 1, 2],
                n =>
                    n == 0 ? 45
                    : n == 1 ? 40
                    : 15
            );
            lines > 0;
            lines--
        )
        {
            switch (dice.Between(0, 5))
            {
                case 0:
                    Start("X.MENTOR", PlanItemKind.Mentor, "Mentor på arbejdspladsen", true, 180);
                    break;
                case 1:
                    Start("X.JOBSEARCH", PlanItemKind.JobSearch, "Hjælp til at søge job med få timer", true, 90);
                    break;
                case 2:
                    Start("ACT.CRS", PlanItemKind.Course, "Dansk og hverdag på arbejde", false, 120);
                    break;
                case 3:
                    Start("X.GUIDE", PlanItemKind.Guidance, "Vejledning om hverdag og økonomi", false, 120);
                    break;
                case 4:
                    Start("X.GUIDE", PlanItemKind.Guidance, "Besøg på arbejdspladser", true, 60);
                    break;
                default:
                    Start(null, PlanItemKind.Treatment, "Støtte ved siden af vejen til job", false, 180);
                    break;
            }
        }

        void Start(string? intervention, PlanItemKind kind, string title, bool isJobDirected, int days)
        {
            var from = end.AddDays(-dice.Between(5, 260));
            if (from < fate.From.AddDays(10))
                return;
            var to = from.AddDays(days);
            bool isCut = fate.ClosedOn is { } closed && to > closed;
            Line(
                life,
                kind,
                intervention,
                title,
                isJobDirected,
                from,
                to,
                null,
                from.AddDays(-3),
                isCut ? fate.ClosedOn : null,
                isCut ? "Sagen er afsluttet" : null
            );
        }
    }

    private static void Line(
        Life life,
        PlanItemKind kind,
        string? intervention,
        string title,
        bool isJobDirected,
        DateOnly from,
        DateOnly to,
        Guid? placement,
        DateOnly added,
        DateOnly? endedOn,
        string? endReason
    )
    {
        var at = life.World.At(added, 12);
        life.Rows.Add(
            new PlanItem
            {
                Id = life.Dice.Id(at),
                CitizenId = life.Id,
                Kind = kind,
                Intervention = intervention,
                Title = title,
                IsJobDirected = isJobDirected,
                From = from,
                To = to,
                PlacementId = placement,
                AddedAt = at,
                AddedBy = life.ContactOn(added),
                EndedOn = endedOn,
                EndReason = endReason,
            }
        );
    }
}
