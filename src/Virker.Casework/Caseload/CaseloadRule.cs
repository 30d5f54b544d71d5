using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Caseload;

/// <summary>The municipality's own rule for how many cases a worker has. Rules are added, never overwritten; the newest
/// holds. Every number is the municipality's: nobody has published weights, so none are given beforehand.</summary>
public sealed class CaseloadRule
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The most weight a full-time worker has, in simple cases.</summary>
    public int Ceiling { get; init; }

    /// <summary>What a complex case counts, in hundredths of a simple one; null when every case counts as one.</summary>
    public int? Complex { get; init; }
    public int? VeryComplex { get; init; }

    /// <summary>The share of the ceiling that holds in a new colleague's first six months, in percent.</summary>
    public int NewPercent { get; init; } = 100;
    public Guid SetBy { get; init; }
    public DateTimeOffset SetAt { get; init; }

    /// <summary>A case's weight in hundredths. One nobody has judged counts as simple.</summary>
    public int WeightOf(CaseLevel? level) =>
        level switch
        {
            CaseLevel.Complex => Complex ?? One,
            CaseLevel.VeryComplex => VeryComplex ?? One,
            null or CaseLevel.Simple => One,
        };

    /// <summary>The most weight a worker may have on a day, in hundredths: the ceiling (for an IPS consultant 20 by the
    /// scale, if that is less), by the share of full time, and less in the first six months.</summary>
    public int NormOf(WorkTerms? terms, bool isIps, DateOnly on)
    {
        int most = isIps ? Math.Min(Ceiling, CaseNorms.Ips) : Ceiling;
        int percent = terms?.Percent ?? 100;
        int share = terms?.IsNew(on) == true ? NewPercent : 100;
        return One * most * percent * share / (100 * 100);
    }

    internal const int One = 100;
}

/// <summary>Sets the municipality's own rule.</summary>
public sealed class SetCaseloadRule(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    /// <param name="complex">What a complex case counts, in simple ones: 1 to 10; with <paramref name="veryComplex"/> or
    /// neither.</param>
    /// <returns>What stops it; empty when it is saved.</returns>
    public async Task<IReadOnlyList<FieldProblem>> Execute(
        Worker by,
        int? ceiling,
        decimal? complex,
        decimal? veryComplex,
        int? newPercent,
        CancellationToken stop
    )
    {
        List<FieldProblem> problems = [];
        if (ceiling is not (> 0 and < 1000))
        {
            problems.Add(
                new("ceiling", new("Skriv et helt tal fra 1 til 999.", "Write a whole number from 1 to 999."))
            );
        }
        if (complex is null != veryComplex is null)
        {
            problems.Add(
                new(
                    complex is null ? "complex" : "veryComplex",
                    new("Skriv begge vægte eller ingen af dem.", "Write both weights or neither.")
                )
            );
        }
        if (complex is < 1 or > 10)
            problems.Add(new("complex", new("Skriv et tal fra 1 til 10.", "Write a number from 1 to 10.")));
        if (veryComplex is < 1 or > 10 || veryComplex < complex)
        {
            problems.Add(
                new(
                    "veryComplex",
                    new(
                        "Skriv et tal fra vægten for en kompleks sag og op til 10.",
                        "Write a number from the weight of a complex case up to 10."
                    )
                )
            );
        }
        if (newPercent is not (null or (>= 1 and <= 100)))
        {
            problems.Add(
                new("newPercent", new("Skriv et helt tal fra 1 til 100.", "Write a whole number from 1 to 100."))
            );
        }
        if (problems.Count > 0)
            return problems;
        await using var db = await store.OpenAsync(by.Municipality, stop);
        db.Add(
            new CaseloadRule
            {
                Ceiling = ceiling!.Value,
                Complex = Hundredths(complex),
                VeryComplex = Hundredths(veryComplex),
                NewPercent = newPercent ?? 100,
                SetBy = by.Id,
                SetAt = clock.GetUtcNow(),
            }
        );
        await db.SaveAsync(by, "caseload.rule", [], null, stop);
        return [];
    }

    private static int? Hundredths(decimal? weight) => weight is { } w ? (int)decimal.Round(100 * w) : null;
}

internal static class CaseloadRuleRows
{
    /// <summary>The rule that holds now; null when the municipality has set none.</summary>
    public static Task<CaseloadRule?> Newest(this IQueryable<CaseloadRule> rules, CancellationToken stop) =>
        rules.AsNoTracking().OrderByDescending(r => r.SetAt).FirstOrDefaultAsync(stop);
}
