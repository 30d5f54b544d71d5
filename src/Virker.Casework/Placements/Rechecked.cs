using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework.Placements;

/// <summary>
/// Two workers may give the last place at a workplace away in the same second. What the rules were asked about is read
/// again inside the transaction, when nobody else can write; if it has changed, the rules are asked again.
/// </summary>
internal static class Rechecked
{
    private const int Tries = 5;

    public static async Task<PlacementResult> Try(Func<Task<PlacementResult>> once)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await once();
            }
            catch (ChangedMeanwhileException) when (attempt < Tries)
            {
                // Another placement came between; look again.
            }
        }
    }

    public static async Task Same(
        CaseworkDbContext db,
        PlacementFacts asked,
        Guid citizen,
        Guid workplace,
        Guid apart,
        RuleBook book,
        CancellationToken stop,
        bool sameGroup = true
    )
    {
        var now = await Surroundings.Read(db, citizen, workplace, apart, stop);
        if (now.Complete(asked, book) != asked || (sameGroup && now.TargetGroup(asked.From) != asked.TargetGroup))
            throw new ChangedMeanwhileException();
    }

    private sealed class ChangedMeanwhileException : Exception;
}

/// <summary>The written answer a warning needs.</summary>
internal static class RuleAnswer
{
    public static FieldProblem? Missing(IReadOnlyList<RuleMessage> messages, string? answer) =>
        answer is null && messages.Any(m => m.Level == RuleLevel.Warn)
            ? new(
                "answer",
                new(
                    "Reglerne advarer. Skriv, hvorfor I går videre, så borgeren kan læse det.",
                    "The rules warn. Write why you go on, so that the citizen can read it."
                )
            )
            : null;
}
