using Virker.Platform;

namespace Virker.Evidence.JobEffects;

/// <summary>Why a result on the searched cell does not enter.</summary>
internal static class KeptOutText
{
    public static Text WiderGroup { get; } =
        new(
            "Gælder en bredere målgruppe eller indsats end den søgte (valg C-12)",
            "Concerns a wider target group or intervention than the one searched (choice C-12)"
        );

    public static Text OtherOutcome { get; } =
        new("Måler et andet udfald end det søgte", "Measures another outcome than the one searched");

    public static Text SecondaryOutcome { get; } =
        new(
            "Måler et sekundært udfald; det tæller kun, når der søges på det",
            "Measures a secondary outcome, which counts only when searched for"
        );

    public static Text OtherEffectType { get; } =
        new("Har en anden effekttype end den søgte", "Has another effect type than the one searched");

    public static Text Delimited { get; } =
        new(
            "Gælder kun et køn, en aldersgruppe eller et uddannelsesniveau",
            "Concerns only one gender, age group or level of education"
        );

    public static Text NotTheDelimitation { get; } =
        new("Gælder ikke den valgte afgrænsning", "Does not concern the chosen delimitation");

    public static Text NoDirection { get; } =
        new(
            "Retningen er blandet eller ikke læst; resultatet kan ikke tælles til nogen side",
            "The direction is mixed or was not read; the result can be counted to neither side"
        );

    public static Text SignificanceNotRead { get; } =
        new(
            "Det er ikke læst, om resultatet er signifikant; streng tilstand udelader det (valg C-15)",
            "Whether the result is significant was not read; strict mode leaves it out (choice C-15)"
        );

    public static Text NotAssessed { get; } =
        new(
            "Studiets kvalitet er ikke vurderet; vises, men tæller ikke (valg C-13)",
            "The study's quality has not been assessed; listed, but does not count (choice C-13)"
        );

    public static Text PublicationNotKnown { get; } =
        new(
            "Vi ved ikke, hvor studiet er udgivet, så det kan ikke vægtes",
            "We do not know where the study was published, so it cannot be weighted"
        );

    public static Text PlaceNotKnown { get; } =
        new(
            "Studiet dækker flere lande eller et ukendt land, så det kan ikke vægtes",
            "The study covers several countries or an unknown one, so it cannot be weighted"
        );

    public static Text NoWeightForMethod(Text label) =>
        new($"Metoden vejer 0: {label.Da} (valg C-02)", $"The method weighs 0: {label.En} (choice C-02)");

    public static Text NoWeightForPlace(Text label) =>
        new($"Landet vejer 0: {label.Da} (valg C-03)", $"The country weighs 0: {label.En} (choice C-03)");

    public static Text Review { get; } =
        new(
            "Er en forskningsoversigt; den vises, men indgår ikke ved siden af de studier, den samler",
            "Is a review; it is shown but does not enter beside the studies it gathers"
        );

    public static Text Overlap(Text note) =>
        new(
            "Deler deltagere med et studie, der allerede tæller" + (note.Da == "" ? "" : ": " + note.Da),
            "Shares participants with a study that already counts" + (note.En == "" ? "" : ": " + note.En)
        );

    public static Text NoWeight(string component, string code) =>
        new($"Ingen vægt for {component} = {code}", $"No weight for {component} = {code}");
}
