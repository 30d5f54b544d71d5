using Virker.Platform.Forms;
using Virker.Platform.Storage;

namespace Virker.Web.Site.Forms;

/// <summary>A form on its way to the page that takes it.</summary>
public sealed class FormRequest(SentForm sent, FormOwner? owner)
{
    public SentForm Sent { get; } = sent;

    /// <summary>Who sent it; null for a visitor, whose forms change nothing but who is signed in.</summary>
    public FormOwner? Owner { get; } = owner;

    /// <summary>What makes it done once; null for a visitor's.</summary>
    public Submission? Submission { get; set; }

    public static FormRequest? Of(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.Items[typeof(FormRequest)] as FormRequest;
    }

    public void PutIn(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        http.Items[typeof(FormRequest)] = this;
    }
}
