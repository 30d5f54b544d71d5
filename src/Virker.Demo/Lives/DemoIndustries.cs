namespace Virker.Demo.Lives;

/// <summary>A kind of workplace.</summary>
/// <param name="Division">DB07.</param>
/// <param name="Weight">How common among those who take citizens in.</param>
/// <param name="Occupations">DISCO-08 groups people work in there.</param>
/// <param name="Names">What such a place is called.</param>
/// <param name="Tasks">What a citizen trains, and what the paid hours are for.</param>
internal sealed record DemoIndustry(
    string Division,
    double Weight,
    bool IsPublic,
    string[] Occupations,
    string[] Names,
    string[] Tasks
);

/// <summary>Trade, transport, cleaning, care and kitchen weigh most: that is where the first hours are found.</summary>
internal static class DemoIndustries
{
    public static readonly DemoIndustry[] All =
    [
        new(
            "47",
            20,
            false,
            ["5223", "9334"],
            ["Købmanden", "Brugsen på hjørnet", "Genbrugsbutikken", "Byggemarkedet", "Tøjhjørnet", "Cykelbutikken"],
            [
                "fylde varer på hylder",
                "trimme hylder og rette datoer",
                "hjælpe kunder med at finde varer",
                "pakke varer til afhentning",
                "holde butikken ren og indbydende",
            ]
        ),
        new(
            "46",
            7,
            false,
            ["4321", "9333"],
            ["Grønt Engros", "Lagerhuset", "Reservedelscentralen", "Kontorvarer Engros"],
            ["plukke ordrer", "pakke og mærke kasser", "tælle lager", "tage imod varer"]
        ),
        new(
            "49",
            6,
            false,
            ["8322", "9333"],
            ["Bud og Flyt", "Vognmandsforretningen", "Handicapkørslen"],
            ["læsse og losse", "køre med som chaufførmedhjælper", "vaske biler", "planlægge ture sammen med en kollega"]
        ),
        new(
            "52",
            4,
            false,
            ["4321", "9333"],
            ["Terminalen", "Pakkecentralen"],
            ["sortere pakker", "scanne varer ind", "køre med palleløfter"]
        ),
        new(
            "81",
            16,
            false,
            ["9112", "6113", "5153"],
            ["Ren Service", "Spejlblank Rengøring", "Grønne Anlæg", "Ejendomsservice"],
            [
                "gøre rent på kontorer",
                "pudse vinduer indvendigt",
                "klippe hæk og feje",
                "gøre trapper rene",
                "holde udearealer",
            ]
        ),
        new(
            "56",
            13,
            false,
            ["9412", "5120", "5131"],
            ["Café Kladden", "Kantinen", "Pizzeria Udkastet", "Restaurant Æblet", "Frokosthuset"],
            ["snitte grønt", "vaske op", "smøre frokost", "dække borde", "stå for anretning af buffet"]
        ),
        new(
            "87",
            9,
            true,
            ["5322", "9112", "9412"],
            ["Plejehjemmet Åbrinken", "Bostedet Solsikken", "Plejehjemmet Øster Have"],
            [
                "servere måltider",
                "gå tur med beboere",
                "holde fællesrum i orden",
                "hjælpe i køkkenet",
                "lægge vasketøj sammen",
            ]
        ),
        new(
            "88",
            8,
            true,
            ["5311", "9112"],
            ["Børnehuset Mælkebøtten", "Vuggestuen Humlebien", "Aktivitetscentret"],
            ["lege med børnene i små grupper", "gøre klar til frokost", "rydde op på legepladsen", "hjælpe på stuen"]
        ),
        new(
            "85",
            4,
            true,
            ["5153", "4110"],
            ["Prøvekøbing Skole", "Ungdomsskolen", "Skolen ved Søen"],
            ["hjælpe pedellen", "sætte borde og stole op", "hjælpe på kontoret", "passe bogdepotet"]
        ),
        new(
            "84",
            3,
            true,
            ["4110", "5153"],
            ["Rådhuset", "Vej og Park", "Genbrugsstationen"],
            ["scanne og arkivere", "tage imod borgere", "sortere affald", "passe grønne områder"]
        ),
        new(
            "10",
            4,
            false,
            ["7512", "8160"],
            ["Bageren på Torvet", "Mejeriet", "Røgeriet"],
            ["veje af og blande", "pakke brød", "gøre maskiner rene", "stå i butikken"]
        ),
        new(
            "43",
            5,
            false,
            ["9313", "7131"],
            ["Murermester Skitse", "Tømrerfirmaet Vinkel", "Malerfirmaet Kulør", "VVS-firmaet Røret"],
            ["rydde op på byggepladsen", "male under vejledning", "hente materialer", "afdække og klargøre"]
        ),
        new(
            "45",
            4,
            false,
            ["7231"],
            ["Autoværkstedet", "Dækcentret", "Motorhuset"],
            ["skifte dæk", "vaske og klargøre biler", "holde værkstedet"]
        ),
        new(
            "01",
            3,
            false,
            ["6113", "6121"],
            ["Gartneriet", "Æbleplantagen", "Økogården"],
            ["luge og plante", "plukke og sortere", "fodre dyr", "pakke grøntkasser"]
        ),
        new(
            "25",
            3,
            false,
            ["9329", "7214"],
            ["Maskinsmedjen", "Metalværket"],
            ["montere små dele", "pakke emner", "feje og rydde op"]
        ),
        new(
            "55",
            2,
            false,
            ["9112", "4224"],
            ["Vandrerhjemmet", "Kroen ved Åen"],
            ["gøre værelser klar", "rede senge", "stå i receptionen"]
        ),
        new(
            "96",
            3,
            false,
            ["5141", "8157"],
            ["Frisørsalonen", "Vaskeriet"],
            ["vaske hår og feje", "lægge tøj sammen", "sortere vasketøj", "tage imod kunder"]
        ),
        new(
            "82",
            3,
            false,
            ["4110", "4132"],
            ["Kontorhjælpen", "Kundecentret"],
            ["taste oplysninger ind", "scanne bilag", "pakke og sende post"]
        ),
        new(
            "93",
            2,
            false,
            ["5153", "9112"],
            ["Svømmehallen", "Idrætscentret", "Rideskolen"],
            ["gøre omklædningsrum rene", "gøre banen klar", "passe heste", "stå i caféen"]
        ),
        new(
            "62",
            1,
            false,
            ["3512"],
            ["Datahuset"],
            ["teste hjemmesider", "sætte computere op", "skrive vejledninger"]
        ),
    ];

    public static DemoIndustry Of(string division) => All.Single(i => i.Division == division);
}
