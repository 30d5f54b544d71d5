using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Virker.Platform;

namespace Virker.Cli.Options;

/// <summary>
/// The options of every command. Each is read by <see cref="Words"/> and by nothing else, so that all of them mean what
/// was typed, and refuse the rest in the same words.
/// </summary>
internal static class Typed
{
    public static Option<double?> Number(string name, Text what, Limits limits) =>
        Maybe<double>(name, what, HintOf.Number, word => Words.Number(word, limits));

    public static Option<double> Number(string name, Text what, Limits limits, double otherwise) =>
        With(name, what, HintOf.Number, word => Words.Number(word, limits), otherwise, Written(otherwise));

    public static Option<int?> Whole(string name, Text what, int least, int most = int.MaxValue) =>
        Maybe<int>(name, what, HintOf.Number, word => Words.Whole(word, least, most));

    public static Option<int> Whole(string name, Text what, int least, int most, int otherwise) =>
        With(name, what, HintOf.Number, word => Words.Whole(word, least, most), otherwise, Written(otherwise));

    /// <summary>What makes draws repeatable.</summary>
    public static Option<ulong?> Seed(Text what) =>
        Maybe<ulong>("--seed", what, HintOf.Number, word => Words.Whole(word, ulong.MinValue, ulong.MaxValue));

    public static Option<ulong> Seed(Text what, ulong otherwise) =>
        With(
            "--seed",
            what,
            HintOf.Number,
            word => Words.Whole(word, ulong.MinValue, ulong.MaxValue),
            otherwise,
            Written(otherwise)
        );

    /// <summary>The share an interval covers; typed in percent or as a share.</summary>
    public static Option<double> Level() =>
        With(
            "--level",
            new("Intervallernes sikkerhed i procent", "Percent the intervals cover"),
            HintOf.Number,
            Words.Level,
            0.95,
            "95"
        );

    public static Option<DateOnly?> Day(string name, Text what) =>
        Maybe<DateOnly>(name, what, new("DATO", "DAY"), Words.Day);

    /// <summary>One of an enumeration's names: as they are where they are capitals (RR), else as codes (knha).</summary>
    public static Option<T> Name<T>(string name, Text what, T otherwise)
        where T : struct, Enum
    {
        var names = NamesOf<T>();
        string usual = names.First(pair => EqualityComparer<T>.Default.Equals(pair.Value, otherwise)).Key;
        return With(name, what, Hint(names.Keys), word => Words.Named(word, names), otherwise, usual);
    }

    /// <param name="otherwise">What it is unless told; null: nothing.</param>
    public static Option<string> OneOf(string name, Text what, string[] codes, string? otherwise)
    {
        var names = codes.ToDictionary(code => code, StringComparer.Ordinal);
        return With(name, what, Hint(codes), word => Words.Named(word, names), otherwise!, otherwise);
    }

    /// <summary>Several of an enumeration's codes, one after another.</summary>
    public static Option<IReadOnlyList<T>> SeveralOf<T>(string name, Text what, Text hint)
        where T : struct, Enum
    {
        var names = NamesOf<T>();
        var option = new Option<IReadOnlyList<T>>(name)
        {
            Description = $"{what}: {string.Join(", ", names.Keys)}",
            HelpName = hint.ToString(),
            Required = true,
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = true,
        };
        option.CustomParser = given =>
            Understood<IReadOnlyList<T>>(given, () => [.. given.Tokens.Select(t => Words.Named(t.Value, names))], name);
        return option;
    }

    /// <summary>Names of columns or arms, with a comma between.</summary>
    public static Option<IReadOnlyList<string>> Names(string name, Text what, params string[] otherwise) =>
        With(
            name,
            what,
            new("A,B", "A,B"),
            Words.Names,
            otherwise,
            otherwise.Length == 0 ? null : string.Join(',', otherwise)
        );

    public static Option<IReadOnlyList<double>> Numbers(string name, Text what, Limits limits) =>
        With<IReadOnlyList<double>>(name, what, new("1,2", "1,2"), word => Words.Numbers(word, limits), [], null);

    public static Option<IReadOnlyList<int>> Wholes(
        string name,
        Text what,
        int least,
        int most,
        params int[] otherwise
    ) =>
        With<IReadOnlyList<int>>(
            name,
            what,
            new("1,2", "1,2"),
            word => Words.Wholes(word, least, most),
            otherwise,
            otherwise.Length == 0 ? null : string.Join(',', otherwise)
        );

    /// <summary>A column, a code, a name: any text that is not empty.</summary>
    public static Option<string?> Text(string name, Text what, Text hint) =>
        With<string?>(name, what, hint, Words.Any, null, null);

    /// <summary>As <see cref="Text"/>, and it must be given.</summary>
    public static Option<string> Needed(string name, Text what, Text hint)
    {
        var option = With<string>(name, what, hint, Words.Any, null!, null);
        option.DefaultValueFactory = null;
        option.Required = true;
        return option;
    }

    public static Option<bool> Flag(string name, Text what) => new(name) { Description = what.ToString() };

    /// <summary>A file, a folder, a code: what the command is about.</summary>
    public static Argument<string> Argument(string name, Text what)
    {
        var argument = new Argument<string>(name) { Description = what.ToString(), HelpName = name };
        argument.CustomParser = given => Understood(given, () => Words.Any(given.Tokens[0].Value), name);
        return argument;
    }

    /// <summary>As <see cref="Argument"/>, and it may be left out.</summary>
    public static Argument<string?> MaybeArgument(string name, Text what)
    {
        var argument = new Argument<string?>(name)
        {
            Description = what.ToString(),
            HelpName = name,
            Arity = ArgumentArity.ZeroOrOne,
            DefaultValueFactory = _ => null,
        };
        argument.CustomParser = given => Understood(given, () => Words.Any(given.Tokens[0].Value), name);
        return argument;
    }

    private static Option<T?> Maybe<T>(string name, Text what, Text hint, Func<string, T> read)
        where T : struct => With<T?>(name, what, hint, word => read(word), null, null);

    private static Option<T> With<T>(
        string name,
        Text what,
        Text hint,
        Func<string, T> read,
        T otherwise,
        string? usual
    )
    {
        var option = new Option<T>(name)
        {
            Description = what.ToString() + (usual is null ? "" : $" ({Language.T("ellers", "otherwise")} {usual})"),
            HelpName = hint.ToString(),
            DefaultValueFactory = _ => otherwise,
            Arity = ArgumentArity.ExactlyOne,
        };
        option.CustomParser = given => Understood(given, () => read(given.Tokens[0].Value), name);
        return option;
    }

    private static T? Understood<T>(ArgumentResult given, Func<T> read, string name)
    {
        try
        {
            return read();
        }
        catch (Words.Wrong wrong)
        {
            string typed = string.Join(' ', given.Tokens.Select(t => t.Value));
            given.AddError(
                Usage.Ours
                    + Language.T(
                        $"{name}: ventet {wrong.Expected.Da}, ikke \"{typed}\"",
                        $"{name}: expected {wrong.Expected.En}, not \"{typed}\""
                    )
            );
            return default;
        }
    }

    private static Dictionary<string, T> NamesOf<T>()
        where T : struct, Enum =>
        Enum.GetValues<T>()
            .ToDictionary(
                value => value.ToString().All(char.IsUpper) ? value.ToString() : value.Code(),
                StringComparer.OrdinalIgnoreCase
            );

    private static Text Hint(IEnumerable<string> names) => new(string.Join('|', names), string.Join('|', names));

    private static string Written<T>(T number)
        where T : IFormattable => number.ToString(null, CultureInfo.InvariantCulture);

    private static class HintOf
    {
        public static readonly Text Number = new("TAL", "NUMBER");
    }
}
