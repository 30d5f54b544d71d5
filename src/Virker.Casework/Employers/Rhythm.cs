namespace Virker.Casework.Employers;

/// <summary>How often a workplace is called on: every three months where there is cooperation, every six where there is
/// contact or less. Our choice.</summary>
public static class Rhythm
{
    public static int Months(Cooperation cooperation) =>
        cooperation is Cooperation.Partnership or Cooperation.Cooperating ? 3 : 6;

    /// <summary>When the next contact is due; null when there has been none yet.</summary>
    public static DateOnly? Next(Cooperation cooperation, DateOnly? last) => last?.AddMonths(Months(cooperation));

    /// <summary>The last day of contact that makes the next one due on <paramref name="today"/>: months differ in
    /// length.</summary>
    internal static DateOnly DueFrom(int months, DateOnly today)
    {
        var last = today.AddMonths(-months);
        while (last.AddDays(1).AddMonths(months) <= today)
            last = last.AddDays(1);
        return last;
    }
}
