using System.Collections;
using System.Text;

namespace Virker.Platform;

/// <summary>
/// A short list of codes as one value: equal when the codes are equal in the same order, written with <c>;</c> between.
/// </summary>
public sealed class Codes : IReadOnlyList<string>, IEquatable<Codes>
{
    private readonly string[] _codes;

    private Codes(string[] codes) => _codes = codes;

    /// <summary>No codes.</summary>
    public static Codes None { get; } = new([]);

    public int Count => _codes.Length;

    public string this[int index] => _codes[index];

    /// <summary>The given codes.</summary>
    public static Codes Of(params IEnumerable<string> codes) => new([.. codes]);

    /// <summary>Reads <c>a;b</c>. Blanks around a code are dropped; empty text is no codes.</summary>
    public static Codes Parse(string text) =>
        new(text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    public bool Has(string code) => Array.IndexOf(_codes, code) >= 0;

    public bool Equals(Codes? other) => other is not null && _codes.AsSpan().SequenceEqual(other._codes);

    public override bool Equals(object? obj) => Equals(obj as Codes);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var code in _codes)
            hash.Add(code);
        return hash.ToHashCode();
    }

    public override string ToString() => string.Join(';', _codes);

    public IEnumerator<string> GetEnumerator() => _codes.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>The code of an enum member as files, addresses and databases write it: <c>QuasiExperimental</c> is
/// <c>quasi_experimental</c>.</summary>
public static class EnumCode
{
    public static string Code<T>(this T value)
        where T : struct, Enum => Cache<T>.Code[value];

    public static T? Parse<T>(string code)
        where T : struct, Enum => Cache<T>.Value.TryGetValue(code, out var value) ? value : null;

    /// <summary>All codes of <typeparamref name="T"/>, in the order of the enum.</summary>
    public static IReadOnlyCollection<string> All<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(Code)];

    private static class Cache<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Code = Enum.GetValues<T>()
            .ToDictionary(v => v, v => SnakeCase(v.ToString()));

        public static readonly Dictionary<string, T> Value = Code.ToDictionary(p => p.Value, p => p.Key);
    }

    private static string SnakeCase(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
                text.Append('_');
            text.Append(char.ToLowerInvariant(letter));
        }
        return text.ToString();
    }
}
