using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Virker.Cli.Evidence;
using Virker.Cli.Output;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Municipalities;
using Virker.Platform.Protection.Rotation;
using Virker.Platform.Storage;

namespace Virker.Cli.Accounts;

/// <summary><c>virker municipality add CODE --name … [--made-up]</c> and <c>virker municipality list</c>.</summary>
internal static class MunicipalityCommand
{
    public static Command Create() =>
        new("municipality", "The municipalities of the installation") { Add(), List(), RotateKeysOf() };

    private static Command Add()
    {
        var code = new Argument<string>("CODE")
        {
            Description = "The official code of four digits, or letters for a made-up one",
        };
        var name = new Option<string>("--name") { Description = "Its name", Required = true };
        var madeUp = new Option<bool>("--made-up") { Description = "Everybody in it is invented" };
        var format = FormatOption.Create();
        var command = new Command("add", "Adds a municipality and makes its database") { code, name, madeUp, format };
        command.SetAction(
            async (parsed, stop) =>
            {
                await using var services = await OpenAsync(stop);
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
        var code = new Argument<string>("CODE") { Description = "The municipality's code" };
        var format = FormatOption.Create();
        var command = new Command(
            "rotate-keys",
            "Seals every protected value with a new key; run it again an hour later to take the old key away"
        )
        {
            code,
            format,
        };
        command.SetAction(
            async (parsed, stop) =>
            {
                await using var services = await OpenAsync(stop);
                var here = await FindAsync(services, parsed.GetValue(code), stop);
                var by = Worker.Virker(here) with { Name = "virker municipality rotate-keys" };
                KeysRotated rotated;
                using (var counter = Counter.OnTerminal())
                    rotated = await services.GetRequiredService<RotateKeys>().Execute(here, by, counter, stop);
                Result.Write(
                    parsed.GetValue(format),
                    rotated,
                    new Sheet(
                        ["key", "resealed", "old_keys"],
                        [
                            [rotated.Key, rotated.Resealed, rotated.OldKeys],
                        ]
                    )
                );
                if (rotated.OldKeys > 0)
                {
                    await Console.Error.WriteLineAsync(
                        $"The old key is kept for {RotateKeys.KeptFor.TotalMinutes:0} minutes, for pages under way: run this again after that."
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
        var command = new Command("list", "The municipalities") { format };
        command.SetAction(
            async (parsed, stop) =>
            {
                await using var services = await OpenAsync(stop);
                Write(parsed.GetValue(format), await services.GetRequiredService<MunicipalityCatalogue>().All(stop));
                return ExitCodes.Ok;
            }
        );
        return command;
    }

    /// <summary>The house with its shared tables up to date.</summary>
    public static async Task<ServiceProvider> OpenAsync(CancellationToken stop)
    {
        var services = Bank.Services();
        await services.GetRequiredService<PreparePlatform>().Execute(stop);
        return services;
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
