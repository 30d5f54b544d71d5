using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Virker.Cli.Options;

/// <summary>What <c>--help</c> writes, in the language of the run and at most 100 characters wide.</summary>
internal sealed class Help : SynchronousCommandLineAction
{
    private const int Width = 100;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        Write(parseResult.CommandResult.Command, parseResult.InvocationConfiguration.Output);
        return Output.ExitCodes.Ok;
    }

    /// <summary>Puts our help and our words in the place of the parser's own.</summary>
    public static void Use(RootCommand root)
    {
        foreach (var option in root.Options)
        {
            if (option is HelpOption help)
            {
                help.Action = new Help();
                help.Description = Language.T("Viser denne hjælp", "Shows this help");
            }
            else if (option is VersionOption)
            {
                option.Description = Language.T("Viser programmets version", "Shows the version of the program");
            }
        }
    }

    private static void Write(Command command, TextWriter to)
    {
        string path = Usage.PathOf(command);
        foreach (string line in Wrapped($"{path}: {command.Description}", Width))
            to.WriteLine(line);
        List<Command> commands = [.. command.Subcommands.Where(one => !one.Hidden)];
        List<Option> options =
        [
            .. command.Options.Where(one => !one.Hidden),
            .. Above(command).SelectMany(one => one.Options).Where(one => one.Recursive && !one.Hidden),
        ];
        string usage =
            commands.Count > 0
                ? $"{path} {Language.T("KOMMANDO", "COMMAND")}"
                : string.Join(
                    ' ',
                    [
                        path,
                        .. command.Arguments.Select(one =>
                            one.Arity.MinimumNumberOfValues == 0 ? $"[{one.Name}]" : one.Name
                        ),
                        .. options.Where(one => one.Required).Select(Typed),
                        $"[{Language.T("valg", "options")}]",
                    ]
                );
        to.WriteLine();
        foreach (string line in Wrapped($"{Language.T("Brug", "Usage")}: {usage}", Width))
            to.WriteLine(line);
        Section(to, Language.T("Kommandoer", "Commands"), commands.Select(one => (one.Name, one.Description)));
        Section(
            to,
            Language.T("Argumenter", "Arguments"),
            command.Arguments.Select(one => (one.Name, one.Description))
        );
        Section(to, Language.T("Valg", "Options"), options.Select(one => (Typed(one), one.Description)));
    }

    private static IEnumerable<Command> Above(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } above ? [above, .. Above(above)] : [];

    private static string Typed(Option option) =>
        option.Arity.MaximumNumberOfValues == 0 || option.ValueType == typeof(bool)
            ? string.Join(", ", [.. option.Aliases.Order(StringComparer.Ordinal).Where(a => a is "-h"), option.Name])
            : $"{option.Name} {option.HelpName}";

    private static void Section(TextWriter to, string heading, IEnumerable<(string Name, string? What)> rows)
    {
        List<(string Name, string? What)> all = [.. rows];
        if (all.Count == 0)
            return;
        int left = Math.Min(30, all.Max(row => row.Name.Length)) + 4;
        to.WriteLine();
        to.WriteLine($"{heading}:");
        foreach (var (name, what) in all)
        {
            var lines = Wrapped(what ?? "", Width - left).ToList();
            if (name.Length + 4 > left)
            {
                to.WriteLine($"  {name}");
                lines.ForEach(line => to.WriteLine(new string(' ', left) + line));
            }
            else
            {
                to.WriteLine($"  {name}".PadRight(left) + lines.FirstOrDefault());
                lines.Skip(1).ToList().ForEach(line => to.WriteLine(new string(' ', left) + line));
            }
        }
    }

    private static IEnumerable<string> Wrapped(string text, int width)
    {
        string line = "";
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }

            line += line.Length == 0 ? word : $" {word}";
        }

        if (line.Length > 0)
            yield return line;
    }
}
