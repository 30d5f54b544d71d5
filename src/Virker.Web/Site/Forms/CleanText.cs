using System.Globalization;
using System.Text;

namespace Virker.Web.Site.Forms;

/// <summary>
/// Text as it may be kept: what no reader sees and no person means to write is left out at the door. Control characters
/// (PostgreSQL takes no NUL), halves of characters, and the marks that turn the direction of a text around. A line ends
/// with a line feed alone.
/// </summary>
public static class CleanText
{
    public static string Of(string text)
    {
        if (!text.Any(IsOdd))
            return text;
        var clean = new StringBuilder(text.Length);
        // Half a character is read as the replacement character.
        foreach (var rune in text.EnumerateRunes().Where(rune => !IsLeftOut(rune)))
            clean.Append(rune);

        return clean.ToString();
    }

    /// <summary>The framework reads no form with a NUL in it: the sign is left out before it is read.</summary>
    public static async Task LeaveOutNul(HttpRequest request, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (
            request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
            != true
        )
        {
            return;
        }
        using var read = new MemoryStream();
        await request.Body.CopyToAsync(read, stop);
        byte[] body = read.ToArray();
        if (body.AsSpan().IndexOf("%00"u8) >= 0)
        {
            body = Encoding.Latin1.GetBytes(
                Encoding.Latin1.GetString(body).Replace("%00", "", StringComparison.Ordinal)
            );
        }
        (request.Body, request.ContentLength) = (new MemoryStream(body), body.Length);
    }

    private static bool IsOdd(char c) => c is '\r' || char.IsSurrogate(c) || char.IsControl(c) || TurnsAround(c);

    private static bool IsLeftOut(Rune rune) =>
        rune.Value is '\r'
        || (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control && rune.Value is not ('\n' or '\t'))
        || (rune.IsBmp && TurnsAround((char)rune.Value));

    /// <summary>Embeddings, overrides and isolates. A language that is written from right to left needs none of them in
    /// a text of its own.</summary>
    private static bool TurnsAround(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
