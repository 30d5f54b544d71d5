using Virker.Platform;

namespace Virker.Evidence.Exchange;

/// <summary>What is said about rows that do not fit the taxonomy, the rules or each other.</summary>
internal static class EvidenceText
{
    public static Text UnknownTargetGroup(string code) =>
        new(
            $"målgruppen {code} findes ikke; koderne står i data/taxonomy/target_groups.csv",
            $"there is no target group {code}; the codes are in data/taxonomy/target_groups.csv"
        );

    public static Text UnknownIntervention(string code) =>
        new(
            $"indsatsen {code} findes ikke; koderne står i data/taxonomy/interventions.csv",
            $"there is no intervention {code}; the codes are in data/taxonomy/interventions.csv"
        );

    public static Text UnknownOutcome(string code) =>
        new(
            $"udfaldet {code} findes ikke; koderne står i data/taxonomy/outcomes.csv",
            $"there is no outcome {code}; the codes are in data/taxonomy/outcomes.csv"
        );

    public static Text UnknownStudy(string id) =>
        new(
            $"studiet {id} findes hverken i filerne eller i vidensbanken",
            $"the study {id} is neither in the files nor in the knowledge bank"
        );

    public static Text StudyRejected(string id) =>
        new(
            $"studiet {id} er afvist i samme indlæsning; ret det først",
            $"the study {id} was rejected in the same import; correct it first"
        );

    public static Text EventsAboveTotal(int events, int total) =>
        new(
            $"{events} hændelser blandt {total} personer; antallet af hændelser kan ikke være større end antallet af personer",
            $"{events} events among {total} people; there cannot be more events than people"
        );

    public static Text CountsIncomplete { get; } =
        new(
            "enten alle fire tal (events_treated, n_treated, events_control, n_control) eller højst gruppernes størrelse",
            "give all four counts (events_treated, n_treated, events_control, n_control) or at most the sizes of the arms"
        );

    public static Text MainNeedsCounts { get; } =
        new(
            "pool er main, men de fire tal mangler; skriv dem eller vælg no_counts",
            "pool is main, but the four counts are missing; give them or choose no_counts"
        );

    public static Text IntervalTurned { get; } =
        new(
            "ci_low er større end ci_high; er de to byttet om?",
            "ci_low is larger than ci_high; have the two been swapped?"
        );

    public static Text EstimateOutsideInterval { get; } =
        new(
            "estimatet ligger uden for sit eget interval; er kolonner byttet om?",
            "the estimate lies outside its own interval; have columns been swapped?"
        );

    public static Text RatioPositive { get; } =
        new("et forhold (RR, OR, HR) skal være større end 0", "a ratio (RR, OR, HR) must be larger than 0");

    public static Text EstimateNeedsMeasure { get; } =
        new("et estimat skal have et mål (measure)", "an estimate needs a measure");

    public static Text UnknownKind { get; } =
        new(
            "overskriften passer ikke til nogen af vidensbankens filer (studies, findings, assessments, conclusions, cues, unknowns, baselines, pools)",
            "the heading fits none of the bank's files (studies, findings, assessments, conclusions, cues, unknowns, baselines, pools)"
        );

    public static Text SamePerson(string name) =>
        new(
            $"{name} står både som den, der har indtastet, og som den, der har godkendt; det skal være to personer",
            $"{name} is named both as the one who entered and as the one who approved; it must be two persons"
        );

    public static Text NoName { get; } =
        new(
            "skriv, hvem der har indtastet, og hvem der har godkendt",
            "say who entered the rows and who approved them"
        );

    public static Text PublishedMeanwhile { get; } =
        new(
            "nogen andre udgav en version samtidig; prøv igen",
            "somebody else published a version at the same time; try again"
        );

    public static Text NoFiles { get; } = new("der er ingen CSV-filer at indlæse", "there are no CSV files to import");

    public static Text TwiceInImport(string file) => new($"nøglen står også i {file}", $"the key is also in {file}");
}
