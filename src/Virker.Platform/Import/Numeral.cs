using System.Text.RegularExpressions;

namespace Virker.Platform.Import;

/// <summary>How numbers are written: <see cref="Danish"/> as 1.234,5 and <see cref="International"/> as 1,234.5.</summary>
public enum Notation
{
    Undecided,
    Danish,
    International,
}

/// <summary>
/// A number as somebody wrote it. The one place that knows commas and points: files, forms and commands all ask here, and
/// none of them guesses.
/// </summary>
public readonly partial record struct Numeral
{
    private readonly string _text;

    private Numeral(string text, string? danish, string? international) =>
        (_text, Danish, International) = (text, danish, international);

    /// <summary>What it is in Danish, as <c>-1234.5</c>; null when no Dane writes so.</summary>
    public string? Danish { get; }

    /// <summary>What it is elsewhere, as <c>-1234.5</c>; null when nobody there writes so.</summary>
    public string? International { get; }

    /// <summary>2.200 and 2,200: a number in both, and not the same.</summary>
    public bool IsEither => Danish is not null && International is not null && HasSign;

    public bool HasComma => _text.Contains(',', StringComparison.Ordinal);

    /// <summary>The only notation it can have been written in.</summary>
    public Notation Tells =>
        (Danish, International) switch
        {
            (not null, null) => Notation.Danish,
            (null, not null) => Notation.International,
            _ => Notation.Undecided,
        };

    private bool HasSign => _text.AsSpan().ContainsAny(',', '.');

    /// <summary>What it is in a notation, as <c>-1234.5</c>; without one, what it is in both.</summary>
    public string? In(Notation notation) =>
        notation == Notation.Danish ? Danish
        : notation == Notation.International ? International
        : HasSign ? null
        : Danish;

    /// <summary>False for what is no number in any notation.</summary>
    public static bool TryRead(string text, out Numeral numeral)
    {
        numeral = default;
        var match = Shape().Match(text);
        if (!match.Success)
            return false;
        string sign = match.Groups["sign"].Value is "-" or "−" ? "-" : "";
        string body = match.Groups["body"].Value;
        string exponent = match.Groups["exponent"].Value;
        numeral = new(text, Plain(sign, body, exponent, '.', ','), Plain(sign, body, exponent, ',', '.'));
        return numeral.Danish is not null || numeral.International is not null;
    }

    private static string? Plain(string sign, string body, string exponent, char thousands, char point)
    {
        string[] parts = body.Split(point);
        if (parts.Length > 2 || parts is [_, var decimals] && !IsDigits(decimals))
            return null;
        string[] groups = parts[0].Split(thousands);
        bool isGrouped = groups.Length > 1;
        bool isRight = isGrouped
            ? exponent == ""
                && groups[0] is [>= '1' and <= '9', ..] and { Length: <= 3 }
                && groups[1..].All(g => g.Length == 3)
            : parts.Length == 2 && parts[0] == "" || IsDigits(parts[0]);
        if (!isRight || !Array.TrueForAll(groups, g => g == "" || IsDigits(g)))
            return null;
        string whole = parts[0] == "" ? "0" : string.Concat(groups);
        return sign + whole + (parts is [_, var part] ? "." + part : "") + exponent;
    }

    private static bool IsDigits(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    [GeneratedRegex(
        "^(?<sign>[-+−])?(?<body>[0-9.,]{1,400})(?<exponent>[eE][-+]?[0-9]{1,3})?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Shape();
}
