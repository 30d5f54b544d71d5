using Virker.Casework.Citizens;
using Virker.Platform.Protection;

namespace Virker.Demo.Lives;

/// <summary>How protected fields are sealed, and CPR numbers indexed.</summary>
internal sealed record DemoSeal(Func<string, Guid, string, Sealed> Seal, Func<string, byte[]> Index);

/// <summary>What every life is written in: the municipality and the day.</summary>
internal sealed record DemoWorld(
    DemoSettings Settings,
    DateOnly Today,
    DemoWorkers Workers,
    DemoEmployers Employers,
    DemoSeal Seal
)
{
    /// <summary>How far back conversations and notes are written.</summary>
    public const int HistoryDays = 540;

    /// <summary>An hour of the day; nothing is recorded in the future.</summary>
    public DateTimeOffset At(DateOnly day, int hour)
    {
        var at = Workday.At(day, hour);
        var latest = Workday.At(Today, 0);
        return at < latest ? at : latest;
    }
}

/// <summary>One citizen's life as it is written down, row by row.</summary>
internal sealed class Life(DemoWorld world, int index, Fate fate, Story story, DemoWorker desk, Dice dice)
{
    public DemoWorld World => world;
    public int Index => index;
    public Fate Fate => fate;
    public Story Story => story;

    /// <summary>The caseworker now.</summary>
    public DemoWorker Desk => desk;
    public Dice Dice => dice;
    public Guid Id { get; } = dice.Id(Workday.At(fate.From, 9));
    public List<object> Rows { get; } = [];

    /// <summary>The last day anything can happen on: today, or the day the case was closed.</summary>
    public DateOnly End { get; } = fate.ClosedOn ?? world.Today;

    public List<PrimaryContact> Contacts { get; } = [];

    /// <summary>The occupation the citizen wishes for.</summary>
    public DemoGoal Goal { get; } = dice.Pick(DemoSentences.Goals);

    /// <summary>Wants to work and is in psychiatric treatment for a severe illness: may have IPS.</summary>
    public bool HasSevereIllness { get; } = fate.IsActivityReady && dice.Chance(0.14);

    public Guid ContactOn(DateOnly day) => (Contacts.FindLast(c => c.From <= day) ?? Contacts[0]).WorkerId;

    public Sealed Seal(string words, Guid row, string field) => world.Seal.Seal(words, row, field);

    /// <summary>A workday between two days, both included.</summary>
    public DateOnly DayBetween(DateOnly first, DateOnly last) =>
        Workday.OnOrBefore(first.AddDays(dice.Between(0, Math.Max(0, last.DayNumber - first.DayNumber)))) is var day
        && day < first
            ? first
            : day;

    public static Life Write(DemoWorld world, int index, Fate fate, Story story, DemoWorker desk, Dice dice)
    {
        var life = new Life(world, index, fate, story, desk, dice);
        PersonRows.Write(life);
        AssessmentRows.Write(life);
        WorkRows.Write(life);
        TalkRows.Write(life);
        BeliefRows.Write(life);
        ProgressRows.Write(life);
        ExemptionRows.Write(life);
        CaseloadRows.Needs(life);
        return life;
    }
}
