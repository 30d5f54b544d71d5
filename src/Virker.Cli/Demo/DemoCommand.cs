using System.CommandLine;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Virker.Cli.Evidence;
using Virker.Cli.Output;
using Virker.Demo;
using Virker.Demo.Lives;
using Virker.Platform.Storage;

namespace Virker.Cli.Demo;

/// <summary><c>virker demo create</c>: a made-up municipality with believable lives.</summary>
internal static class DemoCommand
{
    public static Command Create() =>
        new("demo", "A made-up municipality to try and to measure with") { CreateMunicipality() };

    private static Command CreateMunicipality()
    {
        var citizens = new Option<int>("--citizens")
        {
            Description = $"How many citizens, 1 to {DemoSettings.Most}",
            DefaultValueFactory = _ => 2000,
        };
        var seed = new Option<int>("--seed")
        {
            Description = "The same seed on the same day gives the same lives",
            DefaultValueFactory = _ => 1,
        };
        var replace = new Option<bool>("--replace")
        {
            Description = "Take the place of the made-up municipality that is there",
        };
        var format = FormatOption.Create();
        var command = new Command("create", "Makes citizens, employers and workers, and what they have done")
        {
            citizens,
            seed,
            replace,
            format,
        };
        command.SetAction(
            async (parsed, stop) =>
            {
                var settings = new DemoSettings(parsed.GetValue(citizens), parsed.GetValue(seed));
                await using var services = Bank.Services();
                await services.GetRequiredService<PreparePlatform>().Execute(stop);
                var watch = Stopwatch.StartNew();
                DemoCreated created;
                using (var counter = Counter.OnTerminal(settings.Citizens))
                {
                    created = await services
                        .GetRequiredService<CreateDemo>()
                        .Execute(settings, parsed.GetValue(replace), counter, stop);
                }
                await services.GetRequiredService<MakeUpEffects>().Execute(created.Municipality, settings.Seed, stop);
                double seconds = Math.Round(watch.Elapsed.TotalSeconds, 2);
                Result.Write(
                    parsed.GetValue(format),
                    new
                    {
                        created.Municipality.Code,
                        created.Municipality.Name,
                        settings.Seed,
                        created.Workers,
                        created.Rows,
                        Seconds = seconds,
                    },
                    new Sheet(
                        ["what", "count"],
                        [
                            ["workers", created.Workers],
                            .. created.Rows.Select(r => (IReadOnlyList<object?>)[r.Key, r.Value]),
                            ["seconds", seconds],
                        ]
                    )
                );
                return ExitCodes.Ok;
            }
        );
        return command;
    }
}
