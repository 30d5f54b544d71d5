using Virker.Casework.Beliefs;
using Virker.Casework.Citizens;
using Virker.Casework.Cohorts;
using Virker.Effects.Practice;
using static Virker.Effects.Tests.Practice.MadeUpPractice;

namespace Virker.Effects.Tests.Practice;

/// <summary>Who is followed, and what counts as before and after.</summary>
public sealed class Landmark_tests
{
    private static readonly DateOnly Last = Day.AddYears(1).AddDays(-1);

    private static LandmarkPerson? At(Course course) =>
        Landmark.At([course], Day, Landmark.WeeksBack).SingleOrDefault();

    private static LandmarkPerson Person(Course course) => At(course)!;

    private static CourseSpell Spell(int from, int? to = null, SpellEnd? end = null, string group = "6.3") =>
        new(group, Before(from), to is { } t ? After(t) : null, end);

    [Fact]
    public void Half_a_year_in_a_target_group_without_a_gap_is_needed()
    {
        Assert.NotNull(At(Course(Spell(182))));
        Assert.Null(At(Course(Spell(181))));
        Assert.Null(At(Course(Spell(400, -1, SpellEnd.Job))));
        Assert.NotNull(At(Course(Spell(400, 0, SpellEnd.Job))));
    }

    [Fact]
    public void One_group_taking_over_from_another_is_no_gap_and_a_day_out_is()
    {
        var handedOn = Course(Spell(400, -100), Spell(99, group: "6.2"));
        Assert.Equal((Before(400), "6.2"), (Person(handedOn).Since!.Value, Person(handedOn).TargetGroup));
        Assert.Null(At(Course(Spell(400, -100), Spell(98))));
    }

    [Fact]
    public void Who_has_no_contact_on_the_day_is_not_followed() =>
        Assert.Null(At(Course(Spell(300)) with { Contacts = [new(Worker(1), After(1), null)] }));

    [Fact]
    public void Hours_count_in_the_half_year_before_and_never_after_the_day()
    {
        Assert.True(With(Monday(Before(175))).HadHours(Landmark.WeeksBack));
        Assert.True(With(Monday(Before(10))).HadHours(Landmark.WeeksBack));
        Assert.False(With(Monday(Before(190))).HadHours(Landmark.WeeksBack));
        // A week that ends after the day is not over.
        Assert.False(With(Monday(Before(1))).HadHours(Landmark.WeeksBack));
        Assert.False(With(Monday(After(30))).HadHours(Landmark.WeeksBack));

        static LandmarkPerson With(DateOnly week) =>
            Person(Course(Spell(400)) with { PaidWeeks = new HashSet<DateOnly> { week } });
    }

    [Fact]
    public void The_first_contact_is_no_change_nor_is_the_same_one_again()
    {
        Assert.False(With(new CourseContact(Worker(1), Before(100), null)).ChangedContact(Landmark.WeeksBack));
        Assert.True(Changed(100, 2));
        Assert.False(Changed(100, 1));
        Assert.False(Changed(200, 2));
        Assert.False(Changed(-1, 2));

        static bool Changed(int daysBefore, int to) =>
            With(new(Worker(1), Before(400), null), new(Worker(to), Before(daysBefore), null))
                .ChangedContact(Landmark.WeeksBack);

        static LandmarkPerson With(params CourseContact[] contacts) =>
            Person(Course(Spell(400)) with { Contacts = contacts });
    }

    [Fact]
    public void The_newest_belief_of_the_half_year_before_is_taken()
    {
        var person = Person(
            Course(Spell(400)) with
            {
                Beliefs =
                [
                    new(Worker(1), Before(200), 90),
                    new(Worker(1), Before(100), 20),
                    new(Worker(1), Before(50), 30),
                    new(Worker(1), After(1), 80),
                ],
            }
        );
        Assert.Equal(30, person.Belief(Landmark.WeeksBack)!.Percent);
        Assert.Null(person.Belief(2));
    }

    [Fact]
    public void A_contacts_citizens_are_counted_on_the_day_also_the_newest()
    {
        Course[] courses = [Course(Spell(400)), Course(Spell(10)), Course(Spell(300, -20, SpellEnd.Job))];
        Assert.Equal(2, Assert.Single(Landmark.At(courses, Day, Landmark.WeeksBack)).Caseload);
    }

    [Theory]
    [InlineData(SpellEnd.Job, true)]
    [InlineData(SpellEnd.Education, false)]
    [InlineData(SpellEnd.FlexJob, false)]
    [InlineData(SpellEnd.DisabilityPension, false)]
    [InlineData(SpellEnd.MovedAway, null)]
    [InlineData(SpellEnd.Died, null)]
    public void What_became_of_them(SpellEnd end, bool? isInJob) =>
        Assert.Equal(isInJob, Person(Course(Spell(400, 90, end))).IsInJob(Last));

    [Fact]
    public void Who_left_without_a_word_of_what_to_is_unknown_and_who_was_handed_on_is_not()
    {
        Assert.Null(Person(Course(Spell(400, 90))).IsInJob(Last));
        Assert.False(Person(Course(Spell(400, 90), new("6.2", After(91), null, null))).IsInJob(Last));
        Assert.False(Person(Course(Spell(400, 90), new("6.2", After(91), After(200), SpellEnd.FlexJob))).IsInJob(Last));
    }

    [Fact]
    public void Only_a_job_that_still_stands_at_the_end_of_the_year_counts()
    {
        Assert.False(Person(Course(Spell(400))).IsInJob(Last));
        var back = Course(Spell(400, 90, SpellEnd.Job), new("6.3", After(200), null, null));
        Assert.False(Person(back).IsInJob(Last));
        var wasBack = Course(Spell(400, 90, SpellEnd.Job), new("6.3", After(200), After(250), SpellEnd.Job));
        Assert.True(Person(wasBack).IsInJob(Last));
        // After the year nobody looks.
        Assert.False(Person(Course(Spell(400, 370, SpellEnd.Job))).IsInJob(Last));
    }

    [Fact]
    public void The_day_is_the_newest_quarter_whose_year_has_passed_and_been_reported()
    {
        Assert.Equal(new(2025, 10, 1), PracticeAnalysis.NewestDay(new(2026, 11, 24)));
        Assert.Equal(new(2025, 10, 1), PracticeAnalysis.NewestDay(new(2026, 11, 12)));
        Assert.Equal(new(2025, 7, 1), PracticeAnalysis.NewestDay(new(2026, 11, 11)));
    }
}
