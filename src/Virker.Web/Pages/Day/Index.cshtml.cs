using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Day;
using Virker.Casework.Tasks;
using Virker.Platform;
using Virker.Web.Site;

namespace Virker.Web.Pages.Day;

/// <summary>The worker's day, one click from each thing to do.</summary>
public sealed class IndexModel(ReadDay readDay, FinishTask finish, AddTask add, Links go) : WorkerPage
{
    private const int Cap = 20;

    public MyDay Day { get; private set; } = null!;

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    /// <summary>The section shown in full.</summary>
    [BindProperty(SupportsGet = true, Name = "all")]
    public string? All { get; set; }

    /// <summary>A task just marked done, which can be undone.</summary>
    [BindProperty(SupportsGet = true, Name = "done")]
    public Guid? Done { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string? Due { get; set; }

    public IEnumerable<DayTask> Late => Day.Tasks.Where(t => t.IsLate);

    public IEnumerable<DayTask> Today => Day.Tasks.Where(t => !t.IsLate);

    public IEnumerable<DayConversation> LateTalks => Day.Conversations.Where(c => c.IsLate);

    public IEnumerable<DayConversation> Talks => Day.Conversations.Where(c => !c.IsLate);

    /// <summary>So much of a section as a person can take in; all of it when asked for.</summary>
    public IReadOnlyList<T> Some<T>(string section, IEnumerable<T> lines) =>
        All == section ? [.. lines] : [.. lines.Take(Cap)];

    public Task OnGetAsync(CancellationToken stop) => Load(stop);

    public async Task<IActionResult> OnPostDoneAsync(Guid task, CancellationToken stop)
    {
        await finish.Execute(Worker, task, isDone: true, stop);
        return Redirect($"{go.Day}?done={task}");
    }

    public async Task<IActionResult> OnPostUndoneAsync(Guid task, CancellationToken stop)
    {
        await finish.Execute(Worker, task, isDone: false, stop);
        return Redirect(go.Day);
    }

    public async Task<IActionResult> OnPostAddAsync(CancellationToken stop)
    {
        TypedDay.TryDay(Due, out var due);
        Problems = await add.Execute(Worker, Words, due, null, stop);
        if (Problems.Count == 0)
            return Redirect(go.Day);
        await Load(stop);
        return Page();
    }

    private async Task Load(CancellationToken stop)
    {
        Day = await readDay.Execute(Worker, stop);
        Guid[] shown =
        [
            .. Some("late", LateTalks).Select(c => c.CitizenId),
            .. Some("late", Late).Select(t => t.CitizenId).OfType<Guid>(),
            .. Some("talks", Talks).Select(c => c.CitizenId),
            .. Some("today", Today).Select(t => t.CitizenId).OfType<Guid>(),
            .. Some("deadlines", Day.Deadlines).Select(t => t.CitizenId).OfType<Guid>(),
            .. Some("moved", Day.Moved).Select(m => m.CitizenId),
            .. Some("still", Day.Still).Select(s => s.CitizenId),
            .. Some("new", Day.New).Select(n => n.CitizenId),
        ];
        if (shown.Length > 0)
            await Looked("look.day", [.. shown.Distinct()]);
    }
}
