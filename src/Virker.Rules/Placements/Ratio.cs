namespace Virker.Rules;

/// <summary>
/// The reasonable ratio (rimelighedskravet, BEK § 65): how many supported persons, in full-time equivalents, a workplace
/// may have.
/// </summary>
public static class Ratio
{
    /// <summary>A full-time week in minutes: 37 hours.</summary>
    public const int FullTimeMinutes = 37 * 60;

    /// <summary>
    /// Places at a workplace: one for each whole <paramref name="first"/> ordinary employees up to
    /// <paramref name="bend"/>, then one for each whole <paramref name="above"/>, and never below
    /// <paramref name="floor"/>.
    /// </summary>
    public static int Places(decimal employees, decimal first, decimal bend, decimal above, decimal floor)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(employees);
        var places =
            decimal.Floor(Math.Min(employees, bend) / first) + decimal.Floor(Math.Max(employees - bend, 0) / above);
        return (int)Math.Max(places, floor);
    }
}
