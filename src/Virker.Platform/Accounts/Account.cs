using Microsoft.AspNetCore.Identity;

namespace Virker.Platform.Accounts;

/// <summary>A person who can sign in. The user name is the e-mail address.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public const string Danish = "da";
    public const string English = "en";

    public required string DisplayName { get; set; }

    /// <summary>The municipality the person works for; null for those who only look after the knowledge bank or the
    /// installation.</summary>
    public Guid? MunicipalityId { get; set; }
    public Guid? TeamId { get; set; }

    /// <summary>What the person may do. Roles are the house's own few, so they are a value and not rows.</summary>
    public Codes Roles { get; set; } = Codes.None;

    /// <summary>An account is closed, never deleted: the log still names it.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary><c>da</c> or <c>en</c>: the language the person is met in after signing in.</summary>
    public string Language { get; set; } = Danish;
}

/// <summary>A team of workers in a municipality.</summary>
public sealed class Team
{
    public Guid Id { get; init; }
    public Guid MunicipalityId { get; init; }
    public required string Name { get; set; }
    public Guid? LeaderId { get; set; }
}
