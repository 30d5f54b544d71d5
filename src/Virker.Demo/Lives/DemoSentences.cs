namespace Virker.Demo.Lives;

/// <summary>A job goal in a citizen's words, and the occupation (DISCO-08) it points at.</summary>
internal sealed record DemoGoal(string Occupation, string Words);

/// <summary>What the made-up people say and write: a small stock of our own. Nothing about health stands in a text that is
/// not sealed.</summary>
internal static class DemoSentences
{
    public static readonly DemoGoal[] Goals =
    [
        new("5223", "Jeg vil gerne arbejde i en butik, hvor jeg møder mennesker."),
        new("5223", "Jeg kunne godt tænke mig at stå i en tøjbutik nogle dage om ugen."),
        new("9334", "Jeg vil helst fylde varer op om morgenen, hvor der er ro."),
        new("4321", "Et lager passer mig. Jeg kan lide, når der er system i tingene."),
        new("4321", "Jeg vil tilbage til lageret. Jeg var god til at plukke ordrer."),
        new("9333", "Jeg vil gerne bruge min krop og pakke eller flytte ting."),
        new("8322", "Jeg vil gerne køre varer ud, når jeg har fået styr på mit kørekort."),
        new("9112", "Jeg vil gøre rent et sted, hvor de kender mit navn."),
        new("9112", "Jeg vil gerne have nogle faste timer med rengøring, helst om formiddagen."),
        new("6113", "Jeg vil arbejde ude med planter. Jeg bliver rolig af at have fingrene i jorden."),
        new("5153", "Jeg vil være pedelmedhjælper og lave lidt af hvert."),
        new("9412", "Jeg vil arbejde i et køkken. Jeg laver mad til mange derhjemme."),
        new("9412", "Jeg vil gerne i en kantine, hvor dagen slutter, før mine børn har fri."),
        new("5120", "Min drøm er at blive kok. Jeg starter gerne i opvasken."),
        new("5131", "Jeg vil gerne servere i en café, når jeg bliver mere sikker på mig selv."),
        new("5322", "Jeg vil hjælpe ældre. Jeg passede min mormor i mange år."),
        new("5322", "Jeg vil gerne prøve et plejehjem af, før jeg tænker på uddannelse."),
        new("5311", "Jeg vil arbejde med børn. De gør mig glad."),
        new("4110", "Et kontorjob med få timer ville være godt for mig."),
        new("4110", "Jeg kan skrive og holde orden, så et sted med papirer og skærm."),
        new("7512", "Jeg står tidligt op alligevel, så et bageri ville være fint."),
        new("7231", "Jeg vil skrue i biler. Det er det eneste, jeg altid har kunnet."),
        new("9313", "Jeg vil på byggeplads igen, bare i et roligere tempo."),
        new("7131", "Jeg vil gerne male huse. Man kan se, hvad man har nået."),
        new("6121", "Jeg vil arbejde med dyr."),
        new("9329", "Jeg vil stå et sted med maskiner og montere ting."),
        new("5141", "Jeg vil gerne ind i en frisørsalon og se, om det er mig."),
        new("8157", "Et vaskeri ville passe mig. Jeg kan lide, når tingene bliver lagt pænt."),
        new("3512", "Jeg er god til computere og vil gerne bruge det til noget."),
    ];

    public static readonly string[] Citizen =
    [
        "Jeg sover bedre, når jeg har noget at stå op til.",
        "Det er svært at komme ud ad døren, men det går godt, når jeg først er der.",
        "Jeg vil gerne i gang nu. Jeg har ventet længe nok.",
        "Jeg er bange for at skuffe nogen, hvis jeg må melde fra.",
        "Jeg kan godt lide, at vi taler om arbejde og ikke kun om problemer.",
        "Tre timer er fint. Jeg vil gerne se, om jeg kan klare fire.",
        "Mine kolleger siger godmorgen til mig. Det betyder noget.",
        "Jeg vil gerne have faste dage, så jeg kan planlægge.",
        "Jeg har fået styr på min økonomi, og det giver ro.",
        "Det vigtigste for mig er, at mine børn har det godt.",
        "Jeg vil gerne lære mere dansk, mens jeg arbejder.",
        "Sidst gik det for stærkt. Denne gang vil jeg tage det roligt.",
        "Jeg har talt med chefen, og jeg må gerne komme en dag mere.",
        "Jeg ved ikke, hvad jeg kan endnu. Jeg vil gerne ud og prøve.",
        "Jeg har lyst til at tjene mine egne penge.",
        "Jeg blev træt, men på den gode måde.",
    ];

    public static readonly string[] Notes =
    [
        "Vi talte om jobmålet og om, hvad der er næste skridt.",
        "Borgeren mødte til tiden og havde selv tænkt over, hvad der skal ske.",
        "Vi så på ugen, der gik. To dage var gode, en var svær.",
        "Vi aftalte at begynde med få timer og lade dem vokse.",
        "Borgeren vil gerne se arbejdspladsen, før vi aftaler noget.",
        "Vi gennemgik planen. Intet skal laves om lige nu.",
        "Samtale på arbejdspladsen. Lederen roser mødestabiliteten.",
        "Vi talte om transport: bussen passer, hvis mødetiden er klokken ni.",
        "Borgeren har haft en svær måned. Vi holder fast i målet og tager det roligere.",
        "Vi talte om timer. Borgeren vil gerne have en time mere om ugen.",
        "Vi ringede sammen til en arbejdsplads og aftalte et besøg.",
        "Vi talte om, hvad der gik godt på det sidste sted.",
    ];

    public static readonly string[] NextSteps =
    [
        "Vi besøger arbejdspladsen sammen.",
        "Jeg ringer til arbejdspladsen og spørger om nogle timer.",
        "Du ser på tre steder, du kunne tænke dig at arbejde.",
        "Vi taler med din leder om en time mere om ugen.",
        "Du prøver bussen til arbejdspladsen en morgen.",
        "Jeg finder en mentor på arbejdspladsen.",
        "Vi skriver dit cv sammen.",
        "Du siger til, når du har talt med din familie om de nye mødetider.",
        "Vi holder næste samtale på arbejdspladsen.",
        "Jeg undersøger, om timerne kan ligge om formiddagen.",
    ];

    public static readonly string[] Journal =
    [
        "Borgeren har ringet og fortalt, at der er nyt om boligen.",
        "Mail fra mentor: ugen er gået, som vi aftalte.",
        "Telefonsamtale med arbejdspladsen om mødetider.",
        "Borgeren har afleveret kopi af ansættelsesbrev.",
        "Egen læge har svaret. Svaret er lagt på sagen.",
        "Talt med jobkonsulenten om steder, der kunne passe.",
        "Borgeren har bedt om, at vi ringer og ikke skriver.",
        "Partshøring er sendt.",
        "Borgeren har fået en tid hos økonomirådgiveren.",
        "Kort snak i receptionen. Borgeren er i godt humør.",
        "Ugeplanen er rettet efter ønske fra borgeren.",
        "Vi har aftalt, at tolk er med næste gang.",
    ];

    public static readonly string[] AssessmentCitizen =
    [
        "Jeg er god til at møde til tiden, når jeg ved, hvad jeg skal.",
        "Jeg er stærk og kan lide at bruge kroppen.",
        "Jeg har altid haft let ved at tale med folk.",
        "Jeg mangler tro på, at nogen vil have mig.",
        "Jeg vil gerne arbejde, men jeg har brug for at begynde stille.",
        "Jeg har mange tanker, og ro omkring mig hjælper.",
        "Jeg kan mere, end jeg selv tror. Det siger min søster.",
    ];

    public static readonly string[] BelievedIn =
    [
        "Jeg tror på, at borgeren er i job inden for et år, hvis vi finder det rigtige sted.",
        "Meget taler for et job med få timer snart. Borgeren er klar.",
    ];

    public static readonly string[] NotBelievedIn =
    [
        "Der er mange ting i spil. Vi begynder med et besøg på en arbejdsplads og ser, hvad der sker.",
        "Borgeren har brug for støtte på flere områder på samme tid. Job er stadig målet.",
        "Det er for tidligt at sige, hvor mange timer der er mulige. Det skal prøves af.",
    ];

    public static readonly string[] WorkHistory =
    [
        "Har arbejdet i køkken og på lager i kortere perioder.",
        "Mange år i butik, senest for fire år siden.",
        "Ingen ordinære job endnu.",
        "Faglært for længe siden, men har ikke brugt faget i mange år.",
        "Rengøring i perioder, også på nedsat tid.",
        "Chaufførmedhjælper og flyttemand.",
        "Har passet familie og gået hjemme i en årrække.",
    ];

    public static readonly string[] Health =
    [
        "Smerter i ryggen, som bliver bedre af bevægelse.",
        "Angst for nye steder. Det hjælper at kende én på stedet.",
        "Går til samtaler i psykiatrien hver anden uge.",
        "Bliver hurtigt træt og har brug for pauser.",
        "Har det bedre end for et år siden.",
    ];

    public static readonly string[] Reasons =
    [
        "Det er det, borgeren selv ønsker.",
        "Der er en arbejdsplads tæt på, som gerne vil.",
        "Borgeren har prøvet noget lignende med godt resultat.",
        "Det kan begynde allerede i næste uge.",
        "Timer med løn er borgerens eget mål.",
    ];

    public static readonly string[] NewContactReasons =
    [
        "Medarbejderen har fået nyt arbejde",
        "Sagerne er fordelt på ny",
        "Borgeren har ønsket at skifte",
        "Medarbejderen er på orlov",
    ];

    public static readonly string[] OwnTasks =
    [
        "Ring til borgeren om ny tid",
        "Svar på mail fra mentor",
        "Bestil tolk til næste samtale",
        "Send aftalen til arbejdspladsen",
        "Spørg jobkonsulenten om en plads",
    ];

    public static readonly string[] StoppedEarly =
    [
        "Borgeren stoppede selv",
        "Arbejdspladsen havde ikke opgaver nok",
        "Sygdom",
        "Det rigtige sted var et andet",
    ];
}
