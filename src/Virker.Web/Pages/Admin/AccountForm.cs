using Virker.Dkfds;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Accounts.Administration;
using Virker.Web.Site;
using static Virker.Web.Site.Words;

namespace Virker.Web.Pages.Admin;

/// <summary>Name, roles and team, as the form sends and shows them.</summary>
public sealed record AccountForm(string? Name, string[] Roles, Guid? Team)
{
    public AccountForm()
        : this(null, [], null) { }

    public static AccountForm Of(Platform.Accounts.Account account) =>
        new(account.DisplayName, [.. account.Roles], account.TeamId);

    public AccountDetails Details =>
        new(Name ?? "", [.. Roles.Select(code => EnumCode.Parse<Role>(code)).OfType<Role>()], Team);

    public static IReadOnlyList<DkOption> RoleOptions =>
        [.. ManageAccounts.Grantable.Select(role => new DkOption(role.Code(), Show.Role(role)))];

    public static IReadOnlyList<DkOption> TeamOptions(IEnumerable<Team> teams) =>
        [new("", T("Intet team", "No team")), .. teams.Select(t => new DkOption(t.Id.ToString(), t.Name))];
}
