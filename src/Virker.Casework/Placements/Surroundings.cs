using Microsoft.EntityFrameworkCore;
using Virker.Casework.Citizens;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework.Placements;

/// <summary>What the municipality knows of the citizen and the workplace that bears on a placement, read in six
/// questions.</summary>
internal sealed class Surroundings
{
    private readonly List<Spell> _spells;
    private readonly List<PlanFact> _plan;
    private readonly List<Other> _others;
    private readonly bool? _hasEducation;

    private Surroundings(
        CitizenFact citizen,
        WorkplaceFact workplace,
        List<Spell> spells,
        List<PlanFact> plan,
        List<Other> others,
        bool? hasEducation
    ) =>
        (Citizen, Workplace, _spells, _plan, _others, _hasEducation) = (
            citizen,
            workplace,
            spells,
            plan,
            others,
            hasEducation
        );

    public CitizenFact Citizen { get; }
    public WorkplaceFact Workplace { get; }

    /// <summary>The citizen has a plan: something was written in it, whatever became of it since.</summary>
    public bool HasPlan => _plan.Count > 0;

    /// <param name="apart">A placement that does not count beside itself.</param>
    /// <exception cref="InvalidInputException">There is no such citizen or workplace.</exception>
    public static async Task<Surroundings> Read(
        CaseworkDbContext db,
        Guid citizenId,
        Guid workplaceId,
        Guid apart,
        CancellationToken stop
    )
    {
        var citizen =
            await db
                .Citizens.Where(c => c.Id == citizenId)
                .Select(c => new CitizenFact(c.Id, c.BornOn, c.JobGoal, c.TargetGroup, c.PrimaryContactId, c.ClosedOn))
                .SingleOrDefaultAsync(stop)
            ?? throw CitizenRows.NotFound();
        var workplace =
            await (
                from w in db.Workplaces
                join c in db.Companies on w.CompanyId equals c.Id
                where w.Id == workplaceId
                select new WorkplaceFact(
                    w.Id,
                    w.PNumber,
                    w.Name,
                    c.Cvr,
                    c.Name,
                    c.IsPublic,
                    c.IsClosed,
                    w.Employees,
                    w.ContactPerson
                )
            ).SingleOrDefaultAsync(stop)
            ?? throw new InvalidInputException(new("arbejdspladsen findes ikke", "there is no such workplace"));
        var spells = await db.Spells.AsNoTracking().Where(s => s.CitizenId == citizenId).ToListAsync(stop);
        var plan = await db
            .PlanItems.Where(p => p.CitizenId == citizenId && p.PlacementId != apart)
            .Select(p => new PlanFact(p.IsJobDirected, p.From, p.EndedOn ?? p.To))
            .ToListAsync(stop);
        var others = await db
            .Placements.Where(p => p.Id != apart && p.WorkplaceId == workplaceId && p.State != PlacementState.Cancelled)
            .Select(p => new Other(p.CitizenId, p.Kind, p.From, p.EndedOn ?? p.To, p.WeeklyMinutes))
            .ToListAsync(stop);
        var hasEducation = await db
            .Assessments.Where(a => a.CitizenId == citizenId)
            .OrderByDescending(a => a.Version)
            .Select(a => a.HasEducation)
            .FirstOrDefaultAsync(stop);
        return new Surroundings(citizen, workplace, spells, plan, others, hasEducation);
    }

    /// <summary>The target group on a day: of the spell that day, otherwise of the one that runs now.</summary>
    public string? TargetGroup(DateOnly on) => SpellOn(on)?.TargetGroup ?? Citizen.TargetGroup;

    /// <summary>The citizen's other placement at the workplace on one of these days; null when there is none.</summary>
    public DateOnly? AlreadyHereUntil(DateOnly from, DateOnly to) =>
        _others
            .Where(o =>
                o.CitizenId == Citizen.Id && PlacementKinds.Of(o.Kind).IsSupported && o.From <= to && o.To >= from
            )
            .Select(o => (DateOnly?)o.To)
            .Max();

    /// <summary>Completes what the worker knows with what the municipality knows.</summary>
    public PlacementFacts Complete(PlacementFacts facts, RuleBook book)
    {
        var on = facts.From;
        return facts with
        {
            InGroupSince = SpellOn(on)?.From,
            DaysHereBefore = _others
                .Where(o => o.CitizenId == Citizen.Id && PlacementKinds.Of(o.Kind).IsUnpaid && o.From < on)
                .Sum(o => (o.To < on ? o.To : on.AddDays(-1)).DayNumber - o.From.DayNumber + 1),
            OrdinaryEmployees = Workplace.Employees / 100m,
            SupportedThere = Supported(facts.From, facts.To),
            MonthsOnBenefit = MonthsOnBenefit(on, book),
            Age = ReadCitizen.Age(Citizen.BornOn, on),
            HasQualifyingEducation = Of(_hasEducation),
            Plan = HasPlan ? PlanState.MyPlan : PlanState.None,
            PlanHasGoal = Citizen.JobGoal is null ? YesNo.No : YesNo.Yes,
            PlanIsJobDirected = _plan.Exists(p => p.IsJobDirected && (p.To is null || p.To >= on))
                ? YesNo.Yes
                : YesNo.No,
        };
    }

    /// <summary>The most full-time persons in internship or wage subsidy at the workplace on any day of the period.</summary>
    private decimal Supported(DateOnly from, DateOnly to)
    {
        var there = _others.Where(o => PlacementKinds.Of(o.Kind).IsSupported && o.From <= to && o.To >= from).ToList();
        // The number rises only on a day somebody begins.
        return there
            .Select(o => o.From < from ? from : o.From)
            .Append(from)
            .Distinct()
            .Max(day =>
                there
                    .Where(o => o.From <= day && o.To >= day)
                    .Sum(o => Math.Min(o.WeeklyMinutes / (decimal)Ratio.FullTimeMinutes, 1))
            );
    }

    /// <summary>Whole months in a row on benefit before the day; null when the citizen's time with us is not known.</summary>
    private int? MonthsOnBenefit(DateOnly on, RuleBook book)
    {
        if (SpellOn(on) is not { } last)
            return null;
        DateOnly? since = null;
        foreach (var spell in _spells.Where(s => s.From <= last.From).OrderByDescending(s => s.From))
        {
            bool isBenefit =
                book.TargetGroups.Find(spell.TargetGroup) is { } group && group.Benefit != BenefitKind.NoBenefit;
            if (!isBenefit || (since is not null && spell.To?.AddDays(1) < since))
                break;
            since = spell.From;
        }

        if (since is not { } first)
            return 0;
        int months = (on.Year - first.Year) * 12 + on.Month - first.Month;
        return Math.Max(0, first.AddMonths(months) > on ? months - 1 : months);
    }

    private Spell? SpellOn(DateOnly on) =>
        _spells.Where(s => s.From <= on && (s.To is null || s.To >= on)).MaxBy(s => s.From);

    private static YesNo Of(bool? known) =>
        known switch
        {
            true => YesNo.Yes,
            false => YesNo.No,
            null => YesNo.Unknown,
        };

    private sealed record PlanFact(bool IsJobDirected, DateOnly From, DateOnly? To);

    private sealed record Other(Guid CitizenId, PlacementKind Kind, DateOnly From, DateOnly To, int WeeklyMinutes);
}

internal sealed record CitizenFact(
    Guid Id,
    DateOnly BornOn,
    string? JobGoal,
    string? TargetGroup,
    Guid? PrimaryContactId,
    DateOnly? ClosedOn
);

internal sealed record WorkplaceFact(
    Guid Id,
    string PNumber,
    string Name,
    string Cvr,
    string Company,
    bool IsPublic,
    bool IsClosed,
    int? Employees,
    string? ContactPerson
);
