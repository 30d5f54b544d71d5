namespace Virker.Statistics;

/// <summary>Refuses what no formula can answer, naming what was wrong.</summary>
internal static class Guard
{
    public static void Level(double level)
    {
        if (!(level > 0 && level < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(level),
                level,
                "The level of an interval lies strictly between 0 and 1."
            );
        }
    }
}
