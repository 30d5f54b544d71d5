using Microsoft.AspNetCore.Mvc;
using Virker.Evidence.Answers;
using Virker.Evidence.JobEffects;
using Virker.Web.Site;

namespace Virker.Web.Pages.Answer;

/// <summary>The answer to "does this work for these people?": five parts side by side, never blended.</summary>
public sealed class IndexModel : BankPage
{
    public Evidence.Answers.Answer Answer { get; private set; } = null!;

    /// <summary>The pool to show: the cell's own, or, where that has fewer trials, all groups together.</summary>
    public PooledEffect? Pool => Answer.Pooled ?? Answer.PooledAcrossGroups;

    public IActionResult OnGet(
        string targetGroup,
        string intervention,
        string? outcome = null,
        string? effectType = null,
        string? edition = null,
        bool strict = false
    )
    {
        var tree = Bank.Taxonomy;
        bool known =
            tree.TargetGroups.Has(targetGroup)
            && tree.Interventions.Has(intervention)
            && (string.IsNullOrEmpty(outcome) || tree.Outcomes.Has(outcome))
            && (string.IsNullOrEmpty(effectType) || tree.EffectTypes.Any(type => type.Code == effectType))
            && edition is null or "" or Editions.Current or Editions.Of2019;
        if (!known)
            return NotFound();

        Answer = AnswerQuestion.For(
            Bank,
            new AnswerQuery(
                targetGroup,
                intervention,
                string.IsNullOrEmpty(outcome) ? null : outcome,
                string.IsNullOrEmpty(effectType) ? null : effectType,
                string.IsNullOrEmpty(edition) ? Editions.Current : edition,
                strict
            )
        );
        return Page();
    }
}
