using System.Globalization;

namespace Virker.Platform.Audit;

/// <summary>A line of a log and its MAC, which stands for every line before it. Written <c>SEQ:MAC</c>.</summary>
public sealed record AuditAnchor(long Seq, byte[] Mac)
{
    /// <exception cref="InvalidInputException">The text is not an anchor.</exception>
    public static AuditAnchor Parse(string text)
    {
        string[] parts = text.Split(':');
        byte[] mac = new byte[32];
        if (
            parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out long seq)
            && Convert.FromHexString(parts[1], mac, out _, out int written) == System.Buffers.OperationStatus.Done
            && written == mac.Length
        )
        {
            return new AuditAnchor(seq, mac);
        }
        throw new InvalidInputException(
            new(
                $"\"{text}\" er ikke en linje i loggen; ventet: nummer:64 cifre (0-9, a-f), som virker verify skriver",
                $"\"{text}\" is not a line of the log; expected: number:64 digits (0-9, a-f), as virker verify writes"
            )
        );
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Seq}:{Convert.ToHexStringLower(Mac)}");
}
