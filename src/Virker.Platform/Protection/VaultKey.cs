namespace Virker.Platform.Protection;

/// <summary>What a key is for. Each purpose has keys of its own, so that one can be changed without the others.</summary>
public enum KeyPurpose
{
    /// <summary>Seals protected fields.</summary>
    Field,

    /// <summary>Makes the blind index a CPR number is looked up by.</summary>
    Index,

    /// <summary>Chains the log.</summary>
    Audit,
}

/// <summary>A key of one municipality, itself sealed with the master key, which the database never holds.</summary>
public sealed class VaultKey
{
    public int Number { get; init; }
    public KeyPurpose Purpose { get; init; }
    public required byte[] Wrapped { get; set; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Opens old values but seals no new ones.</summary>
    public DateTimeOffset? RetiredAt { get; set; }
}
