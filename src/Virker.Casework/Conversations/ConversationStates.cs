using Virker.Platform;

namespace Virker.Casework.Conversations;

public static class ConversationStates
{
    /// <summary>What became of the conversation, in a few words.</summary>
    public static Text Name(ConversationState state) =>
        state switch
        {
            ConversationState.Planned => new("Planlagt", "Planned"),
            ConversationState.Held => new("Afholdt", "Held"),
            ConversationState.CancelledByCitizen => new("Aflyst af borgeren", "Cancelled by the citizen"),
            ConversationState.CancelledByUs => new("Aflyst af os", "Cancelled by us"),
            ConversationState.NoShow => new("Borgeren kom ikke", "The citizen did not come"),
        };
}
