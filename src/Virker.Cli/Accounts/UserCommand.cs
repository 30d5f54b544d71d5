using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Virker.Cli.Installations;
using Virker.Cli.Options;
using Virker.Cli.Output;
using Virker.Platform.Accounts;
using Virker.Platform.Accounts.Administration;

namespace Virker.Cli.Accounts;

/// <summary><c>virker user add EMAIL --name … --municipality CODE --role …</c>.</summary>
internal static class UserCommand
{
    public static Command Create() => new("user", Language.T("Konti", "Accounts")) { Add() };

    private static Command Add()
    {
        var email = Typed.Argument(
            "EMAIL",
            new("Adressen, personen logger ind med", "The address the person signs in with")
        );
        var name = Typed.Needed("--name", new("Personens navn", "The person's name"), new("NAVN", "NAME"));
        var municipality = Typed.Text(
            "--municipality",
            new(
                "Kommunens kode; en redaktør af vidensbanken har ingen",
                "The municipality's code; an editor of the knowledge bank has none"
            ),
            new("KODE", "CODE")
        );
        var role = Typed.SeveralOf<Role>(
            "--role",
            new("En eller flere roller", "One role or more"),
            new("ROLLE", "ROLE")
        );
        // A password on the command line would stand in the shell's history.
        var password = Typed.OneOf(
            "--password",
            new(
                "- læser den fra standard input; ellers laves en, som skrives én gang",
                "- reads it from standard input; otherwise one is made and printed once"
            ),
            ["-"],
            null
        );
        var command = new Command("add", Language.T("Opretter en konto", "Adds an account"))
        {
            email,
            name,
            municipality,
            role,
            password,
        };
        command.SetAction(
            async (parsed, stop) =>
            {
                string? given = parsed.GetValue(password) is null ? null : await Console.In.ReadLineAsync(stop) ?? "";
                string chosen = given ?? ManageAccounts.Generate();
                await using var services = await Here.OpenAsync(stop);
                await using var scope = services.CreateAsyncScope();
                var manage = scope.ServiceProvider.GetRequiredService<ManageAccounts>();
                Role[] roles = [.. parsed.GetValue(role)!];
                if (roles is [Role.KnowledgeEditor] && parsed.GetValue(municipality) is null)
                {
                    await manage.AddEditor(parsed.GetValue(email)!, parsed.GetValue(name)!, chosen);
                }
                else
                {
                    var where = await MunicipalityCommand.FindAsync(services, parsed.GetValue(municipality), stop);
                    // The log names the command: nobody was signed in.
                    var by = new Worker(Guid.Empty, "virker user add", where, new HashSet<Role>());
                    await manage.Add(
                        by,
                        parsed.GetValue(email)!,
                        new AccountDetails(parsed.GetValue(name)!, roles),
                        chosen,
                        stop
                    );
                }

                if (given is null)
                    await Console.Out.WriteLineAsync(chosen);
                return ExitCodes.Ok;
            }
        );
        return command;
    }
}
