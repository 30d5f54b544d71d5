using System.CommandLine;
using Virker.Cli.Output;
using Virker.Platform;
using Virker.Web.Site;

namespace Virker.Cli.Notes;

/// <summary><c>virker note</c>: the brief as one HTML file and as a tagged PDF, made by the pages the site shows.</summary>
internal static class NoteCommand
{
    public static Command Create()
    {
        var lang = new Option<string>("--lang") { Description = "da or en", DefaultValueFactory = _ => "da" };
        lang.AcceptOnlyFromAmong("da", "en");
        var folder = new Option<string>("--out")
        {
            Description = "The folder to write note.html and note.pdf to",
            Required = true,
        };
        var command = new Command("note", "Writes the brief 'Hvad virker?' as note.html and note.pdf") { lang, folder };
        command.SetAction(
            async (parsed, stop) =>
            {
                string into = parsed.GetValue(folder)!;
                Directory.CreateDirectory(into);
                await using var site = await VirkerSite.BuildAsync([
                    "--urls",
                    "http://127.0.0.1:0",
                    "--Logging:LogLevel:Default",
                    "Error",
                ]);
                await site.StartAsync(stop);
                using var client = new HttpClient { BaseAddress = new Uri(site.Urls.First()) };
                string root = parsed.GetValue(lang) == "en" ? "/en" : "";
                string html = await client.GetStringAsync($"{root}/note.html", stop);
                await File.WriteAllTextAsync(Path.Combine(into, "note.html"), html, stop);
                using var pdf = await client.GetAsync($"{root}/note.pdf", stop);
                if (!pdf.IsSuccessStatusCode)
                {
                    throw new InvalidInputException(
                        new Text(
                            "note.html er skrevet. note.pdf kræver Chromium: sudo apt-get install chromium",
                            "note.html is written. note.pdf needs Chromium: sudo apt-get install chromium"
                        )
                    );
                }

                await File.WriteAllBytesAsync(
                    Path.Combine(into, "note.pdf"),
                    await pdf.Content.ReadAsByteArrayAsync(stop),
                    stop
                );
                Console.Out.WriteLine(Path.Combine(into, "note.html"));
                Console.Out.WriteLine(Path.Combine(into, "note.pdf"));
                return ExitCodes.Ok;
            }
        );
        return command;
    }
}
