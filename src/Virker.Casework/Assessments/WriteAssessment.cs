using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Assessments;

/// <summary>A new version as it was filled in.</summary>
/// <param name="BasedOn">The version the form was filled from; 0 for the first.</param>
/// <param name="HealthConsentOn">The day the citizen agreed that health is written down; null without consent.</param>
public sealed record AssessmentDraft(
    int BasedOn,
    string? CitizenWords,
    string? WorkerWords,
    IReadOnlyCollection<string> Resources,
    IReadOnlyCollection<string> Wishes,
    IReadOnlyCollection<string> Barriers,
    string? WorkHistory,
    bool? HasEducation,
    bool? WantsToWork,
    DateOnly? HealthConsentOn,
    HealthFacts? Health
);

/// <summary>Adds a version of the assessment. Nothing about health is accepted without the citizen's consent.</summary>
public sealed class WriteAssessment(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    private const int MaxWords = 20_000;

    /// <returns>What stops it, each beside its field; empty when it is saved.</returns>
    /// <exception cref="InvalidInputException">No such citizen, or somebody wrote a newer version meanwhile.</exception>
    public async Task<IReadOnlyList<FieldProblem>> Execute(
        Worker by,
        Guid citizen,
        AssessmentDraft draft,
        CancellationToken stop
    )
    {
        List<FieldProblem> problems = [.. Problems(draft, clock.Today())];
        if (problems.Count > 0)
            return problems;
        await using var db = await store.OpenAsync(by.Municipality, stop);
        await db.Citizens.RequireAsync(citizen, stop);
        int newest = await db.Assessments.Where(a => a.CitizenId == citizen).MaxAsync(a => (int?)a.Version, stop) ?? 0;
        if (newest != draft.BasedOn)
        {
            throw new InvalidInputException(
                new(
                    $"version {newest} kom til, mens du skrev; læs den, og skriv igen",
                    $"version {newest} was added while you wrote; read it, and write again"
                )
            );
        }
        var id = Guid.CreateVersion7();
        db.Add(
            new Assessment
            {
                Id = id,
                CitizenId = citizen,
                Version = newest + 1,
                MadeAt = clock.GetUtcNow(),
                AuthorId = by.Id,
                CitizenWords = db.Vault.SealOrNull(TypedText.OrNull(draft.CitizenWords), id, "citizen_words"),
                WorkerWords = db.Vault.SealOrNull(TypedText.OrNull(draft.WorkerWords), id, "worker_words"),
                Resources = AssessmentCodes.Known(AssessmentKind.Resource, draft.Resources),
                Wishes = AssessmentCodes.Known(AssessmentKind.Wish, draft.Wishes),
                Barriers = AssessmentCodes.Known(AssessmentKind.Barrier, draft.Barriers),
                WorkHistory = TypedText.OrNull(draft.WorkHistory),
                HasEducation = draft.HasEducation,
                WantsToWork = draft.WantsToWork,
                HealthConsentOn = draft.HealthConsentOn,
                Health = IsNothing(draft.Health)
                    ? null
                    : db.Vault.Seal(JsonSerializer.Serialize(draft.Health), id, "health"),
            }
        );
        await db.SaveAsync(by, "assessment.write", citizen, null, stop);
        return [];
    }

    private static IEnumerable<FieldProblem> Problems(AssessmentDraft draft, DateOnly today)
    {
        if (draft.HealthConsentOn is null && !IsNothing(draft.Health))
        {
            yield return new(
                "healthConsent",
                new(
                    "Uden borgerens samtykke må helbred ikke skrives ned. Skriv dagen for samtykket, eller slet det om helbred.",
                    "Without the citizen's consent health may not be written down. Write the day of the consent, or delete what is about health."
                )
            );
        }
        if (draft.HealthConsentOn > today)
            yield return new("healthConsentOn", new("Dagen er ikke kommet endnu.", "The day has not come yet."));
        if (TypedText.OrNull(draft.CitizenWords) is null && TypedText.OrNull(draft.WorkerWords) is null)
        {
            yield return new(
                "citizenWords",
                new("Skriv, hvad borgeren siger, eller hvad du ser.", "Write what the citizen says, or what you see.")
            );
        }
        (string Field, string? Text)[] texts =
        [
            ("citizenWords", draft.CitizenWords),
            ("workerWords", draft.WorkerWords),
            ("workHistory", draft.WorkHistory),
            ("healthWords", draft.Health?.Words),
        ];
        foreach (var (field, text) in texts.Where(t => t.Text?.Length > MaxWords))
            yield return new(field, TypedText.TooLong(MaxWords));
    }

    private static bool IsNothing(HealthFacts? health) =>
        health is null
        || health with { Words = TypedText.OrNull(health.Words) } == new HealthFacts(null, null, null, null, null);
}
