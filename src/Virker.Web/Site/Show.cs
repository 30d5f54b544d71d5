using System.Globalization;
using Virker.Evidence.Answers;
using Virker.Evidence.Bank;
using Virker.Evidence.JobEffects;
using Virker.Platform;
using Virker.Platform.Accounts;
using static Virker.Web.Site.Words;

namespace Virker.Web.Site;

/// <summary>Numbers, dates and codes in words, in the language of the request.</summary>
public static class Show
{
    /// <summary>With so many decimals, a comma in Danish.</summary>
    public static string Number(double value, int decimals = 2) =>
        TrueMinus(value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.CurrentCulture));

    /// <summary>With so many decimals, a comma in Danish.</summary>
    public static string Number(decimal value, int decimals = 2) =>
        TrueMinus(value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.CurrentCulture));

    /// <summary>A whole number with its thousands apart.</summary>
    public static string Count(int value) => value.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>Øre as whole kroner with their thousands apart, and a true minus.</summary>
    public static string Kroner(long oere)
    {
        long kr = (long)Math.Round(Math.Abs(oere) / 100m, MidpointRounding.AwayFromZero);
        string number = kr.ToString("N0", CultureInfo.CurrentCulture);
        return oere < 0 && kr != 0 ? $"−{number}" : number;
    }

    // A hyphen is too short beside digits, and read aloud as nothing.
    private static string TrueMinus(string number) => number.Replace('-', '−');

    /// <summary>0.72 becomes 72 %.</summary>
    public static string Share(decimal? share) =>
        share is null ? "–" : Number(share.Value * 100, 0) + (Languages.IsEnglish ? "%" : "\u00a0%");

    /// <summary>Already in percent: 72 becomes 72 %.</summary>
    public static string Percent(double percent, int decimals = 0) =>
        Number(percent, decimals) + (Languages.IsEnglish ? "%" : "\u00a0%");

    /// <summary>1.93 (1.67–2.22).</summary>
    public static string Interval(Interval interval) =>
        $"{Number(interval.Estimate)} ({Number(interval.Low)}–{Number(interval.High)})";

    /// <summary>A p-value: three decimals, never zero.</summary>
    public static string P(double p) => p < 0.001 ? "<\u00a0" + Number(0.001, 3) : Number(p, 3);

    /// <summary>A Danish day and time of day: 1. december 2026 kl. 9.05.</summary>
    public static string DateAndTime(DateTimeOffset instant)
    {
        var here = TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen"));
        return Words.T($"{Date(instant)} kl. {here:H.mm}", $"{Date(instant)} at {here:H:mm}");
    }

    /// <summary>The day, written out.</summary>
    public static string Date(DateTimeOffset instant) => Date(DanishTime.DayOf(instant));

    /// <summary>The day, written out.</summary>
    public static string Date(DateOnly day) =>
        day.ToString(T("d. MMMM yyyy", "d MMMM yyyy"), CultureInfo.CurrentCulture);

    /// <summary>The month, written out: oktober 2026.</summary>
    public static string Month(DateOnly month) => month.ToString("MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>The number of the week: uge 45.</summary>
    public static string Week(DateOnly monday) =>
        T("uge", "week")
        + " "
        + ISOWeek.GetWeekOfYear(monday.ToDateTime(TimeOnly.MinValue)).ToString(CultureInfo.InvariantCulture);

    /// <summary>Minutes as hours: 450 becomes 7,5.</summary>
    public static string Hours(int minutes) => (minutes / 60m).ToString("0.##", CultureInfo.CurrentCulture);

    /// <summary>What the job effect says, in one or two words.</summary>
    public static string Conclusion(JobEffectConclusion conclusion) => T(JobEffectConclusions.Of(conclusion).Name);

    /// <summary>The project's own level.</summary>
    public static string Level(EvidenceLevel level) =>
        level switch
        {
            EvidenceLevel.Strong => T("Stærk", "Strong"),
            EvidenceLevel.Moderate => T("Moderat", "Moderate"),
            EvidenceLevel.Indication => T("Indikation", "Indication"),
            EvidenceLevel.None => T("Intet niveau", "No level"),
        };

    /// <summary>Which way a result points.</summary>
    public static string Of(Direction direction) =>
        direction switch
        {
            Direction.Positive => T("Positiv", "Positive"),
            Direction.Negative => T("Negativ", "Negative"),
            Direction.None => T("Ingen effekt", "No effect"),
            Direction.Mixed => T("Blandet", "Mixed"),
            Direction.Unknown => T("Ikke oplyst", "Not stated"),
        };

    /// <summary>How the study was made.</summary>
    public static string Of(Design design) =>
        design switch
        {
            Design.Rct => T("Lodtrækningsforsøg", "Randomised trial"),
            Design.QuasiExperimental => T("Sammenligning uden lodtrækning", "Comparison without randomisation"),
            Design.Descriptive => T("Beskrivende", "Descriptive"),
            Design.Review => T("Litteraturgennemgang", "Review"),
        };

    /// <summary>How much of the source was read.</summary>
    public static string Of(ReadDepth depth) =>
        depth switch
        {
            ReadDepth.FullText => T("Hele teksten", "Full text"),
            ReadDepth.Abstract => T("Kun resumé", "Abstract only"),
            ReadDepth.Secondary => T("Gennem en anden kilde", "Through another source"),
            ReadDepth.News => T("Gennem en nyhed", "Through a news item"),
            ReadDepth.ContentsOnly => T("Kun indholdsfortegnelse", "Table of contents only"),
            ReadDepth.PublicDataset => T("Offentligt datasæt", "Public data set"),
        };

    /// <summary>Where the numbers come from.</summary>
    public static string Of(Basis basis) =>
        basis switch
        {
            Basis.Printed => T("Trykt i kilden", "Printed in the source"),
            Basis.Derived => T("Udregnet af kildens tal", "Derived from the source's numbers"),
            Basis.Reconstructed => T("Rekonstrueret", "Reconstructed"),
            Basis.Abstract => T("Fra resumé", "From an abstract"),
            Basis.Secondary => T("Fra en anden kilde", "From another source"),
        };

    /// <summary>What a kind of practice knowledge is about, as a heading.</summary>
    public static string Of(CueKind kind) =>
        kind switch
        {
            CueKind.Precondition => T("Det skal være på plads", "What must be in place"),
            CueKind.Cue => T("Det styrker", "What strengthens it"),
            CueKind.Caution => T("Pas på", "Beware"),
        };

    /// <summary>Yes, no or unknown.</summary>
    public static string Of(YesNoUnknown value) =>
        value switch
        {
            YesNoUnknown.Yes => T("Ja", "Yes"),
            YesNoUnknown.No => T("Nej", "No"),
            YesNoUnknown.Unknown => T("Ved vi ikke", "Not known"),
        };

    /// <summary>The strength a professional conclusion was given.</summary>
    public static string Strength(string strength) =>
        strength switch
        {
            "strong" => T("Stærk", "Strong"),
            "moderate" => T("Moderat", "Moderate"),
            "indication" => T("Indikation", "Indication"),
            "professional_judgement" => T("Faglig vurdering", "Professional judgement"),
            _ => strength,
        };

    /// <summary>What a worker does, as a title.</summary>
    public static string Role(Role role) =>
        role switch
        {
            Platform.Accounts.Role.Caseworker => T("Sagsbehandler", "Caseworker"),
            Platform.Accounts.Role.JobConsultant => T("Virksomhedskonsulent", "Job consultant"),
            Platform.Accounts.Role.IpsConsultant => T("IPS-konsulent", "IPS consultant"),
            Platform.Accounts.Role.TeamLeader => T("Teamleder", "Team leader"),
            Platform.Accounts.Role.Analyst => T("Analytiker", "Analyst"),
            Platform.Accounts.Role.KnowledgeEditor => T("Redaktør af vidensbanken", "Knowledge editor"),
            Platform.Accounts.Role.Clinician => T("Behandler", "Clinician"),
            Platform.Accounts.Role.Administrator => T("Administrator", "Administrator"),
        };
}
