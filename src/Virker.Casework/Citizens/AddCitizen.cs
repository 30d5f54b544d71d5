using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Citizens;

/// <summary>A citizen to register.</summary>
/// <param name="Cpr">Ten digits, with or without a hyphen.</param>
/// <param name="BornOn">Asked for where the number does not tell it: a made-up one.</param>
/// <param name="TargetGroup">The group the case begins in; null when it is not known yet.</param>
/// <param name="Since">The first day in the group; null is today.</param>
/// <param name="PrimaryContact">The worker the citizen gets as primary contact.</param>
public sealed record NewCitizen(
    string? Cpr,
    CitizenDetails Details,
    DateOnly? BornOn = null,
    string? TargetGroup = null,
    DateOnly? Since = null,
    Guid? PrimaryContact = null
);

/// <param name="Id">The new citizen; null when problems stopped it.</param>
public sealed record CitizenAdded(Guid? Id, IReadOnlyList<FieldProblem> Problems);

/// <summary>Registers a citizen in the municipality.</summary>
public sealed class AddCitizen(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    public async Task<CitizenAdded> Execute(Worker by, NewCitizen wanted, CancellationToken stop)
    {
        var today = clock.Today();
        var details = wanted.Details.Trimmed();
        var cpr = Cpr.Digits(wanted.Cpr);
        var bornOn = cpr is null ? null : Cpr.BirthDate(cpr) ?? wanted.BornOn;
        List<FieldProblem> problems =
        [
            .. CprProblems(cpr, by.Municipality.IsMadeUp, wanted.BornOn, today),
            .. details.Problems(),
            .. Spells.Problems(wanted.TargetGroup, wanted.Since ?? today, today, mustHave: false),
        ];
        if (problems.Count > 0)
            return new(null, problems);
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var index = db.Vault.BlindIndex(cpr!);
        if (await db.Citizens.AnyAsync(c => c.CprIndex == index, stop))
            return new(null, [Known]);
        var citizen = new Citizen
        {
            Cpr = null!,
            CprIndex = index,
            FirstNames = details.FirstNames!,
            LastName = details.LastName!,
            BornOn = bornOn!.Value,
            Phone = details.Phone,
            Email = details.Email,
            TargetGroup = wanted.TargetGroup,
            PrimaryContactId = wanted.PrimaryContact,
            CreatedAt = clock.GetUtcNow(),
        };
        citizen.Cpr = db.Vault.Seal(cpr!, citizen.Id, "cpr");
        citizen.LivesAt(
            db.Vault,
            new HomeAddress(details.Address, details.PostalCode, details.City),
            details.IsAddressProtected
        );
        db.Add(citizen);
        db.AddRange(NameWords.For(citizen.Id, citizen.FirstNames, citizen.LastName));
        if (wanted.TargetGroup is { } group)
        {
            db.Add(
                new Spell
                {
                    CitizenId = citizen.Id,
                    TargetGroup = group,
                    From = wanted.Since ?? today,
                }
            );
        }
        if (wanted.PrimaryContact is { } contact)
        {
            db.Add(
                new PrimaryContact
                {
                    CitizenId = citizen.Id,
                    WorkerId = contact,
                    From = today,
                }
            );
        }
        try
        {
            await db.SaveAsync(by, "citizen.add", citizen.Id, null, stop);
        }
        catch (DbUpdateException)
        {
            // The same form sent twice at once: the other was first.
            db.ChangeTracker.Clear();
            if (!await db.Citizens.AnyAsync(c => c.CprIndex == index, stop))
                throw;
            return new(null, [Known]);
        }

        return new(citizen.Id, []);
    }

    /// <summary>The number itself is never repeated in a message.</summary>
    private static IEnumerable<FieldProblem> CprProblems(string? cpr, bool madeUp, DateOnly? bornOn, DateOnly today)
    {
        if (cpr is null)
        {
            yield return new(
                "cpr",
                new(
                    "Et CPR-nummer har ti cifre, med eller uden bindestreg.",
                    "A CPR number has ten digits, with or without a hyphen."
                )
            );
            yield break;
        }

        var told = Cpr.BirthDate(cpr);
        if (madeUp && !Cpr.IsMadeUp(cpr))
        {
            yield return new(
                "cpr",
                new(
                    "Kommunen er opdigtet: brug et nummer, ingen kan have, med en dag fra 32 eller en måned fra 13.",
                    "The municipality is made up: use a number nobody can have, with a day from 32 or a month from 13."
                )
            );
        }
        else if (!madeUp && (told is null || told > today))
        {
            yield return new(
                "cpr",
                new("De første seks cifre er ikke en fødselsdag.", "The first six digits are not a day of birth.")
            );
        }
        else if (told is not null && bornOn is not null && bornOn != told)
        {
            yield return new(
                "bornOn",
                new("Datoen passer ikke til CPR-nummeret.", "The date does not fit the CPR number.")
            );
        }
        else if (told is null && bornOn is null)
        {
            yield return new("bornOn", new("Skriv fødselsdatoen.", "Write the date of birth."));
        }
        else if (bornOn > today || bornOn < today.AddYears(-120))
        {
            yield return new("bornOn", new("Det kan ikke være en fødselsdato.", "That cannot be a date of birth."));
        }
    }

    private static FieldProblem Known { get; } =
        new(
            "cpr",
            new(
                "Borgeren er allerede registreret. Find borgeren ved at søge på CPR-nummeret.",
                "The citizen is already registered. Find them by searching for the CPR number."
            )
        );
}
