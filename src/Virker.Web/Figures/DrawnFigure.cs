using System.Runtime.CompilerServices;
using Virker.Figures;

namespace Virker.Web.Figures;

/// <summary>A figure drawn for desktop and for phone. A remembered figure is drawn once; the drawing goes when the
/// figure does.</summary>
public sealed record DrawnFigure(string Wide, string Narrow)
{
    private static readonly ConditionalWeakTable<Figure, DrawnFigure> Drawn = [];

    public static DrawnFigure Of(Figure figure) =>
        Drawn.GetValue(
            figure,
            f => new DrawnFigure(f.ToSvg(Layout.Wide), (f with { Id = f.Id + "-narrow" }).ToSvg(Layout.Narrow))
        );
}
