using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Virker.Platform.Municipalities;
using Virker.Platform.Storage;

namespace Virker.Web.Site.Forms;

/// <summary>A form that could not be taken: what was typed, and what its fields showed first. When its sender was not
/// signed out, it was too old.</summary>
public sealed record KeptTyped(
    FormKey Key,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Fields,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Before,
    bool IsSignedOut
);

/// <summary>
/// What is typed or found is kept for a short while: sealed, in the owner's municipality's own database, for the owner
/// alone. Nothing of it stands in an address: that has only its id.
/// </summary>
public sealed class KeptForms(
    FormStore store,
    IDataProtectionProvider protection,
    MunicipalityCatalogue catalogue,
    SignedIn me,
    Visits visits
)
{
    /// <summary>In the address of a page: a form comes back as it was typed.</summary>
    public const string Key = "kept";

    /// <summary>What was sent came back empty.</summary>
    public static readonly Guid Lost = Guid.Empty;

    /// <summary>A larger form is not kept.</summary>
    public const int MostBytes = 500_000;

    /// <summary>How long a typed form waits for its writer: over night.</summary>
    public static readonly TimeSpan TypedTime = TimeSpan.FromHours(12);

    /// <summary>How long a secret that is shown once can be shown, if the page is fetched again.</summary>
    public static readonly TimeSpan SecretTime = TimeSpan.FromMinutes(10);

    // The same on every form of the page.
    private string? _shownTo;

    /// <summary>Whose forms these are; null for a visitor.</summary>
    public async Task<FormOwner?> Owner(CancellationToken stop) =>
        me.WorkerOrNull is { } worker ? new(worker.Id, worker.Municipality)
        : me.AccountId is { } account ? new(account, null)
        : await visits.Now(stop) is { } visit ? new(visit.LinkId, visit.Municipality)
        : null;

    /// <summary>The name of whoever is shown a form, sealed. A form without it was not written by us.</summary>
    public string ShownTo(HttpContext http) =>
        _shownTo ??= ShownProtector.Protect($"{me.AccountId}/{me.WorkerOrNull?.Municipality.Id}");

    /// <summary>To whom the form was shown; null when nobody was signed in.</summary>
    /// <returns>Also whether we showed the form at all.</returns>
    public async Task<(FormOwner? Owner, bool IsOurs)> ShownTo(SentForm sent, CancellationToken stop)
    {
        try
        {
            if (sent.Shown is null || ShownProtector.Unprotect(sent.Shown).Split('/') is not [var account, var place])
                return (null, false);
            if (!Guid.TryParse(account, out var id))
                return (null, true);
            var municipality = Guid.TryParse(place, out var m) ? await catalogue.Find(m, stop) : null;
            return (new(id, municipality), true);
        }
        catch (CryptographicException)
        {
            return (null, false);
        }
    }

    /// <summary>Keeps what was typed, for the one who was shown the form.</summary>
    /// <returns>The id for the address; <see cref="Lost"/> when nothing is kept.</returns>
    public async Task<Guid> Keep(FormOwner? owner, SentForm sent, bool isSignedOut, CancellationToken stop)
    {
        // Forms about signing in hold passwords, and nothing one would miss.
        if (owner is null || sent.Key.Page.StartsWith("/account", StringComparison.Ordinal))
            return Lost;
        var typed = new KeptTyped(sent.Key, sent.Fields, sent.Before, isSignedOut);
        var content = Sealed(owner, typed);
        return content.Length > MostBytes ? Lost : await store.Keep(owner, content, TypedTime, stop);
    }

    /// <summary>Keeps an answer for a page of the present sender.</summary>
    public async Task<Guid> KeepResult<T>(T result, CancellationToken stop, TimeSpan? time = null)
    {
        var owner = (await Owner(stop))!;
        return await store.Keep(owner, Sealed(owner, result), time ?? TypedTime, stop);
    }

    /// <summary>What was kept under the id for the present sender; null for everybody else, and after its time.</summary>
    public async Task<T?> Find<T>(string? id, CancellationToken stop)
        where T : class
    {
        if (!Guid.TryParse(id, out var key) || await Owner(stop) is not { } owner)
            return null;
        return await store.Kept(owner, key, stop) is { } content ? Opened<T>(owner, content) : null;
    }

    /// <summary>What was kept is saved.</summary>
    public Task Forget(FormOwner owner, Guid id, CancellationToken stop) => store.Forget(owner, id, stop);

    private IDataProtector ShownProtector => protection.CreateProtector("Virker.FormShown");

    private byte[] Sealed<T>(FormOwner owner, T content) =>
        Protector<T>(owner).Protect(JsonSerializer.SerializeToUtf8Bytes(content));

    private T? Opened<T>(FormOwner owner, byte[] content)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(Protector<T>(owner).Unprotect(content));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protector<T>(FormOwner owner) =>
        protection.CreateProtector("Virker.KeptForm", typeof(T).Name, owner.Id.ToString());
}
