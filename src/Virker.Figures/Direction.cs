namespace Virker.Figures;

/// <summary>Which way a result points. Each direction has its own shape, so it can be read without colour.</summary>
public enum Direction
{
    /// <summary>A filled disc with a plus.</summary>
    Positive,

    /// <summary>A ring: no difference found.</summary>
    None,

    /// <summary>A filled square with a minus.</summary>
    Negative,

    /// <summary>A diamond, half filled: results point both ways.</summary>
    Conflicting,

    /// <summary>Three dots: too few results to say.</summary>
    Few,

    /// <summary>A dashed, empty frame: nothing is known.</summary>
    Gap,
}
