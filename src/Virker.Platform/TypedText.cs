namespace Virker.Platform;

/// <summary>Words as a person typed them. No form takes more than <see cref="LongestLine"/> or
/// <see cref="LongestText"/>: the site asks before a use case does, which may want less.</summary>
public static class TypedText
{
    /// <summary>Characters in one line.</summary>
    public const int LongestLine = 2_000;

    /// <summary>Characters in a text of several lines.</summary>
    public const int LongestText = 20_000;

    /// <summary>Without blanks around them; null when nothing is written.</summary>
    public static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public static Text TooLong(int max) =>
        new(
            $"Teksten er for lang; der er plads til {max} tegn.",
            $"The text is too long; there is room for {max} letters."
        );
}
