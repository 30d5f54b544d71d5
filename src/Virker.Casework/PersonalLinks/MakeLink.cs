using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.PersonalLinks;

/// <param name="Code">As it is shown, this once.</param>
public sealed record LinkMade(string Code, DateTimeOffset ExpiresAt);

/// <summary>A link as the worker sees it afterwards: never its code.</summary>
public sealed record LinkRead(
    Guid Id,
    LinkPurpose Purpose,
    DateTimeOffset MadeAt,
    Guid MadeBy,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? UsedAt,
    DateTimeOffset? RevokedAt
)
{
    /// <summary>It can still be begun with, or the citizen is in by it.</summary>
    public bool IsLive(DateTimeOffset now) =>
        RevokedAt is null && (UsedAt is { } used ? used + PersonalLink.Stay > now : ExpiresAt > now);
}

/// <summary>Makes a personal link. One for the same thing that waits unused is taken back: a lost letter opens nothing.</summary>
public sealed class MakeLink(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    /// <exception cref="InvalidInputException">No such citizen, or the case is closed.</exception>
    public async Task<LinkMade> Execute(Worker by, Guid citizen, LinkPurpose purpose, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        if ((await db.Citizens.OfId(citizen, stop)).ClosedOn is not null)
            throw new InvalidInputException(new("sagen er lukket", "the case is closed"));
        var now = clock.GetUtcNow();
        string code = LinkCode.New();
        var link = new PersonalLink
        {
            CitizenId = citizen,
            Purpose = purpose,
            CodeIndex = LinkCode.Index(db.Vault, code)!,
            MadeAt = now,
            MadeBy = by.Id,
            ExpiresAt = now.AddDays(PersonalLink.Days),
        };
        db.Add(link);
        await db.SaveAsync(
            by,
            "link.make",
            [citizen],
            null,
            async _ =>
            {
                var waiting = await db
                    .PersonalLinks.Where(l =>
                        l.CitizenId == citizen && l.Purpose == purpose && l.UsedAt == null && l.RevokedAt == null
                    )
                    .ToListAsync(stop);
                waiting.ForEach(l => l.RevokedAt = now);
            },
            stop
        );
        return new(LinkCode.Shown(code), link.ExpiresAt);
    }
}

/// <summary>Takes a link back at once, also from a citizen who is in by it.</summary>
public sealed class RevokeLink(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    /// <exception cref="InvalidInputException">The citizen has no such link.</exception>
    public async Task Execute(Worker by, Guid citizen, Guid id, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var link =
            await db.PersonalLinks.SingleOrDefaultAsync(l => l.Id == id && l.CitizenId == citizen, stop)
            ?? throw new InvalidInputException(new("linket findes ikke", "there is no such link"));
        if (link.RevokedAt is not null)
            return;
        link.RevokedAt = clock.GetUtcNow();
        await db.SaveAsync(by, "link.revoke", citizen, null, stop);
    }
}

/// <summary>The citizen's links, newest first. The caller logs the look-up.</summary>
public sealed class ReadLinks(MunicipalityStore<CaseworkDbContext> store)
{
    private const int Most = 20;

    public async Task<IReadOnlyList<LinkRead>> Execute(Worker by, Guid citizen, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        return await db
            .PersonalLinks.Where(l => l.CitizenId == citizen)
            .OrderByDescending(l => l.MadeAt)
            .Take(Most)
            .Select(l => new LinkRead(l.Id, l.Purpose, l.MadeAt, l.MadeBy, l.ExpiresAt, l.UsedAt, l.RevokedAt))
            .ToListAsync(stop);
    }
}
