using Virker.Casework.Caseload;
using Virker.Evidence.Bank;
using Virker.Evidence.Knowledge;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Statistics.Distributions;
using Virker.Web.Site;
using Virker.Web.Wording;
using static Virker.Web.Site.Words;

namespace Virker.Web.Pages.Teams;

/// <summary>What the caseload studies let one expect of more workers. The knowledge bank's findings stand beside the team's
/// own numbers; nothing is carried over from one to the other that no study carries.</summary>
public sealed class WhatIfModel(ReadCaseload read, ReadKnowledgeBank banks, Staff staff, TimeProvider clock)
    : WorkerPage
{
    private const string Caseload = "X.CASELOAD";

    public string? Team { get; private set; }
    public string? More { get; private set; }
    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public int Cases { get; private set; }

    /// <summary>Full-time workers with cases today.</summary>
    public double FullTime { get; private set; }

    /// <summary>So many more full-time workers; null when nobody asked.</summary>
    public int? Added { get; private set; }

    public IReadOnlyList<(Study Study, IReadOnlyList<Finding> Findings)> Studies { get; private set; } = [];

    /// <summary>Cases per full-time worker; null without workers.</summary>
    public double? PerWorker => FullTime > 0 ? Cases / FullTime : null;

    public double? PerWorkerThen => Added is { } more && FullTime + more > 0 ? Cases / (FullTime + more) : null;

    public async Task OnGetAsync(string? more, CancellationToken stop)
    {
        More = more;
        if (TypedNumber.Whole(more) is { } number)
        {
            if (number is > 0 and < 1000)
            {
                Added = number;
            }
            else
            {
                Problems =
                [
                    new("more", new("Skriv et helt tal fra 1 til 999.", "Write a whole number from 1 to 999.")),
                ];
            }
        }
        var all = await staff.Of(Worker.Municipality.Id, stop);
        var me = all.FirstOrDefault(m => m.Id == Worker.Id);
        Team = me?.Team;
        var here = all.Where(m => me?.TeamId is null || m.TeamId == me.TeamId).Select(m => m.Id).ToList();
        var loads = await read.Execute(Worker, here, stop);
        Cases = loads.Cases;
        var today = clock.Today();
        FullTime = loads
            .Workers.Where(w => w.Cases > 0 && w.Terms?.IsAway(today) != true)
            .Sum(w => (w.Terms?.Percent ?? 100) / 100.0);
        var bank = await banks.Execute(stop: stop);
        Studies =
        [
            .. bank.FindingsFor(null, Caseload)
                .GroupBy(f => f.StudyId)
                .Select(g => (bank.FindStudy(g.Key)!, (IReadOnlyList<Finding>)[.. g]))
                .OrderBy(s => s.Item1.Year),
        ];
    }

    /// <summary>The printed effect with its 95 % interval, the interval from the standard error where that is what was
    /// printed; empty when no number was read.</summary>
    public static string Number(Finding finding)
    {
        if (finding is not { Estimate: { } estimate, Se: { } error })
            return StudyWords.Estimate(finding);
        decimal half = (decimal)Normal.Quantile(0.975) * error;
        int decimals = Math.Abs(estimate) < 1 ? 3 : 0;
        return T(
            $"{Show.Number(estimate, decimals)} (95 %-interval {Show.Number(estimate - half, decimals)} til {Show.Number(estimate + half, decimals)}) {finding.EstimateUnit}",
            $"{Show.Number(estimate, decimals)} (95% interval {Show.Number(estimate - half, decimals)} to {Show.Number(estimate + half, decimals)}) {finding.EstimateUnit}"
        );
    }
}
