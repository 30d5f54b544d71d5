namespace Virker.Platform;

/// <summary>What was asked for cannot be done as asked; the text says why in both languages.</summary>
/// <param name="text">The reason, in both languages.</param>
/// <param name="field">The field of the form it is about, where it is about one.</param>
public sealed class InvalidInputException(Text text, string? field = null) : Exception(text.En)
{
    public Text Text { get; } = text;

    public string? Field { get; } = field;
}
