using Virker.Platform;

namespace Virker.Rules;

/// <summary>How many citizens a worker should have at most, as someone recommends it. Guidance, not law.</summary>
/// <param name="Groups">Codes of target groups; empty for norms of other fields.</param>
/// <param name="Scheme"><c>guidance</c> (the union's, in use), <c>older</c> (no longer), <c>ips</c>.</param>
/// <param name="MinAge">Youngest age the norm is for; null for no limit.</param>
/// <param name="MaxAge">Oldest age the norm is for; null for no limit.</param>
/// <param name="Low">Citizens per full-time worker; null when only a ceiling is given.</param>
/// <param name="High">Citizens per full-time worker.</param>
/// <param name="Year">When it was said; null when the source does not say.</param>
public sealed record CaseloadNorm(
    string Id,
    string Scheme,
    Text Name,
    IReadOnlyList<string> Groups,
    int? MinAge,
    int? MaxAge,
    int? Low,
    int High,
    Text WhoSays,
    int? Year,
    string SourceUrl
);

/// <summary>Norms for caseloads: <c>data/rules/practice/caseload_norms.csv</c>.</summary>
public sealed class CaseloadNorms
{
    public const string Guidance = "guidance";
    public const string Ips = "ips";

    internal CaseloadNorms(IReadOnlyList<CaseloadNorm> all) => All = all;

    public IReadOnlyList<CaseloadNorm> All { get; }

    /// <summary>The norm in use for a citizen of this group and age; null when nobody gives one.</summary>
    public CaseloadNorm? For(string targetGroup, int age) =>
        All.FirstOrDefault(n =>
            n.Scheme == Guidance
            && n.Groups.Contains(targetGroup)
            && (n.MinAge is null || n.MinAge <= age)
            && (n.MaxAge is null || age <= n.MaxAge)
        );

    /// <summary>The norm for active citizens of a full-time IPS consultant.</summary>
    public CaseloadNorm ForIps => All.First(n => n.Scheme == Ips);
}
