using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Virker.Cli.Installations;
using Virker.Cli.Options;
using Virker.Cli.Output;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Municipalities;
using Virker.Platform.Protection.Rotation;

namespace Virker.Cli.Accounts;

/// <summary><c>virker municipality add CODE --name … [--made-up]</c>, <c>list</c> and <c>rotate-keys CODE</c>.</summary>
internal static class MunicipalityCommand
{
    public static Command Create() =>
        new("municipality", Language.T("Installationens kommuner", "The municipalities of the installation"))
        {
            Add(),
            List(),
            RotateKeysOf(),
        };

    private static Command Add()
    {
        var code = Typed.Argument(
            "CODE",
            new(
                "Den officielle kode på fire cifre, eller bogstaver for en opdigtet",
                "The official code of four digits, or letters for a made-up one"
            )
        );
        var name = Typed.Needed("--name", new("Kommunens navn", "Its name"), new("NAVN", "NAME"));
        var madeUp = Typed.Flag("--made-up", new("Alle i den er opdigtede", "Everybody in it is invented"));
        var format = FormatOption.Create();
        var command = new Command(
            "add",
            Language.T("Opretter en kommune med sin egen database", "Adds a municipality and makes its database")
        )
        {
            code,
            name,
            madeUp,
            format,
        };
        command.SetAction(
            async (parsed, stop) =>
            {
                await using var services = await Here.OpenAsync(stop);
                var added = await services
                    .GetRequiredService<MunicipalityCatalogue>()
                    .Add(parsed.GetValue(code)!, parsed.GetValue(name)!, parsed.GetValue(madeUp), stop);
                Write(parsed.GetValue(format), [added]);
                return ExitCodes.Ok;
            }
        );
        return command;
    }

    private static Command RotateKeysOf()
    {
        var code = Typed.Argument("CODE", new("Kommunens kode", "The municipality's code"));
        var format = FormatOption.Create();
        var command = new Command(
            "rotate-keys",
            Language.T(
                "Forsegler alt beskyttet med en ny nøgle; kør den igen en time senere, så den gamle tages væk",
                "Seals every protected value with a new key; run it again an hour later to take the old key away"
            )
        )
        {
            code,
            format,
        };
        command.SetAction(
            async (parsed, stop) =>
            {
                await using var services = await Here.OpenAsync(stop);
                var here = await FindAsync(services, parsed.GetValue(code), stop);
                var by = Worker.Virker(here) with { Name = "virker municipality rotate-keys" };
                KeysRotated rotated;
                using (var counter = Counter.OnTerminal())
                    rotated = await services.GetRequiredService<RotateKeys>().Execute(here, by, counter, stop);
                Result.Write(
                    parsed.GetValue(format),
                    rotated,
                    Sheet.Of(("key", rotated.Key), ("resealed", rotated.Resealed), ("old_keys", rotated.OldKeys))
                );
                if (rotated.OldKeys > 0)
                {
                    double minutes = RotateKeys.KeptFor.TotalMinutes;
                    await Console.Error.WriteLineAsync(
                        Language.T(
                            $"Den gamle nøgle gemmes i {minutes:0} minutter til sider, der er undervejs: kør kommandoen igen derefter.",
                            $"The old key is kept for {minutes:0} minutes, for pages under way: run this again after that."
                        )
                    );
                }

                return ExitCodes.Ok;
            }
        );
        return command;
    }

    private static Command List()
    {
        var format = FormatOption.Create();
        var command = new Command("list", Language.T("Kommunerne", "The municipalities")) { format };
        command.SetAction(
            async (parsed, stop) =>
            {
                await using var services = await Here.ReadAsync(stop);
                Write(parsed.GetValue(format), await services.GetRequiredService<MunicipalityCatalogue>().All(stop));
                return ExitCodes.Ok;
            }
        );
        return command;
    }

    /// <exception cref="InvalidInputException">No municipality has the code.</exception>
    public static async Task<Municipality> FindAsync(IServiceProvider services, string? code, CancellationToken stop) =>
        await services.GetRequiredService<MunicipalityCatalogue>().Find(code ?? "", stop)
        ?? throw new InvalidInputException(
            new(
                $"Kommunen \"{code}\" findes ikke; opret den med: virker municipality add",
                $"There is no municipality \"{code}\"; add it with: virker municipality add"
            )
        );

    private static void Write(Format format, IReadOnlyList<Municipality> all) =>
        Result.Write(
            format,
            all,
            new Sheet(
                ["code", "name", "made_up", "id"],
                [.. all.Select(m => (IReadOnlyList<object?>)[m.Code, m.Name, m.IsMadeUp, m.Id])]
            )
        );
}
