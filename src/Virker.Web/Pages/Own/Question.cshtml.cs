using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Virker.Casework.PersonalLinks;
using Virker.Casework.Progress;
using Virker.Platform;
using Virker.Web.Site;

namespace Virker.Web.Pages.Own;

/// <summary>One question a screen, a button a step. An answer is saved at once and leads to the next question.</summary>
public sealed class QuestionModel(ReadProgress read, AnswerOwn answer, Links go, TimeProvider clock) : OwnPage
{
    /// <summary>From 1.</summary>
    public int Number { get; private set; } = 1;

    public Indicator Asked => Indicators.OfCitizen[Number - 1];

    /// <summary>What was answered before, when the citizen goes back.</summary>
    public int? Given { get; private set; }

    /// <summary>Where an answer leads.</summary>
    public string After =>
        Number < Indicators.OfCitizen.Count
            ? go.Own("question/" + (Number + 1).ToString(CultureInfo.InvariantCulture))
            : go.Own("done");

    protected override LinkPurpose Purpose => LinkPurpose.Answers;

    protected override string? Look => "look.questions";

    public async Task<IActionResult> OnGetAsync(int? number, CancellationToken stop)
    {
        var progress = await read.Execute(Visit.Citizen, Visit.CitizenId, stop);
        var given = progress.Open(clock.Today())?.Citizen;
        // Without a number: the first that is not answered.
        int first = Indicators.OfCitizen.TakeWhile(i => given?.ContainsKey(i.Code) == true).Count() + 1;
        if (number is null && first > Indicators.OfCitizen.Count)
            return Redirect(go.Own("done"));
        Number = number ?? first;
        if (Number < 1 || Number > Indicators.OfCitizen.Count)
            return NotFound();
        Given = given?.TryGetValue(Asked.Code, out int value) == true ? value : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int? number, CancellationToken stop)
    {
        Number = number ?? 0;
        if (
            Number < 1
            || Number > Indicators.OfCitizen.Count
            || !int.TryParse(Request.Form["answer"], CultureInfo.InvariantCulture, out int value)
            || value is < 1 or > Indicators.Highest
        )
        {
            return NotFound();
        }
        await answer.Execute(Visit, Asked.Code, value, stop);
        return Redirect(After);
    }
}
