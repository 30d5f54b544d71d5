using Virker.Casework.Beliefs;
using Virker.Casework.Citizens;
using Virker.Casework.Cohorts;
using Virker.Effects.Practice;
using Virker.Statistics.Randomness;

namespace Virker.Effects.Tests.Practice;

/// <summary>Made-up courses around one day.</summary>
internal static class MadeUpPractice
{
    /// <summary>The first day of a quarter.</summary>
    public static DateOnly Day { get; } = new(2025, 10, 1);

    /// <summary>The day the review of it is made.</summary>
    public static DateOnly Today { get; } = new(2026, 11, 24);

    public static Guid Worker(int number) => new(number, 0, 0, new byte[8]);

    public static Course Course(params IReadOnlyList<CourseSpell> spells) =>
        new(
            Guid.CreateVersion7(),
            new DateOnly(1980, 1, 1),
            spells,
            [new(Worker(1), spells[0].From, null)],
            new HashSet<DateOnly>(),
            [],
            []
        );

    /// <summary>So many days before the day.</summary>
    public static DateOnly Before(int days) => Day.AddDays(-days);

    public static DateOnly After(int days) => Day.AddDays(days);

    /// <summary>A municipality drawn from known chances: the better off are given paid hours more often, and get jobs
    /// more often whatever they are given.</summary>
    /// <param name="lift">What paid hours add to everybody's chance of a job.</param>
    public static IReadOnlyList<Course> Municipality(ulong seed, int people, double lift, int workers = 30)
    {
        var source = new SeededSource(seed);
        List<Course> courses = [];
        for (int i = 0; i < people; i++)
        {
            int weeks = 27 + (int)(300 * source.Uniform());
            bool isYoung = source.Uniform() < 0.3;
            double ease = (isYoung ? 0.08 : 0) + (weeks < 100 ? 0.1 : 0);
            bool hadHours = source.Uniform() < 0.1 + 2 * ease;
            bool isInJob = source.Uniform() < 0.08 + ease + (hadHours ? lift : 0);
            var from = Before(7 * weeks);
            var worker = Worker(1 + (int)(workers * source.Uniform()));
            courses.Add(
                new(
                    new Guid(i, 1, (short)seed, new byte[8]),
                    Day.AddYears(isYoung ? -25 : -45).AddDays(-(int)(1500 * source.Uniform())),
                    [
                        new(
                            isYoung ? "6.5" : "6.3",
                            from,
                            isInJob ? After(30 + (int)(300 * source.Uniform())) : null,
                            isInJob ? SpellEnd.Job : null
                        ),
                    ],
                    source.Uniform() < 0.25
                        ? [new(Worker(99), from, Before(60)), new(worker, Before(60), null)]
                        : [new(worker, from, null)],
                    hadHours ? new HashSet<DateOnly> { Monday(Before(50)) } : new HashSet<DateOnly>(),
                    source.Uniform() < 0.7
                        ?
                        [
                            new GivenBelief(
                                worker,
                                Before(1 + (int)(150 * source.Uniform())),
                                5 + (int)(60 * source.Uniform())
                            ),
                        ]
                        : [],
                    []
                )
            );
        }

        return courses;
    }

    public static string? TeamOf(Guid worker) => $"Team {worker.ToByteArray()[0] % 4}";

    public static PracticeResult Review(IReadOnlyList<Course> courses) =>
        PracticeAnalysis.Of(courses, TeamOf, Day, Today);

    public static DateOnly Monday(DateOnly day) => Virker.Platform.DanishTime.Monday(day);
}
