using Microsoft.EntityFrameworkCore;
using Virker.Casework.Assessments;
using Virker.Casework.Citizens;
using Virker.Casework.Storage;
using Virker.Evidence.Knowledge;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;
using Virker.Rules;

namespace Virker.Casework.Options;

/// <summary>Room in the municipality now, as workplaces say it themselves.</summary>
/// <param name="InWish">Of the workplaces with room, those with the occupation the citizen wishes.</param>
/// <param name="Paying">Of the workplaces with room, those willing to pay for a few hours.</param>
public sealed record LocalRoom(int Workplaces, int InWish, int Paying);

/// <summary>A choice made earlier.</summary>
public sealed record EarlierChoice(
    DateTimeOffset ChosenAt,
    Guid WorkerId,
    string Intervention,
    int Rank,
    string Reason
);

/// <summary>The options of one citizen.</summary>
/// <param name="HasHealth">The citizen agreed to have health written down, so it counts.</param>
public sealed record CitizenOptions(
    KnowledgeBank Bank,
    EvidenceFor Citizen,
    IReadOnlyList<RankedOption> Options,
    LocalRoom Room,
    bool HasAssessment,
    bool HasHealth,
    IReadOnlyList<EarlierChoice> Earlier
);

/// <summary>Reads what can be offered to a citizen, in the order of the evidence. The caller logs the look-up.</summary>
public sealed class ReadOptions(
    MunicipalityStore<CaseworkDbContext> store,
    ReadKnowledgeBank knowledge,
    ReadAssessments assessments,
    RuleBook book,
    TimeProvider clock
)
{
    public async Task<CitizenOptions> Execute(Worker by, Guid citizen, CancellationToken stop)
    {
        var bank = await knowledge.Execute(null, stop);
        var assessment = (await assessments.Execute(by, citizen, null, stop))?.Shown;
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var person = await db
            .Citizens.Where(c => c.Id == citizen)
            .Select(c => new
            {
                c.TargetGroup,
                c.BornOn,
                c.WishedOccupation,
            })
            .SingleAsync(stop);
        var open = db.Workplaces.Where(w => w.OpenPlaces > 0);
        var room = await open.GroupBy(_ => 1)
            .Select(all => new LocalRoom(
                all.Count(),
                all.Count(w =>
                    db.WorkplaceOccupations.Any(o => o.WorkplaceId == w.Id && o.Occupation == person.WishedOccupation)
                ),
                all.Count(w => w.OffersPaidHours == true)
            ))
            .SingleOrDefaultAsync(stop);
        var earlier = await db
            .OptionChoices.Where(o => o.CitizenId == citizen)
            .OrderByDescending(o => o.ChosenAt)
            .Select(o => new EarlierChoice(o.ChosenAt, o.WorkerId, o.Intervention, o.Rank, o.Reason))
            .ToListAsync(stop);
        var about = EvidenceFor.Citizen(
            person.TargetGroup is { } group ? book.TargetGroups.Find(group) : null,
            ReadCitizen.Age(person.BornOn, clock.Today()),
            assessment?.WantsToWork,
            assessment?.Health
        );
        return new CitizenOptions(
            bank,
            about,
            RankOptions.For(bank, Offers.All, about),
            room ?? new LocalRoom(0, 0, 0),
            assessment is not null,
            assessment?.Health is not null,
            earlier
        );
    }
}
