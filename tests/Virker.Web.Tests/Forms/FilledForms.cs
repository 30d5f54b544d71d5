using Virker.Platform.Accounts;

namespace Virker.Web.Tests.Forms;

/// <summary>Every form of the site with values that hold. A handler without a line here fails the test.</summary>
internal static partial class FilledForms
{
    public static IReadOnlyList<Filled> All { get; } =
    [
        .. Citizens,
        .. Conversations,
        .. Contracts,
        .. Ips,
        .. Employers,
        .. Workdays,
        .. Leaders,
        .. Accounts,
        .. Trials,
        .. Own,
        .. SigningIn,
    ];

    private static Filled Caseworker(string handler, FormKind kind, Func<Place, Task<string>> open, Filling fill) =>
        new(handler, kind, Role.Caseworker, open, fill);

    /// <summary>A form on a page about a citizen in a target group.</summary>
    private static Filled AboutCitizen(string handler, FormKind kind, string journey, Filling fill) =>
        Caseworker(
            handler,
            kind,
            async p =>
            {
                await p.NewCitizen();
                return p.Of(journey);
            },
            fill
        );
}
