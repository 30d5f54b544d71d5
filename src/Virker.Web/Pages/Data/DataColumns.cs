using Virker.Platform;

namespace Virker.Web.Pages.Data;

/// <summary>What each file and each column means, in words. A column without a meaning fails a test.</summary>
public static class DataColumns
{
    private static readonly Dictionary<string, Text> Files = new(StringComparer.Ordinal)
    {
        ["studies.csv"] = new("Studierne: hvem, hvor og hvordan.", "The studies: who, where and how."),
        ["findings.csv"] = new(
            "Resultaterne: for hvem, af hvad, på hvad, hvilken vej og hvor meget.",
            "The results: for whom, of what, on what, which way and how much."
        ),
        ["assessments.csv"] = new(
            "Fagpersoners vurderinger af studiernes kvalitet.",
            "Professionals' assessments of the quality of the studies."
        ),
        ["conclusions.csv"] = new("De faglige konklusioner.", "The professional conclusions."),
        ["cues.csv"] = new("Det, der får indsatser til at virke.", "What makes interventions work."),
        ["unknowns.csv"] = new("Det, vi ikke ved.", "What is not known."),
        ["baselines.csv"] = new(
            "Hvor mange af 100 der når målet uden indsatsen.",
            "How many of 100 reach the goal without the intervention."
        ),
        ["pools.csv"] = new("Andres sammenregninger.", "What others have pooled."),
        ["target_groups.csv"] = new("Målgruppernes træ.", "The tree of target groups."),
        ["interventions.csv"] = new("Indsatsernes træ.", "The tree of interventions."),
        ["outcomes.csv"] = new("Det, effekter måles på.", "What effects are measured on."),
        ["effect_types.csv"] = new("Hvornår en effekt er målt.", "When an effect was measured."),
        ["weights.csv"] = new("Jobeffekters vægte i begge udgaver.", "Jobeffekter's weights in both editions."),
        ["choices.csv"] = new("Valg, Jobeffekter ikke har offentliggjort.", "Choices Jobeffekter has not published."),
    };

    private static readonly Dictionary<string, Text> Columns = new(StringComparer.Ordinal)
    {
        ["study_id"] = new("Studiets nøgle", "Key of the study"),
        ["finding_id"] = new("Resultatets nøgle", "Key of the result"),
        ["conclusion_id"] = new("Konklusionens nøgle", "Key of the conclusion"),
        ["cue_id"] = new("Nøgle", "Key"),
        ["unknown_id"] = new("Nøgle", "Key"),
        ["baseline_id"] = new("Nøgle", "Key"),
        ["pool_id"] = new("Nøgle", "Key"),
        ["code"] = new("Kode", "Code"),
        ["parent"] = new("Koden ovenfor i træet", "Code above in the tree"),
        ["name"] = new("Navn", "Name"),
        ["label"] = new("Navn", "Name"),
        ["phase"] = new("Før, under eller efter indsatsen", "Before, during or after the intervention"),
        ["version"] = new("Udgave af træet", "Edition of the tree"),
        ["authors"] = new("Forfattere", "Authors"),
        ["year"] = new("Udgivelsesår; tomt, hvis ukendt", "Year of publication; empty if unknown"),
        ["title"] = new("Titel", "Title"),
        ["publication"] = new("Tidsskrift, rapport eller andet sted", "Journal, report or other place"),
        ["publication_type"] = new("Slags udgivelse, kode i weights", "Kind of publication, code of weights"),
        ["peer_reviewed"] = new("Fagfællebedømt: yes, no, unknown", "Peer reviewed: yes, no, unknown"),
        ["country"] = new("Land; flere adskilt af semikolon", "Country; several separated by semicolons"),
        ["geography"] = new("Område, kode i weights", "Region, code of weights"),
        ["design"] = new(
            "rct, quasi_experimental, descriptive, review",
            "rct, quasi_experimental, descriptive, review"
        ),
        ["method"] = new("Metode, kode i weights", "Method, code of weights"),
        ["sample_size"] = new("Antal deltagere", "Number of participants"),
        ["overlap_group"] = new("Studier med samme deltagere", "Studies with the same participants"),
        ["overlap_counts"] = new("Det studie af gruppen, der tæller", "The study of the group that counts"),
        ["overlap_note"] = new("Om de fælles deltagere", "On the shared participants"),
        ["source_kind"] = new("Hvad der er læst", "What was read"),
        ["read_depth"] = new("Hvor meget af kilden der er læst", "How much of the source was read"),
        ["source_url"] = new("Adressen, det er læst på", "The address it was read at"),
        ["note"] = new("Bemærkning", "Note"),
        ["interventions"] = new(
            "Indsatsers koder, adskilt af semikolon",
            "Codes of interventions, separated by semicolons"
        ),
        ["intervention_original"] = new("Indsatsen med kildens ord", "The intervention in the source's words"),
        ["target_groups"] = new(
            "Målgruppers koder, adskilt af semikolon",
            "Codes of target groups, separated by semicolons"
        ),
        ["target_group_original"] = new("Målgruppen med kildens ord", "The target group in the source's words"),
        ["outcome"] = new("Kode for det, effekten er målt på", "Code of what the effect was measured on"),
        ["outcome_original"] = new("Det målte med kildens ord", "The outcome in the source's words"),
        ["effect_type"] = new("Effekttypens kode", "Code of the effect type"),
        ["follow_up"] = new("Hvornår, med kildens ord", "When, in the source's words"),
        ["follow_up_months"] = new("Hvornår, i måneder", "When, in months"),
        ["gender"] = new("Afgrænset til køn", "Delimited by gender"),
        ["age"] = new("Afgrænset til alder", "Delimited by age"),
        ["education"] = new("Afgrænset til uddannelse", "Delimited by education"),
        ["direction"] = new("Retning, godt eller skidt for borgeren", "Direction, good or bad for the citizen"),
        ["significant"] = new("Statistisk sikkert: yes, no, unknown", "Statistically significant: yes, no, unknown"),
        ["measure"] = new("Skala: RR, OR, RD, SMD, MD, PCT, HR", "Scale: RR, OR, RD, SMD, MD, PCT, HR"),
        ["measure_original"] = new("Skalaen med kildens ord", "The scale in the source's words"),
        ["estimate"] = new("Estimat på den skala, der er trykt", "Estimate on the scale printed"),
        ["ci_low"] = new("Nedre grænse, 95 %", "Lower limit, 95%"),
        ["ci_high"] = new("Øvre grænse, 95 %", "Upper limit, 95%"),
        ["se"] = new("Standardfejl", "Standard error"),
        ["estimate_unit"] = new("Enhed", "Unit"),
        ["events_treated"] = new("Nåede målet med indsatsen", "Reached the goal with the intervention"),
        ["n_treated"] = new("Deltagere med indsatsen", "Participants with the intervention"),
        ["events_control"] = new("Nåede målet uden", "Reached the goal without"),
        ["n_control"] = new("Deltagere uden", "Participants without"),
        ["pool"] = new("Om tallene må regnes sammen med andres", "Whether the numbers may be pooled"),
        ["comparator"] = new("Hvad der er sammenlignet med", "What was compared with"),
        ["basis"] = new("Hvor tallene kommer fra", "Where the numbers come from"),
        ["basis_note"] = new("Om hvor tallene kommer fra", "On where the numbers come from"),
        ["quality"] = new("Kvalitet, kode i weights", "Quality, code of weights"),
        ["assessed_by_role"] = new("Hvem der har vurderet", "Who assessed"),
        ["assessed_on"] = new("Hvornår", "When"),
        ["reason"] = new("Begrundelse", "Reason"),
        ["order"] = new("Rækkefølge", "Order"),
        ["heading"] = new("Overskrift", "Heading"),
        ["text"] = new("Tekst", "Text"),
        ["advice"] = new("Råd", "Advice"),
        ["strength"] = new("Styrke", "Strength"),
        ["concluded_by"] = new("Hvem der har konkluderet", "Who concluded"),
        ["concluded_on"] = new("Hvornår", "When"),
        ["may_enter_impact_calculations"] = new("Må bruges i konsekvensberegninger", "May enter impact calculations"),
        ["impact_note"] = new("Om konsekvensberegninger", "On impact calculations"),
        ["differs_note"] = new("Hvorfor den afviger fra algoritmen", "Why it differs from the algorithm"),
        ["basis_studies"] = new("Studier, det bygger på", "Studies it rests on"),
        ["source_note"] = new("Om kilden", "On the source"),
        ["kind"] = new("Slags", "Kind"),
        ["confidence"] = new("Hvor sikkert", "How sure"),
        ["percent"] = new("Af 100 mennesker", "Of 100 people"),
        ["months"] = new("Inden for så mange måneder", "Within so many months"),
        ["review"] = new("Oversigt", "Review"),
        ["k_trials"] = new("Antal forsøg", "Number of trials"),
        ["model"] = new("Model", "Model"),
        ["i2"] = new("Uens forsøg, procent", "Heterogeneity, percent"),
        ["scheme"] = new("Udgave: current eller 2019", "Edition: current or 2019"),
        ["component"] = new("Det, der vejes", "What is weighed"),
        ["weight"] = new("Vægt", "Weight"),
        ["status"] = new("Læst, udledt eller valgt", "Read, inferred or chosen"),
        ["choice"] = new("Valgets nummer", "Number of the choice"),
        ["value"] = new("Værdi", "Value"),
        ["rule"] = new("Regel", "Rule"),
    };

    private static readonly Text Danish = new(" (dansk)", " (Danish)");
    private static readonly Text English = new(" (engelsk)", " (English)");

    /// <summary>Each file with its rows counted and its columns explained, in the order above.</summary>
    public static IReadOnlyList<DataFile> Describe(IReadOnlyDictionary<string, string> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return
        [
            .. Files
                .Where(about => files.ContainsKey(about.Key))
                .Select(about => new DataFile(
                    about.Key,
                    Records(files[about.Key]) - 1,
                    about.Value,
                    [.. Header(files[about.Key]).Select(column => (column, Meaning(column) ?? new Text("", "")))]
                )),
        ];
    }

    /// <summary>What a column means; null when nobody has said.</summary>
    public static Text? Meaning(string column)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (Columns.TryGetValue(column, out var meaning))
            return meaning;

        var suffix =
            column.EndsWith("_da", StringComparison.Ordinal) ? Danish
            : column.EndsWith("_en", StringComparison.Ordinal) ? English
            : default;
        return suffix.Da is not null && Columns.TryGetValue(column[..^3], out var text)
            ? new Text(text.Da + suffix.Da, text.En + suffix.En)
            : null;
    }

    public static string[] Header(string csv)
    {
        ArgumentNullException.ThrowIfNull(csv);
        return csv.AsSpan(0, csv.IndexOf('\n', StringComparison.Ordinal)).ToString().TrimEnd('\r').Split(',');
    }

    /// <summary>Rows, also where a cell holds a line break.</summary>
    private static int Records(string csv)
    {
        int records = 0;
        bool quoted = false;
        foreach (char c in csv)
        {
            quoted ^= c == '"';
            records += c == '\n' && !quoted ? 1 : 0;
        }

        return records;
    }
}
