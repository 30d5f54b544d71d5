using Virker.Platform;

namespace Virker.Evidence.Taxonomies;

/// <summary>A node of a tree of target groups, interventions or outcomes.</summary>
/// <param name="Version">The edition of the tree the node was read in: current, 2019, legacy, project_extension.</param>
/// <param name="Tier">For outcomes primary or secondary; otherwise empty.</param>
/// <param name="Status">How the node came here: read, inferred, choice.</param>
public sealed record TaxonomyNode(
    string Code,
    string? ParentCode,
    Text Name,
    Text Note,
    string Version,
    string Tier,
    string Status,
    string SourceUrl
);

/// <summary>An effect type: before, during or after the effort, or all of it.</summary>
public sealed record EffectTypeNode(string Code, Text Name, Text Description, string Phase);

/// <summary>A delimitation by gender, age or education; the default one admits a result that is not delimited.</summary>
public sealed record DelimitationNode(string Dimension, string Code, Text Name, Text Definition, bool IsDefault);

/// <summary>The trees and lists a result is placed in, as read from <c>data/taxonomy</c>.</summary>
public sealed record Taxonomy(
    Tree TargetGroups,
    Tree Interventions,
    Tree Outcomes,
    IReadOnlyList<EffectTypeNode> EffectTypes,
    IReadOnlyList<DelimitationNode> Delimitations
)
{
    /// <summary>The codes of gender, age or education.</summary>
    public IReadOnlyCollection<string> DelimitationCodes(string dimension) =>
        [.. Delimitations.Where(d => d.Dimension == dimension).Select(d => d.Code)];

    /// <summary>The code that admits a result across the whole dimension.</summary>
    public string DelimitationDefault(string dimension) =>
        Delimitations.First(d => d.Dimension == dimension && d.IsDefault).Code;
}

/// <summary>A tree of codes. Look-ups are prepared; a code is a descendant of itself in <see cref="IsWithin"/>.</summary>
public sealed class Tree
{
    private readonly Dictionary<string, TaxonomyNode> _nodes;
    private readonly Dictionary<string, HashSet<string>> _within;
    private readonly ILookup<string, TaxonomyNode> _children;

    /// <param name="nodes">The nodes in the order they are shown. Parents must exist and may not run in a ring.</param>
    public Tree(IReadOnlyList<TaxonomyNode> nodes)
    {
        Nodes = nodes;
        _nodes = nodes.ToDictionary(n => n.Code, StringComparer.Ordinal);
        _children = nodes.ToLookup(n => n.ParentCode ?? "", StringComparer.Ordinal);
        _within = nodes.ToDictionary(
            n => n.Code,
            _ => new HashSet<string>(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
        foreach (var node in nodes)
        {
            var depth = 0;
            for (var at = node; at is not null; at = at.ParentCode is null ? null : _nodes[at.ParentCode])
            {
                if (depth++ > nodes.Count)
                    throw new InvalidOperationException($"{node.Code}: the parents run in a ring");
                _within[at.Code].Add(node.Code);
            }
        }
    }

    public IReadOnlyList<TaxonomyNode> Nodes { get; }

    public IEnumerable<TaxonomyNode> Roots => _children[""];

    public IEnumerable<TaxonomyNode> Children(string code) => _children[code];

    public bool Has(string code) => _nodes.ContainsKey(code);

    public TaxonomyNode? Find(string code) => _nodes.GetValueOrDefault(code);

    public TaxonomyNode this[string code] => _nodes[code];

    /// <summary><paramref name="code"/> is <paramref name="ancestor"/> or lies below it.</summary>
    public bool IsWithin(string code, string ancestor) =>
        _within.TryGetValue(ancestor, out var below) && below.Contains(code);

    /// <summary>The code itself and everything below it; empty for an unknown code.</summary>
    public IReadOnlySet<string> Within(string code) =>
        _within.TryGetValue(code, out var below) ? below : new HashSet<string>(StringComparer.Ordinal);

    /// <summary>From the node's parent up to the root.</summary>
    public IEnumerable<TaxonomyNode> Ancestors(string code)
    {
        for (var at = Find(code)?.ParentCode; at is not null; at = _nodes[at].ParentCode)
            yield return _nodes[at];
    }
}
