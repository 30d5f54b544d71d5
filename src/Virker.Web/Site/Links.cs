using System.Globalization;
using Virker.Effects.Practice;
using Virker.Platform;

namespace Virker.Web.Site;

/// <summary>
/// The addresses of the site, typed. Links stay in the visitor's language, and on the version of the knowledge bank
/// the visitor asked for.
/// </summary>
public sealed class Links(IHttpContextAccessor accessor)
{
    /// <summary>In the address of a page: an answer that was worked out for a form, by the id it is kept under.</summary>
    public const string ResultKey = "result";

    private HttpRequest Request => accessor.HttpContext!.Request;

    /// <summary>The version asked for in the address, or null for the newest.</summary>
    public int? PinnedVersion =>
        int.TryParse(Request.Query["v"], NumberStyles.None, CultureInfo.InvariantCulture, out int version)
            ? version
            : null;

    public string Home => To("/");
    public string Map => To("/map");
    public string Studies => To("/studies");
    public string Method => To("/method");
    public string Note => To("/note");
    public string NotePdf => To("/note.pdf");
    public string Compare => To("/note/compare");
    public string Data => To("/data");
    public string Accessibility => To("/accessibility");
    public string ApiReference => To("/api/reference");

    public string For(string targetGroup) => To($"/for/{targetGroup}");

    public string Answer(string targetGroup, string intervention, params (string Key, string? Value)[] more) =>
        To($"/answer/{targetGroup}/{intervention}", more);

    public string Study(string id) => To($"/studies/{Uri.EscapeDataString(id)}");

    public string MethodPage(string name) => To($"/method/{name}");

    public string Day => Page("/day");
    public string OwnBelief => Page("/day/belief");
    public string Fidelity => Page("/team/fidelity");
    public string TeamBelief => Page("/team/belief");
    public string TeamElements => Page("/team/core-elements");
    public string Citizens => Page("/citizens");

    /// <summary>What a search for citizens found; what was searched for stands in no address.</summary>
    public string CitizensFound(Guid result) => Page("/citizens", (ResultKey, result.ToString()));

    public string Employers => Page("/employers");
    public string Caseload => Page("/day/caseload");
    public string TeamCaseload => Page("/team/caseload");
    public string CaseloadWhatIf => Page("/team/what-if");
    public string Allocations => Page("/team/allocation");
    public string IpsTeam => Page("/team/ips");
    public string Clinic => Page("/clinic");

    /// <summary>What a citizen's consent shares with the clinician's unit.</summary>
    public string Shared(Guid citizen) => Page($"/clinic/{citizen}");

    public string HoursImport => Page("/hours/import");
    public string HoursDifferences => Page("/hours/differences");

    /// <summary>The citizen's page, or a journey from it: <c>conversation</c>, <c>assessment</c>, <c>options</c>,
    /// <c>plan</c>, <c>match</c>, <c>placement</c>, <c>hours</c>, <c>journal</c>, <c>log</c>.</summary>
    public string Citizen(Guid id, string journey = "", params (string Key, string? Value)[] more) =>
        Page($"/citizens/{id}{(journey == "" ? "" : "/" + journey)}", more);

    /// <summary>Where a citizen begins with a personal link; the code is in the part that no log of ours keeps.</summary>
    public string Begin(string municipality, string? code = null) => Page($"/b/{municipality}", ("k", code));

    /// <summary>A citizen's own pages: <c>question/1</c>, <c>done</c>, or the own case.</summary>
    public string Own(string page = "", params (string Key, string? Value)[] more) =>
        Page("/own" + (page == "" ? "" : "/" + page), more);

    public string Allocation(Guid id) => Page($"/team/allocation/{id}");

    /// <summary>A worker's share of full time, languages and absence.</summary>
    public string TeamWorker(Guid id) => Page($"/team/worker/{id}");

    public string FidelityReview(Guid id) => Page($"/team/fidelity/{id}");

    public string Placement(Guid id, string journey = "") =>
        Page($"/placements/{id}{(journey == "" ? "" : "/" + journey)}");

    public string Employer(Guid workplace, string journey = "", params (string Key, string? Value)[] more) =>
        Page($"/employers/{workplace}{(journey == "" ? "" : "/" + journey)}", more);

    public string EmployersLike(params (string Key, string? Value)[] search) => Page("/employers", search);

    public string NewEmployer => Page("/employers/new");
    public string EmployerFiles => Page("/employers/import");

    public string SignOut => Page("/account/sign-out");
    public string Account => Page("/account");
    public string Effects => Page("/effects");

    public string Practice => Page("/effects/practice");

    public string PracticeQuestion(PracticeQuestion question) => Page($"/effects/practice/{question.Code()}");

    public string Costs => Page("/effects/costs");

    /// <summary>The plan of a trial, new or while it may change.</summary>
    public string TrialPlan(Guid? id = null) => Page(id is null ? "/effects/plan" : $"/effects/plan/{id}");

    /// <summary>A trial, or a file of it: <c>report.pdf</c>, <c>export.zip</c>.</summary>
    public string Trial(Guid id, string file = "", params (string Key, string? Value)[] more) =>
        Page($"/effects/trials/{id}{(file == "" ? "" : "/" + file)}", more);

    public string Proposals => Page("/proposals");

    public string Proposal(Guid id) => Page($"/proposals/{id}");

    public string Admin => Page("/admin");
    public string AdminTeams => Page("/admin/teams");

    /// <summary>The page where one signs in, and comes back from to <paramref name="returnUrl"/>.</summary>
    public string SignIn(string? returnUrl = null) => Page("/account/sign-in", ("returnUrl", returnUrl));

    public string AdminAccount(Guid id) => Page($"/admin/accounts/{id}");

    public string AdminNewAccount => Page("/admin/accounts/new");

    /// <summary>The front page at another version.</summary>
    public string AtVersion(int version) =>
        Request.PathBase + "/" + Query([("v", version.ToString(CultureInfo.InvariantCulture))]);

    /// <summary>A file to download, for example <c>/data/findings.csv</c>.</summary>
    public string File(string path, params (string Key, string? Value)[] more) => To(path, more);

    /// <summary>This page at one version for good, with its host, to quote.</summary>
    public string Permalink(int version)
    {
        var query = Request.Query.Where(pair => pair.Key != "v").Select(pair => (pair.Key, (string?)pair.Value));
        return $"{Request.Scheme}://{Request.Host}{Request.PathBase}{Request.Path}"
            + Query([.. query, ("v", version.ToString(CultureInfo.InvariantCulture))]);
    }

    /// <summary>A page of casework: it has no version of the knowledge bank.</summary>
    private string Page(string path, params (string Key, string? Value)[] more) =>
        Request.PathBase + path + Query(more);

    private string To(string path, params (string Key, string? Value)[] more) =>
        Request.PathBase
        + path
        + Query(PinnedVersion is int v ? [.. more, ("v", v.ToString(CultureInfo.InvariantCulture))] : more);

    private static string Query((string Key, string? Value)[] pairs) =>
        QueryString
            .Create(pairs.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => KeyValuePair.Create(p.Key, p.Value)))
            .Value!;
}
