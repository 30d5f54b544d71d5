using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Virker.Platform.Import;

namespace Virker.Cli.Output;

/// <summary>Writes a result to standard output.</summary>
internal static class Result
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new FiniteOrNull(), new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>As tables, the same for people as for programs.</summary>
    public static void Write(Format format, object model, params Sheet[] sheets) =>
        Write(
            format,
            model,
            sheets,
            page =>
            {
                foreach (var sheet in sheets)
                    page.Table(sheet);
            }
        );

    /// <param name="model">What JSON writes.</param>
    /// <param name="sheets">What CSV writes.</param>
    /// <param name="page">What people read.</param>
    public static void Write(Format format, object model, IReadOnlyList<Sheet> sheets, Action<Page> page)
    {
        Action write = format switch
        {
            Format.Table => () => page(new Page(Console.Out)),
            Format.Json => () => Console.Out.WriteLine(JsonSerializer.Serialize(model, model.GetType(), Json)),
            Format.Csv => () => Console.Out.Write(Csv.Of(sheets)),
        };
        write();
    }

    /// <summary>The first wrong rows, one a line, to standard error, and how many more there are.</summary>
    public static int Refuse(IReadOnlyList<RowError> errors, int? count = null)
    {
        foreach (var error in errors.Take(RowError.Shown))
            Console.Error.WriteLine(error.Message.ToString());
        int more = (count ?? errors.Count) - RowError.Shown;
        if (more > 0)
            Console.Error.WriteLine(ImportText.More(more).ToString());
        return ExitCodes.WrongData;
    }

    /// <summary>JSON has no NaN: a number that does not exist is null.</summary>
    private sealed class FiniteOrNull : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Null ? double.NaN : reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
        {
            if (double.IsFinite(value))
                writer.WriteNumberValue(value == 0 ? 0 : value);
            else
                writer.WriteNullValue();
        }
    }
}
