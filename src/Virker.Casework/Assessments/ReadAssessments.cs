using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Protection;
using Virker.Platform.Storage;

namespace Virker.Casework.Assessments;

/// <summary>A version in a list.</summary>
public sealed record AssessmentVersion(int Version, DateTimeOffset MadeAt, Guid AuthorId);

/// <summary>A version of the assessment, opened.</summary>
/// <param name="Health">Null without consent; also for old versions once the citizen has taken the consent back.</param>
/// <param name="IsHealthWithheld">The version holds health the citizen no longer agrees to show.</param>
public sealed record AssessmentRead(
    int Version,
    DateTimeOffset MadeAt,
    Guid AuthorId,
    string? CitizenWords,
    string? WorkerWords,
    Codes Resources,
    Codes Wishes,
    Codes Barriers,
    string? WorkHistory,
    bool? HasEducation,
    bool? WantsToWork,
    DateOnly? HealthConsentOn,
    HealthFacts? Health,
    bool IsHealthWithheld
);

/// <param name="Shown">The version asked for; null when the citizen has none.</param>
/// <param name="Changes">What changed from the version before; null for the first.</param>
/// <param name="Versions">All there are, newest first.</param>
public sealed record AssessmentHistory(
    AssessmentRead? Shown,
    IReadOnlyList<AssessmentChange>? Changes,
    IReadOnlyList<AssessmentVersion> Versions
);

/// <summary>Reads the versions of a citizen's assessment. The caller logs the look-up.</summary>
public sealed class ReadAssessments(MunicipalityStore<CaseworkDbContext> store)
{
    /// <param name="version">Null for the newest.</param>
    /// <returns>Null when there is no such version.</returns>
    public async Task<AssessmentHistory?> Execute(Worker worker, Guid citizen, int? version, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(worker.Municipality, stop);
        var versions = await db
            .Assessments.Where(a => a.CitizenId == citizen)
            .OrderByDescending(a => a.Version)
            .Select(a => new
            {
                a.Version,
                a.MadeAt,
                a.AuthorId,
                HasConsent = a.HealthConsentOn != null,
            })
            .ToListAsync(stop);
        if (versions.Count == 0)
            return version is null ? new AssessmentHistory(null, null, []) : null;
        int wanted = version ?? versions[0].Version;
        var rows = await db
            .Assessments.AsNoTracking()
            .Where(a => a.CitizenId == citizen && (a.Version == wanted || a.Version == wanted - 1))
            .OrderByDescending(a => a.Version)
            .ToListAsync(stop);
        if (rows.Count == 0 || rows[0].Version != wanted)
            return null;
        bool mayShowHealth = versions[0].HasConsent;
        var shown = Open(db.Vault, rows[0], mayShowHealth);
        return new AssessmentHistory(
            shown,
            rows.Count < 2 ? null : AssessmentChange.Between(Open(db.Vault, rows[1], mayShowHealth), shown),
            [.. versions.Select(v => new AssessmentVersion(v.Version, v.MadeAt, v.AuthorId))]
        );
    }

    private static AssessmentRead Open(Vault vault, Assessment row, bool mayShowHealth) =>
        new(
            row.Version,
            row.MadeAt,
            row.AuthorId,
            vault.OpenOrNull(row.CitizenWords, row.Id, "citizen_words"),
            vault.OpenOrNull(row.WorkerWords, row.Id, "worker_words"),
            row.Resources,
            row.Wishes,
            row.Barriers,
            row.WorkHistory,
            row.HasEducation,
            row.WantsToWork,
            row.HealthConsentOn,
            mayShowHealth && row.Health is { } health
                ? JsonSerializer.Deserialize<HealthFacts>(vault.Open(health, row.Id, "health"))
                : null,
            row.Health is not null && !mayShowHealth
        );
}
