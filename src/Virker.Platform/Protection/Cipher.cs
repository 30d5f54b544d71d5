using System.Security.Cryptography;

namespace Virker.Platform.Protection;

/// <summary>AES-256-GCM with a random nonce: nonce (12), tag (16), ciphertext.</summary>
internal static class Cipher
{
    private const int Nonce = 12;
    private const int Tag = 16;

    public static byte[] Seal(byte[] key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> about)
    {
        var sealedBytes = new byte[Nonce + Tag + plain.Length];
        RandomNumberGenerator.Fill(sealedBytes.AsSpan(0, Nonce));
        using var aes = new AesGcm(key, Tag);
        aes.Encrypt(
            sealedBytes.AsSpan(0, Nonce),
            plain,
            sealedBytes.AsSpan(Nonce + Tag),
            sealedBytes.AsSpan(Nonce, Tag),
            about
        );
        return sealedBytes;
    }

    /// <exception cref="AuthenticationTagMismatchException">Another key, another place, or altered bytes.</exception>
    public static byte[] Open(byte[] key, ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> about)
    {
        var plain = new byte[sealedBytes.Length - Nonce - Tag];
        using var aes = new AesGcm(key, Tag);
        aes.Decrypt(sealedBytes[..Nonce], sealedBytes[(Nonce + Tag)..], sealedBytes.Slice(Nonce, Tag), plain, about);
        return plain;
    }
}
