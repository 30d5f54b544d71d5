using System.Net.Mail;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Virker.Platform.Audit;
using Virker.Platform.Forms;
using Virker.Platform.Municipalities;
using Virker.Platform.Storage;

namespace Virker.Platform.Accounts.Administration;

/// <summary>What an administrator decides about an account.</summary>
public sealed record AccountDetails(string Name, IReadOnlyCollection<Role> Roles, Guid? TeamId = null);

/// <summary>Makes, changes, closes and opens the accounts of a municipality. Every change has a line in the
/// municipality's log, written first.</summary>
public sealed class ManageAccounts(
    UserManager<Account> accounts,
    IDbContextFactory<PlatformDbContext> databases,
    Staff staff,
    LookupLog log,
    TimeProvider clock
)
{
    /// <summary>The roles a municipality gives its people. Publishing in the knowledge bank all share is not its to
    /// give.</summary>
    public static IReadOnlyList<Role> Grantable { get; } =
    [.. Enum.GetValues<Role>().Where(role => role != Role.KnowledgeEditor)];

    /// <summary>As much as the tables of accounts hold.</summary>
    private const int MaxAddress = 256;

    /// <summary>A new account in the municipality of <paramref name="by"/>.</summary>
    /// <param name="password">Null for one that signs in by passkey or only as a demonstration.</param>
    /// <exception cref="InvalidInputException">The details are wrong; the text says which.</exception>
    public async Task<Account> Add(
        Worker by,
        string email,
        AccountDetails details,
        string? password,
        CancellationToken stop = default
    )
    {
        await CheckAsync(by, details, stop);
        var account = Make(email, details.Name, RoleCodes.Of(details.Roles));
        account.MunicipalityId = by.Municipality.Id;
        account.TeamId = details.TeamId;
        await CheckAsync(account, password);
        await LogAsync(by, "account.add", account);
        await CreateAsync(account, password);
        staff.Forget(by.Municipality.Id);
        return account;
    }

    /// <summary>A new account that belongs to no municipality and publishes in the knowledge bank.</summary>
    /// <exception cref="InvalidInputException">The details are wrong; the text says which.</exception>
    public async Task<Account> AddEditor(string email, string name, string? password)
    {
        var account = Make(email, name, RoleCodes.Of(Role.KnowledgeEditor));
        await CheckAsync(account, password);
        await CreateAsync(account, password);
        return account;
    }

    /// <summary>The account of somebody the municipality's own log-in vouches for, known by issuer and subject alone (an
    /// e-mail address proves nothing): made the first time, with the name and roles of today.</summary>
    /// <returns>Null when the account belongs to another municipality.</returns>
    public async Task<Account?> Vouched(
        Municipality municipality,
        UserLoginInfo login,
        string? email,
        string name,
        Codes roles
    )
    {
        ArgumentNullException.ThrowIfNull(login);
        var account = await accounts.FindByLoginAsync(login.LoginProvider, login.ProviderKey);
        if (account is null)
        {
            var id = Guid.CreateVersion7();
            account = new Account
            {
                Id = id,
                UserName = "oidc/" + id,
                Email = email,
                DisplayName = name,
                MunicipalityId = municipality.Id,
                Roles = roles,
            };
            await LogAsync(Self(account), "account.add", account, login.LoginProvider);
            await CreateAsync(account, password: null);
            Require(await accounts.AddLoginAsync(account, login));
            staff.Forget(municipality.Id);
        }
        else if (account.MunicipalityId != municipality.Id)
        {
            return null;
        }
        else if (account.IsActive && (account.DisplayName != name || !account.Roles.Equals(roles)))
        {
            (account.DisplayName, account.Roles) = (name, roles);
            await SaveAsync(Self(account), "account.change", account, login.LoginProvider);
        }

        return account;
        Worker Self(Account account) => new(account.Id, name, municipality, new HashSet<Role>());
    }

    /// <summary>The municipality's accounts, by name.</summary>
    public async Task<IReadOnlyList<Account>> List(Worker by, CancellationToken stop = default)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var all = await db.Users.AsNoTracking().Where(a => a.MunicipalityId == by.Municipality.Id).ToListAsync(stop);
        return [.. all.OrderBy(a => a.DisplayName, Danish.Alphabet)];
    }

    /// <summary>An account of the municipality; null when there is none, also when it is another municipality's.</summary>
    public async Task<Account?> Find(Worker by, Guid id) =>
        await accounts.FindByIdAsync(id.ToString()) is { } account && account.MunicipalityId == by.Municipality.Id
            ? account
            : null;

    /// <summary>Gives the account another name, other roles or another team. The person notices within a minute.</summary>
    /// <exception cref="InvalidInputException">The details are wrong; the text says which.</exception>
    public async Task Change(Worker by, Account account, AccountDetails details, CancellationToken stop = default)
    {
        await CheckAsync(by, details, stop);
        if (account.Id == by.Id && !details.Roles.Contains(Role.Administrator))
        {
            throw Wrong(
                "Du kan ikke tage rollen som administrator fra dig selv.",
                "You cannot take the role of administrator from yourself.",
                "roles"
            );
        }
        var (name, roles) = (details.Name.Trim(), RoleCodes.Of(details.Roles));
        if (account.DisplayName == name && account.Roles.Equals(roles) && account.TeamId == details.TeamId)
            return;
        account.DisplayName = name;
        account.Roles = roles;
        account.TeamId = details.TeamId;
        await SaveAsync(by, "account.change", account);
    }

    /// <summary>Closes the account: whoever uses it is out within a minute. Its name stays where it stands.</summary>
    public async Task Close(Worker by, Account account)
    {
        if (account.Id == by.Id)
            throw Wrong("Du kan ikke lukke din egen konto.", "You cannot close your own account.");
        if (!account.IsActive)
            return;
        account.IsActive = false;
        await LogAsync(by, "account.close", account);
        // A new stamp ends the sessions; it saves the account too.
        Require(await accounts.UpdateSecurityStampAsync(account));
        staff.Forget(by.Municipality.Id);
    }

    public Task Open(Worker by, Account account)
    {
        if (account.IsActive)
            return Task.CompletedTask;
        account.IsActive = true;
        return SaveAsync(by, "account.open", account);
    }

    /// <summary>True while wrong passwords keep the account locked.</summary>
    public bool IsLocked(Account account) => account.LockoutEnd > clock.GetUtcNow();

    /// <summary>Lets somebody who forgot the password try again at once.</summary>
    public Task Unlock(Worker by, Account account)
    {
        if (!IsLocked(account))
            return Task.CompletedTask;
        account.LockoutEnd = null;
        account.AccessFailedCount = 0;
        return SaveAsync(by, "account.unlock", account);
    }

    /// <summary>Gives the account a new password, ends its sessions, and returns the password, which is shown once.</summary>
    public async Task<string> NewPassword(Worker by, Account account)
    {
        string password = Generate();
        await LogAsync(by, "account.password", account);
        if (account.PasswordHash is not null)
            Require(await accounts.RemovePasswordAsync(account));
        Require(await accounts.AddPasswordAsync(account, password));
        return password;
    }

    /// <summary>A password nobody guesses: 98 bits, in groups one can read aloud.</summary>
    public static string Generate() =>
        string.Join(
            '-',
            RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 20).Chunk(5).Select(g => new string(g))
        );

    private static Account Make(string email, string name, Codes roles)
    {
        if (!MailAddress.TryCreate(email.Trim(), out var address) || address.Address != email.Trim())
            throw Wrong($"\"{email}\" er ikke en e-mailadresse.", $"\"{email}\" is not an e-mail address.", "email");
        if (address.Address.Length > MaxAddress)
            throw new InvalidInputException(TypedText.TooLong(MaxAddress), "email");
        if (string.IsNullOrWhiteSpace(name))
            throw Wrong("Skriv personens navn.", "Write the person's name.", "name");
        return new Account
        {
            Id = Guid.CreateVersion7(),
            UserName = address.Address,
            Email = address.Address,
            DisplayName = name.Trim(),
            Roles = roles,
        };
    }

    private async Task CheckAsync(Worker by, AccountDetails details, CancellationToken stop)
    {
        if (details.Name.Trim().Length > MaxAddress)
            throw new InvalidInputException(TypedText.TooLong(MaxAddress), "name");
        if (string.IsNullOrWhiteSpace(details.Name))
            throw Wrong("Skriv personens navn.", "Write the person's name.", "name");
        if (details.Roles.Count == 0)
            throw Wrong("Vælg mindst én rolle.", "Choose at least one role.", "roles");
        if (details.Roles.Except(Grantable).Any())
        {
            throw Wrong(
                "Redaktører af vidensbanken hører ikke til en kommune.",
                "Editors of the knowledge bank belong to no municipality.",
                "roles"
            );
        }
        // What a clinician sees rests on consent alone; another role would see past it.
        if (details.Roles.Contains(Role.Clinician) && details.Roles.Count > 1)
            throw Wrong("En behandler kan ikke have andre roller.", "A clinician can have no other role.", "roles");
        if (details.TeamId is not { } team)
            return;
        await using var db = await databases.CreateDbContextAsync(stop);
        if (!await db.Teams.AnyAsync(t => t.Id == team && t.MunicipalityId == by.Municipality.Id, stop))
            throw Wrong("Teamet findes ikke.", "There is no such team.", "team");
    }

    /// <summary>Asked before the log is written, so that it does not tell of an account that was never made.</summary>
    private async Task CheckAsync(Account account, string? password)
    {
        if (await accounts.FindByNameAsync(account.UserName!) is not null)
            throw Wrong($"{account.Email} har allerede en konto.", $"{account.Email} already has an account.", "email");
        if (password?.Length < AccountServices.PasswordLength)
        {
            throw Wrong(
                $"Adgangskoden skal være på mindst {AccountServices.PasswordLength} tegn.",
                $"The password must have at least {AccountServices.PasswordLength} characters."
            );
        }
    }

    private async Task CreateAsync(Account account, string? password) =>
        Require(password is null ? await accounts.CreateAsync(account) : await accounts.CreateAsync(account, password));

    private async Task SaveAsync(Worker by, string action, Account account, string? why = null)
    {
        await LogAsync(by, action, account, why);
        Require(await accounts.UpdateAsync(account));
        staff.Forget(by.Municipality.Id);
    }

    private Task LogAsync(Worker by, string action, Account account, string? why = null) =>
        log.Looked(
            by,
            action,
            [],
            why,
            JsonSerializer.Serialize(
                new
                {
                    account = account.Id,
                    roles = account.Roles.ToString(),
                    team = account.TeamId,
                    open = account.IsActive,
                }
            )
        );

    /// <summary>What people can do wrong is checked before; this is two people at once.</summary>
    private static void Require(IdentityResult result)
    {
        if (result.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.ConcurrencyFailure)))
            throw new ChangedMeanwhileException();
        if (!result.Succeeded)
        {
            throw Wrong(
                "Kontoen blev ændret af en anden imens. Hent siden igen.",
                "Somebody else changed the account meanwhile. Reload the page."
            );
        }
    }

    private static InvalidInputException Wrong(string da, string en, string? field = null) => new(new(da, en), field);
}
