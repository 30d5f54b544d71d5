using Microsoft.AspNetCore.Mvc;
using Virker.Effects.Practice;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Web.Site;

namespace Virker.Web.Pages.Effects;

/// <summary>What goes together in the municipality's own practice: numbers of groups only.</summary>
public sealed class PracticeModel(ReadPractice read, ReviewPractice review, Links go) : WorkerPage
{
    public NewestReview Newest { get; private set; } = null!;

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public bool IsAnalyst => Worker.Roles.Contains(Role.Analyst);

    public async Task OnGetAsync(CancellationToken stop) => Newest = await read.Execute(Worker, stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Problems = await review.Execute(Worker, stop);
        if (Problems.Count == 0)
            return Redirect(go.Practice);
        await OnGetAsync(stop);
        return Page();
    }
}
