using System.Text;
using Virker.Evidence.Answers;
using Virker.Evidence.Knowledge;
using Virker.Figures;
using Virker.Web.Figures;
using Virker.Web.Pages.Studies;

namespace Virker.Web.Api;

/// <summary>Figures and tables as files. Pinned with <c>v</c>, in the language of the address or of <c>lang</c>.</summary>
internal static class Downloads
{
    private const string Csv = "text/csv; charset=utf-8";

    public static void MapDownloads(this IEndpointRouteBuilder site)
    {
        var files = site.MapGroup("").ExcludeFromDescription();
        files.File("/figures/map.svg", request => Svg(request, "virker-map", MapFigure.Of(request.Bank)));
        files.File(
            "/figures/{kind}/{targetGroup}/{intervention}.svg",
            request => Figure(request) is { } figure ? Svg(request, $"virker-{request.Route("kind")}", figure) : null
        );
        files.File("/studies.csv", request => Table(Narrowed(request), "studies.csv"));
        files.File("/findings.csv", request => Table(Narrowed(request), "findings.csv"));
        files.File("/data/{file}.csv", request => Table(request.Bank, request.Route("file") + ".csv"));
        files.File("/data/virker.json", Everything);
    }

    private static void File(this RouteGroupBuilder files, string path, Func<ApiRequest, IResult?> write)
    {
        Delegate handler = (HttpContext context) => ApiAnswer.Download(context, write);
        files.MapGet(path, handler);
    }

    private static Figure? Figure(ApiRequest request)
    {
        string group = request.Route("targetGroup");
        string intervention = request.Route("intervention");
        var tree = request.Bank.Taxonomy;
        if (!tree.TargetGroups.Has(group) || !tree.Interventions.Has(intervention))
            return null;

        var answer = AnswerQuestion.For(request.Bank, new AnswerQuery(group, intervention));
        var pool = answer.Pooled ?? answer.PooledAcrossGroups;
        return request.Route("kind") switch
        {
            "forest" when pool is not null => AnswerFigures.Forest(request.Bank, answer, pool),
            "funnel" when pool is not null => AnswerFigures.Funnel(request.Bank, answer, pool),
            "hundred" when pool?.OfHundred is { } hundred => AnswerFigures.OfHundred(answer, hundred),
            "harvest" when answer.JobEffect.Contributions.Count > 0 => AnswerFigures.Harvest(request.Bank, answer),
            _ => null,
        };
    }

    private static IResult Svg(ApiRequest request, string name, Figure figure)
    {
        var layout = request.Query.OneOf("layout", ["wide", "narrow"]) is "narrow" ? Layout.Narrow : Layout.Wide;
        return Results.File(
            Encoding.UTF8.GetBytes(figure.ToSvg(layout)),
            "image/svg+xml",
            $"{name}-v{request.Bank.Version.Number}.svg"
        );
    }

    /// <summary>The bank with the studies and results of a filter only, in the columns it can be imported from.</summary>
    private static KnowledgeBank Narrowed(ApiRequest request)
    {
        var filter = StudyQuery.Read(request.Query, request.Bank) with { Page = 1, PageSize = int.MaxValue };
        var listed = ListStudies.In(request.Bank, filter).Studies;
        return new KnowledgeBank(
            request.Bank.Version,
            request.Bank.Taxonomy,
            request.Bank.Rules,
            new BankContent
            {
                Studies = [.. listed.Select(item => item.Study)],
                Findings = [.. listed.SelectMany(item => item.Findings)],
            }
        );
    }

    private static IResult? Table(KnowledgeBank bank, string file) =>
        DataFiles.Of(bank).TryGetValue(file, out string? rows)
            ? Results.File(Encoding.UTF8.GetBytes(rows), Csv, $"virker-v{bank.Version.Number}-{file}")
            : null;

    private static IResult Everything(ApiRequest request) =>
        Results.Json(
            new
            {
                request.Bank.Version,
                request.Bank.Content,
                Taxonomy = new
                {
                    TargetGroups = request.Bank.Taxonomy.TargetGroups.Nodes,
                    Interventions = request.Bank.Taxonomy.Interventions.Nodes,
                    Outcomes = request.Bank.Taxonomy.Outcomes.Nodes,
                    request.Bank.Taxonomy.EffectTypes,
                    request.Bank.Taxonomy.Delimitations,
                },
                Rules = JobEffectWeights.Of(request.Bank.Rules),
            }
        );
}
