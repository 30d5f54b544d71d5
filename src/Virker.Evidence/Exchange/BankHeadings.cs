namespace Virker.Evidence.Exchange;

/// <summary>What people call the columns of the bank's files in Danish. A column without a name fails a test.</summary>
internal static class BankHeadings
{
    public static IReadOnlyDictionary<string, string> Danish { get; } =
        InBothLanguages(
            new(StringComparer.Ordinal)
            {
                ["study_id"] = "studie-id",
                ["study"] = "studie",
                ["finding_id"] = "resultat-id",
                ["conclusion_id"] = "konklusion-id",
                ["cue_id"] = "råd-id",
                ["unknown_id"] = "ukendt-id",
                ["baseline_id"] = "udgangspunkt-id",
                ["pool_id"] = "sammenregning-id",
                ["authors"] = "forfattere",
                ["year"] = "år",
                ["title"] = "titel",
                ["publication"] = "udgivelse",
                ["publication_type"] = "udgivelsestype",
                ["peer_reviewed"] = "fagfællebedømt",
                ["country"] = "land",
                ["geography"] = "geografi",
                ["design"] = "design",
                ["method"] = "metode",
                ["sample_size"] = "antal deltagere",
                ["overlap_group"] = "overlapsgruppe",
                ["overlap_counts"] = "tæller i overlap",
                ["overlap_note"] = "bemærkning om overlap",
                ["source_kind"] = "kildetype",
                ["read_depth"] = "læst hvor meget",
                ["source_url"] = "kildens adresse",
                ["note"] = "bemærkning",
                ["interventions"] = "indsatser",
                ["intervention_original"] = "indsats i kilden",
                ["target_groups"] = "målgrupper",
                ["target_group_original"] = "målgruppe i kilden",
                ["outcome"] = "effektmål",
                ["outcome_original"] = "effektmål i kilden",
                ["effect_type"] = "effekttype",
                ["follow_up"] = "opfølgning",
                ["follow_up_months"] = "opfølgning i måneder",
                ["gender"] = "køn",
                ["age"] = "alder",
                ["education"] = "uddannelse",
                ["direction"] = "retning",
                ["significant"] = "signifikant",
                ["measure"] = "mål",
                ["measure_original"] = "mål i kilden",
                ["estimate"] = "estimat",
                ["ci_low"] = "nedre grænse",
                ["ci_high"] = "øvre grænse",
                ["se"] = "standardfejl",
                ["estimate_unit"] = "enhed",
                ["events_treated"] = "hændelser med indsats",
                ["n_treated"] = "deltagere med indsats",
                ["events_control"] = "hændelser uden indsats",
                ["n_control"] = "deltagere uden indsats",
                ["pool"] = "sammenregnes",
                ["comparator"] = "sammenlignet med",
                ["basis"] = "grundlag",
                ["basis_note"] = "bemærkning om grundlag",
                ["quality"] = "kvalitet",
                ["assessed_by_role"] = "vurderet af",
                ["assessed_on"] = "vurderet den",
                ["reason"] = "begrundelse",
                ["order"] = "rækkefølge",
                ["heading"] = "overskrift",
                ["text"] = "tekst",
                ["advice"] = "råd",
                ["strength"] = "styrke",
                ["concluded_by"] = "konkluderet af",
                ["concluded_on"] = "konkluderet den",
                ["may_enter_impact_calculations"] = "må indgå i konsekvensberegninger",
                ["impact_note"] = "bemærkning om konsekvensberegninger",
                ["differs_note"] = "hvorfor den afviger",
                ["basis_studies"] = "bygger på studier",
                ["source_note"] = "bemærkning om kilden",
                ["kind"] = "slags",
                ["confidence"] = "sikkerhed",
                ["percent"] = "procent",
                ["months"] = "måneder",
                ["review"] = "oversigt",
                ["k_trials"] = "antal forsøg",
                ["model"] = "model",
                ["i2"] = "i2",
                ["error"] = "fejl",
            }
        );

    private static Dictionary<string, string> InBothLanguages(Dictionary<string, string> names)
    {
        foreach (var (column, name) in names.ToList())
        {
            names.Add(column + "_da", name + " på dansk");
            names.Add(column + "_en", name + " på engelsk");
        }

        return names;
    }
}
