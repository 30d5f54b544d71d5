using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Virker.Cli.Accounts;
using Virker.Cli.Output;
using Virker.Platform.Audit;
using Virker.Platform.Municipalities;

namespace Virker.Cli.Operations;

/// <summary><c>virker verify [--municipality CODE [--expect SEQ:MAC]]</c>: is the log as it was written?</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var code = new Option<string?>("--municipality") { Description = "Only this one; otherwise all" };
        var expect = new Option<string?>("--expect")
        {
            Description = "A line an earlier run printed: the log must still hold it",
        };
        var format = FormatOption.Create();
        var command = new Command(
            "verify",
            "Reads every line of the log and says whether any was altered, taken out, put in or moved"
        )
        {
            code,
            expect,
            format,
        };
        command.Validators.Add(given =>
        {
            if (given.GetValue(expect) is not null && given.GetValue(code) is null)
                given.AddError("--expect is a line of one municipality's log: give --municipality too");
        });
        command.SetAction(
            async (parsed, stop) =>
            {
                var anchor = parsed.GetValue(expect) is { } line ? AuditAnchor.Parse(line) : null;
                await using var services = await MunicipalityCommand.OpenAsync(stop);
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
                $"{municipality.Code}: line {log.BrokenAt} of the log is not as it was written; the {log.Lines} before it are."
            );
        }
        return logs.All(l => l.Log.BrokenAt is null) ? ExitCodes.Ok : ExitCodes.WrongData;
    }
}
