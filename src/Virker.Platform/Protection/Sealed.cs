namespace Virker.Platform.Protection;

/// <summary>A protected value as the database keeps it. Only <see cref="Vault.Open"/> reads it.</summary>
/// <param name="Bytes">Key number (4), nonce (12), tag (16), then the ciphertext.</param>
public sealed record Sealed(byte[] Bytes)
{
    /// <summary>Never the value: a sealed field may end in a log.</summary>
    public override string ToString() => "•••";
}
