using Virker.Tests;

namespace Virker.Rules.Tests;

/// <summary>The shipped rule book.</summary>
internal static class House
{
    public static RuleBook Book { get; } = RuleBook.Load(Repository.Data);
}
