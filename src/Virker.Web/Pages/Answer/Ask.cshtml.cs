using Microsoft.AspNetCore.Mvc;
using Virker.Web.Site;

namespace Virker.Web.Pages.Answer;

/// <summary>Takes the question from the front page's form to the address of its answer.</summary>
public sealed class AskModel(Links go) : BankPage
{
    public IActionResult OnGet(string? @for, string? about)
    {
        if (@for is null || !Bank.Taxonomy.TargetGroups.Has(@for))
            return Redirect(go.Home);

        return Redirect(string.IsNullOrEmpty(about) ? go.For(@for) : go.Answer(@for, about));
    }
}
