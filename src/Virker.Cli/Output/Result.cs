using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Spectre.Console;
using Virker.Platform.Import;

namespace Virker.Cli.Output;

/// <summary>A result as people read it in a table and programs in CSV.</summary>
/// <param name="Header">One heading a column.</param>
/// <param name="Rows">Numbers stay numbers until they are written.</param>
internal sealed record Sheet(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<object?>> Rows);

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

    public static void Write(Format format, object model, params Sheet[] sheets)
    {
        Action write = format switch
        {
            Format.Table => () => Array.ForEach(sheets, WriteTable),
            Format.Json => () => Console.Out.WriteLine(JsonSerializer.Serialize(model, model.GetType(), Json)),
            Format.Csv => () => Console.Out.Write(string.Join('\n', sheets.Select(Csv))),
        };
        write();
    }

    private static string Csv(Sheet sheet) =>
        CsvText.Write(sheet.Header, sheet.Rows.Select(row => row.Select(Exact).ToList()));

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

    private static void WriteTable(Sheet sheet)
    {
        var table = new Table().Border(Console.IsOutputRedirected ? TableBorder.Ascii : TableBorder.Rounded);
        foreach (string heading in sheet.Header)
            table.AddColumn(new TableColumn(Markup.Escape(heading)).NoWrap());

        foreach (var row in sheet.Rows)
            table.AddRow([.. row.Select(cell => Markup.Escape(Short(cell)))]);

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        // A pipe has no width of its own; a table cut to 80 columns would lose numbers.
        if (Console.IsOutputRedirected)
            console.Profile.Width = 400;

        console.Write(table);
    }

    private static string Short(object? cell) =>
        cell switch
        {
            null => "",
            double.NaN => "–",
            double number => number.ToString("0.####", CultureInfo.InvariantCulture),
            _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "",
        };

    private static string Exact(object? cell) =>
        cell switch
        {
            null or double.NaN => "",
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            string text => Formulas.Neutralised(text),
            _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "",
        };

    /// <summary>JSON has no NaN: a number that does not exist is null.</summary>
    private sealed class FiniteOrNull : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Null ? double.NaN : reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
        {
            if (double.IsFinite(value))
                writer.WriteNumberValue(value);
            else
                writer.WriteNullValue();
        }
    }
}
