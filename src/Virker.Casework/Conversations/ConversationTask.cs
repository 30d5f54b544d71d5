using Virker.Casework.Tasks;

namespace Virker.Casework.Conversations;

/// <summary>The tasks a conversation gives rise to, the same whether made at once or by night.</summary>
internal static class ConversationTask
{
    public static WantedTask Of(Guid id, Guid citizen, DateOnly on, Guid worker) =>
        new(TaskKind.Conversation, id, on, worker, citizen);

    public static WantedTask NextStep(Guid id, Guid citizen, DateOnly by, Guid owner) =>
        new(TaskKind.NextStep, id, by, owner, citizen);

    /// <summary>The former and the new contact meet the citizen together.</summary>
    /// <param name="contact">The time with the new contact.</param>
    public static WantedTask JointMeeting(Guid contact, Guid citizen, DateOnly from, Guid owner) =>
        new(TaskKind.JointMeeting, contact, from.AddDays(JointMeetingDays), owner, citizen);

    private const int JointMeetingDays = 3;
}
