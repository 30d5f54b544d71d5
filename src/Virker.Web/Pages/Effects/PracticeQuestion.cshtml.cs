using Microsoft.AspNetCore.Mvc;
using Virker.Effects.Practice;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Rules;
using Virker.Web.Site;

namespace Virker.Web.Pages.Effects;

/// <summary>One question about practice: its answer, what it rests on, where and when.</summary>
public sealed class PracticeQuestionModel(ReadPractice read, RuleBook book) : WorkerPage
{
    public QuestionResult Answer { get; private set; } = null!;

    public bool IsAnalyst => Worker.Roles.Contains(Role.Analyst);

    public async Task<IActionResult> OnGetAsync(string question, CancellationToken stop)
    {
        if (
            EnumCode.Parse<PracticeQuestion>(question) is not { } known
            || (await read.Execute(Worker, stop)).Result?.Questions.FirstOrDefault(q => q.Question == known)
                is not { } answer
        )
        {
            return NotFound();
        }
        Answer = answer;
        return Page();
    }

    public string NameOf(PracticeBalance line) =>
        line.Group is { } group
            ? book.TargetGroups.Find(group) is { } known
                ? $"{group} {known.Name}"
                : group
            : PracticeWords.Of(line.Fact);
}
