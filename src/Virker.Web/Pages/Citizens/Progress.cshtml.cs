using Virker.Casework.Progress;
using Virker.Evidence.Answers;
using Virker.Evidence.Knowledge;
using Virker.Platform;
using Virker.Rules;
using Virker.Web.Site;

namespace Virker.Web.Pages.Citizens;

/// <summary>How a citizen is getting on, seen from both sides.</summary>
public sealed class ProgressModel(ReadProgress read, ReadKnowledgeBank knowledge, RuleBook book, TimeProvider clock)
    : CitizenPage
{
    /// <summary>The group whose evidence is shown where the citizen's own is not known.</summary>
    private const string FarFromWork = "FAR.ALL";

    public CitizenProgress Progress { get; private set; } = null!;

    /// <summary>Indicators that are low in the newest measurement, with what may help.</summary>
    public IReadOnlyList<(Indicator Indicator, IReadOnlyList<Evidence.Answers.Answer> Answers)> Helps
    {
        get;
        private set;
    } = [];

    public DateOnly Today => clock.Today();

    protected override string Look => "look.progress";

    public async Task OnGetAsync(CancellationToken stop)
    {
        Progress = await read.Execute(Worker, Citizen.Id, stop);
        if (Progress.Latest is not { } latest)
            return;
        var bank = await knowledge.Execute(null, stop);
        string group =
            Citizen.TargetGroup is { } law && book.TargetGroups.Find(law)?.EvidenceGroup is { Length: > 0 } known
                ? known
                : FarFromWork;
        Helps =
        [
            .. Indicators
                .All.Where(i =>
                    !i.IsPrivate && i.MayHelp.Count > 0 && (IsLow(latest.Citizen, i) || IsLow(latest.Worker, i))
                )
                .Select(i =>
                    (
                        i,
                        (IReadOnlyList<Evidence.Answers.Answer>)
                            [.. i.MayHelp.Select(code => AnswerQuestion.For(bank, new AnswerQuery(group, code)))]
                    )
                ),
        ];
    }

    private static bool IsLow(IReadOnlyDictionary<string, int> answers, Indicator indicator) =>
        answers.TryGetValue(indicator.Code, out int value) && value <= Indicators.Low;
}
