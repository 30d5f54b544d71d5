using System.Collections.Concurrent;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Virker.Platform;
using Virker.Platform.Forms;
using Virker.Platform.Storage;

namespace Virker.Web.Site.Forms;

/// <summary>What a form that was sent before is answered with.</summary>
/// <param name="At">When it was done, where it was a form of the same person.</param>
/// <param name="Link">Where that led.</param>
/// <param name="Sent">What can be sent once more on purpose; null when it is the same form.</param>
public sealed record DoneAlready(DateTimeOffset? At, string Link, SentForm? Sent)
{
    /// <summary>The page that says so.</summary>
    public ViewResult Page(PageModel page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return new()
        {
            ViewName = "/Pages/Shared/_DoneAlready.cshtml",
            ViewData = new ViewDataDictionary<DoneAlready>(page.ViewData, this),
            TempData = page.TempData,
        };
    }
}

/// <summary>
/// Around the handler of every form. One that is done is not done again: it is answered as the first time. The same text
/// sent again from a page gone back to is asked about. A form that is too old, or shown to somebody else, is kept.
/// </summary>
public sealed class FormFilter(FormStore store, KeptForms kept, FormTurns turns, TimeProvider clock)
    : IAsyncPageFilter,
        IAsyncAlwaysRunResultFilter
{
    /// <summary>Going back belongs to a day's work; the same words another day are written on purpose.</summary>
    private static readonly TimeSpan BackTime = TimeSpan.FromHours(12);

    /// <summary>How long an answer under way at another node is waited for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        if (
            FormRequest.Of(context.HttpContext)
                is not { Owner: { } owner, Submission: { IsDone: false } submission } asked
            || !HttpMethods.IsPost(context.HttpContext.Request.Method)
        )
        {
            await next();
            return;
        }

        var page = (PageModel)context.HandlerInstance;
        Refuse(page);
        var stop = context.HttpContext.RequestAborted;
        using var turn = await turns.Take(submission.Id, stop);
        if (await store.Done(owner, submission.Id, stop) is { } done)
        {
            context.Result = await Again(page, owner, done, stop);
        }
        else if (
            page is not OwnPage
            && !asked.Sent.Again
            && await store.Last(owner, submission.Page, stop) is { } last
            && last.At > clock.GetUtcNow() - BackTime
            && last.Print.SequenceEqual(submission.Print)
        )
        {
            context.Result = new DoneAlready(last.At, last.Answer ?? Here(page), asked.Sent).Page(page);
        }

        if (context.Result is not null)
            return;

        var executed = await next();
        if (executed.Exception is not null)
            return;
        if (Location(executed.Result) is { } location)
        {
            // Also when nothing had to be saved: what was kept is where it should be.
            if (asked.Sent.Kept is { } id)
                await kept.Forget(owner, id, CancellationToken.None);
            if (submission.IsDone)
                await store.Answered(owner, submission.Id, location, CancellationToken.None);
        }
        else if (!submission.IsDone && await store.Done(owner, submission.Id, stop) is { } twin)
        {
            executed.Result = await Again(page, owner, twin, stop);
        }
    }

    /// <summary>What was typed and could not be read is no empty field: it is refused beside it.</summary>
    private static void Refuse(PageModel page)
    {
        foreach (var (field, read) in page.ModelState)
        {
            if (
                read.Errors.Count == 0
                || string.IsNullOrWhiteSpace(read.AttemptedValue)
                || !page.Request.Form.ContainsKey(field)
            )
            {
                continue;
            }
            throw new InvalidInputException(
                new(
                    $"\"{Short(read.AttemptedValue)}\" kan ikke bruges her. Skriv en dag som 24-12-2026, eller vælg på listen.",
                    $"\"{Short(read.AttemptedValue)}\" cannot be used here. Write a day as 24-12-2026, or choose on the list."
                ),
                field
            );
        }

        static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;
    }

    /// <summary>A form whose proof is gone (signed in anew, cookies cleared, open for days) is kept, not thrown
    /// away.</summary>
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (
            context.Result is IAntiforgeryValidationFailedResult
            && FormRequest.Of(http) is { } asked
            && await kept.ShownTo(asked.Sent, http.RequestAborted) is { IsOurs: true } shown
        )
        {
            var id = await kept.Keep(shown.Owner, asked.Sent, isSignedOut: false, http.RequestAborted);
            context.Result = new LocalRedirectResult(Back(http.Request, id));
        }

        await next();
    }

    /// <summary>The page a form came from, with what was kept of it.</summary>
    public static string Back(HttpRequest request, Guid kept)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.PathBase
            + request.Path
            + FormKey.QueryOf(request, KeyValuePair.Create(KeptForms.Key, (string?)kept.ToString()));
    }

    private static string Here(PageModel page) =>
        page.Request.PathBase + page.Request.Path + FormKey.QueryOf(page.Request);

    private async Task<IActionResult> Again(PageModel page, FormOwner owner, FormPost done, CancellationToken stop)
    {
        for (var waited = TimeSpan.Zero; done.Answer is null && waited < Patience; waited += FormTurns.Pause)
        {
            // An answer that is this late was lost.
            if (done.At < clock.GetUtcNow() - Patience)
                break;
            await Task.Delay(FormTurns.Pause, stop);
            done = await store.Done(owner, done.Id, stop) ?? done;
        }

        return done.Answer is { } answer ? new RedirectResult(answer)
            : page is OwnPage ? new RedirectResult(Here(page))
            : new DoneAlready(done.At, Here(page), null).Page(page);
    }

    private static string? Location(IActionResult? result) =>
        result switch
        {
            RedirectResult redirect => redirect.Url,
            LocalRedirectResult redirect => redirect.Url,
            _ => null,
        };
}

/// <summary>The same form sent twice to one process: the second waits for the first.</summary>
public sealed class FormTurns
{
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<Guid, TaskCompletionSource> _running = new();

    public async Task<IDisposable> Take(Guid form, CancellationToken stop)
    {
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        while (_running.GetOrAdd(form, mine) is var running && running != mine)
            await running.Task.WaitAsync(stop);
        return new Turn(() =>
        {
            _running.TryRemove(form, out _);
            mine.SetResult();
        });
    }

    private sealed class Turn(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
