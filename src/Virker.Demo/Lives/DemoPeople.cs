using System.Globalization;

namespace Virker.Demo.Lives;

/// <summary>Numbers and addresses no real person or company can have.</summary>
internal static class DemoPeople
{
    private const int Days = 29;

    /// <summary>A CPR number of its own for every index. The day is 32 to 60: no date, and no replacement number either,
    /// which have 60 added to the day. The last digit is even for women.</summary>
    public static string Cpr(int index, int yearOfBirth, bool isWoman)
    {
        int rest = index / Days;
        int serial = rest / 12 * 2 + (isWoman ? 0 : 1);
        return $"{32 + index % Days:00}{1 + rest % 12:00}{yearOfBirth % 100:00}{(serial + 1000) % 10000:0000}";
    }

    /// <summary>CVR numbers that pass the check (weights 2, 7, 6, 5, 4, 3, 2, 1; modulus 11) but begin with 9, where none
    /// has been given out.</summary>
    public static IEnumerable<string> CvrNumbers()
    {
        int[] weights = [2, 7, 6, 5, 4, 3, 2];
        for (int stem = 9_000_000; ; stem++)
        {
            var digits = stem.ToString(CultureInfo.InvariantCulture);
            int check = (11 - digits.Zip(weights, (d, w) => (d - '0') * w).Sum() % 11) % 11;
            if (check < 10)
                yield return digits + check;
        }
    }

    /// <summary>A P-number: ten digits from 9, where none has been given out.</summary>
    public static string PNumber(int index) => $"9{index:000000000}";

    public static string Address(Dice dice) => $"{dice.Pick(DemoNames.Streets)} {dice.Between(1, 90)}";

    /// <summary>A telephone number beginning with 0, which no Danish number does.</summary>
    public static string Phone(Dice dice) =>
        $"0{dice.Between(0, 9)} {dice.Between(0, 99):00} {dice.Between(0, 99):00} {dice.Between(0, 99):00}";

    /// <summary>Metres from the middle of the town, most of them near it.</summary>
    public static int Metres(Dice dice) => (int)((dice.Share() + dice.Share() + dice.Share() - 1.5) * 9000);

    /// <summary>Letters an address of a mail can have.</summary>
    public static string Ascii(string name) =>
        name.ToLowerInvariant()
            .Replace("æ", "ae", StringComparison.Ordinal)
            .Replace("ø", "oe", StringComparison.Ordinal)
            .Replace("å", "aa", StringComparison.Ordinal)
            .Replace("é", "e", StringComparison.Ordinal)
            .Replace(" ", ".", StringComparison.Ordinal);
}
