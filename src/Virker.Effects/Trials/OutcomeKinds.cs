using Virker.Casework.Progress;
using Virker.Platform;

namespace Virker.Effects.Trials;

/// <summary>What an outcome is counted in.</summary>
public enum OutcomeScale
{
    /// <summary>Who had it, of all.</summary>
    Share,

    /// <summary>The mean of hours.</summary>
    Hours,

    /// <summary>The mean of a step from 1 to 5.</summary>
    Steps,
}

/// <summary>What an outcome of a trial is, for everything that asks.</summary>
public sealed record OutcomeTraits
{
    public required Text Name { get; init; }

    /// <summary>What its column in the rows of a look holds.</summary>
    public required Text Column { get; init; }

    public required OutcomeScale Scale { get; init; }

    /// <summary>The knowledge bank's code of it.</summary>
    public required string Outcome { get; init; }

    /// <summary>Why it may be unknown of somebody, at the window's end.</summary>
    public required Text Unknown { get; init; }

    /// <summary>Who had it, of all; otherwise the mean of a number.</summary>
    public bool IsShare => Scale == OutcomeScale.Share;

    /// <summary>The unit of a difference in the knowledge bank; empty for shares.</summary>
    public string Unit =>
        Scale switch
        {
            OutcomeScale.Share => "",
            OutcomeScale.Hours => "hours",
            OutcomeScale.Steps => "steps",
        };

    /// <summary>The least and the most anybody can have of it.</summary>
    /// <param name="weeks">How long each is followed.</param>
    public (int Least, int Most) Range(int weeks) =>
        Scale switch
        {
            OutcomeScale.Share => (0, 1),
            // More than full time is possible; twice that is not.
            OutcomeScale.Hours => (0, 2 * 37 * weeks),
            OutcomeScale.Steps => (1, Indicators.Highest),
        };

    /// <summary>The least and the most a group may be expected to have: percent, hours or steps.</summary>
    public (int Least, int Most) Expected(int weeks) =>
        Scale switch
        {
            OutcomeScale.Share => (1, 99),
            OutcomeScale.Hours => (0, 37 * weeks),
            OutcomeScale.Steps => (1, Indicators.Highest),
        };
}

public static class OutcomeKinds
{
    private static readonly Text Gone = new("flyttet eller døde", "moved away or died");

    private static readonly OutcomeTraits AnyPaidHour = new()
    {
        Name = new("Mindst én løntime", "At least one paid hour"),
        Column = new("1: mindst én løntime; tom: ukendt", "1: at least one paid hour; empty: unknown"),
        Scale = OutcomeScale.Share,
        Outcome = "EMP",
        Unknown = Gone,
    };

    private static readonly OutcomeTraits InPaidHours = new()
    {
        Name = new("Løntimer i de sidste fire uger", "Paid hours in the last four weeks"),
        Column = new(
            "1: løntimer i en af de sidste fire uger; tom: ukendt",
            "1: paid hours in one of the last four weeks; empty: unknown"
        ),
        Scale = OutcomeScale.Share,
        Outcome = "EMP.SHARE",
        Unknown = Gone,
    };

    private static readonly OutcomeTraits PaidHours = new()
    {
        Name = new("Løntimer i alt", "Paid hours in all"),
        Column = new("Løntimer i alt; tom: ukendt", "Paid hours in all; empty: unknown"),
        Scale = OutcomeScale.Hours,
        Outcome = "EMP",
        Unknown = Gone,
    };

    private static readonly OutcomeTraits LeftToJob = new()
    {
        Name = new("Gået i job", "Left for a job"),
        Column = new("1: gik i ordinært job; tom: ukendt", "1: left for ordinary work; empty: unknown"),
        Scale = OutcomeScale.Share,
        Outcome = "EMP.EXIT",
        Unknown = Gone,
    };

    private static readonly OutcomeTraits Progress = new()
    {
        Name = new("Hvor borgeren selv mener at stå, 1 til 5", "Where the citizens themselves say they stand, 1 to 5"),
        Column = new(
            "Borgerens egne svar ved den sidste måling, snit fra 1 til 5; tom: ukendt",
            "The citizen's own answers in the last measurement, mean from 1 to 5; empty: unknown"
        ),
        Scale = OutcomeScale.Steps,
        Outcome = "PROG",
        Unknown = new("ikke målt ved slutningen", "not measured at the end"),
    };

    public static OutcomeTraits Of(OutcomeKind kind) =>
        kind switch
        {
            OutcomeKind.AnyPaidHour => AnyPaidHour,
            OutcomeKind.InPaidHours => InPaidHours,
            OutcomeKind.PaidHours => PaidHours,
            OutcomeKind.LeftToJob => LeftToJob,
            OutcomeKind.Progress => Progress,
        };
}
