using System.Runtime.CompilerServices;
using Virker.Figures;

namespace Virker.Web.Figures;

/// <summary>A figure drawn for desktop and for phone. A remembered figure is drawn once; the drawing goes when the
/// figure does.</summary>
public sealed record Drawing(string Wide, string Narrow)
{
    private static readonly ConditionalWeakTable<Figure, Drawing> Drawn = [];

    public static Drawing Of(Figure figure) =>
        Drawn.GetValue(
            figure,
            f => new Drawing(f.ToSvg(Layout.Wide), (f with { Id = f.Id + "-narrow" }).ToSvg(Layout.Narrow))
        );
}
