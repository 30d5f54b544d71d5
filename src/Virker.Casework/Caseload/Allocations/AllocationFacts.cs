using Microsoft.EntityFrameworkCore;
using Virker.Allocation;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;

namespace Virker.Casework.Caseload.Allocations;

/// <summary>Reads who has which cases today, as the solver asks for it. A citizen with an IPS consultant is in IPS. Who is
/// away today keeps the cases and takes none; what a colleague covers is taken from the colleague's room.</summary>
internal sealed class AllocationFacts(CaseworkDbContext db, DateOnly today)
{
    /// <param name="staff">Everybody in the municipality.</param>
    public async Task<AllocationProblem> Read(
        AllocationRun run,
        IReadOnlyList<StaffMember> staff,
        CancellationToken stop
    )
    {
        var rule = await db.CaseloadRules.Newest(stop);
        rule = new()
        {
            Ceiling = run.Ceiling,
            Complex = rule?.Complex,
            VeryComplex = rule?.VeryComplex,
            NewPercent = rule?.NewPercent ?? 100,
        };
        var team = staff.Where(m => run.TeamId is null || m.TeamId == run.TeamId).ToDictionary(m => m.Id);
        var terms = await db.WorkTerms.AsNoTracking().ToDictionaryAsync(t => t.WorkerId, stop);
        var held = await HeldBy([.. team.Keys], stop);
        var holders = held.Select(h => h.Worker).ToHashSet();
        var leavers = run.Leavers;
        bool IsAway(Guid worker) => terms.GetValueOrDefault(worker)?.IsAway(today) == true;
        bool IsIps(Guid worker) => team[worker].Roles.Contains(Role.IpsConsultant);
        int WeightOf(Held of) => IsIps(of.Worker) ? CaseloadRule.One : rule.WeightOf(of.Level);
        var covered = held.Where(h => IsAway(h.Worker))
            .Where(h => terms[h.Worker].CoverId is not null)
            .GroupBy(h => terms[h.Worker].CoverId!.Value)
            .ToDictionary(g => g.Key, g => g.Sum(WeightOf));
        bool Leaves(StaffMember who) => !who.IsActive || leavers.Contains(who.Id);
        bool TakesPart(StaffMember who) =>
            holders.Contains(who.Id)
            || (who.IsActive && (who.Roles.Contains(Role.Caseworker) || who.Roles.Contains(Role.IpsConsultant)));
        var workers = team
            .Values.Where(who => TakesPart(who) && (Leaves(who) || !IsAway(who.Id)))
            .Select(who =>
            {
                var of = terms.GetValueOrDefault(who.Id);
                int room = rule.NormOf(of, IsIps(who.Id), today) - covered.GetValueOrDefault(who.Id);
                return new AllocationWorker(
                    who.Id,
                    Math.Max(0, room),
                    (of?.Languages ?? Codes.None).ToHashSet(),
                    IsIps(who.Id),
                    (of?.Areas ?? Codes.None).ToHashSet(),
                    Leaves(who)
                );
            })
            .ToList();
        var here = workers.Select(w => w.Id).ToHashSet();
        var yearAgo = today.AddYears(-1);
        return new(
            workers,
            [
                .. held.Where(h => here.Contains(h.Worker))
                    .OrderBy(h => h.Citizen)
                    .Select(h => new AllocationCase(
                        h.Citizen,
                        h.Worker,
                        WeightOf(h),
                        h.Language,
                        IsIps(h.Worker),
                        h.IsBound,
                        h.Area,
                        h.Since is { } since ? Years(since) : 0,
                        h.HadAnother && h.Since > yearAgo
                    )),
            ]
        );
    }

    private int Years(DateOnly since)
    {
        int years = today.Year - since.Year;
        return Math.Max(0, since.AddYears(years) > today ? years - 1 : years);
    }

    private async Task<List<Held>> HeldBy(Guid[] workers, CancellationToken stop) =>
        await (
            from citizen in db.Citizens.AsNoTracking()
            where
                citizen.ClosedOn == null
                && citizen.PrimaryContactId != null
                && workers.Contains(citizen.PrimaryContactId.Value)
            join needs in db.CaseNeeds on citizen.Id equals needs.CitizenId into written
            from needs in written.DefaultIfEmpty()
            select new Held(
                citizen.Id,
                citizen.PrimaryContactId!.Value,
                needs.Level,
                needs.Language,
                needs != null && needs.IsBound,
                citizen.PostalCode,
                db.PrimaryContacts.Where(p => p.CitizenId == citizen.Id && p.To == null).Max(p => (DateOnly?)p.From),
                db.PrimaryContacts.Any(p => p.CitizenId == citizen.Id && p.To != null)
            )
        ).ToListAsync(stop);

    private sealed record Held(
        Guid Citizen,
        Guid Worker,
        CaseLevel? Level,
        string? Language,
        bool IsBound,
        string? Area,
        DateOnly? Since,
        bool HadAnother
    );
}
