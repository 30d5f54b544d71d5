using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Virker.Evidence;
using Virker.Evidence.Bank;
using Virker.Evidence.Proposals;
using Virker.Platform;
using Virker.Web.Site;

namespace Virker.Web.Pages.Proposals;

/// <summary>One proposal: an editor approves or refuses it.</summary>
public sealed class ProposalModel(
    ReadProposals proposals,
    DecideProposal decide,
    EvidenceData data,
    SignedIn me,
    Links go
) : PageModel
{
    public ProposedStudy Proposed { get; private set; } = null!;

    public string? Decision { get; private set; }

    public string? Why { get; private set; }

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await proposals.One(id, stop) is not { } found)
            return NotFound();
        Proposed = found;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? decision, string? why, CancellationToken stop)
    {
        if (await proposals.One(id, stop) is not { } found)
            return NotFound();
        (Proposed, Decision, Why) = (found, decision, why);
        Problems = decision is "approve" or "refuse"
            ? await decide.Execute(id, me.AccountId!.Value, me.Name ?? "", decision == "approve", why, stop)
            : [new("decision", new("Vælg, om det skal med.", "Choose whether it goes in."))];
        return Problems.Count == 0 ? Redirect(go.Proposal(id)) : Page();
    }

    public string OutcomeName(Finding finding) =>
        $"{data.Taxonomy.Outcomes[finding.Outcome].Name}, {finding.FollowUpMonths?.ToString("0.#", CultureInfo.CurrentCulture)} {Words.T("måneder", "months")}";

    public static string Counts(int? events, int? people) => people is null ? "–" : $"{events} / {people}";

    public static string Interval(Finding finding)
    {
        bool isShare = finding.Measure == Measure.RD;
        string unit = isShare
            ? Words.T("procentpoint", "percentage points")
            : finding.EstimateUnit switch
            {
                "hours" => Words.T("timer", "hours"),
                "steps" => Words.T("trin", "steps"),
                var other => other,
            };
        var (estimate, low, high) = (Number(finding.Estimate), Number(finding.CiLow), Number(finding.CiHigh));
        return Words.T($"{estimate} ({low} til {high}) {unit}", $"{estimate} ({low} to {high}) {unit}");

        string Number(decimal? value) =>
            value is { } v ? Show.Number(isShare ? 100 * v : v, finding.EstimateUnit == "steps" ? 2 : 1) : "–";
    }
}
