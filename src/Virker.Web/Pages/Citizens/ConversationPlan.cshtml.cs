using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Conversations;
using Virker.Dkfds;
using Virker.Platform;
using Virker.Web.Site;
using static Virker.Web.Site.Words;

namespace Virker.Web.Pages.Citizens;

/// <summary>Plans a conversation, or moves one that is planned.</summary>
public sealed class ConversationPlanModel(ReadConversations read, PlanConversation plan, Links go, TimeProvider clock)
    : CitizenPage
{
    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    /// <summary>The planned conversation to move.</summary>
    [BindProperty(SupportsGet = true, Name = "conversation")]
    public Guid? Conversation { get; set; }

    /// <summary>Where it stands now, when it is to be moved.</summary>
    public ConversationLine? Planned { get; private set; }

    [BindProperty]
    public string? On { get; set; }

    [BindProperty]
    public string? At { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    public IReadOnlyList<DkOption> Kinds { get; } =
    [.. Enum.GetValues<ConversationKind>().Select(k => new DkOption(k.Code(), T(ConversationKinds.Of(k).Name)))];

    protected override string Look => "look.conversation";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (Conversation is { } id)
        {
            var found = await read.One(Worker, Citizen.Id, id, stop);
            if (found is not { Line.State: ConversationState.Planned })
                return NotFound();
            Planned = found.Line;
        }

        Kind = (Planned?.Kind ?? EnumCode.Parse<ConversationKind>(Kind ?? "") ?? ConversationKind.FollowUp).Code();
        On = TypedDay.Field(Planned is { } line && line.On >= clock.Today() ? line.On : clock.Today().AddDays(7));
        At = Planned?.At?.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var on = TypedDay.Day(On, "on");
        Problems = await plan.Execute(
            Worker,
            Citizen.Id,
            Conversation,
            new ConversationPlan(
                TypedChoice.Of<ConversationKind>(Kind, "kind") ?? ConversationKind.FollowUp,
                on,
                TypedDay.Time(At, "at")
            ),
            stop
        );
        return Problems.Count == 0 ? Redirect(go.Citizen(Citizen.Id)) : Page();
    }
}
