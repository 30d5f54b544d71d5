using Virker.Evidence.Bank;
using Virker.Evidence.Knowledge;
using Virker.Platform;
using Virker.Statistics.Absolute;
using Virker.Statistics.Diagnostics;
using Virker.Statistics.EffectSizes;
using Virker.Statistics.MetaAnalysis;

namespace Virker.Evidence.Answers;

/// <summary>Pools the trials of a cell that share a scale: risk ratios from 2×2 counts, random effects by REML.</summary>
internal static class PoolTrials
{
    /// <summary>What is pooled when no outcome is asked for: people in work.</summary>
    public const string DefaultOutcome = "EMP";

    private static readonly MetaOptions Wald = new();
    private static readonly MetaOptions KnappHartung = new(Test: TestMethod.KnappHartung);

    /// <returns>Null when fewer than two trials share the scale: one trial is no average.</returns>
    public static PooledEffect? Of(
        KnowledgeBank bank,
        IReadOnlyList<Finding> findings,
        string outcome,
        Text heading,
        Baseline? baseline
    )
    {
        var (chosen, left) = Choose(bank, findings, outcome);
        if (chosen.Count < 2)
            return null;
        var effects = EffectSize.RiskRatios([.. chosen.Select(TableOf)]);
        var fit = RandomEffects.Fit(effects, Wald);
        return new PooledEffect
        {
            Heading = heading,
            Measure = nameof(Measure.RR),
            Trials = chosen.Count,
            Participants = chosen.Sum(f => f.NTreated!.Value + f.NControl!.Value),
            Effect = Ratio(fit),
            KnappHartung = Ratio(RandomEffects.Fit(effects, KnappHartung)),
            Prediction = new Interval(Math.Exp(fit.Estimate), Math.Exp(fit.PiLow), Math.Exp(fit.PiHigh)),
            Se = fit.StandardError,
            P = fit.P,
            Tau2 = fit.Tau2,
            Tau2Low = Finite(fit.Tau2Low),
            Tau2High = Finite(fit.Tau2High),
            I2 = fit.I2,
            Q = fit.Q,
            QDf = fit.QDf,
            QP = fit.QP,
            SmallStudies = chosen.Count < 3 ? null : SmallStudiesOf(effects),
            Effects = [.. chosen.Select((f, i) => InPool(bank, f, effects[i], fit.Weights[i]))],
            LeaveOneOut = chosen.Count < 3 ? [] : WithoutEach(bank, chosen, effects),
            Subgroups = SubgroupsOf(bank, chosen, effects),
            OfHundred = baseline is null ? null : OfHundredFrom(baseline, fit, DanishFit(bank, chosen, effects)),
            NotPooled = left,
        };
    }

    private static (List<Finding> Chosen, List<NotPooled> Left) Choose(
        KnowledgeBank bank,
        IReadOnlyList<Finding> findings,
        string outcome
    )
    {
        var chosen = new List<Finding>();
        var left = new List<NotPooled>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (
            var finding in findings
                .OrderBy(f => f.StudyId, StringComparer.Ordinal)
                .ThenBy(f => f.Id, StringComparer.Ordinal)
        )
        {
            var study = bank.StudyOf(finding);
            if (
                PoolText.LeftOutBecause(finding, study, bank.Taxonomy.Outcomes.IsWithin(finding.Outcome, outcome)) is
                { } reason
            )
            {
                if (finding.HasNumbers || finding.Pool != PoolRole.NotSet)
                    left.Add(new NotPooled(study.Id, finding.Id, study.Label, reason));
                continue;
            }

            if (taken.Add(study.OverlapGroup == "" ? study.Id : study.OverlapGroup))
                chosen.Add(finding);
            else
                left.Add(new NotPooled(study.Id, finding.Id, study.Label, PoolText.SameParticipants));
        }

        return (
            [.. chosen.OrderBy(f => bank.StudyOf(f).Year ?? 0).ThenBy(f => f.StudyId, StringComparer.Ordinal)],
            left
        );
    }

    private static TwoByTwo TableOf(Finding finding) =>
        new(
            finding.EventsTreated!.Value,
            finding.NTreated!.Value,
            finding.EventsControl!.Value,
            finding.NControl!.Value
        );

    private static EffectInPool InPool(KnowledgeBank bank, Finding finding, Effect effect, double weight)
    {
        var study = bank.StudyOf(finding);
        return new EffectInPool(
            study.Id,
            finding.Id,
            study.Label,
            study.Year,
            study.Country,
            study.Geography,
            finding.EventsTreated!.Value,
            finding.NTreated!.Value,
            finding.EventsControl!.Value,
            finding.NControl!.Value,
            Ratio(RandomEffects.Fit([effect], Wald)),
            effect.Estimate,
            Math.Sqrt(effect.Variance),
            weight
        );
    }

    private static List<WithoutOne> WithoutEach(KnowledgeBank bank, List<Finding> chosen, IReadOnlyList<Effect> effects)
    {
        var fits = LeaveOneOut.Of(effects, Wald);
        var influence = Influence.Of(effects, Wald);
        return
        [
            .. chosen.Select(
                (f, i) =>
                    new WithoutOne(
                        f.StudyId,
                        bank.StudyOf(f).Label,
                        Ratio(fits[i]),
                        fits[i].I2,
                        fits[i].Tau2,
                        influence[i].CooksDistance,
                        influence[i].IsInfluential
                    )
            ),
        ];
    }

    private static SmallStudies SmallStudiesOf(IReadOnlyList<Effect> effects)
    {
        var egger = EggerTest.MixedEffects(effects, Wald);
        var filled = TrimAndFill.Of(effects, options: Wald);
        return new SmallStudies(
            egger.Statistic,
            egger.P,
            filled.Missing,
            Ratio(filled.Result),
            PoolText.SmallStudies(egger, filled.Missing, Math.Exp(filled.Result.Estimate))
        );
    }

    private static IReadOnlyList<Subgroup> SubgroupsOf(
        KnowledgeBank bank,
        List<Finding> chosen,
        IReadOnlyList<Effect> effects
    )
    {
        Subgroup Part(string key, Text name, Func<Study, bool> belongs)
        {
            Effect[] part = [.. effects.Where((_, i) => belongs(bank.StudyOf(chosen[i])))];
            if (part.Length == 0)
                return new Subgroup(key, name, 0, null, null, 0);
            var fit = RandomEffects.Fit(part, Wald);
            var prediction = new Interval(Math.Exp(fit.Estimate), Math.Exp(fit.PiLow), Math.Exp(fit.PiHigh));
            return new Subgroup(key, name, part.Length, Ratio(fit), part.Length > 1 ? prediction : null, fit.I2);
        }

        Subgroup[] parts =
        [
            Part("denmark", new("Danmark", "Denmark"), s => s.Geography == "denmark"),
            Part(
                "nordic",
                new("Norden med Danmark", "Nordic countries with Denmark"),
                s => s.Geography is "denmark" or "nordic"
            ),
            Part("elsewhere", new("Andre lande", "Other countries"), s => s.Geography is not ("denmark" or "nordic")),
            Part("to_2016", new("Til og med 2016", "To 2016"), s => s.Year <= 2016),
            Part("after_2016", new("Efter 2016", "After 2016"), s => s.Year > 2016),
        ];
        return [.. parts.Where(part => part.Trials > 0)];
    }

    private static MetaResult? DanishFit(KnowledgeBank bank, List<Finding> chosen, IReadOnlyList<Effect> effects)
    {
        Effect[] danish = [.. effects.Where((_, i) => bank.StudyOf(chosen[i]).Geography == "denmark")];
        return danish.Length == 0 ? null : RandomEffects.Fit(danish, Wald);
    }

    private static OfHundred OfHundredFrom(Baseline baseline, MetaResult pool, MetaResult? danish)
    {
        var used = danish ?? pool;
        var effect = AbsoluteEffects
            .Of(
                (double)baseline.Percent / 100,
                EffectScale.LogRiskRatio,
                new EffectWithIntervals(used.Estimate, used.CiLow, used.CiHigh, pool.PiLow, pool.PiHigh)
            )
            .With;
        return new OfHundred(
            baseline.Percent,
            danish is null ? PoolText.RestsOnAll(pool.K) : PoolText.RestsOnDanish(danish.K),
            effect.Estimate,
            effect.CiLow,
            effect.CiHigh,
            effect.PiLow,
            effect.PiHigh,
            baseline.Text,
            baseline.Id,
            baseline.SourceUrl
        );
    }

    private static Interval Ratio(MetaResult fit) =>
        new(Math.Exp(fit.Estimate), Math.Exp(fit.CiLow), Math.Exp(fit.CiHigh));

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
