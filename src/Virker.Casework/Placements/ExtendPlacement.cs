using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;
using Virker.Rules;

namespace Virker.Casework.Placements;

/// <summary>
/// Lets a placement last longer, when the rules allow it. The rules are those the agreement was made under, on its first
/// day.
/// </summary>
public sealed class ExtendPlacement(MunicipalityStore<CaseworkDbContext> store, RuleBook book, TimeProvider clock)
{
    /// <param name="to">The new last day.</param>
    /// <param name="reason">The individual assessment that it must last longer.</param>
    /// <param name="isVerySpecial">The assessment says that the need is very special.</param>
    /// <param name="answer">Why the worker goes on although a rule warns.</param>
    /// <exception cref="InvalidInputException">No such placement, or it has ended.</exception>
    public Task<PlacementResult> Execute(
        Worker by,
        Guid id,
        DateOnly? to,
        string? reason,
        bool isVerySpecial,
        string? answer,
        CancellationToken stop
    ) => Rechecked.Try(() => Once(by, id, to, TypedText.OrNull(reason), isVerySpecial, TypedText.OrNull(answer), stop));

    private async Task<PlacementResult> Once(
        Worker by,
        Guid id,
        DateOnly? to,
        string? reason,
        bool isVerySpecial,
        string? answer,
        CancellationToken stop
    )
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var placement = await db.Running(id, stop);
        List<FieldProblem> problems = [];
        if (to is null || to <= placement.To || to > placement.To.AddDays(7 * PlacementTerms.MaxWeeks))
        {
            problems.Add(
                new(
                    "to",
                    new(
                        "Skriv en dag efter den sidste dag, der er aftalt.",
                        "Write a day after the last day agreed on."
                    )
                )
            );
        }
        if (reason is null)
        {
            problems.Add(
                new("extension", new("Skriv, hvorfor der er brug for længere tid.", "Write why more time is needed."))
            );
        }
        else if (reason.Length > PlacementTerms.MaxWords)
        {
            problems.Add(new("extension", TypedText.TooLong(PlacementTerms.MaxWords)));
        }
        if (to is null || problems.Exists(p => p.Field == "to"))
            return new PlacementResult(null, problems, []);

        var known = await Surroundings.Read(db, placement.CitizenId, placement.WorkplaceId, id, stop);
        var checks = KeptCheck.Read(placement.RuleMessages);
        int paid =
            await db.PaidHoursSteps.Where(s => s.PlacementId == id).Select(s => (int?)s.WeeklyMinutes).MaxAsync(stop)
            ?? 0;
        var facts = known.Complete(
            (checks.Count > 0 ? checks[^1].Facts : Sketch(placement)) with
            {
                To = to.Value,
                PaidMinutes = paid,
                HasStatement = placement.HasStatement == true ? YesNo.Yes : YesNo.Unknown,
                HasIndividualAssessment = reason is not null,
                HasVerySpecialNeed = isVerySpecial && reason is not null,
            },
            book
        );
        var messages = CheckPlacement.Against(book, facts);
        if (problems.Count > 0 || messages.Any(m => m.Level == RuleLevel.Block))
            return new PlacementResult(null, problems, messages);
        if (RuleAnswer.Missing(messages, answer) is { } missing)
            return new PlacementResult(null, [missing], messages);
        var check = new KeptCheck(CheckedFor.Extension, clock.GetUtcNow(), by.Id, facts, messages, answer);
        placement.To = to.Value;
        placement.ExtensionReason = reason;
        placement.RuleMessages = KeptCheck.Write([.. checks, check]);
        foreach (var line in await db.PlanItems.Where(p => p.PlacementId == id && p.EndedOn == null).ToListAsync(stop))
            line.To = to;
        // The task about the end was about the old one.
        var ends = await db
            .Tasks.Where(t => t.AboutId == id && t.Kind == Tasks.TaskKind.PlacementEnds && t.DoneAt == null)
            .ToListAsync(stop);
        ends.ForEach(t => t.Finish(by, clock.GetUtcNow()));
        await db.SaveAsync(
            by,
            "placement.extend",
            [placement.CitizenId],
            reason,
            _ =>
                Rechecked.Same(db, facts, placement.CitizenId, placement.WorkplaceId, id, book, stop, sameGroup: false),
            stop
        );
        return new PlacementResult(id, [], messages);
    }

    /// <summary>What is known of a placement whose first check was not kept.</summary>
    private static PlacementFacts Sketch(Placement placement) =>
        new()
        {
            Kind = PlacementKinds.Of(placement.Kind).Offer,
            TargetGroup = placement.TargetGroup,
            From = placement.From,
            To = placement.To,
            WeeklyMinutes = placement.WeeklyMinutes,
            Purpose = PlacementPlan.Offer(placement.Purpose),
            PaidHoursInOtherFunction = placement.PaidTasks is null ? YesNo.Unknown : YesNo.Yes,
        };
}
