using Microsoft.AspNetCore.Mvc;
using Virker.Web.Site;

namespace Virker.Web.Pages.Method;

/// <summary>One part of the method.</summary>
public sealed class TopicModel : BankPage
{
    public MethodTopic Topic { get; private set; } = null!;

    public IActionResult OnGet(string name)
    {
        if (MethodTopics.Find(name) is not { } topic)
            return NotFound();

        Topic = topic;
        return Page();
    }
}
