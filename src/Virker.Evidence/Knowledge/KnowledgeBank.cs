using System.Collections.Concurrent;
using System.Collections.Frozen;
using Virker.Evidence.Bank;
using Virker.Evidence.JobEffects;
using Virker.Evidence.Taxonomies;

namespace Virker.Evidence.Knowledge;

/// <summary>Everything one version of the bank holds, as rows.</summary>
public sealed record BankContent
{
    public IReadOnlyList<Study> Studies { get; init; } = [];
    public IReadOnlyList<Finding> Findings { get; init; } = [];
    public IReadOnlyList<Assessment> Assessments { get; init; } = [];
    public IReadOnlyList<ProfessionalConclusion> Conclusions { get; init; } = [];
    public IReadOnlyList<PracticeCue> Cues { get; init; } = [];
    public IReadOnlyList<OpenQuestion> Unknowns { get; init; } = [];
    public IReadOnlyList<Baseline> Baselines { get; init; } = [];
    public IReadOnlyList<PublishedPool> Pools { get; init; } = [];
}

/// <summary>
/// One version of the knowledge bank in memory, immutable, with its look-ups prepared: by study, and by target group
/// and intervention including everything below them in the trees.
/// </summary>
public sealed class KnowledgeBank
{
    private const int MaxRemembered = 20_000;
    private readonly FrozenDictionary<string, Study> _studies;
    private readonly FrozenDictionary<string, Finding> _findings;
    private readonly ILookup<string, Finding> _byStudy;
    private readonly FrozenDictionary<string, StudyAssessment> _assessments;
    private readonly FrozenDictionary<string, IReadOnlyList<Finding>> _byTargetGroup;
    private readonly FrozenDictionary<string, IReadOnlySet<string>> _byIntervention;
    private readonly ConcurrentDictionary<object, object> _remembered = new();

    public KnowledgeBank(BankVersion version, Taxonomy taxonomy, JobEffectRules rules, BankContent content)
    {
        Version = version;
        Taxonomy = taxonomy;
        Rules = rules;
        Content = content;
        _studies = content.Studies.ToFrozenDictionary(s => s.Id);
        _findings = content.Findings.ToFrozenDictionary(f => f.Id);
        _byStudy = content.Findings.ToLookup(f => f.StudyId);
        var byResearcher = content.Assessments.ToDictionary(a => a.StudyId);
        _assessments = content.Studies.ToFrozenDictionary(
            s => s.Id,
            s => rules.ProvisionalAssessment.Assess(s, byResearcher.GetValueOrDefault(s.Id))
        );
        _byTargetGroup = Index(taxonomy.TargetGroups, content.Findings, f => f.TargetGroups)
            .ToFrozenDictionary(p => p.Key, IReadOnlyList<Finding> (p) => p.Value);
        _byIntervention = Index(taxonomy.Interventions, content.Findings, f => f.Interventions)
            .ToFrozenDictionary(p => p.Key, IReadOnlySet<string> (p) => p.Value.Select(f => f.Id).ToFrozenSet());
    }

    public BankVersion Version { get; }
    public Taxonomy Taxonomy { get; }
    public JobEffectRules Rules { get; }
    public BankContent Content { get; }

    public Study? FindStudy(string id) => _studies.GetValueOrDefault(id);

    public Finding? FindFinding(string id) => _findings.GetValueOrDefault(id);

    /// <summary>The study of a finding. Every finding has one.</summary>
    public Study StudyOf(Finding finding) => _studies[finding.StudyId];

    public IEnumerable<Finding> FindingsOf(string studyId) => _byStudy[studyId];

    /// <summary>A researcher's assessment, otherwise the provisional rule's.</summary>
    public StudyAssessment AssessmentOf(string studyId) => _assessments[studyId];

    /// <summary>Findings that name the intervention or one below it, for the target group or one below it. Null means
    /// any.</summary>
    public IEnumerable<Finding> FindingsFor(string? targetGroup, string? intervention)
    {
        var findings = targetGroup is null ? Content.Findings : _byTargetGroup.GetValueOrDefault(targetGroup) ?? [];
        if (intervention is null)
            return findings;
        return _byIntervention.TryGetValue(intervention, out var ids) ? findings.Where(f => ids.Contains(f.Id)) : [];
    }

    /// <summary>Computes a thing that depends on this version alone once, and keeps it with the version.</summary>
    public T Remember<T>(object key, Func<T> compute)
        where T : class
    {
        if (_remembered.TryGetValue(key, out var known))
            return (T)known;
        if (_remembered.Count >= MaxRemembered)
            _remembered.Clear();
        return (T)_remembered.GetOrAdd(key, _ => compute());
    }

    private static Dictionary<string, List<Finding>> Index(
        Tree tree,
        IReadOnlyList<Finding> findings,
        Func<Finding, IEnumerable<string>> codes
    )
    {
        var index = tree.Nodes.ToDictionary(n => n.Code, _ => new List<Finding>());
        foreach (var finding in findings)
        {
            var nodes = codes(finding).SelectMany(c => tree.Ancestors(c).Select(a => a.Code).Prepend(c)).Distinct();
            foreach (var node in nodes.Where(index.ContainsKey))
                index[node].Add(finding);
        }
        return index;
    }
}
