using Microsoft.AspNetCore.Mvc.RazorPages;
using Virker.Platform.Accounts;

namespace Virker.Web.Site;

/// <summary>A page for workers. What it shows of citizens is logged before it is shown.</summary>
public abstract class WorkerPage : PageModel
{
    /// <summary>In a request's items: the page is read for what stands now, and nobody is shown it.</summary>
    public static object OnlyRead { get; } = new();

    /// <summary>Who asks.</summary>
    public Worker Worker => HttpContext.RequestServices.GetRequiredService<SignedIn>().Worker;

    /// <summary>Logs that the page shows these citizens. Call it once, in the handler that shows the page; the page is
    /// not shown when the log cannot be written. A form that is compared with what stands now shows nobody anything.</summary>
    /// <param name="what">The page as a code: <c>look.citizen</c>.</param>
    /// <param name="citizens">Everybody the page shows.</param>
    /// <param name="why">The purpose, where the page asks for one.</param>
    /// <param name="detail">What was asked for, as JSON; never a CPR number.</param>
    protected Task Looked(string what, IReadOnlyCollection<Guid> citizens, string? why = null, string? detail = null) =>
        HttpContext.Items.ContainsKey(OnlyRead)
            ? Task.CompletedTask
            : HttpContext
                .RequestServices.GetRequiredService<Platform.Audit.LookupLog>()
                .Looked(Worker, what, citizens, why, detail);
}
