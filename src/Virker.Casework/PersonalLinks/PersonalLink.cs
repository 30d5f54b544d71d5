using System.Security.Cryptography;
using Virker.Platform.Accounts;
using Virker.Platform.Municipalities;
using Virker.Platform.Protection;

namespace Virker.Casework.PersonalLinks;

public enum LinkPurpose
{
    /// <summary>To answer the questions of a measurement.</summary>
    Answers,

    /// <summary>To see one's own case.</summary>
    Door,
}

/// <summary>A link a worker makes for a citizen (personligt link): it opens one thing, once, for a while. The code in it is
/// shown when it is made and kept nowhere.</summary>
public sealed class PersonalLink
{
    /// <summary>How long it waits to be used.</summary>
    public const int Days = 14;

    /// <summary>How long the citizen stays in after beginning.</summary>
    public static readonly TimeSpan Stay = TimeSpan.FromHours(1);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CitizenId { get; init; }
    public LinkPurpose Purpose { get; init; }

    /// <summary>What the code is found by: a keyed hash of it.</summary>
    public required byte[] CodeIndex { get; init; }
    public DateTimeOffset MadeAt { get; init; }
    public Guid MadeBy { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>Taken back by a worker, because a newer one took its place, or closed by the citizen.</summary>
    public DateTimeOffset? RevokedAt { get; set; }
}

/// <summary>The code in a link: twenty letters and digits that can be read aloud and typed from a letter, a hundred bits of
/// chance.</summary>
internal static class LinkCode
{
    // No i, l, o, u: nothing that looks like something else, and no words.
    private const string Letters = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 20;

    public static string New() => RandomNumberGenerator.GetString(Letters, Length);

    /// <summary>In groups of four.</summary>
    public static string Shown(string code) => string.Join('-', code.Chunk(4).Select(c => new string(c)));

    /// <summary>What the code is found by; null for what cannot be one.</summary>
    public static byte[]? Index(Vault vault, string? typed)
    {
        if (typed is null || typed.Length > 4 * Length)
            return null;
        char[] plain =
        [
            .. typed
                .ToLowerInvariant()
                .Where(c => c is not ('-' or '–' or ' ' or '\u00a0'))
                .Select(c =>
                    c switch
                    {
                        'o' => '0',
                        'i' or 'l' => '1',
                        _ => c,
                    }
                ),
        ];
        return plain.Length == Length && plain.All(c => Letters.Contains(c, StringComparison.Ordinal))
            ? vault.BlindIndex("personal link " + new string(plain))
            : null;
    }
}

/// <summary>A citizen who came in by a link and is still there.</summary>
public sealed record Visit(Municipality Municipality, Guid LinkId, Guid CitizenId, LinkPurpose Purpose)
{
    /// <summary>The citizen as the log names who did something. It is no worker: nobody can sign in as it.</summary>
    public Worker Citizen => new(CitizenId, "Borgeren selv", Municipality, new HashSet<Role>());
}
