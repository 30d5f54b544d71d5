using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;
using Virker.Platform;
using Virker.Platform.Accounts;

namespace Virker.Web.Site;

/// <summary>Who may look at some pages, and who may change something there.</summary>
/// <param name="Pages">The pages' folder or one page, below <c>Pages</c>: <c>/Citizens</c>.</param>
/// <param name="Kind">Whether roles decide at all.</param>
/// <param name="Look">The roles that may see them.</param>
/// <param name="Write">The roles that may send a form there.</param>
public sealed record AccessRule(string Pages, AccessKind Kind, IReadOnlyList<Role> Look, IReadOnlyList<Role> Write);

public enum AccessKind
{
    /// <summary>Everybody may look; nobody changes anything there.</summary>
    Open,

    /// <summary>Everybody, also to send the form: signing in.</summary>
    OpenForm,

    /// <summary>Anybody who is signed in.</summary>
    SignedIn,

    /// <summary>Those who have one of the roles, in a municipality.</summary>
    Roles,

    /// <summary>Those who have one of the roles, with or without a municipality: the page knows none.</summary>
    RolesAnywhere,

    /// <summary>Nobody has decided, so nobody gets in.</summary>
    Undecided,
}

/// <summary>
/// Who may enter which pages: the one table. What is not in it is closed to everybody, and a test fails until a
/// decision is made.
/// </summary>
public static class Access
{
    /// <summary>Those who work with citizens.</summary>
    private static readonly Role[] Casework =
    [
        Role.Caseworker,
        Role.JobConsultant,
        Role.IpsConsultant,
        Role.TeamLeader,
    ];

    /// <summary>Those who agree with firms.</summary>
    private static readonly Role[] Agree = [Role.Caseworker, Role.JobConsultant, Role.IpsConsultant];

    /// <summary>The table; the longest match decides.</summary>
    public static IReadOnlyList<AccessRule> Table { get; } =
    [
        Open("/Index"),
        // Also the answer to a form that went wrong.
        new("/Error", AccessKind.OpenForm, [], []),
        Open("/About"),
        Open("/Answer"),
        Open("/Data"),
        Open("/For"),
        Open("/Map"),
        Open("/Method"),
        Open("/Note"),
        Open("/Studies"),
        new("/Account", AccessKind.SignedIn, [], []),
        new("/Account/SignIn", AccessKind.OpenForm, [], []),
        new("/Account/External", AccessKind.Open, [], []),
        Only("/Admin", Role.Administrator),
        // The worker's own calibration; leaders have /Team/Belief.
        Only("/Belief", Casework),
        Only("/Citizens", Casework),
        Only("/Day", Casework),
        new("/Effects", AccessKind.Roles, [Role.Analyst, Role.TeamLeader], [Role.Analyst]),
        // A calculation changes nothing: whoever may look may count.
        Only("/Effects/Costs", Role.Analyst, Role.TeamLeader),
        // Rows of single people, without names.
        Only("/Effects/Export", Role.Analyst),
        new("/Employers", AccessKind.Roles, Casework, Agree),
        // Leaders review the team; IPS consultants look.
        new("/Fidelity", AccessKind.Roles, [Role.TeamLeader, Role.IpsConsultant], [Role.TeamLeader]),
        Only("/Hours", Casework),
        // The whole municipality's file; the page shows counts, no citizens.
        Only("/Hours/Import", Role.TeamLeader, Role.Administrator),
        // The extract a citizen has a right to: by those who know the case, and by the one who answers for the log.
        Only("/Log", Role.Caseworker, Role.TeamLeader, Role.Administrator),
        new("/Placements", AccessKind.Roles, Casework, Agree),
        // For citizens who hold a personal link: the page itself asks for it, and shows nobody else anything.
        new("/Own", AccessKind.OpenForm, [], []),
        new("/Proposals", AccessKind.RolesAnywhere, [Role.KnowledgeEditor], [Role.KnowledgeEditor]),
        Only("/Team", Role.TeamLeader),
        Only("/Ips", Casework),
        Only("/Ips/Team", Role.IpsConsultant, Role.TeamLeader),
        // What a consent shares; the use case asks for it at every look.
        Only("/Clinic", Role.Clinician),
    ];

    /// <summary>The rule for a page, by its path below <c>Pages</c>.</summary>
    public static AccessRule For(string page) =>
        Table
            .Where(rule => page == rule.Pages || page.StartsWith(rule.Pages + "/", StringComparison.OrdinalIgnoreCase))
            .MaxBy(rule => rule.Pages.Length)
        ?? new AccessRule(page, AccessKind.Undecided, [], []);

    /// <summary>True when <paramref name="roles"/> open the folder for looking: for links that lead there.</summary>
    public static bool Shows(string page, IReadOnlySet<Role> roles) => For(page).Look.Any(roles.Contains);

    /// <summary>Closes everything that is not in the table, and opens to each page those who may enter.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddRazorPages(pages => pages.Conventions.AddFolderApplicationModelConvention("/", Decide));
        return services;
    }

    private static void Decide(PageApplicationModel page)
    {
        var rule = For(page.ViewEnginePath);
        page.EndpointMetadata.Add(rule);
        if (rule.Kind is AccessKind.SignedIn or AccessKind.Roles or AccessKind.RolesAnywhere)
            page.Filters.Add(new KnownForms());
        page.EndpointMetadata.Add(
            rule.Kind is AccessKind.Open or AccessKind.OpenForm
                ? new AllowAnonymousAttribute()
                : new AuthorizationPolicyBuilder()
                    .RequireAuthenticatedUser()
                    .AddRequirements(new MayEnter(rule))
                    .Build()
        );
    }

    /// <summary>What is open to everybody is for looking: any other kind of request is refused before it reaches a
    /// page. Behind the sign-in the rules above decide.</summary>
    public static IApplicationBuilder UseOnlyLookingWhereOpen(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                string method = context.Request.Method;
                var endpoint = context.GetEndpoint();
                if (
                    HttpMethods.IsGet(method)
                    || HttpMethods.IsHead(method)
                    || endpoint?.Metadata.GetMetadata<IAllowAnonymous>() is null
                    || endpoint.Metadata.GetMetadata<AccessRule>()?.Kind == AccessKind.OpenForm
                )
                {
                    return next(context);
                }
                context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
                context.Response.Headers.Allow = "GET, HEAD";
                return context.Response.CompleteAsync();
            }
        );

    private static AccessRule Open(string pages) => new(pages, AccessKind.Open, [], []);

    private static AccessRule Only(string pages, params Role[] roles) => new(pages, AccessKind.Roles, roles, roles);

    /// <summary>A form no handler of the page takes is not found; Razor would show the page with nothing read.</summary>
    private sealed class KnownForms : IPageFilter
    {
        public void OnPageHandlerSelected(PageHandlerSelectedContext context) { }

        public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
        {
            if (context.HandlerMethod is null && HttpMethods.IsPost(context.HttpContext.Request.Method))
                context.Result = new NotFoundResult();
        }

        public void OnPageHandlerExecuted(PageHandlerExecutedContext context) { }
    }

    /// <summary>The rule as ASP.NET Core asks for it.</summary>
    private sealed class MayEnter(AccessRule rule) : AuthorizationHandler<MayEnter>, IAuthorizationRequirement
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, MayEnter requirement)
        {
            bool enters = rule.Kind switch
            {
                AccessKind.SignedIn => true,
                AccessKind.Roles => context.User.HasClaim(c => c.Type == SignedIn.MunicipalityId) && HasRole(context),
                AccessKind.RolesAnywhere => HasRole(context),
                AccessKind.Open or AccessKind.OpenForm or AccessKind.Undecided => false,
            };
            if (enters)
                context.Succeed(requirement);
            return Task.CompletedTask;
        }

        private bool HasRole(AuthorizationHandlerContext context) =>
            Allowed(context).Any(role => context.User.IsInRole(role.Code()));

        private IReadOnlyList<Role> Allowed(AuthorizationHandlerContext context) =>
            context.Resource is HttpContext http
            && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
                ? rule.Look
                : rule.Write;
    }
}
