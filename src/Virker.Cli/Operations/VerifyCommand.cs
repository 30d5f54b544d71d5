using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Virker.Cli.Accounts;
using Virker.Cli.Installations;
using Virker.Cli.Options;
using Virker.Cli.Output;
using Virker.Platform.Audit;
using Virker.Platform.Municipalities;

namespace Virker.Cli.Operations;

/// <summary><c>virker verify [--municipality CODE [--expect SEQ:MAC]]</c>: is the log as it was written?</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var code = Typed.Text(
            "--municipality",
            new("Kun denne kommune; ellers alle", "Only this one; otherwise all"),
            new("KODE", "CODE")
        );
        var expect = Typed.Text(
            "--expect",
            new(
                "En linje, en tidligere kørsel skrev: loggen skal stadig have den",
                "A line an earlier run printed: the log must still hold it"
            ),
            new("SEQ:MAC", "SEQ:MAC")
        );
        var format = FormatOption.Create();
        var command = new Command(
            "verify",
            Language.T(
                "Læser hver linje i loggen og siger, om nogen er ændret, taget ud, sat ind eller flyttet",
                "Reads every line of the log and says whether any was altered, taken out, put in or moved"
            )
        )
        {
            code,
            expect,
            format,
        };
        command.SetAction(
            async (parsed, stop) =>
            {
                parsed.Needs(
                    parsed.Has(code),
                    new("--municipality: det er en linje i én kommunes log", "--municipality: it is a line of one log"),
                    expect
                );
                var anchor = parsed.GetValue(expect) is { } line ? AuditAnchor.Parse(line) : null;
                await using var services = await Here.ReadAsync(stop);
                IReadOnlyList<Municipality> all = parsed.GetValue(code) is { } one
                    ? [await MunicipalityCommand.FindAsync(services, one, stop)]
                    : await services.GetRequiredService<MunicipalityCatalogue>().All(stop);
                var verify = services.GetRequiredService<VerifyAudit>();
                var logs = new List<(Municipality, AuditVerdict)>();
                foreach (var municipality in all)
                    logs.Add((municipality, await verify.Execute(municipality, stop, anchor)));
                return Tell(logs, parsed.GetValue(format));
            }
        );
        return command;
    }

    /// <summary>Wrong data when a log is broken.</summary>
    public static int Tell(IReadOnlyList<(Municipality Municipality, AuditVerdict Log)> logs, Format format)
    {
        Result.Write(
            format,
            logs.Select(l => new
            {
                municipality = l.Municipality.Code,
                whole = l.Log.BrokenAt is null,
                l.Log.Lines,
                broken_at = l.Log.BrokenAt,
                end = l.Log.End?.ToString(),
            }),
            new Sheet(
                ["municipality", "whole", "lines", "broken_at", "end"],
                [
                    .. logs.Select(l =>
                        (IReadOnlyList<object?>)
                            [
                                l.Municipality.Code,
                                l.Log.BrokenAt is null,
                                l.Log.Lines,
                                l.Log.BrokenAt,
                                l.Log.End?.ToString(),
                            ]
                    ),
                ]
            )
        );
        foreach (var (municipality, log) in logs.Where(l => l.Log.BrokenAt is not null))
        {
            Console.Error.WriteLine(
                Language.T(
                    $"{municipality.Code}: linje {log.BrokenAt} i loggen er ikke, som den blev skrevet; det er de {log.Lines} før den.",
                    $"{municipality.Code}: line {log.BrokenAt} of the log is not as it was written; the {log.Lines} before it are."
                )
            );
        }

        return logs.All(l => l.Log.BrokenAt is null) ? ExitCodes.Ok : ExitCodes.WrongData;
    }
}
