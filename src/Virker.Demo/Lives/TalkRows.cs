using Virker.Casework.Citizens;
using Virker.Casework.Conversations;
using Virker.Casework.Tasks;
using Virker.Platform;

namespace Virker.Demo.Lives;

/// <summary>Conversations held and planned, next steps, notes in the journal, and what has been done of tasks.</summary>
internal static class TalkRows
{
    public static void Write(Life life)
    {
        var last = Held(life);
        if (life.Fate.IsOpen && life.Story != Story.StandsStill)
            Plan(life, last);
        Journal(life);
        if (life.Fate.IsOpen && life.Dice.Chance(0.05))
            OwnTask(life);
    }

    /// <returns>The day of the last conversation.</returns>
    private static DateOnly Held(Life life)
    {
        var (dice, today) = (life.Dice, life.World.Today);
        bool isRare = life.Story == Story.StandsStill || (life.Story == Story.None && dice.Chance(0.03));
        var end =
            isRare ? life.End.AddDays(-100)
            : life.Story == Story.Late ? today.AddDays(-34)
            : life.End.AddDays(-1);
        var day = life.Fate.From.AddDays(dice.Between(2, 9));
        if (day < today.AddDays(-DemoWorld.HistoryDays))
            day = today.AddDays(-DemoWorld.HistoryDays + dice.Between(0, 50));
        bool isFirst = day < life.Fate.From.AddDays(10);
        var last = life.Fate.From;
        Conversation? agreed = null;
        for (
            ;
            Workday.OnOrAfter(day) <= end;
            day = day.AddDays(dice.Between(24, life.Fate.TargetGroup == "6.2" ? 42 : 70))
        )
        {
            last = Workday.OnOrAfter(day);
            var held = Conversation(life, last, isFirst ? ConversationKind.First : Kind(dice), Became(dice));
            isFirst = false;
            if (held.NextStep is not null)
                agreed = StepTaken(life, agreed, held);
        }

        if (life.Story == Story.Late)
        {
            last = Workday.OnOrBefore(today.AddDays(-dice.Between(17, 25)));
            var late = Conversation(life, last, ConversationKind.FollowUp, ConversationState.Held);
            late.NextStep = dice.Pick(DemoSentences.NextSteps);
            late.NextStepBy = Workday.OnOrBefore(today.AddDays(-dice.Between(2, 9)));
            agreed = StepTaken(life, agreed, late);
        }

        if (agreed is not null && life.Story != Story.Late && dice.Chance(0.93))
            StepTaken(life, agreed, null);
        return last;
    }

    private static ConversationKind Kind(Dice dice) =>
        dice.Weighted(
            [ConversationKind.FollowUp, ConversationKind.Phone, ConversationKind.Video],
            k =>
                k == ConversationKind.FollowUp ? 6
                : k == ConversationKind.Phone ? 3
                : 1
        );

    private static ConversationState Became(Dice dice)
    {
        double share = dice.Share();
        return share switch
        {
            < 0.80 => ConversationState.Held,
            < 0.87 => ConversationState.CancelledByCitizen,
            < 0.92 => ConversationState.CancelledByUs,
            _ => ConversationState.NoShow,
        };
    }

    private static Conversation Conversation(Life life, DateOnly on, ConversationKind kind, ConversationState became)
    {
        var dice = life.Dice;
        var at = life.World.At(on, 14);
        var id = dice.Id(at);
        bool isHeld = became == ConversationState.Held;
        bool hasStep = isHeld && dice.Chance(0.6);
        var row = new Conversation
        {
            Id = id,
            CitizenId = life.Id,
            Kind = kind,
            State = became,
            On = on,
            At = Time(dice),
            WorkerId = life.ContactOn(on),
            CitizenWords =
                isHeld && dice.Chance(0.8) ? life.Seal(dice.Pick(DemoSentences.Citizen), id, "citizen_words") : null,
            Note = isHeld ? life.Seal(dice.Pick(DemoSentences.Notes), id, "note") : null,
            NextStep = hasStep ? dice.Pick(DemoSentences.NextSteps) : null,
            NextStepBy = hasStep ? Workday.OnOrAfter(on.AddDays(dice.Between(7, 28))) : null,
            RecordedAt = at,
        };
        life.Rows.Add(row);
        return row;
    }

    /// <summary>The step agreed before was taken, at the latest when a new one was agreed.</summary>
    /// <returns>The step that stands now.</returns>
    private static Conversation? StepTaken(Life life, Conversation? step, Conversation? next)
    {
        var latest = next?.On ?? life.End.AddDays(-1);
        if (step?.NextStepBy is not { } by || by > latest || by < life.World.Today.AddDays(-180))
            return next;
        Done(
            life,
            ConversationTask.NextStep(step.Id, life.Id, by, life.Desk.Id),
            step.On,
            Workday.OnOrBefore(by.AddDays(-life.Dice.Between(0, 3))),
            life.ContactOn(by)
        );
        return next;
    }

    /// <summary>A task that is done.</summary>
    public static void Done(Life life, WantedTask task, DateOnly made, DateOnly done, Guid by)
    {
        var at = life.World.At(made, 14);
        life.Rows.Add(
            new CaseTask
            {
                Id = life.Dice.Id(at),
                Kind = task.Kind,
                Key = task.Key,
                AboutId = task.AboutId,
                CitizenId = task.CitizenId,
                WorkplaceId = task.WorkplaceId,
                OwnerId = task.OwnerId,
                Due = task.Due,
                CreatedAt = at,
                DoneAt = life.World.At(done < made ? made : done, 15),
                DoneBy = by,
            }
        );
    }

    private static void Plan(Life life, DateOnly last)
    {
        var (dice, today) = (life.Dice, life.World.Today);
        DateOnly on;
        if (life.Story is Story.Today or Story.Late)
        {
            on = today;
        }
        else if (dice.Chance(0.04))
        {
            return;
        }
        // Held, but not yet written down.
        else if (last < today.AddDays(-20) && dice.Chance(0.02))
        {
            on = Workday.OnOrBefore(today.AddDays(-dice.Between(1, 4)));
        }
        else
        {
            var next = last.AddDays(dice.Between(24, 70));
            on = Workday.OnOrAfter(next > today ? next : today.AddDays(dice.Between(1, 25)));
        }

        AddPlanned(life, on, life.Desk.Id, Kind(dice));
        if (life.HasSevereIllness && WorkRows.HasIps(life))
        {
            AddPlanned(
                life,
                Workday.OnOrAfter(today.AddDays(dice.Between(0, 12))),
                dice.Pick(life.World.Workers.IpsConsultants).Id,
                ConversationKind.AtWorkplace
            );
        }
    }

    private static void AddPlanned(Life life, DateOnly on, Guid worker, ConversationKind kind) =>
        life.Rows.Add(
            new Conversation
            {
                Id = life.Dice.Id(life.World.At(on.AddDays(-20), 12)),
                CitizenId = life.Id,
                Kind = kind,
                State = ConversationState.Planned,
                On = on,
                At = Time(life.Dice),
                WorkerId = worker,
            }
        );

    private static TimeOnly Time(Dice dice) => new(dice.Between(9, 14), dice.Pick([0, 15, 30, 45]));

    private static void Journal(Life life)
    {
        var dice = life.Dice;
        var first = life.World.Today.AddDays(-DemoWorld.HistoryDays);
        first = life.Fate.From > first ? life.Fate.From : first;
        for (int i = dice.Between(0, 4); i > 0 && first < life.End; i--)
        {
            var on = life.DayBetween(first, life.End.AddDays(-1));
            var at = life.World.At(on, dice.Between(8, 14));
            var id = dice.Id(at);
            life.Rows.Add(
                new JournalNote
                {
                    Id = id,
                    CitizenId = life.Id,
                    WrittenAt = at,
                    AuthorId = life.ContactOn(on),
                    Text = life.Seal(dice.Pick(DemoSentences.Journal), id, "text"),
                }
            );
        }
    }

    private static void OwnTask(Life life)
    {
        var (dice, today) = (life.Dice, life.World.Today);
        // A case of a few days has had no more days to make it on.
        int ago = Math.Min(dice.Between(1, 14), today.DayNumber - life.Fate.From.DayNumber);
        var at = life.World.At(today.AddDays(-ago), 13);
        var id = dice.Id(at);
        life.Rows.Add(
            new CaseTask
            {
                Id = id,
                Kind = TaskKind.Own,
                Key = $"{TaskKind.Own.Code()}/{id}",
                CitizenId = life.Id,
                OwnerId = life.Desk.Id,
                Due = Workday.OnOrAfter(today.AddDays(dice.Between(-2, 12))),
                Words = dice.Pick(DemoSentences.OwnTasks),
                CreatedAt = at,
            }
        );
    }
}
