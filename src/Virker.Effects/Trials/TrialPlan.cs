using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Virker.Casework.Cohorts;
using Virker.Evidence.Taxonomies;
using Virker.Platform;

namespace Virker.Effects.Trials;

/// <summary>What a trial measures, straight from casework; see <c>docs/method/trials.md</c>.</summary>
public enum OutcomeKind
{
    /// <summary>At least one paid hour in a week of the window.</summary>
    AnyPaidHour,

    /// <summary>Paid hours in one of the window's last four weeks.</summary>
    InPaidHours,

    /// <summary>Paid hours in all, over the window.</summary>
    PaidHours,

    /// <summary>Left the target groups for ordinary work within the window.</summary>
    LeftToJob,

    /// <summary>Where the citizen stands at the window's end by the own answers, 1 to 5.</summary>
    Progress,
}

/// <summary>Everything that is decided before the first lot is drawn. What a form leaves empty is null.</summary>
/// <param name="Intervention">The taxonomy's code of what the lot decides about.</param>
/// <param name="Treatment">What those who draw it get, in plain words.</param>
/// <param name="Usual">What the others get.</param>
/// <param name="TargetGroups">The law's codes.</param>
/// <param name="EvidenceGroup">The group of evidence the result will be about.</param>
/// <param name="Primary">The one outcome that decides.</param>
/// <param name="Weeks">How long each citizen is followed.</param>
/// <param name="Secondary">Outcomes beside it, over the same weeks; corrected for being several.</param>
/// <param name="People">How many are drawn in all.</param>
/// <param name="ExpectedUsual">What is expected of the primary outcome without the treatment: percent, hours or steps.</param>
/// <param name="ExpectedTreatment">And with it: the smallest difference worth knowing.</param>
/// <param name="Spread">The standard deviation, where the outcome is no share.</param>
/// <param name="InterimPercent">One look is allowed when so many percent of the outcomes are known; null for none.</param>
/// <param name="LegalBasis">What allows the municipality to draw lots, and how citizens are told.</param>
public sealed record TrialPlan(
    string? Title = null,
    string? Question = null,
    string? Intervention = null,
    string? Treatment = null,
    string? Usual = null,
    IReadOnlyList<string>? TargetGroups = null,
    string? EvidenceGroup = null,
    int? WeeksInGroup = null,
    int? WeeksWithoutHours = null,
    OutcomeKind? Primary = null,
    int? Weeks = null,
    IReadOnlyList<OutcomeKind>? Secondary = null,
    int? People = null,
    decimal? ExpectedUsual = null,
    decimal? ExpectedTreatment = null,
    decimal? Spread = null,
    int? InterimPercent = null,
    string? Notes = null,
    string? LegalBasis = null
)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>Fewer say nothing, and would point at persons.</summary>
    public const int LeastPeople = 20;

    [JsonIgnore]
    public CohortRule Rule => new(Codes.Of(TargetGroups ?? []), WeeksInGroup ?? 0, WeeksWithoutHours ?? 0);

    /// <summary>The primary outcome first.</summary>
    [JsonIgnore]
    public IEnumerable<OutcomeKind> Outcomes => [Primary!.Value, .. (Secondary ?? []).Where(o => o != Primary)];

    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <exception cref="JsonException">The text is no plan.</exception>
    public static TrialPlan Read(string text) => JsonSerializer.Deserialize<TrialPlan>(text, Json)!;

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>What must be said before the plan can be frozen, each beside its field.</summary>
    public IEnumerable<FieldProblem> Missing(Taxonomy taxonomy)
    {
        var say = new Text(
            "Det skal stå i planen, før der trækkes lod.",
            "It must be in the plan before lots are drawn."
        );
        (string Field, string? Value)[] texts =
        [
            ("title", Title),
            ("question", Question),
            ("treatment", Treatment),
            ("usual", Usual),
            ("legalBasis", LegalBasis),
        ];
        foreach (var (field, _) in texts.Where(t => string.IsNullOrWhiteSpace(t.Value)))
            yield return new(field, say);
        if (Intervention is null || taxonomy.Interventions.Find(Intervention) is null)
        {
            yield return new(
                "intervention",
                new("Vælg, hvad der trækkes lod om.", "Choose what lots are drawn about.")
            );
        }
        if (TargetGroups is null or { Count: 0 })
            yield return new("targetGroups", new("Vælg mindst én målgruppe.", "Choose at least one target group."));
        if (EvidenceGroup is null || taxonomy.TargetGroups.Find(EvidenceGroup) is null)
        {
            yield return new(
                "evidenceGroup",
                new("Vælg, hvem resultatet handler om.", "Choose whom the result is about.")
            );
        }
        if (Primary is null)
            yield return new("primary", new("Vælg det ene udfald, der afgør.", "Choose the one outcome that decides."));
        (string Field, bool IsThere)[] numbers =
        [
            ("weeks", Weeks is not null),
            ("people", People is not null),
            ("expectedUsual", ExpectedUsual is not null),
            ("expectedTreatment", ExpectedTreatment is not null),
            ("spread", Spread is not null || Primary is null || OutcomeKinds.Of(Primary.Value).IsShare),
        ];
        foreach (var (field, _) in numbers.Where(n => !n.IsThere))
            yield return new(field, say);
        foreach (var problem in Wrong().Where(p => p.Field != "title"))
            yield return problem;
    }

    /// <summary>What can never be right, also in a draft.</summary>
    public IEnumerable<FieldProblem> Wrong()
    {
        if (string.IsNullOrWhiteSpace(Title))
            yield return new("title", new("Giv forsøget et navn.", "Give the trial a name."));
        if (WeeksInGroup is < 0 or > 520)
            yield return new("weeksInGroup", Between(0, 520));
        if (WeeksWithoutHours is < 0 or > 260)
            yield return new("weeksWithoutHours", Between(0, 260));
        if (Weeks is not (null or (>= 4 and <= 156)))
            yield return new("weeks", Between(4, 156));
        if (People is not (null or (>= LeastPeople and <= 100_000)))
            yield return new("people", Between(LeastPeople, 100_000));
        if (InterimPercent is not (null or (>= 20 and <= 80)))
            yield return new("interimPercent", Between(20, 80));
        var (least, most) = Primary is { } primary ? OutcomeKinds.Of(primary).Expected(Weeks ?? 156) : (1, 99);
        if (ExpectedUsual < least || ExpectedUsual > most)
            yield return new("expectedUsual", Between(least, most));
        if (ExpectedTreatment < least || ExpectedTreatment > most)
            yield return new("expectedTreatment", Between(least, most));
        if (ExpectedTreatment is not null && ExpectedTreatment == ExpectedUsual)
        {
            yield return new(
                "expectedTreatment",
                new("Den skal være en anden end den sædvanlige.", "It must differ from the usual.")
            );
        }
        if (Spread <= 0)
            yield return new("spread", new("Spredningen skal være over 0.", "The deviation must be above 0."));
    }

    private static Text Between(int least, int most) =>
        new($"Skriv et tal fra {least} til {most}.", $"Write a number from {least} to {most}.");
}
