namespace Virker.Statistics;

/// <summary>Why data admit no estimate. A caller words it in a language; the statistics have none.</summary>
public enum NoEstimateReason
{
    /// <summary>Fewer rows, studies, groups or clusters than it takes.</summary>
    TooFew,

    /// <summary>All are the same: nothing varies.</summary>
    NoSpread,

    /// <summary>A column is constant, or (nearly) follows from others: their parts cannot be told apart.</summary>
    Dependent,

    /// <summary>The likelihood grows for ever: a column tells the outcomes without doubt.</summary>
    Unbounded,

    /// <summary>There are not two sides to compare.</summary>
    NothingToCompare,

    /// <summary>Numbers so large or small that the arithmetic of a computer does not hold them.</summary>
    OutOfRange,

    /// <summary>No size that was looked at is enough.</summary>
    NotFound,
}

/// <summary>
/// The data admit no estimate. It tells what the data are from what a caller did wrong, which is an
/// <see cref="ArgumentException"/>.
/// </summary>
/// <param name="reason">The kind.</param>
/// <param name="message">The whole story, in English.</param>
/// <param name="what">The column, group or block it concerns; null when it is all of it.</param>
/// <param name="found">How many there are, where that is the trouble.</param>
/// <param name="needed">How many it takes.</param>
public sealed class NoEstimateException(
    NoEstimateReason reason,
    string message,
    string? what = null,
    int found = 0,
    int needed = 0
) : Exception(message)
{
    /// <summary>The kind.</summary>
    public NoEstimateReason Reason { get; } = reason;

    /// <summary>The column, group or block it concerns; null when it is all of it.</summary>
    public string? What { get; } = what;

    /// <summary>How many there are, where that is the trouble.</summary>
    public int Found { get; } = found;

    /// <summary>How many it takes.</summary>
    public int Needed { get; } = needed;
}
