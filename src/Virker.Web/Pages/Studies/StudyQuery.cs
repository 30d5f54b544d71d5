using Virker.Evidence.Bank;
using Virker.Evidence.Knowledge;
using Virker.Platform;
using Virker.Web.Site;

namespace Virker.Web.Pages.Studies;

/// <summary>The filters of the list of studies in an address; the same on the page, in downloads and in the API.</summary>
public static class StudyQuery
{
    public const int MaxPageSize = 200;

    public static StudyFilter Read(QueryReader query, KnowledgeBank bank)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(bank);
        return new StudyFilter(
            query.Text("text"),
            query.Text("country"),
            query.Code<Design>("design"),
            query.Node("targetGroup", bank.Taxonomy.TargetGroups),
            query.Node("intervention", bank.Taxonomy.Interventions),
            query.Code<Direction>("direction"),
            query.Code<ReadDepth>("readDepth"),
            query.Flag("withNumbers"),
            query.Number("page", 1),
            query.Number("pageSize", 25, MaxPageSize)
        );
    }

    /// <summary>The filter as pairs for an address, without the page.</summary>
    public static (string Key, string? Value)[] Pairs(this StudyFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return
        [
            ("text", filter.Text),
            ("country", filter.Country),
            ("design", filter.Design?.Code()),
            ("targetGroup", filter.TargetGroup),
            ("intervention", filter.Intervention),
            ("direction", filter.Direction?.Code()),
            ("readDepth", filter.ReadDepth?.Code()),
            ("withNumbers", filter.WithNumbers ? "true" : null),
        ];
    }
}
