using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Conversations;
using Virker.Dkfds;
using Virker.Platform;
using Virker.Web.Site;
using Virker.Web.Site.Forms;
using static Virker.Web.Site.Words;

namespace Virker.Web.Pages.Citizens;

/// <summary>A conversation on one page: what was said, the next step, and when we talk again.</summary>
public sealed class ConversationModel(ReadConversations read, HoldConversation hold, Links go, TimeProvider clock)
    : CitizenPage
{
    private const string Coming = "coming";
    private const string None = "none";

    public ConversationStart Start { get; private set; } = null!;

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    /// <summary>The planned conversation the worker came for.</summary>
    [BindProperty(SupportsGet = true, Name = "planned")]
    public Guid? Planned { get; set; }

    /// <summary>The conversation this form writes down: the planned one, or a new id.</summary>
    [BindProperty]
    public Guid Conversation { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Became { get; set; }

    [BindProperty]
    public string? On { get; set; }

    [BindProperty]
    public string? CitizenWords { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public string? NextStep { get; set; }

    /// <summary>Days until the next step, from the quick choices.</summary>
    [BindProperty]
    public string? StepIn { get; set; }

    [BindProperty]
    public string? NextStepBy { get; set; }

    /// <summary>Days until the next conversation, <c>coming</c> for the one already planned, or <c>none</c>.</summary>
    [BindProperty]
    public string? NextIn { get; set; }

    [BindProperty]
    public string? NextOn { get; set; }

    [BindProperty]
    public string? NextAt { get; set; }

    public IReadOnlyList<DkOption> Kinds { get; } =
    [.. Enum.GetValues<ConversationKind>().Select(k => new DkOption(k.Code(), T(ConversationKinds.Of(k).Name)))];

    public IReadOnlyList<DkOption> Outcomes { get; } =
    [
        .. Enum.GetValues<ConversationState>()
            .Where(s => s != ConversationState.Planned)
            .Select(s => new DkOption(s.Code(), T(ConversationStates.Name(s)))),
    ];

    public IReadOnlyList<DkOption> StepChoices => [Choice(7), Choice(14), Choice(28)];

    public IReadOnlyList<DkOption> NextChoices =>
        [
            .. Start.Coming is { } coming
                ? new[]
                {
                    new DkOption(
                        Coming,
                        T($"Som planlagt, {Show.Date(coming.On)}", $"As planned, {Show.Date(coming.On)}")
                    ),
                }
                : [],
            Choice(14),
            Choice(28),
            Choice(42),
            new DkOption(None, T("Ikke nu", "Not now")),
        ];

    protected override string Look => "look.conversation";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        await Load(stop);
        var due = Start.Due;
        // Gone back to after it was written down: a new one is not begun in its place.
        if (
            Planned is { } id
            && due?.Id != id
            && await read.One(Worker, Citizen.Id, id, stop) is { Line.State: not ConversationState.Planned }
        )
        {
            return new DoneAlready(null, go.Citizen(Citizen.Id, $"conversation/{id}"), null).Page(this);
        }
        Conversation = due?.Id ?? Guid.CreateVersion7();
        Kind = (due?.Kind ?? (Start.Earlier.Count == 0 ? ConversationKind.First : ConversationKind.FollowUp)).Code();
        Became = ConversationState.Held.Code();
        On = TypedDay.Field(due is { } planned && planned.On < clock.Today() ? planned.On : clock.Today());
        StepIn = "14";
        NextIn = Start.Coming is null ? "28" : Coming;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        List<FieldProblem> problems = [];
        var record = new ConversationRecord(
            Conversation,
            TypedChoice.Of<ConversationKind>(Kind, "kind") ?? ConversationKind.FollowUp,
            TypedChoice.Of<ConversationState>(Became, "became") ?? ConversationState.Planned,
            Day("on", On, problems),
            CitizenWords,
            Note,
            NextStep,
            string.IsNullOrWhiteSpace(NextStep)
                ? null
                : Day("nextStepBy", NextStepBy, problems) ?? In(StepIn, "stepIn"),
            Day("nextOn", NextOn, problems) ?? In(NextIn, "nextIn"),
            TypedDay.Time(NextAt, "nextAt")
        );
        if (problems.Count == 0)
            problems.AddRange(await hold.Execute(Worker, Citizen.Id, record, stop));
        if (problems.Count == 0)
            return Redirect(go.Citizen(Citizen.Id, $"conversation/{Conversation}", ("saved", "true")));
        Problems = problems;
        await Load(stop);
        return Page();
    }

    private async Task Load(CancellationToken stop) => Start = await read.Start(Worker, Citizen.Id, Planned, stop);

    private DkOption Choice(int days) =>
        new(
            days.ToString(CultureInfo.InvariantCulture),
            T($"Om {days / 7} {(days == 7 ? "uge" : "uger")}", $"In {days / 7} {(days == 7 ? "week" : "weeks")}"),
            Show.Date(clock.Today().AddDays(days))
        );

    private DateOnly? In(string? days, string field) =>
        days is null or "" or Coming or None ? null
        : int.TryParse(days, CultureInfo.InvariantCulture, out int number) && number is > 0 and < 400
            ? clock.Today().AddDays(number)
        : throw new InvalidInputException(TypedChoice.NotOnTheList, field);

    private static DateOnly? Day(string field, string? text, List<FieldProblem> problems)
    {
        if (!TypedDay.TryDay(text, out var day))
            problems.Add(new(field, new("Skriv dagen som 24-12-2026.", "Write the day as 24-12-2026.")));
        return day;
    }
}
