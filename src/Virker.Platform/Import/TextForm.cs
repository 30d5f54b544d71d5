using System.Text;

namespace Virker.Platform.Import;

/// <summary>How a text file was saved: seen from its bytes and its first line.</summary>
internal sealed record TextForm(Encoding Encoding, char Separator)
{
    public const string SeparatorLine = "sep=";

    static TextForm() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Why this is no text; null when it is.</summary>
    public static Text? Problem(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return ImportText.Empty;
        bool isOther =
            bytes.Contains((byte)0) || bytes.StartsWith("%PDF"u8) || bytes.TrimStart(" \r\n\t"u8) is [(byte)'<', ..];
        return isOther && !HasMark(bytes) ? ImportText.NoTable : null;
    }

    public static TextForm Of(byte[] bytes)
    {
        var encoding = EncodingOf(bytes);
        string head = encoding.GetString(bytes, 0, Math.Min(bytes.Length, 100_000)).TrimStart('\uFEFF').TrimStart();
        return new(encoding, SeparatorOf(head));
    }

    private static bool HasMark(ReadOnlySpan<byte> bytes) => bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    private static Encoding EncodingOf(byte[] bytes)
    {
        if (HasMark(bytes))
            return bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
        // A letter cut over at the end of what was looked at is no fault of the file.
        int whole = bytes.Length;
        while (whole > 0 && bytes.Length - whole < 4 && bytes[whole - 1] >= 0x80)
            whole--;
        bool isUtf8 =
            System.Text.Unicode.Utf8.IsValid(bytes)
            || whole > 0 && bytes.Length >= 1_000_000 && System.Text.Unicode.Utf8.IsValid(bytes.AsSpan(0, whole));
        return isUtf8 ? new UTF8Encoding(false) : Encoding.GetEncoding(1252);
    }

    /// <summary>The sign the heading has most of outside quotation marks; none of them is a table of one column.</summary>
    private static char SeparatorOf(string head)
    {
        if (head.StartsWith(SeparatorLine, StringComparison.OrdinalIgnoreCase) && head.Length > SeparatorLine.Length)
            return head[SeparatorLine.Length] is var told && told is ',' or ';' or '\t' ? told : ',';
        int[] counts = new int[3];
        bool isQuoted = false;
        foreach (char c in head)
        {
            if (!isQuoted && c is '\r' or '\n')
                break;
            isQuoted ^= c == '"';
            int sign = isQuoted ? -1 : "\t;,".IndexOf(c, StringComparison.Ordinal);
            if (sign >= 0)
                counts[sign]++;
        }

        return counts.Max() == 0 ? ',' : "\t;,"[Array.IndexOf(counts, counts.Max())];
    }
}
