using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Citizens;
using Virker.Platform.Accounts;
using Virker.Web.Site;
using Virker.Web.Site.Forms;

namespace Virker.Web.Pages.Citizens;

/// <summary>What somebody searches for, kept out of the address.</summary>
public sealed record CitizenSearch(string Text);

/// <summary>Finding a citizen. The search is sent as a form, so that neither name nor number stands in an address.</summary>
/// <remarks>The answer is a page of its own, with a token in its address, so that one can go back to it.</remarks>
public sealed class IndexModel(FindCitizens find, Staff staff, KeptForms kept, Links go) : WorkerPage
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>What was searched for; a CPR number is not written back.</summary>
    public string? Text { get; private set; }

    /// <summary>What was found; null before anything is searched for.</summary>
    public CitizensFound? Found { get; private set; }

    public WorkerNames Names { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? result, CancellationToken stop) =>
        await kept.Find<CitizenSearch>(result, stop) is { } search ? await ShowAsync(search.Text, stop) : Page();

    public async Task<IActionResult> OnPostAsync(string? q, CancellationToken stop)
    {
        var id = await kept.KeepResult(new CitizenSearch(q?.Trim() ?? ""), stop);
        return Redirect(go.CitizensFound(id));
    }

    private async Task<IActionResult> ShowAsync(string q, CancellationToken stop)
    {
        Found = await find.Execute(Worker, q, stop);
        Text = Found.IsByCpr ? null : q;
        // One number, one citizen: straight to the page, which logs the look.
        if (Found is { IsByCpr: true, Citizens: [var only] })
            return Redirect(go.Citizen(only.Id));
        Names = await WorkerNames.Of(staff, Worker, stop);
        if (Found.Problem is null)
        {
            string asked = Found.IsByCpr ? "cpr" : Text!;
            await Looked(
                "look.search",
                [.. Found.Citizens.Select(c => c.Id)],
                detail: JsonSerializer.Serialize(new { search = asked }, Plain)
            );
        }

        return Page();
    }
}
