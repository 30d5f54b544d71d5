using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Virker.Platform;
using static Virker.Web.Site.Words;

namespace Virker.Web.Api;

/// <summary>The OpenAPI document, in the language of the address it is fetched from.</summary>
internal static class ApiDocument
{
    public const string Name = "v1";

    public static void Configure(OpenApiOptions options)
    {
        options.AddDocumentTransformer(
            (document, _, _) =>
            {
                document.Info = new OpenApiInfo
                {
                    Title = "Virker",
                    Version = Name,
                    Description = T(
                        "Vidensbanken som data. Hvert svar nævner den version, det er læst fra; v fastholder en version.",
                        "The knowledge bank as data. Every answer names the version it was read from; v pins a version."
                    ),
                };
                document.Servers = [new OpenApiServer { Url = "/" }];
                return Task.CompletedTask;
            }
        );
        options.AddOperationTransformer(
            (operation, context, _) =>
            {
                if (
                    context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiText>().FirstOrDefault() is { } text
                )
                {
                    operation.Summary = text.Summary.ToString();
                    operation.Parameters = [.. text.Parameters.Select(Describe)];
                    operation.Tags = null;
                }

                return Task.CompletedTask;
            }
        );
        // Not an array to the schema's eye, since it writes itself with semicolons; to JSON it is one.
        options.AddSchemaTransformer(
            (schema, context, _) =>
            {
                if (context.JsonTypeInfo.Type == typeof(Text))
                    schema.Description = "One text in both languages.";

                return Task.CompletedTask;
            }
        );
    }

    private static OpenApiParameter Describe(ApiParameter parameter) =>
        new()
        {
            Name = parameter.Name,
            In = parameter.InPath ? ParameterLocation.Path : ParameterLocation.Query,
            Required = parameter.Required || parameter.InPath,
            Description = parameter.Description.ToString(),
            Schema = new OpenApiSchema
            {
                Type = parameter.IsNumber ? JsonSchemaType.Integer : JsonSchemaType.String,
                Minimum = parameter.IsNumber ? "1" : null,
                Enum = parameter.Values.Count > 0 ? [.. parameter.Values.Select(value => (JsonNode)value)] : null,
            },
        };
}
