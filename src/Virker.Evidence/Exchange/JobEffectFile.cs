using Virker.Evidence.Bank;
using Virker.Evidence.JobEffects;
using Virker.Evidence.Taxonomies;
using Virker.Platform;
using Virker.Platform.Import;

namespace Virker.Evidence.Exchange;

/// <summary>Results for the algorithm as a CSV file gives them: study, quality, method, country, publication,
/// target_groups, interventions, outcome, effect_type, direction.</summary>
public sealed record JobEffectFile(IReadOnlyList<JobEffectResult> Results, IReadOnlyList<RowError> Errors)
{
    private static readonly string[] Columns =
    [
        "study",
        "quality",
        "method",
        "country",
        "publication",
        "target_groups",
        "interventions",
        "outcome",
        "effect_type",
        "direction",
    ];

    private static readonly Dictionary<string, Direction> Directions = new(StringComparer.Ordinal)
    {
        ["1"] = Direction.Positive,
        ["+1"] = Direction.Positive,
        ["positive"] = Direction.Positive,
        ["0"] = Direction.None,
        ["none"] = Direction.None,
        ["-1"] = Direction.Negative,
        ["negative"] = Direction.Negative,
    };

    /// <param name="stream">UTF-8; several codes in one cell are separated by <c>;</c>, the country is a name or a
    /// geography code, the direction 1, 0, -1 or positive, none, negative. A row is one result; rows with the same
    /// study belong together. An empty quality is listed but does not enter.</param>
    public static JobEffectFile Read(Stream stream, string fileName, EvidenceData data)
    {
        var format = new RowFormat<JobEffectResult>("job-effect", Columns, row => Result(row, data), _ => [""])
        {
            Danish = BankHeadings.Danish,
        };
        var read = format.ReadAll(FileTable.Read(stream, fileName));
        return new JobEffectFile([.. read.Rows.Select(r => r.Value)], read.Errors);
    }

    private static JobEffectResult Result(RowReader row, EvidenceData data)
    {
        var direction = row.Raw("direction");
        if (!Directions.ContainsKey(direction))
            row.Wrong("direction", direction == "" ? ImportText.Required : ImportText.OneOf(Directions.Keys));
        var quality = row.Code("quality", data.Rules.Codes("quality"), empty: "");
        return new JobEffectResult(
            FormattableString.Invariant($"row {row.Line}"),
            row.Line1("study", required: true),
            quality == "" ? null : quality,
            row.Code("method", data.Rules.Codes("method")),
            Geography(row, data),
            row.Code("publication", data.Rules.Codes("publication")),
            row.TargetGroups(data, required: true),
            row.Interventions(data, required: true),
            row.Outcome(data),
            row.Code("effect_type", [.. data.Taxonomy.EffectTypes.Select(t => t.Code)]),
            Directions.GetValueOrDefault(direction)
        );
    }

    private static string Geography(RowReader row, EvidenceData data)
    {
        var country = row.Raw("country");
        var known = data.Rules.Codes("geography");
        if (known.Contains(country))
            return country;
        if (Countries.GeographyOf(country) is { } geography)
            return geography;
        row.Wrong("country", country == "" ? ImportText.Required : UnknownCountry(known));
        return "";
    }

    private static Text UnknownCountry(IEnumerable<string> known)
    {
        var codes = string.Join(", ", known);
        return new(
            $"landet er ukendt; skriv dets navn på dansk eller engelsk eller en af: {codes}",
            $"the country is unknown; write its name in Danish or English or one of: {codes}"
        );
    }
}
