namespace Virker.Casework.Options;

/// <summary>What the citizen and the worker chose among the options, and why.</summary>
public sealed class OptionChoice
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CitizenId { get; init; }
    public DateTimeOffset ChosenAt { get; init; }
    public Guid WorkerId { get; init; }

    /// <summary>The intervention's code in the taxonomy.</summary>
    public required string Intervention { get; init; }

    /// <summary>1 is the top of the list as it was shown.</summary>
    public int Rank { get; init; }

    /// <summary>The version of the knowledge bank the list rested on.</summary>
    public int BankVersion { get; init; }

    /// <summary>The order that was shown, codes with <c>;</c> between.</summary>
    public required string Shown { get; init; }

    /// <summary>Why this one, in words the citizen can read.</summary>
    public required string Reason { get; init; }
}
