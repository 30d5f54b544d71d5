using Microsoft.AspNetCore.Mvc;
using Virker.Casework.PersonalLinks;
using Virker.Casework.Progress;
using Virker.Platform;
using Virker.Web.Site;

namespace Virker.Web.Pages.Own;

/// <summary>The questions are behind the citizen: what is still open, and the way out.</summary>
public sealed class DoneModel(ReadProgress read, TimeProvider clock) : OwnPage
{
    /// <summary>The numbers of the questions not answered.</summary>
    public IReadOnlyList<int> Missing { get; private set; } = [];

    protected override LinkPurpose Purpose => LinkPurpose.Answers;

    public async Task OnGetAsync(CancellationToken stop)
    {
        var progress = await read.Execute(Visit.Citizen, Visit.CitizenId, stop);
        var given = progress.Open(clock.Today())?.Citizen;
        Missing =
        [
            .. Indicators
                .OfCitizen.Index()
                .Where(i => given?.ContainsKey(i.Item.Code) != true)
                .Select(i => i.Index + 1),
        ];
    }

    public Task<IActionResult> OnPostAsync(CancellationToken stop) => Leave(stop);
}
