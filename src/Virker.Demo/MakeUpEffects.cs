using Virker.Casework.Cohorts;
using Virker.Casework.MadeUp;
using Virker.Casework.Plans;
using Virker.Effects.MadeUp;
using Virker.Effects.Practice;
using Virker.Effects.Trials;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Municipalities;
using Virker.Statistics.Randomness;

namespace Virker.Demo;

/// <summary>
/// Gives a made-up municipality a trial that has ended, one that draws lots, and a review of practice, so that the room
/// can be seen at work. What happened to whom is casework's; only the lots are made up, see
/// <c>docs/method/made-up-municipality.md</c>.
/// </summary>
public sealed class MakeUpEffects(
    FillCasework casework,
    FillTrial fill,
    ReadCourses courses,
    ReadTrials trials,
    PlanTrial plan,
    FreezeTrial freeze,
    TakeLook look,
    ReviewPractice review,
    TimeProvider clock
)
{
    /// <summary>With fewer who could have drawn, the ended trial would say nothing.</summary>
    private const int LeastPeople = 80;
    private const int MostPeople = 480;

    // From the first lot to the last; the last is so old that all outcomes are known.
    private const int FirstLotWeeks = 52;
    private const int LastLotWeeks = 34;
    private const int Weeks = 26;

    private static readonly string[] Groups = ["6.3", "6.5"];

    private static readonly TrialPlan Ended = new(
        "Mentorforsøget",
        "Får flere en løntime inden for et halvt år, når en mentor er der fra første uge?",
        "X.MENTOR",
        "Mentor fra første uge",
        "Sædvanlig indsats",
        Groups,
        "FAR.ALL",
        Weeks,
        Weeks,
        OutcomeKind.AnyPaidHour,
        Weeks,
        [OutcomeKind.PaidHours, OutcomeKind.Progress],
        MostPeople,
        3,
        9,
        LegalBasis: "Opdigtet: ingen borgere og ingen lov er rørt."
    );

    private static readonly TrialPlan Running = Ended with
    {
        Title = "Små virksomheder først",
        Question = "Får flere en løntime inden for et halvt år, når vi spørger de små private virksomheder først?",
        Intervention = "X.ORDHOURS",
        Treatment = "Små private virksomheder først",
        Secondary = [OutcomeKind.PaidHours, OutcomeKind.LeftToJob],
    };

    /// <summary>Nothing where the municipality has a trial, or too few citizens for one.</summary>
    /// <param name="seed">The same seed draws the same lots.</param>
    public async Task Execute(Municipality municipality, int seed, CancellationToken stop)
    {
        if (!municipality.IsMadeUp)
            throw new InvalidOperationException("Only a made-up municipality is given made-up lots.");
        var by = Worker.Virker(municipality);
        if ((await trials.All(by, stop)).Count > 0)
            return;
        var source = new SeededSource((ulong)seed);
        var today = clock.Today();
        var people = Eligible(
            await courses.Execute(by, today.AddDays(-7 * (FirstLotWeeks + Weeks)), today, stop),
            today,
            source
        );
        if (people.Count >= LeastPeople)
        {
            var drawn = people.Take(MostPeople).OrderBy(p => p.On).ToList();
            var trial = await Draw(by, drawn, [.. people.Skip(MostPeople)], source, stop);
            await look.Execute(by, trial, LookKind.Final, stop);
            var (running, _) = await plan.Execute(by, null, Running, stop);
            await freeze.Execute(by, running, TrialPlan.Hash(Running.Write()), stop);
        }

        await review.Execute(by, stop);
    }

    /// <summary>Who met the plan's conditions on a day of their own in the months when lots were drawn, in any order.</summary>
    private static List<CouldDraw> Eligible(IReadOnlyList<Course> all, DateOnly today, RandomSource source)
    {
        List<CouldDraw> lots = [];
        foreach (var course in all)
        {
            var on = today.AddDays(-7 * LastLotWeeks - source.Below(7 * (FirstLotWeeks - LastLotWeeks)));
            var follow = on.Monday().AddDays(7);
            var contact = course.Contacts.LastOrDefault(c => c.From <= on);
            bool isIn = course.Spells.Any(s =>
                s.From <= on.AddDays(-7 * Weeks) && !(s.To <= on) && Groups.Contains(s.TargetGroup)
            );
            if (isIn && contact is not null && !course.PaidWeeks.Any(w => w >= on.AddDays(-7 * Weeks) && w < follow))
            {
                lots.Add(
                    new(
                        course.CitizenId,
                        contact.WorkerId,
                        on,
                        course.PaidWeeks.Any(w => w >= follow && w < follow.AddDays(7 * Weeks))
                    )
                );
            }
        }

        var mixed = lots.ToArray();
        source.Shuffle<CouldDraw>(mixed);
        return [.. mixed];
    }

    private async Task<Guid> Draw(
        Worker by,
        List<CouldDraw> drawn,
        IReadOnlyList<CouldDraw> others,
        RandomSource source,
        CancellationToken stop
    )
    {
        var arms = CouldDraw.Arms(drawn, source);
        var trial = await fill.Execute(
            by.Municipality,
            Ended with
            {
                People = drawn.Count,
            },
            At(drawn[0].On.AddDays(-10)),
            [.. drawn.Zip(arms, (lot, arm) => new MadeUpLot(lot.Citizen, lot.Worker, At(lot.On), arm))],
            others
                .Take(drawn.Count / 8)
                .Select(
                    (lot, i) =>
                        new MadeUpRefusal(
                            lot.Citizen,
                            lot.Worker,
                            At(lot.On),
                            i % 4 == 0 ? RefusalKind.NotSuitable : RefusalKind.Declined
                        )
                ),
            stop
        );
        // Three in four who drew a mentor got one, and a few of the others.
        List<CouldDraw> began =
        [
            .. drawn
                .Zip(arms)
                .Where(l => source.Uniform() < (l.Second == Arm.Treatment ? 0.75 : 0.04))
                .Select(l => l.First),
        ];
        await casework.Add(
            by.Municipality,
            [.. began.Select(l => l.Citizen)],
            began.Select(lot => new PlanItem
            {
                CitizenId = lot.Citizen,
                Kind = PlanItemKind.Mentor,
                Intervention = Ended.Intervention,
                Title = "Mentor",
                From = lot.On.AddDays(7),
                To = lot.On.AddDays(7 * Weeks),
                AddedAt = At(lot.On.AddDays(7)),
                AddedBy = by.Id,
            }),
            stop
        );
        return trial;
    }

    private static DateTimeOffset At(DateOnly day) => new(day, new TimeOnly(9, 0), TimeSpan.Zero);
}

/// <summary>Somebody who could have drawn a lot.</summary>
/// <param name="HadHour">Had a paid hour in the half year after.</param>
internal sealed record CouldDraw(Guid Citizen, Guid Worker, DateOnly On, bool HadHour)
{
    /// <summary>
    /// Of those who had an hour about three in four drew the offer. Lots and hours then stand together as if the offer had
    /// trebled the hours, though the lives were written before.
    /// </summary>
    private const double Pace = 2.5;

    /// <summary>The arm of each, in blocks of four and six of which half drew the offer.</summary>
    public static IReadOnlyList<Arm> Arms(IReadOnlyList<CouldDraw> lots, RandomSource source)
    {
        var arms = new Arm[lots.Count];
        for (int first = 0, size; first < arms.Length; first += size)
        {
            size = Math.Min(2 * (2 + source.Below(2)), arms.Length - first);
            // Everybody has a clock, and half of them ring first.
            foreach (
                int i in Enumerable
                    .Range(first, size)
                    .OrderBy(i => -Math.Log(1 - source.Uniform()) / (lots[i].HadHour ? Pace : 1))
                    .Take(size / 2)
            )
            {
                arms[i] = Arm.Treatment;
            }
        }

        return arms;
    }
}
