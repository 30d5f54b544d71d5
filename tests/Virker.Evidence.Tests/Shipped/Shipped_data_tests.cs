using System.Text.Json;
using Virker.Evidence.Answers;
using Virker.Evidence.Bank;
using Virker.Evidence.JobEffects;
using Virker.Evidence.Knowledge;
using Virker.Evidence.Map;
using Virker.Evidence.Notes;
using Virker.Platform;
using Virker.Platform.Storage;
using Virker.Statistics.EffectSizes;
using Virker.Statistics.MetaAnalysis;

namespace Virker.Evidence.Tests.Shipped;

/// <summary>The knowledge bank as it ships.</summary>
public sealed class Shipped_data_tests : IAsyncLifetime
{
    private static readonly JsonElement R = JsonDocument
        .Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reference", "ips.json")))
        .RootElement;

    private House _house = null!;
    private KnowledgeBank _bank = null!;

    public async ValueTask InitializeAsync()
    {
        _house = await House.On(DatabaseProvider.Sqlite);
        await _house.LoadShipped.Execute();
        _bank = await _house.Read.Execute();
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public void There_is_a_base_to_stand_on()
    {
        Assert.True(_bank.Content.Studies.Count >= 80);
        Assert.True(_bank.Content.Findings.Count >= 150);
        Assert.True(_bank.Content.Findings.Count(f => f.HasNumbers && !f.Interventions.Has("X.IPS")) >= 15);
        Assert.Equal(5, _bank.Content.Conclusions.Count);
    }

    [Fact]
    public void Every_study_and_finding_names_its_source()
    {
        Assert.All(
            _bank.Content.Studies,
            study => Assert.StartsWith("http", study.SourceUrl, StringComparison.Ordinal)
        );
        Assert.All(
            _bank.Content.Findings,
            finding => Assert.StartsWith("http", finding.SourceUrl, StringComparison.Ordinal)
        );
    }

    /// <summary>The brief that ordered this quotes 1.93, I² 72 % and 2.28; metafor on the same 29 rows gives 1.9248,
    /// 72.52 % and 2.2748, and so do we.</summary>
    [Fact]
    public void The_IPS_trials_pool_as_metafor_pools_them()
    {
        var pool = AnswerQuestion.For(_bank, new AnswerQuery("X.SMI", "X.IPS")).PooledAcrossGroups!;

        Near("all", "k", pool.Trials);
        Near("all", "rr", pool.Effect.Estimate);
        Near("all", "ci_low", pool.Effect.Low);
        Near("all", "ci_high", pool.Effect.High);
        Near("all", "i2", pool.I2);
        Near("all", "pi_low", pool.Prediction.Low);
        Near("all", "pi_high", pool.Prediction.High);
        Near("all_knha", "ci_low", pool.KnappHartung.Low);
        Near("all_knha", "ci_high", pool.KnappHartung.High);
        Assert.Equal(
            "1.92 (1.67–2.22)",
            FormattableString.Invariant($"{pool.Effect.Estimate:0.00} ({pool.Effect.Low:0.00}–{pool.Effect.High:0.00})")
        );
    }

    [Fact]
    public void Severe_mental_illness_to_2016_pools_to_2_42()
    {
        var part = AnswerQuestion
            .For(_bank, new AnswerQuery("X.SMI", "X.IPS"))
            .Pooled!.Subgroups.Single(s => s.Key == "to_2016");

        Near("smi_to_2016", "k", part.Trials);
        Near("smi_to_2016", "rr", part.Pooled!.Estimate);
        Assert.Equal(
            "2.42 (2.03–2.87)",
            FormattableString.Invariant($"{part.Pooled.Estimate:0.00} ({part.Pooled.Low:0.00}–{part.Pooled.High:0.00})")
        );
    }

    [Fact]
    public void The_answer_says_what_Denmarks_own_trial_found_and_that_small_trials_lead()
    {
        var expect = AnswerQuestion.For(_bank, new AnswerQuery("X.SMI", "X.IPS")).WhatToExpect!.Value;

        Assert.Contains("Danmarks eget forsøg viser 1,29", expect.Da, StringComparison.Ordinal);
        Assert.Contains("Denmark's own trial shows 1.29", expect.En, StringComparison.Ordinal);
        Assert.Contains("Small trials show larger effects", expect.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Arm_totals_passed_as_people_without_a_job_would_have_given_too_small_an_effect()
    {
        var trials = AnswerQuestion.For(_bank, new AnswerQuery("X.SMI", "X.IPS")).PooledAcrossGroups!.Effects;
        // What the review's script did: every risk became events / (events + everybody).
        var mistaken = EffectSize.RiskRatios([
            .. trials.Select(t => new TwoByTwo(
                t.EventsTreated,
                t.EventsTreated + t.NTreated,
                t.EventsControl,
                t.EventsControl + t.NControl
            )),
        ]);

        double wrong = Math.Exp(RandomEffects.Fit(mistaken).Estimate);

        Near("misspecified", "rr", wrong);
        Assert.True(wrong < 1.67, "the mistake lies below the whole interval of the right answer");
    }

    [Fact]
    public void Of_a_hundred_rests_on_the_Danish_trial_where_the_baseline_is_Danish()
    {
        var hundred = AnswerQuestion.For(_bank, new AnswerQuery("X.SMI", "X.IPS")).Pooled!.OfHundred!;

        Assert.Equal(46.5m, hundred.Without);
        Assert.Equal(60, hundred.With, 0);
        Assert.Contains("Denmark's own trial", hundred.Rests.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_conclusions_cell_shows_the_conclusion_beside_the_job_effect()
    {
        foreach (var conclusion in _bank.Content.Conclusions)
        {
            var answer = AnswerQuestion.For(
                _bank,
                new AnswerQuery(conclusion.TargetGroups[0], conclusion.Interventions[0])
            );
            var shown = Assert.Single(answer.Conclusions, c => c.Conclusion.Id == conclusion.Id);
            Assert.Equal(answer.JobEffect.Conclusion != JobEffectConclusion.Positive, shown.Differs);
            Assert.NotEmpty(answer.Cues);
            Assert.Equal(YesNoUnknown.Unknown, conclusion.MayEnterImpactCalculations);
        }
    }

    [Fact]
    public void Reviews_and_overlapping_studies_never_enter_a_job_effect()
    {
        foreach (var cell in EvidenceMap.For(_bank).Cells.Where(c => c.Findings > 0))
        {
            var effect = AnswerQuestion.For(_bank, new AnswerQuery(cell.TargetGroup, cell.Intervention)).JobEffect;
            Assert.All(
                effect.Contributions,
                c =>
                {
                    var study = _bank.FindStudy(c.StudyId)!;
                    Assert.NotEqual(Design.Review, study.Design);
                    Assert.True(study.OverlapCounts);
                    Assert.True(c.IsProvisional);
                }
            );
        }
    }

    [Fact]
    public void An_answer_without_studies_says_so_and_admits_nothing()
    {
        var answer = AnswerQuestion.For(_bank, new AnswerQuery("UNEMP.ALL.SHORT", "X.MENTOR"));

        Assert.Equal(JobEffectConclusion.NoStudies, answer.JobEffect.Conclusion);
        Assert.Null(answer.Pooled);
        Assert.Equal(AdmissibilityKind.NotAdmissible, answer.Admissibility.Kind);
    }

    [Fact]
    public void The_note_has_a_section_a_conclusion_in_both_languages_with_a_basis()
    {
        var note = ComposeNote.From(_bank);

        Assert.Equal(5, note.Sections.Count);
        var texts = note
            .Sections.SelectMany(s => new[] { s.Conclusion.Heading, s.Conclusion.Text, s.Conclusion.Advice, s.Basis })
            .Concat(note.Summary)
            .Concat(note.Footnotes.Select(f => f.Text));
        Assert.All(texts, text => Assert.True(text.Da.Length > 0 && text.En.Length > 0 && text.Da != text.En));
        Assert.NotNull(note.Sections.Single(s => s.Conclusion.Interventions.Has("X.IPS")).Figure);
        Assert.Equal(note.References.Count, note.References.Select(r => r.Id).Distinct().Count());
    }

    [Fact]
    public void The_map_shows_gaps_as_gaps()
    {
        var map = EvidenceMap.For(_bank);

        Assert.Contains(map.Cells, cell => cell.Findings == 0);
        Assert.Equal(map.TargetGroups.Count * map.Interventions.Count, map.Cells.Count);
    }

    [Theory]
    [InlineData("Christensen", "christensen2019")]
    [InlineData("hjørring", "ravn2019b")]
    [InlineData("HJØRRING", "ravn2019b")]
    public void Studies_are_found_by_their_own_words(string words, string id)
    {
        var found = ListStudies.In(_bank, new StudyFilter(Text: words, PageSize: 200));

        Assert.Contains(found.Studies, s => s.Study.Id == id);
    }

    [Fact]
    public void A_filter_nothing_fits_gives_an_empty_first_page()
    {
        var found = ListStudies.In(_bank, new StudyFilter(Text: "ingenting-hedder-dette", Page: 7));

        Assert.Equal((0, 1, 1), (found.Total, found.Page, found.Pages));
    }

    [Fact]
    public void Pages_of_studies_cover_the_list_once()
    {
        var pages = Enumerable
            .Range(1, 20)
            .Select(page => ListStudies.In(_bank, new StudyFilter(Page: page, PageSize: 10)));

        var ids = pages.DistinctBy(p => p.Page).SelectMany(p => p.Studies).Select(s => s.Study.Id).ToList();
        Assert.Equal(_bank.Content.Studies.Count, ids.Count);
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    private static void Near(string set, string field, double actual)
    {
        double expected = R.GetProperty(set).GetProperty(field).GetDouble();
        Assert.True(
            Math.Abs(expected - actual) <= 1e-8 * Math.Abs(expected),
            $"{set} {field}: {actual:R}, metafor has {expected:R}"
        );
    }
}
