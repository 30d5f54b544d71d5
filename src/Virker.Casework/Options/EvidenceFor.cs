using Virker.Casework.Assessments;
using Virker.Rules;

namespace Virker.Casework.Options;

/// <summary>What is known of a citizen that bears on the options. Nothing about how likely a job is.</summary>
/// <param name="Groups">The groups of evidence the citizen belongs to, the most specific first; empty when the target
/// group is unknown.</param>
/// <param name="Met">Whether each need is there; null where nobody knows.</param>
public sealed record EvidenceFor(IReadOnlyList<string> Groups, IReadOnlyDictionary<Need, bool?> Met)
{
    private const int YouthBelow = 30;

    /// <param name="health">What the citizen agreed to have written down; null without consent.</param>
    public static EvidenceFor Citizen(TargetGroup? law, int age, bool? wantsToWork, HealthFacts? health)
    {
        var groups = new List<string>();
        bool far = law?.Closeness is Closeness.Far or Closeness.ReducedCapacity;
        if (health?.SevereMentalIllness == true)
            groups.Add("X.SMI");
        if (health?.Substance == true)
            groups.Add("X.SUBSTANCE");
        if (health?.Musculoskeletal == true && law?.Closeness == Closeness.Sick)
            groups.Add("X.MUSCULO");
        if (far && age < YouthBelow)
            groups.Add("X.YOUTH");
        if (law?.EvidenceGroup is { Length: > 0 } own)
            groups.Add(own);
        if (far && !groups.Contains("FAR.ALL"))
            groups.Add("FAR.ALL");
        return new EvidenceFor(
            groups,
            new Dictionary<Need, bool?>
            {
                [Need.WantsToWork] = wantsToWork,
                [Need.SevereMentalIllness] = health?.SevereMentalIllness,
                [Need.PsychiatricTreatment] = health?.InPsychiatricTreatment,
            }
        );
    }
}
