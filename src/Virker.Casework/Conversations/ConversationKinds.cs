using Virker.Platform;

namespace Virker.Casework.Conversations;

/// <summary>What a kind of conversation is called.</summary>
/// <param name="Name">Among the kinds.</param>
/// <param name="Held">As a line of the case.</param>
public sealed record ConversationNames(Text Name, Text Held);

public static class ConversationKinds
{
    private static readonly ConversationNames First = new(
        new("Første samtale", "First conversation"),
        new("Første samtale", "First conversation")
    );

    private static readonly ConversationNames FollowUp = new(
        new("Opfølgning", "Follow-up"),
        new("Samtale", "Conversation")
    );

    private static readonly ConversationNames AtWorkplace = new(
        new("På arbejdspladsen", "At the workplace"),
        new("Samtale på arbejdspladsen", "Conversation at the workplace")
    );

    private static readonly ConversationNames Phone = new(
        new("Telefon", "Phone"),
        new("Samtale på telefon", "Conversation by phone")
    );

    private static readonly ConversationNames Video = new(
        new("Video", "Video"),
        new("Samtale på video", "Conversation by video")
    );

    private static readonly ConversationNames HandOver = new(
        new("Overlevering", "Hand-over"),
        new("Overlevering", "Hand-over")
    );

    public static ConversationNames Of(ConversationKind kind) =>
        kind switch
        {
            ConversationKind.First => First,
            ConversationKind.FollowUp => FollowUp,
            ConversationKind.AtWorkplace => AtWorkplace,
            ConversationKind.Phone => Phone,
            ConversationKind.Video => Video,
            ConversationKind.HandOver => HandOver,
        };
}
