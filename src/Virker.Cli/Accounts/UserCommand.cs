using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Virker.Cli.Output;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Accounts.Administration;

namespace Virker.Cli.Accounts;

/// <summary><c>virker user add EMAIL --name … --municipality CODE --role …</c>.</summary>
internal static class UserCommand
{
    public static Command Create() => new("user", "Accounts") { Add() };

    private static Command Add()
    {
        var email = new Argument<string>("EMAIL") { Description = "The address the person signs in with" };
        var name = new Option<string>("--name") { Description = "The person's name", Required = true };
        var municipality = new Option<string?>("--municipality")
        {
            Description = "The municipality's code; an editor of the knowledge bank has none",
        };
        var role = new Option<string[]>("--role")
        {
            Description = "Roles: " + string.Join(", ", Enum.GetValues<Role>().Select(r => r.Code())),
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        var password = new Option<string?>("--password")
        {
            Description = "- reads it from standard input; otherwise one is made and printed once",
        };
        role.Validators.Add(given =>
        {
            foreach (string code in given.Tokens.Select(t => t.Value).Where(c => EnumCode.Parse<Role>(c) is null))
                given.AddError($"--role {code}: {role.Description}");
        });
        // A password on the command line would stand in the shell's history.
        password.Validators.Add(given =>
        {
            if (given.Tokens is not [{ Value: "-" }])
                given.AddError("--password takes - and reads standard input");
        });
        var command = new Command("add", "Adds an account") { email, name, municipality, role, password };
        command.SetAction(
            async (parsed, stop) =>
            {
                string? given = parsed.GetValue(password) is null ? null : await Console.In.ReadLineAsync(stop);
                string chosen = given ?? ManageAccounts.Generate();
                await using var services = await MunicipalityCommand.OpenAsync(stop);
                await using var scope = services.CreateAsyncScope();
                var manage = scope.ServiceProvider.GetRequiredService<ManageAccounts>();
                Role[] roles = [.. parsed.GetValue(role)!.Select(code => EnumCode.Parse<Role>(code)!.Value)];
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
