using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Virker.Evidence.Knowledge;

namespace Virker.Web.Site;

/// <summary>A page that reads the knowledge bank at the version in the address (<c>?v=3</c>), or at the newest.</summary>
public abstract class BankPage : PageModel
{
    /// <summary>The version the page shows.</summary>
    public KnowledgeBank Bank { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var services = HttpContext.RequestServices;
        var read = services.GetRequiredService<ReadKnowledgeBank>();
        int? version = services.GetRequiredService<Links>().PinnedVersion;
        var bank = await read.Find(version, HttpContext.RequestAborted);
        if (bank is null)
        {
            context.Result = new NotFoundResult();
            return;
        }

        Bank = bank;
        await next();
    }
}
