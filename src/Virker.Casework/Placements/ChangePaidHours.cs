using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Placements;

/// <summary>Agrees on other paid hours: the whole staircase anew. The log keeps the old one.</summary>
public sealed class ChangePaidHours(MunicipalityStore<CaseworkDbContext> store)
{
    /// <param name="steps">Every step, in any order; none takes the paid hours away.</param>
    /// <returns>What stops it; empty when it is saved.</returns>
    /// <exception cref="InvalidInputException">No such placement, or it has ended.</exception>
    public async Task<IReadOnlyList<FieldProblem>> Execute(
        Worker by,
        Guid id,
        IReadOnlyList<HoursStep> steps,
        CancellationToken stop
    )
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var placement = await db.Running(id, stop);
        if (steps.Any(s => s.From < placement.From || s.From > placement.To))
        {
            return
            [
                new(
                    "steps",
                    new("Hver dag skal ligge i aftalens periode.", "Each day must be within the agreement's period.")
                ),
            ];
        }
        if (steps.Any(s => s.WeeklyMinutes is < 0 or > PlacementTerms.MaxWeeklyMinutes))
            return [new("steps", new("Skriv timer fra 0 til 37.", "Write hours from 0 to 37."))];
        if (steps.Select(s => s.From).Distinct().Count() < steps.Count)
            return [new("steps", new("Den samme dag står to gange.", "The same day stands twice."))];
        var stored = await db.PaidHoursSteps.Where(s => s.PlacementId == id).ToListAsync(stop);
        if (
            stored
                .OrderBy(s => s.From)
                .Select(s => new HoursStep(s.From, s.WeeklyMinutes))
                .SequenceEqual(steps.OrderBy(s => s.From))
        )
        {
            return [];
        }
        foreach (var step in steps)
        {
            if (stored.Find(s => s.From == step.From) is { } same)
            {
                same.WeeklyMinutes = step.WeeklyMinutes;
            }
            else
            {
                db.Add(
                    new PaidHoursStep
                    {
                        PlacementId = id,
                        From = step.From,
                        WeeklyMinutes = step.WeeklyMinutes,
                    }
                );
            }
        }

        db.RemoveRange(stored.Where(s => steps.All(step => step.From != s.From)));
        await db.SaveAsync(by, "placement.paid_hours", placement.CitizenId, null, stop);
        return [];
    }
}

/// <summary>Records that employer and employee representative have stated in writing that the ratio holds.</summary>
public sealed class RecordStatement(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    /// <exception cref="InvalidInputException">No such placement, or it has ended.</exception>
    public async Task Execute(Worker by, Guid id, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var placement = await db.Running(id, stop);
        if (placement.HasStatement == true)
            return;
        placement.HasStatement = true;
        var open = await db
            .Tasks.Where(t => t.AboutId == id && t.Kind == Tasks.TaskKind.Statement && t.DoneAt == null)
            .ToListAsync(stop);
        open.ForEach(t => t.Finish(by, clock.GetUtcNow()));
        await db.SaveAsync(by, "placement.statement", placement.CitizenId, null, stop);
    }
}
