using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Virker.Platform.Protection;

/// <summary>Seals and opens the protected fields of one municipality, and makes the blind index of its CPR numbers.</summary>
public sealed class Vault
{
    private readonly Func<Dictionary<int, byte[]>> _read;
    private readonly byte[] _index;
    private volatile Dictionary<int, byte[]> _fieldKeys;

    /// <param name="fieldKeys">By number; the highest seals.</param>
    /// <param name="read">Reads the field keys again: another process may have made a new one.</param>
    internal Vault(Dictionary<int, byte[]> fieldKeys, byte[] index, byte[] audit, Func<Dictionary<int, byte[]>> read)
    {
        _fieldKeys = fieldKeys;
        _index = index;
        AuditKey = audit;
        _read = read;
    }

    internal byte[] AuditKey { get; }

    /// <summary>Seals <paramref name="plain"/> to its place: bytes moved to another row or field cannot be opened.</summary>
    /// <param name="owner">The row the value stands in.</param>
    /// <param name="field">The name of its column: a change of keys finds it by that.</param>
    public Sealed Seal(string plain, Guid owner, string field)
    {
        var keys = _fieldKeys;
        int current = keys.Keys.Max();
        var sealedBytes = Cipher.Seal(keys[current], Encoding.UTF8.GetBytes(plain), Place(owner, field));
        var all = new byte[4 + sealedBytes.Length];
        BinaryPrimitives.WriteInt32BigEndian(all, current);
        sealedBytes.CopyTo(all, 4);
        return new Sealed(all);
    }

    /// <summary>Seals a text that may be missing.</summary>
    public Sealed? SealOrNull(string? plain, Guid owner, string field) =>
        string.IsNullOrEmpty(plain) ? null : Seal(plain, owner, field);

    /// <exception cref="AuthenticationTagMismatchException">The bytes were altered or stand in another place.</exception>
    public string Open(Sealed value, Guid owner, string field)
    {
        if (!_fieldKeys.TryGetValue(KeyOf(value), out var key))
        {
            _fieldKeys = _read();
            key = _fieldKeys[KeyOf(value)];
        }

        return Encoding.UTF8.GetString(Cipher.Open(key, value.Bytes.AsSpan(4), Place(owner, field)));
    }

    /// <summary>Opens a text that may be missing.</summary>
    public string? OpenOrNull(Sealed? value, Guid owner, string field) =>
        value is null ? null : Open(value, owner, field);

    /// <summary>What a value is looked up by without being readable: HMAC-SHA256 of it under a key of its own.</summary>
    public byte[] BlindIndex(string value) => HMACSHA256.HashData(_index, Encoding.UTF8.GetBytes(value));

    /// <summary>True when the value is sealed with a key that has been retired.</summary>
    public bool IsOld(Sealed value) => KeyOf(value) != _fieldKeys.Keys.Max();

    private static int KeyOf(Sealed value) => BinaryPrimitives.ReadInt32BigEndian(value.Bytes);

    private static byte[] Place(Guid owner, string field) => [.. owner.ToByteArray(), .. Encoding.UTF8.GetBytes(field)];
}
