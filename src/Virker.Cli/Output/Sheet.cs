using Virker.Platform;

namespace Virker.Cli.Output;

/// <summary>A table of a result. Headings are codes, as CSV and JSON write them; numbers stay numbers until they are
/// written.</summary>
internal sealed record Sheet(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>Which part of the result it is; null where it is the whole.</summary>
    public string? Part { get; init; }

    /// <summary>What stands above it where people read.</summary>
    public Text Title { get; init; }

    /// <summary>The headings are the file's own.</summary>
    public bool IsOwn { get; init; }

    /// <summary>One row.</summary>
    public static Sheet Of(params (string Name, object? Value)[] cells) =>
        new(
            [.. cells.Select(cell => cell.Name)],
            [
                [.. cells.Select(cell => cell.Value)],
            ]
        );
}
