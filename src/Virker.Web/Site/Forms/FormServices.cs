using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Virker.Web.Site.Forms;

public static class FormServices
{
    /// <summary>A form with a file is read into memory, never to a temporary file: it may hold CPR numbers.</summary>
    private const int MostBytes = 25_000_000;

    private const int MostFields = 4_000;

    public static IServiceCollection AddForms(this IServiceCollection services)
    {
        services.AddScoped<KeptForms>();
        services.AddSingleton<FormTurns>();
        services.Configure<MvcOptions>(mvc => mvc.Filters.Add<FormFilter>());
        services.Configure<FormOptions>(form =>
        {
            form.MemoryBufferThreshold = MostBytes;
            form.MultipartBodyLengthLimit = MostBytes;
            form.ValueCountLimit = MostFields;
        });
        services.PostConfigure<CookieAuthenticationOptions>(
            IdentityConstants.ApplicationScheme,
            cookie => cookie.Events.OnRedirectToLogin = KeepAndSignIn
        );
        return services;
    }

    /// <summary>After who is signed in and may enter is known.</summary>
    public static IApplicationBuilder UseForms(this IApplicationBuilder app) => app.UseMiddleware<AnswerForms>();

    /// <summary>A form of somebody who is no longer signed in: what was typed waits behind the sign-in.</summary>
    private static async Task KeepAndSignIn(RedirectContext<CookieAuthenticationOptions> refused)
    {
        var http = refused.HttpContext;
        var request = http.Request;
        string back = request.PathBase + request.Path + FormKey.QueryOf(request);
        if (
            HttpMethods.IsPost(request.Method)
            && http.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null
            && await Sent(request) is { } sent
        )
        {
            var kept = http.RequestServices.GetRequiredService<KeptForms>();
            if (await kept.ShownTo(sent, http.RequestAborted) is { IsOurs: true } shown)
            {
                back = FormFilter.Back(
                    request,
                    await kept.Keep(shown.Owner, sent, isSignedOut: true, http.RequestAborted)
                );
            }
        }

        http.Response.Redirect(
            $"{request.Scheme}://{request.Host}{http.RequestServices.GetRequiredService<Links>().SignIn(back)}"
        );
    }

    private static async Task<SentForm?> Sent(HttpRequest request)
    {
        if (!request.HasFormContentType || request.ContentLength is null or > KeptForms.MostBytes)
            return null;
        try
        {
            await CleanText.LeaveOutNul(request, request.HttpContext.RequestAborted);
            return SentForm.Take(request, await request.ReadFormAsync(request.HttpContext.RequestAborted));
        }
        catch (Exception wrong) when (wrong is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }
}
