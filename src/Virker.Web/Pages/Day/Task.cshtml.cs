using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Day;
using Virker.Casework.Tasks;
using Virker.Dkfds;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Web.Site;

namespace Virker.Web.Pages.Day;

/// <summary>One task: put it off, or hand it to a colleague.</summary>
public sealed class TaskModel(
    ReadTask readTask,
    SnoozeTask snooze,
    MoveTask move,
    Staff staff,
    Links go,
    TimeProvider clock
) : WorkerPage
{
    public DayTask One { get; private set; } = null!;

    public DateOnly Today => clock.Today();

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public IReadOnlyList<DkOption> Colleagues { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) =>
        await Load(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostSnoozeAsync(Guid id, string? days, string? until, CancellationToken stop)
    {
        bool isDay = TypedDay.TryDay(until, out var day);
        if (
            isDay
            && day is null
            && int.TryParse(days, CultureInfo.InvariantCulture, out int number)
            && number is > 0 and < 100
        )
        {
            day = Today.AddDays(number);
        }
        if (!isDay || day is null || day <= Today || day > Today.AddYears(1))
        {
            return await Again(
                id,
                new("until", new("Vælg en dag inden for det næste år.", "Choose a day within the coming year.")),
                stop
            );
        }
        await snooze.Execute(Worker, id, day.Value, stop);
        return Redirect(go.Day);
    }

    public async Task<IActionResult> OnPostMoveAsync(Guid id, Guid? to, CancellationToken stop)
    {
        var colleague = to is { } worker ? await staff.Find(Worker.Municipality.Id, worker, stop) : null;
        if (colleague is null || !TakesTasks(colleague))
            return await Again(id, new("to", new("Vælg en kollega.", "Choose a colleague.")), stop);
        await move.Execute(Worker, id, colleague.Id, stop);
        return Redirect(go.Day);
    }

    private static bool TakesTasks(StaffMember member) => member.IsActive && Access.Shows("/Day", member.Roles);

    private async Task<IActionResult> Again(Guid id, FieldProblem problem, CancellationToken stop)
    {
        Problems = [problem];
        return await Load(id, stop) ? Page() : NotFound();
    }

    private async Task<bool> Load(Guid id, CancellationToken stop)
    {
        var task = await readTask.Execute(Worker, id, stop);
        if (task is null)
            return false;
        One = task;
        Colleagues =
        [
            .. (await staff.Of(Worker.Municipality.Id, stop))
                .Where(m => m.Id != Worker.Id && TakesTasks(m))
                .Select(m => new DkOption(m.Id.ToString(), m.Name)),
        ];
        if (task.CitizenId is { } citizen)
            await Looked("look.task", [citizen]);
        return true;
    }
}
