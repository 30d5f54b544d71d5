using Virker.Evidence.Shipped;
using Virker.Platform;
using Virker.Platform.Import;

namespace Virker.Evidence.Taxonomies;

internal static class TaxonomyFiles
{
    public static Taxonomy Load(string folder) =>
        new(
            Tree(folder, "target_groups.csv"),
            Tree(folder, "interventions.csv"),
            Tree(folder, "outcomes.csv"),
            DataFile.Rows(
                folder,
                "effect_types.csv",
                row => new EffectTypeNode(
                    row.Key("code"),
                    DataFile.Pair(row, "name"),
                    DataFile.Pair(row, "description"),
                    row.Raw("phase")
                )
            ),
            DataFile.Rows(
                folder,
                "delimitations.csv",
                row => new DelimitationNode(
                    row.Key("dimension"),
                    row.Key("code"),
                    DataFile.Pair(row, "name"),
                    DataFile.Pair(row, "definition"),
                    row.Raw("is_default") == "yes"
                )
            )
        );

    private static Tree Tree(string folder, string file)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        var nodes = DataFile.Rows(folder, file, row => Node(row, codes));
        if (nodes.Find(n => n.ParentCode is not null && !codes.Contains(n.ParentCode)) is { } orphan)
        {
            throw new InvalidInputException(
                new(
                    $"{file}: {orphan.Code} har forælderen {orphan.ParentCode}, som ikke findes",
                    $"{file}: {orphan.Code} has the parent {orphan.ParentCode}, which does not exist"
                )
            );
        }
        return new Tree(nodes);
    }

    private static TaxonomyNode Node(RowReader row, HashSet<string> codes)
    {
        var code = row.Key("code");
        if (!codes.Add(code))
            row.Wrong("code", new("koden står der to gange", "the code is there twice"));
        return new TaxonomyNode(
            code,
            row.Raw("parent_code") is { Length: > 0 } parent ? parent : null,
            DataFile.Pair(row, "name"),
            DataFile.Pair(row, "note"),
            row.Raw("taxonomy_version"),
            row.Raw("tier"),
            row.Raw("status"),
            row.Raw("source_url")
        );
    }
}
