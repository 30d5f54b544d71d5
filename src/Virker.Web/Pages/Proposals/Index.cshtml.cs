using Microsoft.AspNetCore.Mvc.RazorPages;
using Virker.Evidence.Proposals;
using static Virker.Web.Site.Words;

namespace Virker.Web.Pages.Proposals;

/// <summary>Studies that wait for an editor of the knowledge bank.</summary>
public sealed class IndexModel(ReadProposals proposals) : PageModel
{
    public IReadOnlyList<Proposal> All { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) => All = await proposals.All(stop);
}

internal static class ProposalWords
{
    public static string Of(ProposalState state) =>
        state switch
        {
            ProposalState.Waiting => T("Venter", "Waits"),
            ProposalState.Published => T("Optaget", "Published"),
            ProposalState.Refused => T("Afvist", "Refused"),
        };
}
