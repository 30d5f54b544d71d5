using Virker.Evidence.Taxonomies;
using Virker.Platform;

namespace Virker.Evidence.JobEffects;

/// <summary>How a result's codes relate to a searched node (section 3 of the specification).</summary>
internal enum Relation
{
    Unrelated,

    /// <summary>Only a node above the searched one: out (CHOICE C-12).</summary>
    Wider,

    /// <summary>A node below the searched one, not the node itself.</summary>
    Child,

    /// <summary>The searched node itself.</summary>
    Same,
}

/// <param name="IsComposite">The result also concerns something outside the searched node.</param>
internal readonly record struct CellMatch(Relation Relation, bool IsComposite)
{
    public bool IsIn => Relation is Relation.Same or Relation.Child;

    /// <param name="alsoAsked">Codes the search asks for together with the node; they do not make a result
    /// composite.</param>
    public static CellMatch Of(Codes codes, string searched, Tree tree, Codes alsoAsked)
    {
        var relation = Relation.Unrelated;
        var isComposite = false;
        foreach (var code in codes)
        {
            if (code == searched)
            {
                relation = Relation.Same;
            }
            else if (tree.IsWithin(code, searched))
            {
                relation = relation == Relation.Same ? relation : Relation.Child;
            }
            else
            {
                if (relation == Relation.Unrelated && tree.IsWithin(searched, code))
                    relation = Relation.Wider;
                isComposite |= !alsoAsked.Any(asked => tree.IsWithin(code, asked));
            }
        }
        return new CellMatch(relation, isComposite);
    }
}
