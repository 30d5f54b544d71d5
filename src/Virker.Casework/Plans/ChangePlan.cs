using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Plans;

/// <summary>A line as the form gives it. Placements make their own lines.</summary>
/// <param name="IsJobDirected">Aimed at a job in itself. Job search always is.</param>
public sealed record PlanLine(
    PlanItemKind Kind,
    string? Title,
    DateOnly? From,
    DateOnly? To = null,
    bool IsJobDirected = false
);

/// <summary>Adds a line to the plan: mentor, treatment, course, guidance or job search.</summary>
public sealed class AddPlanItem(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    internal const int MaxTitle = 200;

    /// <returns>What stops it, each beside its field; empty when it is added.</returns>
    /// <exception cref="InvalidInputException">No such citizen.</exception>
    public async Task<IReadOnlyList<FieldProblem>> Execute(
        Worker by,
        Guid citizen,
        PlanLine line,
        CancellationToken stop
    )
    {
        string? title = TypedText.OrNull(line.Title);
        List<FieldProblem> problems = [.. Problems(line, title, clock.Today())];
        if (problems.Count > 0)
            return problems;
        await using var db = await store.OpenAsync(by.Municipality, stop);
        await db.Citizens.RequireAsync(citizen, stop);
        var kind = PlanItemKinds.Of(line.Kind);
        db.Add(
            new PlanItem
            {
                CitizenId = citizen,
                Kind = line.Kind,
                Intervention = kind.Intervention,
                Title = title!,
                IsJobDirected = line.IsJobDirected || kind.IsJobDirected,
                From = line.From!.Value,
                To = line.To,
                AddedAt = clock.GetUtcNow(),
                AddedBy = by.Id,
            }
        );
        await db.SaveAsync(by, "plan.add", citizen, null, stop);
        return [];
    }

    private static IEnumerable<FieldProblem> Problems(PlanLine line, string? title, DateOnly today)
    {
        if (PlanItemKinds.Of(line.Kind).IsPlacement)
        {
            yield return new(
                "kind",
                new("Et forløb på en arbejdsplads startes for sig.", "A placement is started on its own page.")
            );
        }
        if (title is null)
            yield return new("title", new("Skriv, hvad der skal ske.", "Write what is to be done."));
        else if (title.Length > MaxTitle)
            yield return new("title", TypedText.TooLong(MaxTitle));
        if (line.From is null || line.From < today.AddYears(-5) || line.From > today.AddYears(5))
            yield return new("from", new("Skriv den første dag.", "Write the first day."));
        else if (line.To < line.From)
            yield return new("to", new("Den sidste dag ligger før den første.", "The last day is before the first."));
    }
}

/// <summary>Ends a line of the plan, with the reason. The line stays readable.</summary>
public sealed class EndPlanItem(MunicipalityStore<CaseworkDbContext> store)
{
    /// <returns>What stops it; empty when it is ended.</returns>
    /// <exception cref="InvalidInputException">No such line that runs, or a placement, which is ended on its own page.</exception>
    public async Task<IReadOnlyList<FieldProblem>> Execute(
        Worker by,
        Guid citizen,
        Guid item,
        DateOnly? on,
        string? reason,
        CancellationToken stop
    )
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var line =
            await db.PlanItems.SingleOrDefaultAsync(
                p => p.Id == item && p.CitizenId == citizen && p.EndedOn == null && p.PlacementId == null,
                stop
            ) ?? throw new InvalidInputException(new("linjen findes ikke", "there is no such line"));
        List<FieldProblem> problems = [];
        if (on is null)
            problems.Add(new("on", new("Skriv den sidste dag.", "Write the last day.")));
        if (string.IsNullOrWhiteSpace(reason))
            problems.Add(new("reason", new("Skriv, hvorfor den slutter.", "Write why it ends.")));
        else if (reason.Length > AddPlanItem.MaxTitle)
            problems.Add(new("reason", TypedText.TooLong(AddPlanItem.MaxTitle)));
        if (problems.Count > 0)
            return problems;
        (line.EndedOn, line.EndReason) = (on, reason!.Trim());
        await db.SaveAsync(by, "plan.end", citizen, line.EndReason, stop);
        return [];
    }
}
