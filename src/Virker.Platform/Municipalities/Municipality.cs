namespace Virker.Platform.Municipalities;

/// <summary>A municipality in the catalogue. It is its own data controller, so its data is its own database.</summary>
public sealed class Municipality
{
    public Guid Id { get; init; }

    /// <summary>The official code of four digits, or a code of letters for a made-up municipality.</summary>
    public required string Code { get; init; }
    public required string Name { get; set; }

    /// <summary>Every person in it is invented; every page says so.</summary>
    public bool IsMadeUp { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}
