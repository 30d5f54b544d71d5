using System.CommandLine;
using Virker.Cli.Accounts;
using Virker.Cli.Costs;
using Virker.Cli.Demo;
using Virker.Cli.Evidence;
using Virker.Cli.Hours;
using Virker.Cli.JobEffects;
using Virker.Cli.Notes;
using Virker.Cli.Operations;
using Virker.Cli.Output;
using Virker.Cli.Pool;
using Virker.Cli.Survival;
using Virker.Cli.Trials;
using Virker.Platform;

namespace Virker.Cli;

/// <summary>The side door: every command writes its result to standard output and what it has to say to standard
/// error; 0 is well, 1 is wrong data, 2 is wrong usage.</summary>
public static class Program
{
    public static async Task<int> Main(string[] args)
    {
        var root = new RootCommand(
            "Virker – hvad virker, for hvem, hvor godt ved vi det? (./virker start, ./virker test)"
        )
        {
            PoolCommand.Create(),
            JobEffectCommand.Create(),
            SurvivalCommand.Create(),
            TrialCommand.Create(),
            CostCommand.Create(),
            AnswerCommand.Create(),
            NoteCommand.Create(),
            EvidenceCommand.Create(),
            MunicipalityCommand.Create(),
            UserCommand.Create(),
            HoursCommand.Create(),
            DemoCommand.Create(),
            VerifyCommand.Create(),
            BackupCommand.Create(),
            BackupCommand.Restore(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync(error.Message);

            await Console.Error.WriteLineAsync($"virker {string.Join(' ', parsed.CommandResult.Command.Name)} --help");
            return ExitCodes.WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (InvalidInputException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Text.ToString());
            return ExitCodes.WrongData;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return ExitCodes.WrongData;
        }
    }
}
