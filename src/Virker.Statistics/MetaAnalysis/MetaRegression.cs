using Virker.Statistics.EffectSizes;
using Virker.Statistics.LinearAlgebra;

namespace Virker.Statistics.MetaAnalysis;

/// <summary>
/// Explains effects by study characteristics under the mixed-effects model yᵢ = xᵢβ + uᵢ + eᵢ.
/// Conventions are those of metafor 3.8-1's <c>rma</c> with moderators.
/// </summary>
public static class MetaRegression
{
    /// <summary>Fits the model with an intercept and the given moderators; needs more studies than coefficients.</summary>
    /// <exception cref="ArgumentException">
    /// As for <see cref="RandomEffects.Fit"/>; a moderator of another length than the effects, with a value that is not
    /// finite, or that is constant or a combination of the moderators before it; too few studies.
    /// </exception>
    /// <exception cref="NoEstimateException">The data admit no estimate.</exception>
    public static RegressionResult Fit(
        IReadOnlyList<Effect> effects,
        IReadOnlyList<Moderator> moderators,
        MetaOptions? options = null
    )
    {
        options ??= new MetaOptions();
        EffectCheck.All(effects);
        Guard.Level(options.Level);
        var design = Design(effects.Count, moderators);
        var model = MixedModel.Fit(effects, design, options);
        var k = effects.Count;
        var p = design.Columns;
        var covariance = model.Covariance();
        var coefficients = model
            .Coefficients()
            .Select(
                (estimate, j) =>
                    model.Test(
                        j == 0 ? RegressionResult.Intercept : moderators[j - 1].Name,
                        estimate,
                        Math.Sqrt(covariance[j, j])
                    )
            )
            .ToList();
        var (qm, qmp) = model.TestOfModerators();
        return new RegressionResult
        {
            K = k,
            Coefficients = coefficients,
            Covariance = covariance,
            Df = model.Df,
            Tau2 = model.Tau2,
            Tau2StandardError = model.Tau2StandardError,
            Tau2Low = model.Tau2Low,
            Tau2High = model.Tau2High,
            I2 = model.I2,
            H2 = model.H2,
            QE = model.Q,
            QEDf = k - p,
            QEP = model.QP,
            QM = qm,
            QMDf = p - 1,
            QMDf2 = model.Df,
            QMP = qmp,
            R2 = Explained(effects, options, model, p),
            LogLikelihood = model.LogLikelihood,
            RestrictedLogLikelihood = model.RestrictedLogLikelihood,
            Fitted = model.Fitted(),
            Options = options,
            Effects = effects,
            Moderators = moderators,
            Model = model,
        };
    }

    private static ThinQr Design(int k, IReadOnlyList<Moderator> moderators)
    {
        ArgumentNullException.ThrowIfNull(moderators);
        if (moderators.Count == 0)
            throw new ArgumentException("There are no moderators: pool the effects instead.", nameof(moderators));
        if (k < moderators.Count + 2)
        {
            throw new NoEstimateException(
                NoEstimateReason.TooFew,
                $"{k} studies are too few for {moderators.Count + 1} coefficients and τ²: "
                    + $"at least {moderators.Count + 2} are needed.",
                found: k,
                needed: moderators.Count + 2
            );
        }
        var columns = new List<double[]> { new double[k] };
        Array.Fill(columns[0], 1);
        foreach (var moderator in moderators)
        {
            if (moderator.Values.Count != k)
            {
                throw new ArgumentException(
                    $"The moderator {moderator.Name} has {moderator.Values.Count} values for {k} effects.",
                    nameof(moderators)
                );
            }
            for (var i = 0; i < k; i++)
            {
                if (!double.IsFinite(moderator.Values[i]))
                {
                    throw new ArgumentException(
                        $"Row {i + 1}: the moderator {moderator.Name} is {moderator.Values[i]}, not a finite number.",
                        nameof(moderators)
                    );
                }
            }
            columns.Add([.. moderator.Values]);
        }
        return ThinQr.Of(columns, out var dependent)
            ?? throw new NoEstimateException(
                NoEstimateReason.Dependent,
                $"The moderator {moderators[dependent - 1].Name} is constant or a combination of those before it: "
                    + "its coefficient cannot be told apart.",
                moderators[dependent - 1].Name
            );
    }

    // The fall in τ² (Raudenbush 1994); with equal effects, the adjusted R² of the weighted regression.
    private static double Explained(IReadOnlyList<Effect> effects, MetaOptions options, MixedModel model, int p)
    {
        var without = new WeightedFit(effects, ThinQr.OfOnes(effects.Count));
        if (options.Estimator == HeterogeneityEstimator.FE)
        {
            without.At(0);
            var total = without.YPY() / (effects.Count - 1);
            return total > 0 ? Math.Max(0, 100 * (1 - model.Q / (effects.Count - p) / total)) : 0;
        }
        var tau2 = Heterogeneity.Estimate(without, options.Estimator).Value;
        return tau2 > 0 ? Math.Max(0, 100 * (tau2 - model.Tau2) / tau2) : 0;
    }
}
