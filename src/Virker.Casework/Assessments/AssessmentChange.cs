using Virker.Platform;

namespace Virker.Casework.Assessments;

/// <summary>What changed in one field from one version to the next, in words.</summary>
/// <param name="Field">The field's name on the page.</param>
/// <param name="What">What happened to it.</param>
public sealed record AssessmentChange(Text Field, Text What)
{
    /// <summary>Every change, in the order of the page; empty when the versions say the same.</summary>
    public static IReadOnlyList<AssessmentChange> Between(AssessmentRead before, AssessmentRead now)
    {
        var changes = new List<AssessmentChange>();
        Words(new("Borgerens ord", "The citizen's words"), before.CitizenWords, now.CitizenWords);
        Words(new("Medarbejderens ord", "The worker's words"), before.WorkerWords, now.WorkerWords);
        Codes(new("Ressourcer", "Resources"), before.Resources, now.Resources);
        Codes(new("Ønsker", "Wishes"), before.Wishes, now.Wishes);
        Codes(new("Det, der står i vejen", "What stands in the way"), before.Barriers, now.Barriers);
        Words(new("Tidligere arbejde", "Earlier work"), before.WorkHistory, now.WorkHistory);
        Answer(new("Uddannelse", "Education"), before.HasEducation, now.HasEducation);
        Answer(new("Vil gerne arbejde", "Wants to work"), before.WantsToWork, now.WantsToWork);
        var consent = new Text("Samtykke om helbred", "Consent on health");
        if (before.HealthConsentOn is null && now.HealthConsentOn is not null)
            Add(consent, new("givet", "given"));
        else if (before.HealthConsentOn is not null && now.HealthConsentOn is null)
            Add(consent, new("taget tilbage", "taken back"));
        Health(before.Health, now.Health);
        return changes;

        void Add(Text field, Text what) => changes.Add(new(field, what));

        void Words(Text field, string? old, string? fresh)
        {
            if (old == fresh)
                return;
            Add(
                field,
                old is null ? new("kommet til", "added")
                    : fresh is null ? new("taget ud", "taken out")
                    : new("skrevet om", "rewritten")
            );
        }

        void Codes(Text field, IReadOnlyList<string> old, IReadOnlyList<string> fresh)
        {
            foreach (string code in fresh.Except(old))
                Add(field, Both("kommet til: ", "added: ", AssessmentCodes.Name(code)));
            foreach (string code in old.Except(fresh))
                Add(field, Both("faldet fra: ", "gone: ", AssessmentCodes.Name(code)));
        }

        void Answer(Text field, bool? old, bool? fresh)
        {
            if (old != fresh)
                Add(field, new($"{Of(old).Da} → {Of(fresh).Da}", $"{Of(old).En} → {Of(fresh).En}"));
        }

        void Health(HealthFacts? old, HealthFacts? fresh)
        {
            old ??= new(null, null, null, null, null);
            fresh ??= new(null, null, null, null, null);
            Words(new("Helbred, i ord", "Health, in words"), old.Words, fresh.Words);
            Answer(HealthText.SevereMentalIllness, old.SevereMentalIllness, fresh.SevereMentalIllness);
            Answer(HealthText.InPsychiatricTreatment, old.InPsychiatricTreatment, fresh.InPsychiatricTreatment);
            Answer(HealthText.Musculoskeletal, old.Musculoskeletal, fresh.Musculoskeletal);
            Answer(HealthText.Substance, old.Substance, fresh.Substance);
        }
    }

    private static Text Both(string da, string en, Text name) => new(da + name.Da, en + name.En);

    private static Text Of(bool? answer) =>
        answer switch
        {
            true => new("ja", "yes"),
            false => new("nej", "no"),
            null => new("ved vi ikke", "not known"),
        };
}

/// <summary>The questions on health, in plain words.</summary>
public static class HealthText
{
    public static Text SevereMentalIllness { get; } = new("Svær psykisk sygdom", "Severe mental illness");
    public static Text InPsychiatricTreatment { get; } = new("I behandling i psykiatrien", "In psychiatric treatment");
    public static Text Musculoskeletal { get; } = new("Smerter i muskler og led", "Pain in muscles and joints");
    public static Text Substance { get; } = new("Alkohol eller stoffer fylder", "Alcohol or drugs take up much");
}
