namespace Virker.Evidence.Taxonomies;

/// <summary>Places countries in the geography of the weights. OECD membership as of 2025 (oecd.org, 38 members).</summary>
public static class Countries
{
    private static readonly string[] Nordic =
    [
        "Norway",
        "Norge",
        "Sweden",
        "Sverige",
        "Finland",
        "Iceland",
        "Island",
        "Faroe Islands",
        "Færøerne",
        "Greenland",
        "Grønland",
        "Åland",
    ];

    private static readonly string[] OtherOecd =
    [
        "Australia",
        "Australien",
        "Austria",
        "Østrig",
        "Belgium",
        "Belgien",
        "Canada",
        "Chile",
        "Colombia",
        "Costa Rica",
        "Czechia",
        "Czech Republic",
        "Tjekkiet",
        "Estonia",
        "Estland",
        "France",
        "Frankrig",
        "Germany",
        "Tyskland",
        "Greece",
        "Grækenland",
        "Hungary",
        "Ungarn",
        "Ireland",
        "Irland",
        "Israel",
        "Italy",
        "Italien",
        "Japan",
        "Korea",
        "South Korea",
        "Sydkorea",
        "Latvia",
        "Letland",
        "Lithuania",
        "Litauen",
        "Luxembourg",
        "Mexico",
        "Netherlands",
        "Nederlandene",
        "Holland",
        "New Zealand",
        "Poland",
        "Polen",
        "Portugal",
        "Slovakia",
        "Slovakiet",
        "Slovenia",
        "Slovenien",
        "Spain",
        "Spanien",
        "Switzerland",
        "Schweiz",
        "Türkiye",
        "Turkey",
        "Tyrkiet",
        "UK",
        "United Kingdom",
        "Storbritannien",
        "England",
        "Scotland",
        "Skotland",
        "Wales",
        "USA",
        "United States",
    ];

    private static readonly string[] OutsideOecd =
    [
        "Argentina",
        "Brazil",
        "Brasilien",
        "Bulgaria",
        "Bulgarien",
        "China",
        "Kina",
        "Hong Kong",
        "China (Hong Kong)",
        "Croatia",
        "Kroatien",
        "Cyprus",
        "Cypern",
        "India",
        "Indien",
        "Malta",
        "Peru",
        "Romania",
        "Rumænien",
        "Russia",
        "Rusland",
        "Serbia",
        "Serbien",
        "Singapore",
        "South Africa",
        "Sydafrika",
        "Taiwan",
        "Ukraine",
    ];

    private static readonly Dictionary<string, string> Geography = Places();

    /// <summary>denmark, nordic, other_oecd or outside_oecd; null for a name that is not in the lists.</summary>
    public static string? GeographyOf(string country) => Geography.GetValueOrDefault(country);

    private static Dictionary<string, string> Places()
    {
        var places = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Denmark"] = "denmark",
            ["Danmark"] = "denmark",
        };
        foreach (
            var (names, geography) in new[]
            {
                (Nordic, "nordic"),
                (OtherOecd, "other_oecd"),
                (OutsideOecd, "outside_oecd"),
            }
        )
        {
            foreach (var name in names)
                places.Add(name, geography);
        }
        return places;
    }
}
