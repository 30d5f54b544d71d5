namespace Virker.Web.Site;

/// <summary>Countries in the language of the request. The knowledge bank writes them in English.</summary>
public static class CountryNames
{
    private static readonly Dictionary<string, string> Danish = new(StringComparer.Ordinal)
    {
        ["Australia"] = "Australien",
        ["Austria"] = "Østrig",
        ["Belgium"] = "Belgien",
        ["Bulgaria"] = "Bulgarien",
        ["Denmark"] = "Danmark",
        ["England"] = "England",
        ["Europe"] = "Europa",
        ["France"] = "Frankrig",
        ["Germany"] = "Tyskland",
        ["Iceland"] = "Island",
        ["International"] = "Internationalt",
        ["Ireland"] = "Irland",
        ["Italy"] = "Italien",
        ["Netherlands"] = "Nederlandene",
        ["Norway"] = "Norge",
        ["Poland"] = "Polen",
        ["Spain"] = "Spanien",
        ["Sweden"] = "Sverige",
        ["Switzerland"] = "Schweiz",
        ["UK"] = "Storbritannien",
        ["China"] = "Kina",
        ["Hong Kong"] = "Hongkong",
    };

    /// <summary>The name as shown; several are separated by <c>;</c>, a part of one stands in parentheses.</summary>
    public static string Of(string country)
    {
        ArgumentNullException.ThrowIfNull(country);
        return Languages.IsEnglish
            ? country.Replace(";", ",", StringComparison.Ordinal)
            : string.Join(", ", country.Split(';', StringSplitOptions.TrimEntries).Select(One));
    }

    private static string One(string country)
    {
        int part = country.IndexOf(" (", StringComparison.Ordinal);
        return part > 0 && country.EndsWith(')')
            ? $"{Word(country[..part])} ({Word(country[(part + 2)..^1])})"
            : Word(country);
    }

    private static string Word(string word) => Danish.GetValueOrDefault(word, word);
}
