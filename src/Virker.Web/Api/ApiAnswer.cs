using System.Globalization;
using Microsoft.Net.Http.Headers;
using Virker.Evidence.Bank;
using Virker.Evidence.Knowledge;
using Virker.Platform;
using Virker.Web.Site;
using static Virker.Web.Api.ApiParameters;
using static Virker.Web.Site.Words;

namespace Virker.Web.Api;

/// <summary>A result and the version of the knowledge bank it was read from.</summary>
public sealed record InBank<T>(BankVersion Version, T Result);

/// <summary>What an address of the API is asked.</summary>
public sealed record ApiRequest(KnowledgeBank Bank, QueryReader Query, RouteValueDictionary RouteValues)
{
    public string Route(string name) => RouteValues[name]?.ToString() ?? "";
}

/// <summary>How every address of the API answers: the version it read, a problem in words, and what a cache may
/// keep.</summary>
internal static class ApiAnswer
{
    /// <summary>What was answered follows from the address, the version's content and the program, and from nothing
    /// else.</summary>
    private static readonly string Program = typeof(ApiAnswer).Assembly.ManifestModule.ModuleVersionId.ToString("N")[
        ..8
    ];

    /// <summary>Adds an address that reads from the bank; null means there is no such thing.</summary>
    public static void Read<TResult>(
        this RouteGroupBuilder api,
        string path,
        Text summary,
        IReadOnlyList<ApiParameter> parameters,
        Func<ApiRequest, TResult?> read
    )
        where TResult : class
    {
        IReadOnlyList<ApiParameter> all = [.. parameters, ApiParameters.Version, Language];
        string[] known = [.. all.Select(parameter => parameter.Name)];
        Delegate handler = (HttpContext context) => Execute(context, known, read);
        api.MapGet(path, handler)
            .WithName(path.Trim('/').Replace("/{id}", "-one", StringComparison.Ordinal))
            .WithMetadata(new ApiText(summary, all))
            .Produces<InBank<TResult>>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    public static IResult NotFound(HttpContext context)
    {
        Speak(context);
        return Problem(
            StatusCodes.Status404NotFound,
            T("Det findes ikke", "There is no such thing"),
            T(
                "Adressen fører ingen steder hen. Alle adresser står på /api/reference.",
                "The address leads nowhere. All addresses are listed at /api/reference."
            )
        );
    }

    /// <summary>Answers with a file of the bank; null means there is no such file.</summary>
    public static Task<IResult> Download(HttpContext context, Func<ApiRequest, IResult?> write) =>
        FromBank(context, new QueryReader(context.Request.Query), write);

    private static Task<IResult> Execute<TResult>(
        HttpContext context,
        IEnumerable<string> known,
        Func<ApiRequest, TResult?> read
    )
        where TResult : class
    {
        var query = new QueryReader(context.Request.Query);
        query.Only(known);
        return FromBank(
            context,
            query,
            request =>
                read(request) is { } result ? Results.Ok(new InBank<TResult>(request.Bank.Version, result)) : null
        );
    }

    private static async Task<IResult> FromBank(HttpContext context, QueryReader query, Func<ApiRequest, IResult?> read)
    {
        Speak(context);
        query.OneOf("lang", Language.Values);
        int? version = query.Text("v") is null ? null : query.Number("v", 1);
        KnowledgeBank bank;
        try
        {
            var banks = context.RequestServices.GetRequiredService<ReadKnowledgeBank>();
            bank = await banks.Execute(version, context.RequestAborted);
        }
        catch (InvalidInputException missing)
        {
            return Problem(
                StatusCodes.Status404NotFound,
                T("Versionen findes ikke", "There is no such version"),
                missing.Text.ToString()
            );
        }

        try
        {
            var result = read(new ApiRequest(bank, query, context.Request.RouteValues));
            return query.Problems.Count > 0 ? Wrong(query)
                : result is null ? NotFound(context)
                : Keep(context, bank, pinned: version is not null)
                    ? Results.StatusCode(StatusCodes.Status304NotModified)
                : result;
        }
        catch (InvalidInputException wrong)
        {
            return Problem(
                StatusCodes.Status400BadRequest,
                T("Det kan der ikke svares på", "That cannot be answered"),
                wrong.Text.ToString()
            );
        }
    }

    /// <summary>The language of the address, unless <c>lang</c> says another.</summary>
    private static void Speak(HttpContext context)
    {
        var culture = context.Request.Query["lang"].ToString() switch
        {
            "en" => Languages.English,
            "da" => Languages.Danish,
            _ => CultureInfo.CurrentUICulture,
        };
        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = culture;
    }

    /// <summary>Says how long an answer may be kept.</summary>
    /// <returns>The asker has it already.</returns>
    private static bool Keep(HttpContext context, KnowledgeBank bank, bool pinned)
    {
        string tag = $"W/\"{bank.Version.ContentHash[..16]}-{bank.Version.Number}-{Program}\"";
        var headers = context.Response.Headers;
        headers.ETag = tag;
        headers.CacheControl = pinned ? "public, max-age=3600" : "no-cache";
        return context.Request.Headers.IfNoneMatch.Any(known =>
            known is not null
            && EntityTagHeaderValue.TryParseList([known], out var tags)
            && tags.Any(t => t.Compare(EntityTagHeaderValue.Parse(tag), useStrongComparison: false))
        );
    }

    private static IResult Wrong(QueryReader query) =>
        Results.Problem(
            statusCode: StatusCodes.Status400BadRequest,
            title: T("Adressen kan ikke forstås", "The address is not understood"),
            detail: string.Join(" ", query.Problems.Select(problem => $"{problem.Name}: {problem.Problem}.")),
            extensions: new Dictionary<string, object?>
            {
                ["errors"] = query
                    .Problems.GroupBy(problem => problem.Name)
                    .ToDictionary(g => g.Key, g => g.Select(problem => problem.Problem.ToString()).ToArray()),
            }
        );

    private static IResult Problem(int status, string title, string detail) =>
        Results.Problem(statusCode: status, title: title, detail: detail);
}
