using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Virker.Tests;

namespace Virker.Architecture.Tests;

/// <summary>A place that chooses by a kind of ours.</summary>
/// <param name="File">Below <c>src</c>.</param>
/// <param name="IsNamed">The compiler refuses it when the kind has one member more.</param>
internal sealed record KindSwitch(string Kind, string File, int Line, bool IsNamed);

/// <summary>
/// The house compiled in memory with one member more in every enum of ours: what a developer who adds a kind is told, and
/// where nobody would tell.
/// </summary>
internal sealed class KindSwitches
{
    private const string NewMember = "AddedByTheTest";

    private static readonly CSharpParseOptions Newest = new(LanguageVersion.Latest);

    /// <summary>In every project but the generated migrations, as one compilation.</summary>
    public static Lazy<KindSwitches> OfTheHouse { get; } = new(() => new KindSwitches(Sources()));

    private readonly CSharpCompilation _house;

    public KindSwitches(IEnumerable<(string File, string Text)> sources)
    {
        var trees = sources.Select(s => CSharpSyntaxTree.ParseText(s.Text, Newest, s.File)).ToList();
        _house = CSharpCompilation.Create(
            "House",
            trees.Select(tree => tree.WithRootAndOptions(new OneMore().Visit(tree.GetRoot()), Newest)),
            Libraries(),
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
        );
        All = [.. _house.SyntaxTrees.SelectMany(SwitchesIn)];
    }

    public IReadOnlyList<KindSwitch> All { get; }

    /// <summary>Where a member of the kind is compared with, by <c>==</c>, <c>!=</c> or <c>is</c>.</summary>
    public IEnumerable<string> ComparisonsWith(string kind) => Compared(kind).Distinct();

    private IEnumerable<string> Compared(string kind) =>
        from tree in _house.SyntaxTrees
        from member in tree.GetRoot().DescendantNodes().OfType<MemberAccessExpressionSyntax>()
        where
            member.Expression.ToString().Split('.')[^1] == kind
            && (
                member.Parent?.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression
                || member.Ancestors().OfType<IsPatternExpressionSyntax>().Any(@is => !@is.Expression.Contains(member))
            )
        select $"{tree.FilePath}:{LineOf(member)}";

    private IEnumerable<KindSwitch> SwitchesIn(SyntaxTree tree)
    {
        var model = _house.GetSemanticModel(tree);
        foreach (var node in tree.GetRoot().DescendantNodes())
        {
            switch (node)
            {
                case SwitchExpressionSyntax expression when KindOf(model, expression.GoverningExpression) is { } kind:
                    yield return new(kind, tree.FilePath, LineOf(node), IsNamed(model, expression));
                    break;
                case SwitchStatementSyntax statement when KindOf(model, statement.Expression) is { } kind:
                    // The compiler never asks a statement to be complete.
                    yield return new(kind, tree.FilePath, LineOf(node), IsNamed: false);
                    break;
            }
        }
    }

    private static bool IsNamed(SemanticModel model, SwitchExpressionSyntax expression) =>
        model
            .GetDiagnostics(expression.Span)
            .Any(d => d.Id == "CS8509" && d.Location.SourceSpan == expression.SwitchKeyword.Span);

    /// <summary>The enum of ours that decides, alone, nullable or in a tuple.</summary>
    private static string? KindOf(SemanticModel model, ExpressionSyntax governing)
    {
        var type = model.GetTypeInfo(governing).Type;
        List<ITypeSymbol?> parts = [];
        if (type is INamedTypeSymbol { IsTupleType: true } tuple)
            parts.AddRange(tuple.TupleElements.Select(e => e.Type));
        else
            parts.Add(type);
        return parts
            .Select(t => t is INamedTypeSymbol { Name: "Nullable" } n ? n.TypeArguments[0] : t)
            .FirstOrDefault(t => t?.TypeKind == TypeKind.Enum && t.Locations.Any(l => l.IsInSource))
            ?.Name;
    }

    private static int LineOf(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    private static IEnumerable<(string File, string Text)> Sources()
    {
        string src = Path.Combine(Repository.Root, "src");
        foreach (string file in Directory.EnumerateFiles(src, "*.cs", SearchOption.AllDirectories))
        {
            string name = Path.GetRelativePath(src, file).Replace('\\', '/');
            if (
                !name.Split('/')
                    .Any(part =>
                        part is "bin" or "obj" || part.StartsWith("Virker.Migrations", StringComparison.Ordinal)
                    )
            )
            {
                yield return (name, File.ReadAllText(file));
            }
        }
        yield return (
            "usings",
            string.Concat(
                new[]
                {
                    "System",
                    "System.Collections.Generic",
                    "System.IO",
                    "System.Linq",
                    "System.Net.Http",
                    "System.Threading",
                    "System.Threading.Tasks",
                    "Microsoft.AspNetCore.Builder",
                    "Microsoft.AspNetCore.Http",
                    "Microsoft.AspNetCore.Routing",
                    "Microsoft.Extensions.Configuration",
                    "Microsoft.Extensions.DependencyInjection",
                    "Microsoft.Extensions.Hosting",
                    "Microsoft.Extensions.Logging",
                    "Microsoft.AspNetCore.Hosting",
                }.Select(space => $"global using {space};\n")
            )
        );
    }

    /// <summary>What the tests run with, but the house itself.</summary>
    private static IEnumerable<MetadataReference> Libraries() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("virker", StringComparison.OrdinalIgnoreCase))
            .Select(path => MetadataReference.CreateFromFile(path));

    private sealed class OneMore : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitEnumDeclaration(EnumDeclarationSyntax node) =>
            node.AddMembers(SyntaxFactory.EnumMemberDeclaration(NewMember));
    }
}
