using Virker.Casework.Cohorts;
using Virker.Platform;

namespace Virker.Effects.Trials;

/// <summary>Something that was there before the lot, for everything that asks.</summary>
/// <param name="Column">Its column in the rows of a look, which <paramref name="Holds"/> explains.</param>
public sealed record BaselineTraits(Text Name, string Column, Text Holds, Func<Followed, double> Of);

public static class BaselineKinds
{
    private static readonly BaselineTraits HoursBefore = new(
        new("Løntimer i 26 uger før", "Paid hours in 26 weeks before"),
        "hours_before",
        new("Løntimer i de 26 uger før", "Paid hours in the 26 weeks before"),
        person => person.HoursBefore
    );

    private static readonly BaselineTraits WeeksInGroup = new(
        new("Uger i målgruppen", "Weeks in the target group"),
        "weeks_in_group",
        new("Hele uger i målgruppen ved lodtrækningen", "Whole weeks in the target group at the lot"),
        person => person.WeeksInGroup ?? 0
    );

    private static readonly BaselineTraits Age = new(
        new("Alder", "Age"),
        "age",
        new("Hele år ved lodtrækningen", "Whole years at the lot"),
        person => person.Age
    );

    public static BaselineTraits Of(BaselineKind kind) =>
        kind switch
        {
            BaselineKind.HoursBefore => HoursBefore,
            BaselineKind.WeeksInGroup => WeeksInGroup,
            BaselineKind.Age => Age,
        };

    internal static IEnumerable<BaselineTraits> All => Enum.GetValues<BaselineKind>().Select(Of);
}
