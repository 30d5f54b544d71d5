namespace Virker.Casework.Employers;

/// <summary>The numbers companies and workplaces are known by.</summary>
public static class EmployerNumbers
{
    private static readonly int[] Weights = [2, 7, 6, 5, 4, 3, 2, 1];

    /// <summary>Eight digits whose sum with the weights 2 7 6 5 4 3 2 1 is divisible by 11 (Erhvervsstyrelsen, modulus
    /// 11). A remainder of 1 would need the check digit 10, so such a number is never given out.</summary>
    public static bool IsCvr(string number) =>
        number.Length == 8
        && number.All(char.IsAsciiDigit)
        && number != "00000000"
        && Weights.Select((w, i) => w * (number[i] - '0')).Sum() % 11 == 0;

    /// <summary>Ten digits. There is no check digit: series have been given out by other weights, so modulus 11 must not
    /// be used (Erhvervsstyrelsen).</summary>
    public static bool IsPNumber(string number) => number.Length == 10 && number.All(char.IsAsciiDigit);

    /// <summary>The digits of a number as people write it: <c>12 34 56 78</c>, <c>DK12345678</c>.</summary>
    public static string Tidy(string? number)
    {
        string bare = (number ?? "").Replace(" ", "", StringComparison.Ordinal);
        return bare.StartsWith("DK", StringComparison.OrdinalIgnoreCase) ? bare[2..] : bare;
    }
}
