namespace Virker.Figures;

/// <summary>The shape of each <see cref="Direction"/>.</summary>
internal static class DirectionMark
{
    public static string Colour(Direction direction) =>
        direction switch
        {
            Direction.Positive => Palette.Green,
            Direction.Negative => Palette.Orange,
            Direction.Conflicting => Palette.Purple,
            Direction.None or Direction.Few or Direction.Gap => Palette.Ink,
        };

    public static void Draw(Canvas canvas, Direction direction, double x, double y, double radius)
    {
        var colour = Colour(direction);
        var arm = radius * 0.55;
        var pen = Math.Max(2, radius * 0.25);
        Action draw = direction switch
        {
            Direction.Positive => Plus,
            Direction.Negative => Minus,
            Direction.None => () => canvas.Circle(x, y, radius - (pen / 2), Palette.Paper, colour, pen),
            Direction.Conflicting => Half,
            Direction.Few => Dots,
            Direction.Gap => Frame,
        };
        draw();

        void Plus()
        {
            canvas.Circle(x, y, radius, colour);
            canvas.Line(x - arm, y, x + arm, y, Palette.Paper, pen);
            canvas.Line(x, y - arm, x, y + arm, Palette.Paper, pen);
        }

        void Minus()
        {
            canvas.Rect(x - (radius * 0.9), y - (radius * 0.9), radius * 1.8, radius * 1.8, colour);
            canvas.Line(x - arm, y, x + arm, y, Palette.Paper, pen);
        }

        void Half()
        {
            var (top, right, bottom, left) = ((x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y));
            canvas.Polygon([top, right, bottom, left], Palette.Paper, colour, 2);
            canvas.Polygon([top, bottom, left], colour, colour, 2);
        }

        void Dots()
        {
            foreach (var shift in new[] { -1.0, 0, 1 })
                canvas.Circle(x + (shift * radius * 0.75), y, Math.Max(2, radius * 0.2), colour);
        }

        void Frame() =>
            canvas.Rect(
                x - radius,
                y - (radius * 0.8),
                radius * 2,
                radius * 1.6,
                Palette.Paper,
                Palette.Rule,
                1,
                "3 3"
            );
    }
}
