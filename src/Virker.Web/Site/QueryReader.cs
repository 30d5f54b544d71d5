using System.Globalization;
using Virker.Evidence.Taxonomies;
using Virker.Platform;

namespace Virker.Web.Site;

/// <summary>Reads the values of an address. What is not understood is named, never guessed; asking goes on, so that a
/// reader meets every fault at once.</summary>
public sealed class QueryReader(IQueryCollection query)
{
    private readonly List<(string Name, Text Problem)> _problems = [];

    /// <summary>What was wrong, by parameter.</summary>
    public IReadOnlyList<(string Name, Text Problem)> Problems => _problems;

    /// <summary>The value without blanks around it; null when it is missing or empty.</summary>
    public string? Text(string name) => query[name].ToString().Trim() is { Length: > 0 } text ? text : null;

    public string? Required(string name)
    {
        if (Text(name) is { } text)
            return text;

        _problems.Add((name, new("skal gives", "is required")));
        return null;
    }

    /// <summary>A code of a tree.</summary>
    public string? Node(string name, Tree tree, bool required = false)
    {
        ArgumentNullException.ThrowIfNull(tree);
        if ((required ? Required(name) : Text(name)) is not { } code || tree.Has(code))
            return Text(name);

        _problems.Add((name, new($"koden “{code}” findes ikke", $"there is no code “{code}”")));
        return null;
    }

    /// <summary>One of the given words.</summary>
    public string? OneOf(string name, IReadOnlyCollection<string> words)
    {
        if (Text(name) is not { } word || words.Contains(word))
            return Text(name);

        string all = string.Join(", ", words);
        _problems.Add(
            (name, new($"“{word}” findes ikke; vælg mellem {all}", $"there is no “{word}”; choose among {all}"))
        );
        return null;
    }

    /// <summary>The code of an enum member.</summary>
    public T? Code<T>(string name)
        where T : struct, Enum => OneOf(name, EnumCode.All<T>()) is { } code ? EnumCode.Parse<T>(code) : null;

    /// <summary><c>true</c> or <c>false</c>; false when it is missing.</summary>
    public bool Flag(string name) => OneOf(name, ["true", "false"]) is "true";

    /// <summary>A whole number from 1.</summary>
    public int Number(string name, int otherwise, int most = int.MaxValue)
    {
        if (Text(name) is not { } text)
            return otherwise;

        if (
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && number >= 1
            && number <= most
        )
        {
            return number;
        }

        _problems.Add(
            most == int.MaxValue
                ? (name, new($"“{text}” skal være et helt tal fra 1", $"“{text}” must be a whole number from 1"))
                : (
                    name,
                    new(
                        $"“{text}” skal være et helt tal fra 1 til {most}",
                        $"“{text}” must be a whole number from 1 to {most}"
                    )
                )
        );
        return otherwise;
    }

    /// <summary>Something else is wrong with a value.</summary>
    public void Wrong(string name, Text problem) => _problems.Add((name, problem));

    /// <summary>Names in the address that nobody asked for.</summary>
    public void Only(IEnumerable<string> known)
    {
        var names = known.ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (string name in query.Keys.Where(name => !names.Contains(name)))
            _problems.Add((name, new("kendes ikke", "is not known")));
    }
}
