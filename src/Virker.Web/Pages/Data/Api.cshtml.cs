using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Virker.Web.Pages.Data;

/// <summary>The reference of the API, written from the OpenAPI document itself, so that it cannot say anything else.
/// </summary>
public sealed class ApiModel([FromKeyedServices("v1")] IOpenApiDocumentProvider documents) : PageModel
{
    public OpenApiDocument Document { get; private set; } = null!;

    public async Task OnGetAsync() => Document = await documents.GetOpenApiDocumentAsync(HttpContext.RequestAborted);

    /// <summary>The values an address takes beside those all take.</summary>
    public static IReadOnlyList<IOpenApiParameter> OwnParameters(OpenApiOperation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return [.. (operation.Parameters ?? []).Where(parameter => parameter.Name is not ("v" or "lang"))];
    }

    /// <summary>An address that can be tried; null where it needs something only the reader knows.</summary>
    public static string? Example(string path) =>
        path switch
        {
            "/api/v1/answer" => path + "?targetGroup=X.SMI&intervention=X.IPS",
            "/api/v1/studies" => path + "?targetGroup=X.SMI&design=rct",
            "/api/v1/findings" => path + "?intervention=X.IPS&pageSize=10",
            "/api/v1/studies/{id}" => "/api/v1/studies/christensen2019",
            _ => path,
        };
}
