using Microsoft.AspNetCore.Mvc;
using Virker.Platform.Accounts;

namespace Virker.Web.Site;

/// <summary>Where somebody who just signed in is led.</summary>
public static class Landing
{
    /// <summary>Back to the page that asked, when it is one of ours; else where the day's work begins, in the person's
    /// language.</summary>
    public static string For(Account account, string? returnUrl, IUrlHelper url)
    {
        if (url.IsLocalUrl(returnUrl))
            return returnUrl!;
        var roles = RoleCodes.Read(account.Roles);
        string page = account.MunicipalityId is null
            ? roles.Contains(Role.KnowledgeEditor)
                ? "/proposals"
                : "/"
            : Access.Shows("/Day", roles)
                ? "/day"
                : Access.Shows("/Effects", roles)
                    ? "/effects"
                    : Access.Shows("/Admin", roles)
                        ? "/admin"
                        : Access.Shows("/Clinic", roles)
                            ? "/clinic"
                            : "/";
        return account.Language == Account.English ? "/en" + page : page;
    }
}
