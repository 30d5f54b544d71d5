using System.CommandLine;
using Virker.Platform;

namespace Virker.Cli.Options;

/// <summary>The options do not go together; the text says why.</summary>
internal sealed class WrongUsageException(Text text) : Exception(text.En)
{
    public Text Text { get; } = text;
}

/// <summary>What is said to who typed something a command does not take: one line, with where help is.</summary>
internal static class Usage
{
    /// <summary>What a message of ours begins with; those of the parser's library are said anew.</summary>
    public const string Ours = "\u0001";

    /// <exception cref="WrongUsageException">The options go not together.</exception>
    public static void Require(bool isRight, string da, string en)
    {
        if (!isRight)
            throw new WrongUsageException(new(da, en));
    }

    /// <summary>Whether the option was typed.</summary>
    public static bool Has(this ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };

    /// <summary>Options that do nothing without another.</summary>
    public static void Needs(this ParseResult parsed, bool isThere, Text other, params Option[] options)
    {
        foreach (var option in options.Where(option => !isThere && parsed.Has(option)))
        {
            Require(
                false,
                $"{option.Name} virker kun med {other.Da}",
                $"{option.Name} does nothing without {other.En}"
            );
        }
    }

    /// <summary>Options that cannot both be asked for.</summary>
    public static void Excludes(this ParseResult parsed, Option one, params Option[] others)
    {
        foreach (var other in others.Where(other => parsed.Has(one) && parsed.Has(other)))
        {
            Require(
                false,
                $"{one.Name} og {other.Name} kan ikke bruges sammen",
                $"{one.Name} and {other.Name} cannot be used together"
            );
        }
    }

    /// <summary>What was wrong, and where help is.</summary>
    public static string Line(ParseResult parsed, string what) =>
        $"{what.TrimEnd('.')}. {Language.T("Se", "See")}: {PathOf(parsed.CommandResult.Command)} --help";

    /// <summary>The command as it is typed: <c>virker municipality add</c>.</summary>
    public static string PathOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } above ? $"{PathOf(above)} {command.Name}" : "virker";

    /// <summary>The first thing that was wrong.</summary>
    public static string First(ParseResult parsed)
    {
        if (parsed.Errors.FirstOrDefault(error => error.Message.StartsWith(Ours, StringComparison.Ordinal)) is { } ours)
            return ours.Message[1..];
        var command = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens is [var unknown, ..])
            return Language.T($"\"{unknown}\" kendes ikke her", $"\"{unknown}\" is not known here");
        foreach (var option in command.Options)
        {
            var given = parsed.GetResult(option);
            if (given is { IdentifierTokenCount: > 1 } && option.Arity.MaximumNumberOfValues <= 1)
                return Language.T($"{option.Name} står flere gange", $"{option.Name} is given more than once");
            if (given is { Implicit: false } && given.Tokens.Count < option.Arity.MinimumNumberOfValues)
                return Language.T($"{option.Name} skal have en værdi", $"{option.Name} wants a value");
        }

        if (command.Options.FirstOrDefault(option => option.Required && !parsed.Has(option)) is { } needed)
            return Language.T($"{needed.Name} mangler", $"{needed.Name} is missing");
        if (
            command.Arguments.FirstOrDefault(argument =>
                (parsed.GetResult(argument)?.Tokens.Count ?? 0) < argument.Arity.MinimumNumberOfValues
            ) is
            { } missing
        )
        {
            return Language.T($"{missing.Name} mangler", $"{missing.Name} is missing");
        }

        string choice = string.Join(", ", command.Subcommands.Select(one => one.Name));
        return Language.T($"vælg en kommando: {choice}", $"choose a command: {choice}");
    }
}
