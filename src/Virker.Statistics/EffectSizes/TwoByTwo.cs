namespace Virker.Statistics.EffectSizes;

/// <summary>
/// One study's events in two arms. The totals are the arms' whole sizes n, <b>never the non-events</b>: a published
/// review once passed totals where its program expected non-events and printed a risk ratio of 1.63 instead of 2.04.
/// Non-events are therefore no input here; they are total − events.
/// </summary>
/// <param name="EventsTreated">Events in the treated arm, from 0 to its total.</param>
/// <param name="TotalTreated">People in the treated arm, above 0.</param>
/// <param name="EventsControl">Events in the control arm, from 0 to its total.</param>
/// <param name="TotalControl">People in the control arm, above 0.</param>
public readonly record struct TwoByTwo(
    double EventsTreated,
    double TotalTreated,
    double EventsControl,
    double TotalControl
);

/// <summary>One study's means of a continuous outcome in two arms.</summary>
/// <param name="MeanTreated">Mean in the treated arm.</param>
/// <param name="SdTreated">Standard deviation in the treated arm, 0 or more.</param>
/// <param name="TotalTreated">People in the treated arm, above 1.</param>
/// <param name="MeanControl">Mean in the control arm.</param>
/// <param name="SdControl">Standard deviation in the control arm, 0 or more.</param>
/// <param name="TotalControl">People in the control arm, above 1.</param>
public readonly record struct TwoMeans(
    double MeanTreated,
    double SdTreated,
    double TotalTreated,
    double MeanControl,
    double SdControl,
    double TotalControl
);

/// <summary>Which tables get a constant added to their four cells.</summary>
public enum ZeroCellRule
{
    /// <summary>Only the tables with a zero cell: the default.</summary>
    OnlyTablesWithZero,

    /// <summary>All tables.</summary>
    AllTables,

    /// <summary>All tables if any of them has a zero cell.</summary>
    AllIfAnyZero,

    /// <summary>None.</summary>
    None,
}

/// <summary>How zero cells are handled: by default ½ is added to each cell of a table with a zero cell.</summary>
/// <param name="Rule">Which tables are changed.</param>
/// <param name="Add">What is added to each of the four cells.</param>
public sealed record ZeroCells(ZeroCellRule Rule = ZeroCellRule.OnlyTablesWithZero, double Add = 0.5);
