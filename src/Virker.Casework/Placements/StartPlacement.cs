using Microsoft.EntityFrameworkCore;
using Virker.Casework.Plans;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;
using Virker.Rules;

namespace Virker.Casework.Placements;

/// <summary>What came of a wish to start or extend a placement.</summary>
/// <param name="Id">The placement; null when it was not saved.</param>
/// <param name="Problems">What stops it, each beside its field.</param>
/// <param name="Messages">What the rules say, heaviest first; a block stops it.</param>
public sealed record PlacementResult(
    Guid? Id,
    IReadOnlyList<FieldProblem> Problems,
    IReadOnlyList<RuleMessage> Messages
);

/// <summary>
/// Starts a placement: asks the rules, and saves agreement, paid hours, plan line and first tasks in one go. A rule that
/// blocks refuses it; a rule that warns needs a written answer. What the rules said is kept with the placement.
/// </summary>
public sealed class StartPlacement(MunicipalityStore<CaseworkDbContext> store, RuleBook book, TimeProvider clock)
{
    /// <exception cref="InvalidInputException">No such citizen or workplace, or the case is closed.</exception>
    public Task<PlacementResult> Execute(Worker by, Guid citizen, PlacementTerms terms, CancellationToken stop)
    {
        terms = terms.Tidied();
        return Rechecked.Try(() => Once(by, citizen, terms, stop));
    }

    private async Task<PlacementResult> Once(Worker by, Guid citizen, PlacementTerms terms, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        if (await db.Placements.AnyAsync(p => p.Id == terms.Id && p.CitizenId == citizen, stop))
            return new PlacementResult(terms.Id, [], []);
        var known = await Surroundings.Read(db, citizen, terms.WorkplaceId, terms.Id, stop);
        RequireOpen(known);
        List<FieldProblem> problems = [.. terms.Problems(clock.Today())];
        if (terms is not { From: { } from, To: { } to } || problems.Exists(p => p.Field is "from" or "weeks"))
            return new PlacementResult(null, problems, []);
        if (known.TargetGroup(from) is not { } group)
        {
            throw new InvalidInputException(
                new("borgeren har ingen målgruppe; skriv den først", "the citizen has no target group; write it first")
            );
        }
        if (PlacementKinds.Of(terms.Kind).IsSupported && known.AlreadyHereUntil(from, to) is { } until)
        {
            problems.Add(
                new(
                    "from",
                    new(
                        $"Borgeren er allerede på stedet til og med {until:d.M.yyyy}. Forlæng den aftale i stedet.",
                        $"The citizen is there already until {until:d/M/yyyy}. Extend that agreement instead."
                    )
                )
            );
        }
        var facts = known.Complete(terms.Facts(group), book);
        var messages = CheckPlacement.Against(book, facts);
        if (problems.Count > 0 || messages.Any(m => m.Level == RuleLevel.Block))
            return new PlacementResult(null, problems, messages);
        if (RuleAnswer.Missing(messages, terms.WarningsAnswer) is { } missing)
            return new PlacementResult(null, [missing], messages);
        var check = new KeptCheck(
            CheckedFor.Start,
            clock.GetUtcNow(),
            by.Id,
            facts,
            messages,
            messages.Any(m => m.Level == RuleLevel.Warn) ? terms.WarningsAnswer : null
        );
        Add(db, by, known, terms, check);
        await db.SaveAsync(
            by,
            "placement.start",
            [citizen],
            check.Answer,
            _ => Rechecked.Same(db, facts, citizen, terms.WorkplaceId, terms.Id, book, stop),
            stop
        );
        return new PlacementResult(terms.Id, [], messages);
    }

    private void Add(CaseworkDbContext db, Worker by, Surroundings known, PlacementTerms terms, KeptCheck check)
    {
        var now = clock.GetUtcNow();
        var placement = new Placement
        {
            Id = terms.Id,
            CitizenId = known.Citizen.Id,
            WorkplaceId = terms.WorkplaceId,
            Kind = terms.Kind,
            Purpose = terms.Purpose!.Value,
            State = PlacementState.Agreed,
            TargetGroup = check.Facts.TargetGroup,
            From = check.Facts.From,
            To = check.Facts.To,
            WeeklyMinutes = terms.WeeklyMinutes!.Value,
            Tasks = terms.Tasks ?? terms.PaidTasks!,
            PaidTasks = terms.PaidTasks,
            MentorName = terms.MentorName,
            MentorMinutes = terms.MentorMinutes,
            SupportedBy = by.Roles.Contains(Role.JobConsultant) || by.Roles.Contains(Role.IpsConsultant) ? by.Id : null,
            FollowUpWeeks = terms.FollowUpWeeks!.Value,
            HasStatement = terms.HasStatement ? true : null,
            ExtensionReason = terms.ExtensionReason,
            StartedAt = now,
            StartedBy = by.Id,
            RuleMessages = KeptCheck.Write(check),
            WarningsAnswered = check.Answer,
        };
        db.Add(placement);
        var kind = PlacementKinds.Of(placement.Kind);
        db.AddRange(
            terms.Steps.Select(s => new PaidHoursStep
            {
                PlacementId = placement.Id,
                From = s.From,
                WeeklyMinutes = s.WeeklyMinutes,
            })
        );
        db.Add(
            new PlanItem
            {
                CitizenId = placement.CitizenId,
                Kind = PlanItemKind.Placement,
                Intervention = kind.Intervention,
                Title = $"{kind.Name.Da}: {known.Workplace.Name}",
                IsJobDirected = true,
                From = placement.From,
                To = placement.To,
                PlacementId = placement.Id,
                AddedAt = now,
                AddedBy = by.Id,
            }
        );
        var running = new RunningPlacement(
            placement.Id,
            placement.CitizenId,
            placement.WorkplaceId,
            placement.Kind,
            placement.From,
            placement.To,
            placement.FollowUpWeeks,
            placement.HasStatement,
            PlacementTask.Owner(placement.SupportedBy, known.Citizen.PrimaryContactId, placement.StartedBy)
        );
        // The same the night would make, so that they stand on the day's list at once.
        db.AddRange(PlacementTask.Of(running, clock.Today()).Select(t => t.Made(now)));
    }

    private static void RequireOpen(Surroundings known)
    {
        if (known.Citizen.ClosedOn is not null)
            throw new InvalidInputException(new("borgerens sag er lukket", "the citizen's case is closed"));
        if (known.Workplace.IsClosed)
            throw new InvalidInputException(new("virksomheden er lukket", "the company is closed"));
    }
}
