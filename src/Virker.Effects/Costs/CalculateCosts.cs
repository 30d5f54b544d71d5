using Virker.Evidence.Answers;
using Virker.Evidence.JobEffects;
using Virker.Evidence.Knowledge;
using Virker.Platform;

namespace Virker.Effects.Costs;

public enum CostPart
{
    Mechanical,
    Measured,
    Behaviour,
    ReturnFlow,
}

/// <summary>What a line means for a budget in a year, in øre; above 0 is spent, below 0 is saved.</summary>
/// <param name="Of">The kind of line it comes from: return flow of behaviour stands or falls with the effect.</param>
public sealed record CostEntry(
    string Line,
    CostPart Part,
    CostKind Of,
    int Year,
    Budget Budget,
    long Oere,
    Text RestsOn
);

/// <summary>A line that the result does not count on, and why.</summary>
public sealed record LeftOut(string Line, int Year, Text Reason);

/// <summary>What a budget spends or saves, all years together, and how sure that is.</summary>
/// <param name="Low">2.5 % of the draws are below.</param>
/// <param name="ChanceOfSaving">The share of the draws below 0.</param>
public sealed record BudgetOutcome(
    Budget? Budget,
    long Oere,
    long PresentValue,
    long Low,
    long High,
    double ChanceOfSaving
);

/// <summary>When it pays, over all years and not discounted.</summary>
/// <param name="EffectNeeded">The part of the studies' effect that must hold; null: no part makes it pay, or there is none.</param>
/// <param name="MostPerCitizen">What the effort may cost for each citizen, in øre.</param>
/// <param name="Year">The first year by whose end it has paid for itself; null: within the years it has not.</param>
public sealed record BreakEven(decimal? EffectNeeded, long? MostPerCitizen, int? Year);

public sealed record CostResult(
    Proposal Proposal,
    Admissibility Admissibility,
    IReadOnlyList<CostEntry> Entries,
    IReadOnlyList<LeftOut> LeftOut,
    IReadOnlyList<BudgetOutcome> Budgets,
    BudgetOutcome Public,
    BreakEven BreakEven,
    long? PublicWithSensitivity
)
{
    public long Total(CostPart part) =>
        Entries.Where(e => e.Part == part && e.Budget != Budget.Society).Sum(e => e.Oere);

    public long PerCitizen(long oere) =>
        (long)Math.Round((decimal)oere / Proposal.Citizens, MidpointRounding.AwayFromZero);
}

/// <summary>
/// Who saves and who pays, by budget and year: the effort (mechanical), what a trial measured, what changed behaviour
/// leads to, and what flows back, each apart. Only admissible evidence counts (CHOICE C-14) unless the proposal says all.
/// See <c>docs/method/costs.md</c>.
/// </summary>
public static class CalculateCosts
{
    public static CostResult For(Proposal proposal, IReadOnlyList<CostLine> lines, KnowledgeBank bank)
    {
        var answer = AnswerQuestion.For(bank, new AnswerQuery(proposal.Who, proposal.What));
        return Of(proposal, lines, answer.Admissibility, answer.JobEffect.Conclusion == JobEffectConclusion.None);
    }

    /// <param name="isZero">The job effect is settled, and it is none.</param>
    internal static CostResult Of(
        Proposal proposal,
        IReadOnlyList<CostLine> lines,
        Admissibility admissibility,
        bool isZero
    )
    {
        bool isIn = proposal.AllEvidence || admissibility.Kind == AdmissibilityKind.Admissible && !isZero;
        var reason = admissibility.Kind == AdmissibilityKind.Admissible ? Words.ZeroEffect : admissibility.Reason;
        CostLine[] counted = [.. lines.Where(l => isIn || l.Kind == CostKind.Mechanical)];
        CostEntry[] entries = [.. counted.SelectMany(line => Entries(proposal, line))];
        var simulated = Simulation.Of(proposal, counted);
        return new(
            proposal,
            admissibility,
            entries,
            [.. lines.Except(counted).Select(l => new LeftOut(l.Name, l.Year, reason))],
            [
                .. Enum.GetValues<Budget>()
                    .Where(b => entries.Any(e => e.Budget == b))
                    .Select(b => Outcome(b, entries.Where(e => e.Budget == b), simulated[b])),
            ],
            Outcome(null, entries.Where(e => e.Budget != Budget.Society), Simulation.Public(simulated)),
            Break(proposal, entries),
            !isIn && admissibility.Kind == AdmissibilityKind.Sensitivity
                ? Public(lines.SelectMany(line => Entries(proposal, line)))
                : null
        );
    }

    private static BudgetOutcome Outcome(Budget? budget, IEnumerable<CostEntry> entries, double[] draws)
    {
        CostEntry[] its = [.. entries];
        return new(
            budget,
            its.Sum(e => e.Oere),
            Discounted(its),
            Simulation.Quantile(draws, 0.025),
            Simulation.Quantile(draws, 0.975),
            Simulation.ShareBelowZero(draws)
        );
    }

    /// <summary>How a line's money is shared between budgets; the shares of a line are 1 together.</summary>
    internal static IReadOnlyList<(Budget Budget, decimal Share)> Shares(Proposal proposal, CostLine line)
    {
        if (line.Payer != Payer.Refund)
            return [(Enum.Parse<Budget>(line.Payer.ToString()), 1)];
        decimal weeks = Math.Abs(line.Units) * line.WeeksPerUnit!.Value;
        if (line.Effect is { IsMean: true } mean)
            weeks *= Math.Abs(mean.Size);
        decimal state = CostData.StateShare(proposal.Start, line.WeeksBefore!.Value, weeks);
        return [(Budget.Municipality, 1 - state), (Budget.State, state)];
    }

    private static IEnumerable<CostEntry> Entries(Proposal proposal, CostLine line)
    {
        decimal effect = line.Effect?.Size ?? 1;
        long total = Round(proposal.Citizens * line.Units * line.Oere * effect);
        var part = Enum.Parse<CostPart>(line.Kind.ToString());
        long left = total;
        // What is left goes to the first budget: rounding neither makes nor loses an øre.
        foreach (var (budget, share) in Shares(proposal, line).Skip(1))
        {
            long its = Round(total * share);
            left -= its;
            yield return new(line.Name, part, line.Kind, line.Year, budget, its, line.RestsOn);
        }

        yield return new(line.Name, part, line.Kind, line.Year, Shares(proposal, line)[0].Budget, left, line.RestsOn);
        if (line.ReturnFlow != 0)
        {
            yield return new(
                line.Name,
                CostPart.ReturnFlow,
                line.Kind,
                line.Year,
                Budget.State,
                Round(-total * line.ReturnFlow),
                line.RestsOn
            );
        }
    }

    private static BreakEven Break(Proposal proposal, CostEntry[] entries)
    {
        CostEntry[] money = [.. entries.Where(e => e.Budget != Budget.Society)];
        long effort = money.Where(e => e.Of != CostKind.Behaviour).Sum(e => e.Oere);
        long behaviour = money.Where(e => e.Of == CostKind.Behaviour).Sum(e => e.Oere);
        decimal? needed = effort > 0 && behaviour < 0 ? (decimal)effort / -behaviour : null;
        int last = entries.Select(e => e.Year).DefaultIfEmpty(0).Max();
        int? year =
            effort > 0
                ? Enumerable
                    .Range(1, last)
                    .Cast<int?>()
                    .FirstOrDefault(y => money.Where(e => e.Year <= y).Sum(e => e.Oere) <= 0)
                : null;
        long? most = behaviour < 0 ? (long)Math.Round(-(decimal)behaviour / proposal.Citizens) : null;
        return new(needed, most, year);
    }

    private static long Public(IEnumerable<CostEntry> entries) =>
        entries.Where(e => e.Budget != Budget.Society).Sum(e => e.Oere);

    /// <summary>Year 1 is not discounted.</summary>
    private static long Discounted(IEnumerable<CostEntry> entries)
    {
        decimal rate = 1 + CostData.DiscountPercent / 100;
        return Round(entries.Sum(e => e.Oere / (decimal)Math.Pow((double)rate, e.Year - 1)));
    }

    private static long Round(decimal oere) => (long)Math.Round(oere, MidpointRounding.AwayFromZero);
}
