namespace Virker.Allocation;

/// <summary>Somebody who has cases or can take some.</summary>
/// <param name="Capacity">The most weight the worker may have, in hundredths of a case; not negative.</param>
/// <param name="Languages">The languages spoken beside the house's own, as codes.</param>
/// <param name="IsSpecialist">Has only special cases, and only such a worker may have them.</param>
/// <param name="Areas">The areas the worker covers; empty when all.</param>
/// <param name="Leaves">Gives all cases away and takes none.</param>
public sealed record AllocationWorker(
    Guid Id,
    int Capacity,
    IReadOnlySet<string> Languages,
    bool IsSpecialist,
    IReadOnlySet<string> Areas,
    bool Leaves
)
{
    internal bool IsOutside(AllocationCase of) => of.Area is not null && Areas.Count > 0 && !Areas.Contains(of.Area);

    internal bool Speaks(AllocationCase of) => of.Language is null || Languages.Contains(of.Language);
}

/// <summary>A case as it stands now.</summary>
/// <param name="Worker">Who has it.</param>
/// <param name="Weight">In hundredths of a case; positive.</param>
/// <param name="Language">The language the worker must speak; null when the house's own will do.</param>
/// <param name="IsSpecial">Needs a specialist.</param>
/// <param name="IsBound">The relation is protected: the case stays as long as its worker does.</param>
/// <param name="Area">Where the citizen lives; null when unknown or protected.</param>
/// <param name="YearsTogether">Whole years with the worker; not negative.</param>
/// <param name="ChangedLately">Got another worker within the last year.</param>
public sealed record AllocationCase(
    Guid Id,
    Guid Worker,
    int Weight,
    string? Language,
    bool IsSpecial,
    bool IsBound,
    string? Area,
    int YearsTogether,
    bool ChangedLately
);

/// <summary>Who has what, and what may be.</summary>
public sealed record AllocationProblem(IReadOnlyList<AllocationWorker> Workers, IReadOnlyList<AllocationCase> Cases);

/// <summary>A case that goes from one worker to another.</summary>
/// <param name="Cost">See <see cref="MoveCost"/>.</param>
public sealed record Move(Guid Case, Guid From, Guid To, int Cost);

/// <summary>
/// What a move costs, in points: every move counts most, so the fewest are sought first, and among those the gentlest.
/// The points are Virker's own choice and no finding: see <c>docs/method/allocation.md</c>.
/// </summary>
public static class MoveCost
{
    public const int Base = 10;

    /// <summary>For each whole year together, up to <see cref="MostYears"/>.</summary>
    public const int Year = 1;
    public const int MostYears = 5;

    /// <summary>The citizen got another worker within the last year.</summary>
    public const int ChangedLately = 5;

    /// <summary>The new worker does not cover the area.</summary>
    public const int OutsideArea = 3;

    public static int Of(AllocationCase of, AllocationWorker to) => Leaving(of) + (to.IsOutside(of) ? OutsideArea : 0);

    /// <summary>The part that does not depend on who takes over.</summary>
    internal static int Leaving(AllocationCase of) =>
        Base + (Year * Math.Min(of.YearsTogether, MostYears)) + (of.ChangedLately ? ChangedLately : 0);
}

/// <summary>The rules no proposal breaks.</summary>
public enum AllocationRule
{
    /// <summary>Nobody has more weight than the capacity.</summary>
    Capacity,

    /// <summary>The worker speaks the citizen's language.</summary>
    Language,

    /// <summary>Special cases with specialists, and only they.</summary>
    Specialist,

    /// <summary>A protected relation is kept as long as the worker stays.</summary>
    BoundRelation,
}
