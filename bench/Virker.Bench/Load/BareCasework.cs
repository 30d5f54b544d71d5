using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Data.Sqlite;
using Npgsql;
using Virker.Demo.Lives;
using Virker.Platform;
using Virker.Platform.Municipalities;
using Virker.Platform.Protection;
using Virker.Platform.Storage;

namespace Virker.Bench.Load;

/// <summary>
/// The same rows by hand: one command with several statements for each page, a reader, and text put together. No
/// sign-in, no log of the look, no rules, no language but one: the least such a page can do.
/// </summary>
internal sealed partial class BareCasework(DbDataSource database, Vault vault)
{
    /// <summary>As long as the house's own header, menus and footer.</summary>
    private static readonly string Links = string.Concat(
        Enumerable
            .Range(1, 45)
            .Select(i => $"<li class=\"menu\"><a class=\"nav-link\" href=\"/room/{i}\">Rum nummer {i}</a></li>\n")
    );

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public static async Task<int> RunAsync(string port, Town town)
    {
        await using var rooms = town.Open();
        var municipality = await rooms.GetRequiredService<MunicipalityCatalogue>().Find(DemoSettings.DefaultCode);
        string connection = MunicipalityDatabases
            .Of(rooms.GetRequiredService<DatabaseOptions>(), municipality!)
            .ConnectionString;
        await using DbDataSource database =
            town.Provider == DatabaseProvider.Sqlite
                ? SqliteFactory.Instance.CreateDataSource(connection)
                : NpgsqlDataSource.Create(connection);
        var vault = await rooms.GetRequiredService<Vaults>().For(municipality!, default);
        var pages = new BareCasework(database, vault);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.MapGet("/health", () => "");
        app.MapGet("/day/{worker:guid}", (Guid worker, HttpContext http) => Answer(http, pages.Day(worker)));
        app.MapGet("/citizens/{id:guid}", (Guid id, HttpContext http) => Answer(http, pages.Citizen(id)));
        app.MapGet("/search", (string first, string last, HttpContext http) => Answer(http, pages.Search(first, last)));
        await app.RunAsync();
        return 0;
    }

    private static async Task Answer(HttpContext http, Task<StringBuilder> page)
    {
        var html = await page;
        html.Append("</main><footer><p>Virker</p></footer></body></html>");
        byte[] bytes = Encoding.UTF8.GetBytes(html.ToString());
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes);
    }

    private static StringBuilder Page(string title) =>
        new StringBuilder(16_384)
            .Append("<!DOCTYPE html><html lang=\"da\"><head><meta charset=\"utf-8\" /><title>")
            .Append(Html.Encode(title))
            .Append("</title><link rel=\"stylesheet\" href=\"/site.css\" /></head><body><nav><ul>")
            .Append(Links)
            .Append("</ul></nav><main><h1>")
            .Append(Html.Encode(title))
            .Append("</h1>");

    private static async Task<DbDataReader> Ask(
        DbConnection connection,
        string sql,
        params (string Name, object Value)[] parameters
    )
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is written here; what a visitor sends are parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return await command.ExecuteReaderAsync();
    }

    /// <summary>The rows of the next statement, as lines of a list.</summary>
    private static async Task List(StringBuilder html, string title, DbDataReader rows, Func<DbDataReader, string> line)
    {
        html.Append("<section><h2>").Append(title).Append("</h2><ul>");
        while (await rows.ReadAsync())
            html.Append("<li>").Append(line(rows)).Append("</li>");
        html.Append("</ul></section>");
        await rows.NextResultAsync();
    }

    private static string Text(DbDataReader row, int i) => row.IsDBNull(i) ? "–" : Html.Encode(row.GetString(i));

    private static string Day(DbDataReader row, int i) =>
        row.IsDBNull(i) ? "–" : row.GetFieldValue<DateOnly>(i).ToString("d. MMMM yyyy", CultureInfo.InvariantCulture);

    private static DateOnly Today => TimeProvider.System.Today();
}
