using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Virker.Cli.Installations;
using Virker.Cli.Options;
using Virker.Cli.Output;
using Virker.Platform;
using Virker.Platform.Storage;
using Virker.Web.Printing;

namespace Virker.Cli.Notes;

/// <summary><c>virker note</c>: the brief as one HTML file and as a tagged PDF, made by the pages the site shows.</summary>
internal static class NoteCommand
{
    public static Command Create()
    {
        var folder = Typed.Needed(
            "--out",
            new("Mappen, som note.html og note.pdf skrives i", "The folder to write note.html and note.pdf to"),
            new("MAPPE", "DIR")
        );
        var command = new Command(
            "note",
            Language.T(
                "Skriver notatet 'Hvad virker?' som note.html og note.pdf",
                "Writes the brief 'Hvad virker?' as note.html and note.pdf"
            )
        )
        {
            folder,
        };
        command.SetAction(
            async (parsed, stop) =>
            {
                string into = parsed.GetValue(folder)!;
                await using var services = await Here.ReadBankAsync(stop);
                OutputFile.Folder(into);
                var note = await NoteFiles.Of(services.GetRequiredService<DatabaseOptions>(), Language.IsEnglish, stop);
                string html = Path.Combine(into, "note.html");
                string pdf = Path.Combine(into, "note.pdf");
                await OutputFile.WriteAsync(html, note.Html, stop);
                if (note.Pdf is null)
                {
                    throw new InvalidInputException(
                        new Text(
                            "note.html er skrevet. note.pdf kræver Chromium: sudo apt-get install chromium",
                            "note.html is written. note.pdf needs Chromium: sudo apt-get install chromium"
                        )
                    );
                }

                await OutputFile.WriteAsync(pdf, note.Pdf, stop);
                await Console.Out.WriteLineAsync(html);
                await Console.Out.WriteLineAsync(pdf);
                return ExitCodes.Ok;
            }
        );
        return command;
    }
}
