using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Virker.Cli.Installations;
using Virker.Cli.Options;
using Virker.Cli.Output;
using Virker.Installation;
using Virker.Platform.Backups;

namespace Virker.Cli.Operations;

/// <summary><c>virker backup FOLDER</c> and <c>virker restore FOLDER</c>.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var folder = Typed.Argument(
            "FOLDER",
            new("En mappe, der er tom eller ikke findes endnu", "A folder that is empty or not there yet")
        );
        var command = new Command(
            "backup",
            Language.T(
                "Kopierer hver SQLite-database, mens sitet kører; ikke hovednøglen",
                "Copies every SQLite database while the site runs; not the master key"
            )
        )
        {
            folder,
        };
        command.SetAction(
            async (parsed, stop) =>
            {
                await using var services = await Here.ReadAsync(stop);
                var files = await services.GetRequiredService<TakeBackup>().Execute(parsed.GetValue(folder)!, stop);
                foreach (string file in files)
                    await Console.Out.WriteLineAsync(file);
                return ExitCodes.Ok;
            }
        );
        return command;
    }

    public static Command Restore()
    {
        var folder = Typed.Argument(
            "FOLDER",
            new("En mappe, som virker backup har lavet", "A folder virker backup made")
        );
        var format = FormatOption.Create();
        var command = new Command(
            "restore",
            Language.T(
                "Lægger en sikkerhedskopi, hvor der ingen database er, og efterprøver dens log",
                "Puts a backup where there is no database yet, and verifies its logs"
            )
        )
        {
            folder,
            format,
        };
        command.SetAction(
            async (parsed, stop) =>
            {
                await using var services = Here.Unopened();
                var logs = await services.GetRequiredService<RestoreBackup>().Execute(parsed.GetValue(folder)!, stop);
                await services.OpenInstallationAsync(stop);
                return VerifyCommand.Tell(logs, parsed.GetValue(format));
            }
        );
        return command;
    }
}
