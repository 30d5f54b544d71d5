using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Virker.Platform.Audit;

/// <summary>
/// The chain: each line's MAC covers the line and the MAC before it, so a line altered, taken out, put in or moved
/// breaks every MAC after it. The key is not in the database, so nobody who only has the database can mend the chain.
/// </summary>
internal static class AuditChain
{
    public static byte[] Start { get; } = new byte[32];

    public static byte[] Mac(byte[] key, byte[] before, AuditEntry line, IEnumerable<Guid> citizens)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        mac.AppendData(before);
        Add(mac, line.Seq);
        Add(mac, line.At.ToUnixTimeMilliseconds());
        mac.AppendData(line.WorkerId.ToByteArray());
        Add(mac, line.WorkerName);
        Add(mac, line.Action);
        Add(mac, line.Why);
        Add(mac, line.Detail);
        foreach (var citizen in citizens.Order())
            mac.AppendData(citizen.ToByteArray());
        return mac.GetHashAndReset();
    }

    public static byte[] Seal(byte[] key, long seq, byte[] mac)
    {
        using var seal = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        seal.AppendData("head"u8);
        Add(seal, seq);
        seal.AppendData(mac);
        return seal.GetHashAndReset();
    }

    private static void Add(IncrementalHash mac, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        mac.AppendData(bytes);
    }

    /// <summary>With its length first, so that text cannot move from one field to the next; missing is not empty.</summary>
    private static void Add(IncrementalHash mac, string? text)
    {
        var bytes = Encoding.UTF8.GetBytes(text ?? "");
        Add(mac, text is null ? -1 : bytes.Length);
        mac.AppendData(bytes);
    }
}
