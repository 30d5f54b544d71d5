using Virker.Statistics.DependentEffects;

namespace Virker.Statistics.Regression;

/// <summary>How a group (a caseworker, a municipality) lies against the average one, shrunk towards it.</summary>
/// <param name="Group">Its id.</param>
/// <param name="Count">Rows in the group.</param>
/// <param name="Effect">The most likely value of its intercept − the common one; on the log odds in a logistic model.</param>
/// <param name="StandardDeviation">How uncertain that is, the model's other numbers taken as known.</param>
public sealed record GroupIntercept(string Group, int Count, double Effect, double StandardDeviation);

/// <summary>A regression in which every group has an intercept of its own, drawn from a normal distribution.</summary>
/// <param name="Coefficients">The intercept, then the predictors; Wald z tests.</param>
/// <param name="Between">The variance between groups; 0 when the data show none.</param>
/// <param name="Within">The residual variance; in a logistic model that of the logistic distribution, π²/3.</param>
/// <param name="LogLikelihood">Restricted in a linear model, by quadrature in a logistic one.</param>
/// <param name="Groups">Every group, in order of first appearance.</param>
public sealed record RandomInterceptFit(
    IReadOnlyList<RobustCoefficient> Coefficients,
    double Between,
    double Within,
    double LogLikelihood,
    IReadOnlyList<GroupIntercept> Groups
)
{
    /// <summary>The intraclass correlation: the share of the variance that lies between groups.</summary>
    public double Icc => Between / (Between + Within);
}
