using System.Text.Json;
using System.Text.Json.Serialization;

namespace Virker.Effects.Storage;

/// <summary>How results are kept: names of fields and codes that stay readable when the program changes.</summary>
internal static class StoredJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static string Write<T>(T result) => JsonSerializer.Serialize(result, Options);

    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options)!;
}
