using Virker.Dkfds;
using Virker.Evidence.Knowledge;
using Virker.Platform;
using Virker.Web.Site;
using Virker.Web.Wording;
using static Virker.Web.Site.Words;

namespace Virker.Web.Pages.Studies;

/// <summary>The list of studies with filters.</summary>
public sealed class IndexModel(Links go) : BankPage
{
    public StudyFilter Filter { get; private set; } = new();

    /// <summary>What in the address was not understood.</summary>
    public IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>Whether any filter narrows the list.</summary>
    public bool IsNarrowed => Filter.Pairs().Any(pair => pair.Value is not null);

    public StudyPage Studies { get; private set; } = null!;

    /// <summary>Regions first, then the countries that occur.</summary>
    public IReadOnlyList<DkOption> CountryOptions { get; private set; } = [];

    public IReadOnlyList<DkOption> TargetGroups { get; private set; } = [];
    public IReadOnlyList<DkOption> Interventions { get; private set; } = [];

    /// <summary>The address of a page of the list, with <c>{0}</c> for its number.</summary>
    public string PageLink =>
        go.File("/studies", [.. Filter.Pairs(), ("page", "PAGE")]).Replace("PAGE", "{0}", StringComparison.Ordinal);

    private static DkOption Any => new("", T("Alle", "All"));

    public void OnGet()
    {
        var query = new QueryReader(Request.Query);
        Filter = StudyQuery.Read(query, Bank);
        Problems = [.. query.Problems.Select(problem => $"{problem.Name}: {problem.Problem}")];
        Studies = ListStudies.In(Bank, Filter);
        var map = Evidence.Map.EvidenceMap.For(Bank);
        TargetGroups = [Any, .. map.TargetGroups.Select(node => new DkOption(node.Code, node.Name.ToString()))];
        Interventions = [Any, .. map.Interventions.Select(node => new DkOption(node.Code, node.Name.ToString()))];
        CountryOptions =
        [
            Any,
            .. StudyWords.Geographies.Select(code => new DkOption(code, StudyWords.Geography(code))),
            .. Bank
                .Content.Studies.Select(study => study.Country)
                .Distinct()
                .Except(["Denmark"])
                .Select(country => new DkOption(country, CountryNames.Of(country)))
                .OrderBy(option => option.Text, StringComparer.CurrentCulture),
        ];
    }

    /// <summary>Every member of an enum by its code, and none first.</summary>
    public static IReadOnlyList<DkOption> Options<TEnum>(Func<TEnum, string> name)
        where TEnum : struct, Enum =>
        [Any, .. Enum.GetValues<TEnum>().Select(value => new DkOption(value.Code(), name(value)))];
}
