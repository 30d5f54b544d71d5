namespace Virker.Platform;

/// <summary>What was asked for cannot be done as asked; the text says why in both languages.</summary>
public sealed class InvalidInputException(Text text) : Exception(text.En)
{
    public Text Text { get; } = text;
}
