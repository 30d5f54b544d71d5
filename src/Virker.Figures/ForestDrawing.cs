namespace Virker.Figures;

internal sealed class ForestDrawing(ForestPlot plot, Canvas canvas)
{
    public void Draw() => canvas.EmptyFrame(plot.Title);
}
