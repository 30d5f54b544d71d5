using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Virker.Web.Pages;

/// <summary>What a visitor sees when something is missing or went wrong: what happened and what to do, no more.</summary>
[ResponseCache(NoStore = true)]
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    public int Code { get; private set; }

    public void OnGet(int code = 500) => Show(code);

    /// <summary>What went wrong may have been a form.</summary>
    public void OnPost(int code = 500) => Show(code);

    private void Show(int code)
    {
        Code = code;
        Response.StatusCode = code;
    }
}
