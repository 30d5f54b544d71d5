using Virker.Platform;

namespace Virker.Rules;

/// <summary>
/// All rules, target groups, terms and norms with their periods of validity. Several sets are valid at once: a
/// placement agreed under older rules keeps them, because the caller states the day whose rules are meant.
/// </summary>
public sealed class RuleBook
{
    private readonly ILookup<string, Rule> _byId;
    private readonly ILookup<RuleCheck, Rule> _byCheck;

    internal RuleBook(
        IReadOnlyList<Rule> rules,
        TargetGroups targetGroups,
        DatedTerms terms,
        CaseloadNorms caseloads,
        IReadOnlyList<ContactInterval> contactIntervals
    )
    {
        Rules = rules;
        TargetGroups = targetGroups;
        Terms = terms;
        Caseloads = caseloads;
        ContactIntervals = contactIntervals;
        _byId = rules.ToLookup(r => r.Id, StringComparer.Ordinal);
        _byCheck = rules.Where(r => r.Check is not null).ToLookup(r => r.Check!.Value);
    }

    /// <summary>Every row, in the order of the file.</summary>
    public IReadOnlyList<Rule> Rules { get; }
    public TargetGroups TargetGroups { get; }
    public DatedTerms Terms { get; }
    public CaseloadNorms Caseloads { get; }
    public IReadOnlyList<ContactInterval> ContactIntervals { get; }

    /// <summary>Reads <c>rules/practice/*.csv</c> below the data folder.</summary>
    /// <exception cref="InvalidInputException">A file is missing or wrong; the text names file, row and column.</exception>
    public static RuleBook Load(string dataDirectory) => RuleFiles.Load(dataDirectory);

    /// <summary>The row of a rule in force on a day; null when the rule was not in force then.</summary>
    /// <exception cref="KeyNotFoundException">The book holds no such rule at all.</exception>
    public Rule? Find(string ruleId, DateOnly on) =>
        _byId.Contains(ruleId)
            ? _byId[ruleId].SingleOrDefault(r => r.IsInForce(on))
            : throw new KeyNotFoundException($"there is no rule {ruleId}");

    /// <summary>The number of a rule on a day, in the rule's unit; null when not in force or not a number.</summary>
    public decimal? Value(string ruleId, DateOnly on) => Find(ruleId, on)?.Value;

    /// <summary>The one row a check uses for this kind of offer and target group on a day; null when there is none.</summary>
    public Rule? For(RuleCheck check, OfferKind kind, string targetGroup, DateOnly on) =>
        _byCheck[check]
            .SingleOrDefault(r => r.Kinds.Contains(kind) && r.Groups.Contains(targetGroup) && r.IsInForce(on));

    /// <summary>The one row a check that is not about an offer uses for a target group on a day.</summary>
    public Rule? For(RuleCheck check, string targetGroup, DateOnly on) =>
        _byCheck[check].SingleOrDefault(r => r.Groups.Contains(targetGroup) && r.IsInForce(on));

    /// <summary>Weeks between contacts for a target group: the municipality's own norm, otherwise the house's.</summary>
    public ContactInterval? Interval(string targetGroup, DateOnly on, string municipality = "") =>
        ContactIntervals
            .Where(i => i.Groups.Contains(targetGroup) && i.IsInForce(on))
            .Where(i => i.Municipality == "" || i.Municipality == municipality)
            .OrderBy(i => i.Municipality == "")
            .FirstOrDefault();
}
