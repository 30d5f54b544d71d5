using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Virker.Cli.Evidence;
using Virker.Cli.Output;
using Virker.Platform.Municipalities;
using Virker.Platform.Storage;

namespace Virker.Cli.Accounts;

/// <summary><c>virker municipality add CODE --name … [--made-up]</c> and <c>virker municipality list</c>.</summary>
internal static class MunicipalityCommand
{
    public static Command Create() => new("municipality", "The municipalities of the installation") { Add(), List() };

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
