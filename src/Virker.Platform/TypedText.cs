namespace Virker.Platform;

/// <summary>Words as a person typed them.</summary>
public static class TypedText
{
    /// <summary>Without blanks around them; null when nothing is written.</summary>
    public static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public static Text TooLong(int max) =>
        new(
            $"Teksten er for lang; der er plads til {max} tegn.",
            $"The text is too long; there is room for {max} letters."
        );
}
