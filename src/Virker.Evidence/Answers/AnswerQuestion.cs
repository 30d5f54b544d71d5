using Virker.Evidence.Bank;

namespace Virker.Evidence.Answers;

/// <summary>Answers "does this work for these people?" from one version of the bank.</summary>
public static class AnswerQuestion
{
    /// <exception cref="Virker.Platform.InvalidInputException">A code is not in the taxonomy.</exception>
    public static Answer For(KnowledgeBank bank, AnswerQuery query) =>
        throw new NotSupportedException($"{bank.Version} {query}");
}
