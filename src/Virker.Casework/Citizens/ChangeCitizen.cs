using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Citizens;

/// <summary>Changes a citizen's name, address, phone and e-mail, and whether the address is protected.</summary>
public sealed class ChangeCitizen(MunicipalityStore<CaseworkDbContext> store)
{
    /// <param name="reason">Why protection is lifted; asked for only then, since the address then stands in the open.</param>
    /// <returns>What stops it, each beside its field; empty when it is saved.</returns>
    /// <exception cref="InvalidInputException">No such citizen.</exception>
    public async Task<IReadOnlyList<FieldProblem>> Execute(
        Worker by,
        Guid id,
        CitizenDetails details,
        string? reason,
        CancellationToken stop
    )
    {
        details = details.Trimmed();
        reason = TypedText.OrNull(reason);
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var citizen = await db.Citizens.OfId(id, stop);
        bool wasProtected = citizen.IsAddressProtected;
        bool lifts = wasProtected && !details.IsAddressProtected;
        List<FieldProblem> problems = [.. details.Problems()];
        if (lifts && reason is null)
            problems.Add(new("reason", new("Skriv, hvorfor beskyttelsen ophører.", "Write why the protection ends.")));
        if (problems.Count > 0)
            return problems;
        await Rename(db, citizen, details, stop);
        (citizen.Phone, citizen.Email) = (details.Phone, details.Email);
        var before = HomeAddress.Open(db.Vault, citizen);
        var typed = new HomeAddress(details.Address, details.PostalCode, details.City);
        // A protected address does not stand in the form, so nothing written means as it was.
        var home = wasProtected && typed.IsEmpty ? before : typed;
        if (home != before || wasProtected != details.IsAddressProtected)
            citizen.LivesAt(db.Vault, home, details.IsAddressProtected);
        if (!db.ChangeTracker.HasChanges())
            return [];
        string action =
            lifts ? "citizen.unprotect"
            : details.IsAddressProtected && !wasProtected ? "citizen.protect"
            : "citizen.change";
        await db.SaveAsync(by, action, id, lifts ? reason : null, stop);
        return [];
    }

    private static async Task Rename(
        CaseworkDbContext db,
        Citizen citizen,
        CitizenDetails details,
        CancellationToken stop
    )
    {
        if (citizen.FirstNames == details.FirstNames && citizen.LastName == details.LastName)
            return;
        (citizen.FirstNames, citizen.LastName) = (details.FirstNames!, details.LastName!);
        var before = await db.NameWords.Where(w => w.CitizenId == citizen.Id).ToListAsync(stop);
        var now = NameWords.For(citizen.Id, citizen.FirstNames, citizen.LastName).ToList();
        db.RemoveRange(before.ExceptBy(now.Select(w => w.Word), w => w.Word));
        db.AddRange(now.ExceptBy(before.Select(w => w.Word), w => w.Word));
    }
}

/// <summary>Shows where a citizen with a protected address lives, for a reason. The caller logs the look with it.</summary>
public sealed class ShowAddress(MunicipalityStore<CaseworkDbContext> store)
{
    /// <returns>The address, or what stops it.</returns>
    /// <exception cref="InvalidInputException">No such citizen.</exception>
    public async Task<AddressShown> Execute(Worker by, Guid id, string? reason, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return new(
                null,
                [
                    new(
                        "reason",
                        new(
                            "Skriv, hvad du skal bruge adressen til. Det kommer i loggen.",
                            "Write what you need the address for. It goes into the log."
                        )
                    ),
                ]
            );
        }
        await using var db = await store.OpenAsync(by.Municipality, stop);
        return new(HomeAddress.Open(db.Vault, await db.Citizens.OfId(id, stop)), []);
    }
}

public sealed record AddressShown(HomeAddress? Address, IReadOnlyList<FieldProblem> Problems);
