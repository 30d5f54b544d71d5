using Virker.Casework.Plans;
using Virker.Platform;
using Virker.Platform.Import;

namespace Virker.Casework.Options;

/// <summary>Where a choice leads: to a workplace, or to a line of the plan.</summary>
public enum OfferLeadsTo
{
    Placement,
    Plan,
}

/// <summary>What must be in place before an offer helps.</summary>
public enum Need
{
    WantsToWork,
    SevereMentalIllness,
    PsychiatricTreatment,
}

/// <summary>Something the municipality can offer, as a row of <c>data/reference/offers.csv</c>.</summary>
/// <param name="Intervention">Its code in the taxonomy of evidence.</param>
/// <param name="OnlyFor">The evidence group outside which it is not offered; empty for all.</param>
/// <param name="Source">The law or the knowledge it rests on; <c>own</c> where the choice is ours.</param>
public sealed record Offer(
    string Intervention,
    OfferLeadsTo LeadsTo,
    PlanItemKind PlanKind,
    bool IsJobDirected,
    string OnlyFor,
    IReadOnlyList<Need> Needs,
    string Source
);

/// <summary>All offers: <c>data/reference/offers.csv</c>.</summary>
public static class Offers
{
    private static readonly string[] Columns =
    [
        "intervention",
        "leads_to",
        "plan_kind",
        "is_job_directed",
        "only_for",
        "needs",
        "source",
    ];

    public static IReadOnlyList<Offer> All { get; } = Read();

    private static Offer[] Read()
    {
        using var file = typeof(Offers).Assembly.GetManifestResourceStream("offers.csv")!;
        var format = new RowFormat<Offer>("offers", Columns, Of, o => [o.Intervention]);
        var read = format.ReadAll(FileTable.Read(file, "offers.csv"));
        return read.Errors.Count == 0
            ? [.. read.Rows.Select(r => r.Value)]
            : throw new InvalidOperationException(read.Errors[0].Message.En);
    }

    private static Offer Of(RowReader row) =>
        new(
            row.Key("intervention"),
            row.Enum<OfferLeadsTo>("leads_to"),
            row.Enum<PlanItemKind>("plan_kind"),
            row.Code("is_job_directed", ["yes", "no"]) == "yes",
            row.Line1("only_for"),
            [
                .. row.CodeList(
                        "needs",
                        code => EnumCode.Parse<Need>(code) is not null,
                        code => new($"{code} er ikke en forudsætning", $"{code} is not a need"),
                        required: false
                    )
                    .Select(code => EnumCode.Parse<Need>(code)!.Value),
            ],
            row.Line1("source", required: true)
        );
}
