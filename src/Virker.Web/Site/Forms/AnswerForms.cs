using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Primitives;
using Virker.Platform;
using Virker.Platform.Forms;
using Virker.Platform.Protection;
using Virker.Platform.Storage;

namespace Virker.Web.Site.Forms;

/// <summary>
/// How every form is answered, whichever page takes it: see docs/architecture.md. A page reads, asks its use case, and
/// leads on; that it is done once, that two people do not overwrite each other, and that what stops it stands beside
/// what was typed, is done here.
/// </summary>
public sealed class AnswerForms(
    RequestDelegate next,
    IServiceScopeFactory scopes,
    FormStore store,
    MasterKey key,
    TimeProvider clock,
    ILogger<AnswerForms> log
)
{
    /// <summary>As often as a form is answered anew when others change the same at the same moment.</summary>
    private const int Tries = 4;

    private static readonly Text MovedMeanwhile = new(
        "En anden har ændret det samme imens. Det, du skrev, står her endnu: se efter, og gem igen.",
        "Somebody else has changed the same meanwhile. What you wrote still stands here: look it over and save again."
    );

    public async Task InvokeAsync(HttpContext http, KeptForms kept)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(kept);
        Clean(http.Request);
        var endpoint = http.GetEndpoint();
        bool isPage =
            endpoint?.Metadata.GetMetadata<PageActionDescriptor>() is not null
            && endpoint.Metadata.GetMetadata<AccessRule>()?.Pages != "/Error";
        if (isPage && HttpMethods.IsGet(http.Request.Method))
            await Show(http, kept);
        else if (isPage && HttpMethods.IsPost(http.Request.Method) && http.Request.HasFormContentType)
            await Answer(http, kept);
        else
            await next(http);
    }

    /// <summary>A page that is looked at: one who was signed out while writing finds what was typed.</summary>
    private async Task Show(HttpContext http, KeptForms kept)
    {
        if (http.Request.Query[KeptForms.Key].ToString() is { Length: > 0 } id)
        {
            var shown = FormShown.Of(http);
            if (id == KeptForms.Lost.ToString())
            {
                shown.Notice = new(
                    "Det, du sendte, er ikke gemt. Udfyld formularen igen.",
                    "What you sent is not saved. Fill in the form again."
                );
            }
            else if (
                await kept.Find<KeptTyped>(id, http.RequestAborted) is { } typed
                && typed.Key.Page == FormKey.Of(http.Request, null, null).Page
            )
            {
                (shown.Key, shown.Typed, shown.Before) = (typed.Key, typed.Fields, typed.Before);
                shown.Kept = Guid.Parse(id);
                shown.Notice = typed.IsSignedOut
                    ? new(
                        "Du var logget ud. Det, du skrev, står her endnu; gem det.",
                        "You were signed out. What you wrote still stands here; save it."
                    )
                    : new(
                        "Siden havde stået åben for længe. Det, du skrev, står her endnu; gem det.",
                        "The page had been open for too long. What you wrote still stands here; save it."
                    );
            }
        }

        try
        {
            await next(http);
        }
        catch (InvalidInputException) when (!http.Response.HasStarted)
        {
            // What the address names is not there any more.
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private async Task Answer(HttpContext http, KeptForms kept)
    {
        IFormCollection form;
        try
        {
            await CleanText.LeaveOutNul(http.Request, http.RequestAborted);
            form = await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (Exception tooMuch) when (tooMuch is InvalidDataException or BadHttpRequestException)
        {
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        var sent = SentForm.Take(http.Request, form);
        var asked = new FormRequest(sent, await kept.Owner(http.RequestAborted));
        asked.PutIn(http);
        if (TooLong(sent) is { Count: > 0 } problems)
            await ShowAgain(http, sent, StatusCodes.Status422UnprocessableEntity, problems);
        else
            await Do(http, asked);
    }

    private async Task Do(HttpContext http, FormRequest asked)
    {
        var sent = asked.Sent;
        for (int tries = Tries; ; tries--)
        {
            // Before anything is read, so that what changes after it is noticed.
            long? logAt = asked.Owner is { } owner ? await store.LogAt(owner, http.RequestAborted) : null;
            var merged = sent.Merges ? await MergeInto(http, sent) : null;
            // The same form sent twice: what stands there is what it wrote itself, and the filter answers it.
            if (merged is { Theirs.Count: > 0 } && !await IsDone(asked, http.RequestAborted))
            {
                await ShowAgain(http, sent, StatusCodes.Status409Conflict, [], merged);
                return;
            }

            try
            {
                asked.Submission = NewSubmission(asked, tries > 1 || sent.Merges ? logAt : null);
                Submission.Current = asked.Submission;
                var shown = FormShown.Anew(http);
                (shown.Key, shown.Typed, shown.Before) = (
                    sent.Key,
                    merged?.Fields ?? sent.Fields,
                    merged?.Before ?? sent.Before
                );
                shown.Kept = sent.Kept;
                await Run(http);
                return;
            }
            catch (InvalidInputException refused) when (!http.Response.HasStarted)
            {
                await ShowAgain(
                    http,
                    sent,
                    StatusCodes.Status422UnprocessableEntity,
                    [new(refused.Field ?? "", Sentence(refused.Text))],
                    merged
                );
                return;
            }
            catch (Exception moved)
                when (ChangedMeanwhileException.IsWhy(moved)
                    && !http.Response.HasStarted
                    && asked.Submission?.IsDone != true
                )
            {
                if (tries > 1)
                    continue;
                log.LogWarning(moved, "A form could not be saved after {Tries} tries", Tries);
                await ShowAgain(http, sent, StatusCodes.Status409Conflict, [new("", MovedMeanwhile)], merged);
                return;
            }
            finally
            {
                Submission.Current = null;
            }
        }
    }

    private async Task<bool> IsDone(FormRequest asked, CancellationToken stop) =>
        asked is { Owner: { } owner, Sent.Id: { } id } && await store.Done(owner, id, stop) is not null;

    private Submission? NewSubmission(FormRequest asked, long? logAt) =>
        asked is { Owner: { } owner, Sent: { Id: { } id } sent }
            ? new(
                id,
                owner.Id,
                sent.Key.Page,
                key.Print($"{owner.Id}\n{sent.Key.Page}\n{sent.Written}", "forms"),
                clock.GetUtcNow()
            )
            {
                LogAt = logAt,
            }
            : null;

    /// <summary>Puts what stands now into the fields nobody touched.</summary>
    /// <returns>Null when the page shows no such form now: the use case says why.</returns>
    private async Task<Merge?> MergeInto(HttpContext http, SentForm sent)
    {
        var body = http.Features.Get<IHttpResponseBodyFeature>()!;
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));
        var shown = FormShown.Anew(http);
        http.Items[WorkerPage.OnlyRead] = true;
        try
        {
            await AsLook(http);
        }
        catch (InvalidInputException)
        {
            return null;
        }
        finally
        {
            http.Items.Remove(WorkerPage.OnlyRead);
            http.Features.Set(body);
            http.Response.StatusCode = StatusCodes.Status200OK;
            http.Response.Headers.ContentType = default;
            http.Response.Headers.ContentLength = null;
            http.Response.Headers.Location = default;
        }

        if (shown.Written(sent.Key) is not { } now)
            return null;
        var merged = Merge.Of(sent, now);
        if (merged.Theirs.Count == 0)
        {
            http.Request.Form = new FormCollection(
                http.Request.Form.Concat(merged.Fields.Select(f => KeyValuePair.Create(f.Key, Values(f.Value))))
                    .GroupBy(f => f.Key, StringComparer.OrdinalIgnoreCase)
                    .ToDictionary(f => f.Key, f => f.Last().Value, StringComparer.OrdinalIgnoreCase),
                http.Request.Form.Files
            );
        }

        return merged;

        static StringValues Values(IReadOnlyList<string> values) => new([.. values]);
    }

    /// <summary>The page once more, with what was typed and what stops it.</summary>
    private async Task ShowAgain(
        HttpContext http,
        SentForm sent,
        int status,
        IReadOnlyList<FieldProblem> problems,
        Merge? merged = null
    )
    {
        Submission.Current = null;
        var shown = FormShown.Anew(http);
        (shown.Key, shown.Typed, shown.Problems) = (sent.Key, merged?.Fields ?? sent.Fields, problems);
        shown.Kept = sent.Kept;
        // What another wrote has been seen now, so saving again counts.
        shown.Theirs = merged?.Theirs ?? [];
        shown.Before = shown.Theirs.Count > 0 ? null : merged?.Before ?? sent.Before;
        http.Response.StatusCode = status;
        await AsLook(http);
    }

    /// <summary>Asks the page as if it were only looked at.</summary>
    private async Task AsLook(HttpContext http)
    {
        var request = http.Request;
        var (method, query, type, form) = (
            request.Method,
            request.QueryString,
            request.ContentType,
            http.Features.Get<IFormFeature>()
        );
        request.QueryString = FormKey.QueryOf(request);
        (request.Method, request.ContentType) = (HttpMethods.Get, null);
        http.Features.Set<IFormFeature>(null);
        try
        {
            await Run(http);
        }
        finally
        {
            (request.Method, request.QueryString, request.ContentType) = (method, query, type);
            http.Features.Set(form);
        }
    }

    /// <summary>Each run has services of its own: what one has read and changed in memory is not seen by the next.</summary>
    private async Task Run(HttpContext http)
    {
        await using var scope = scopes.CreateAsyncScope();
        var outer = http.RequestServices;
        http.RequestServices = scope.ServiceProvider;
        try
        {
            await next(http);
        }
        finally
        {
            http.RequestServices = outer;
        }
    }

    private static List<FieldProblem> TooLong(SentForm sent) =>
        [
            .. sent
                .Fields.Select(f =>
                    (
                        f.Key,
                        Length: f.Value.Max(v => v.Length),
                        Room: sent.Texts.Contains(f.Key) ? TypedText.LongestText : TypedText.LongestLine
                    )
                )
                .Where(f => f.Length > f.Room)
                .Select(f => new FieldProblem(
                    f.Key,
                    new(
                        $"Teksten er for lang: den har {f.Length} tegn, og der er plads til {f.Room}.",
                        $"The text is too long: it has {f.Length} characters, and there is room for {f.Room}."
                    )
                )),
        ];

    /// <summary>A text that also stands after a colon at the command line, as a sentence.</summary>
    private static Text Sentence(Text text)
    {
        return new(Of(text.Da), Of(text.En));
        static string Of(string words) =>
            words.Length == 0
                ? words
                : char.ToUpperInvariant(words[0]) + words[1..] + (char.IsPunctuation(words[^1]) ? "" : ".");
    }

    private static void Clean(HttpRequest request)
    {
        if (request.Query.Any(q => q.Value.Any(v => v is not null && CleanText.Of(v) != v)))
        {
            request.QueryString = QueryString.Create(
                request.Query.SelectMany(q =>
                    q.Value.Select(v => KeyValuePair.Create(q.Key, (string?)CleanText.Of(v ?? "")))
                )
            );
        }
    }
}
