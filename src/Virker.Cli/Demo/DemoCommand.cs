using System.CommandLine;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Virker.Cli.Installations;
using Virker.Cli.Options;
using Virker.Cli.Output;
using Virker.Demo;
using Virker.Demo.Lives;

namespace Virker.Cli.Demo;

/// <summary><c>virker demo create</c>: a made-up municipality with believable lives.</summary>
internal static class DemoCommand
{
    public static Command Create() =>
        new(
            "demo",
            Language.T("En opdigtet kommune at prøve og måle i", "A made-up municipality to try and to measure with")
        )
        {
            CreateMunicipality(),
        };

    private static Command CreateMunicipality()
    {
        var citizens = Typed.Whole(
            "--citizens",
            new("Hvor mange borgere", "How many citizens"),
            1,
            DemoSettings.Most,
            2000
        );
        var seed = Typed.Whole(
            "--seed",
            new("Samme frø på samme dag giver de samme liv", "The same seed on the same day gives the same lives"),
            0,
            int.MaxValue,
            1
        );
        var replace = Typed.Flag(
            "--replace",
            new(
                "I stedet for den opdigtede kommune, der er der",
                "Take the place of the made-up municipality that is there"
            )
        );
        var format = FormatOption.Create();
        var command = new Command(
            "create",
            Language.T(
                "Laver borgere, virksomheder og medarbejdere, og hvad de har gjort",
                "Makes citizens, employers and workers, and what they have done"
            )
        )
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
                await using var services = await Here.OpenAsync(stop);
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
