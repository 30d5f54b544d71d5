using System.CommandLine;
using System.Data.Common;
using System.Text.RegularExpressions;
using Virker.Cli.Accounts;
using Virker.Cli.Costs;
using Virker.Cli.Demo;
using Virker.Cli.Evidence;
using Virker.Cli.Hours;
using Virker.Cli.JobEffects;
using Virker.Cli.Notes;
using Virker.Cli.Operations;
using Virker.Cli.Options;
using Virker.Cli.Output;
using Virker.Cli.Pool;
using Virker.Cli.Survival;
using Virker.Cli.Trials;
using Virker.Platform;

namespace Virker.Cli;

/// <summary>The side door: every command writes its result to standard output and what it has to say to standard
/// error, in one language; 0 is well, 1 is wrong data, 2 is wrong usage.</summary>
public static partial class Program
{
    public static async Task<int> Main(string[] args)
    {
        Language.Choose(args);
        var parsed = Root().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
            return await Say(Usage.Line(parsed, Usage.First(parsed)), ExitCodes.WrongUsage);
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (WrongUsageException wrong)
        {
            return await Say(Usage.Line(parsed, wrong.Text.ToString()), ExitCodes.WrongUsage);
        }
        catch (InvalidInputException wrong)
        {
            return await Say(wrong.Text.ToString(), ExitCodes.WrongData);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            string place = Quoted().Match(fault.Message) is { Success: true } path
                ? $": {path.Groups["path"].Value}"
                : "";
            return await Say(
                Language.T(
                    $"En fil eller mappe kan ikke læses eller skrives{place}",
                    $"A file or folder cannot be read or written{place}"
                ),
                ExitCodes.WrongData
            );
        }
        catch (DbException)
        {
            return await Say(
                Language.T(
                    "Databasen kan ikke nås eller er i brug; se Virker:Database i docs/operations.md",
                    "The database cannot be reached or is in use; see Virker:Database in docs/operations.md"
                ),
                ExitCodes.WrongData
            );
        }
        catch (OperationCanceledException)
        {
            return await Say(Language.T("Afbrudt", "Interrupted"), ExitCodes.WrongData);
        }
#pragma warning disable CA1031 // Whoever typed a command is not shown the inside of the program.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return await Say(
                Language.T(
                    $"Fejl i programmet ({fault.GetType().Name})",
                    $"A fault in the program ({fault.GetType().Name})"
                ),
                ExitCodes.WrongData
            );
        }
    }

    /// <summary>Every command there is, in the language of the run.</summary>
    internal static RootCommand Root()
    {
        var root = new RootCommand(
            Language.T(
                "hvad virker, for hvem, hvor godt ved vi det, og virker det her? (./virker start, ./virker test)",
                "what works, for whom, how well do we know it, and is it working here? (./virker start, ./virker test)"
            )
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
        root.Options.Add(Language.Option());
        Help.Use(root);
        return root;
    }

    private static async Task<int> Say(string line, int code)
    {
        await Console.Error.WriteLineAsync(line.ReplaceLineEndings(" "));
        return code;
    }

    [GeneratedRegex("'(?<path>[^']+)'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();
}
