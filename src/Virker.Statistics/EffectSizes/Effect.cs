namespace Virker.Statistics.EffectSizes;

/// <summary>
/// One study's estimate yᵢ and its sampling variance vᵢ, on the scale of the analysis
/// (the natural logarithm for risk ratios and odds ratios).
/// </summary>
/// <param name="Estimate">yᵢ: any finite number.</param>
/// <param name="Variance">vᵢ: the squared standard error, finite and above 0.</param>
public readonly record struct Effect(double Estimate, double Variance);
