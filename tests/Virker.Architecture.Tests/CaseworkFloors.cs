namespace Virker.Architecture.Tests;

/// <summary>The folders of casework, top first: a folder only uses folders on floors below its own.</summary>
internal static class CaseworkFloors
{
    private static readonly string[][] TopFirst =
    [
        ["MadeUp"],
        ["Night", "Day", "Overviews", "Cohorts"],
        ["Beliefs", "Caseload/Allocations", "CoreElements", "Fidelity", "PaidHours/Import", "PersonalLinks"],
        ["Caseload", "Options", "PaidHours", "Progress"],
        ["Matching"],
        ["Placements", "Ips"],
        ["Assessments", "Citizens", "Plans"],
        ["Conversations", "Employers"],
        ["Tasks"],
    ];

    /// <param name="uses">Between folders, storage and the room's root apart.</param>
    public static IEnumerable<string> Breaches(IEnumerable<FolderUse> uses) =>
        from use in uses
        let floors = (From: FloorOf(use.From), To: FloorOf(use.To))
        where floors.From < 0 || floors.To < 0 || floors.To <= floors.From
        select floors.From < 0 ? $"{use.From} stands on no floor: give it one in {nameof(CaseworkFloors)}."
        : floors.To < 0 ? $"{use.To} stands on no floor: give it one in {nameof(CaseworkFloors)}."
        : $"{use.From} uses {use.To}, which is not below it: {string.Join(", ", use.By)}";

    private static int FloorOf(string folder) => Array.FindIndex(TopFirst, floor => floor.Contains(folder));
}
