using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Virker.Evidence.Answers;
using Virker.Evidence.Bank;
using Virker.Evidence.JobEffects;
using Virker.Evidence.Knowledge;
using Virker.Evidence.Map;
using Virker.Evidence.Notes;
using Virker.Evidence.Taxonomies;
using Virker.Web.Pages.Studies;
using Virker.Web.Printing;
using static Virker.Web.Api.ApiParameters;

namespace Virker.Web.Api;

/// <summary>The knowledge bank as data, below <c>/api/v1</c>. A text is given in both languages, a code as in the
/// files, a number with full precision.</summary>
public static class EvidenceApi
{
    private const int MaxFindings = 1000;

    public static IServiceCollection AddEvidenceApi(this IServiceCollection services) =>
        services
            .ConfigureHttpJsonOptions(json => Configure(json.SerializerOptions))
            .AddOpenApi(ApiDocument.Name, ApiDocument.Configure)
            .AddSingleton<PrintPage>()
            .AddScoped<SelfContained>();

    public static IEndpointRouteBuilder MapEvidenceApi(this IEndpointRouteBuilder site)
    {
        ArgumentNullException.ThrowIfNull(site);
        site.MapOpenApi("/api/v1/openapi.json");
        var api = site.MapGroup("/api/v1");
        MapTaxonomy(api);
        MapStudies(api);
        MapAnswers(api);
        site.MapDownloads();
        // A wrong address below the API gets a problem, not a page.
        Delegate nothing = (HttpContext context) => ApiAnswer.NotFound(context);
        api.Map("/{**rest}", nothing).ExcludeFromDescription();
        return site;
    }

    private static void MapTaxonomy(RouteGroupBuilder api)
    {
        api.Read<TaxonomyNode[]>(
            "/target-groups",
            new("Målgrupperne og deres træ.", "The target groups and their tree."),
            [],
            request => [.. request.Bank.Taxonomy.TargetGroups.Nodes]
        );
        api.Read<TaxonomyNode[]>(
            "/interventions",
            new("Indsatserne og deres træ.", "The interventions and their tree."),
            [],
            request => [.. request.Bank.Taxonomy.Interventions.Nodes]
        );
        api.Read<TaxonomyNode[]>(
            "/outcomes",
            new("Det, effekter måles på.", "What effects are measured on."),
            [],
            request => [.. request.Bank.Taxonomy.Outcomes.Nodes]
        );
        api.Read<JobEffectWeights>(
            "/weights",
            new(
                "Jobeffekters vægte, valg og niveauer, og reglen for den foreløbige vurdering.",
                "Jobeffekter's weights, choices and levels, and the rule of the provisional assessment."
            ),
            [],
            request => JobEffectWeights.Of(request.Bank.Rules)
        );
    }

    private static void MapStudies(RouteGroupBuilder api)
    {
        api.Read<StudyPage>(
            "/studies",
            new("Studierne, nyeste først, med filtre.", "The studies, newest first, with filters."),
            [.. StudyFilters, Page, PageSize(25, StudyQuery.MaxPageSize)],
            request => ListStudies.In(request.Bank, StudyQuery.Read(request.Query, request.Bank))
        );
        api.Read<StudyInFull>(
            "/studies/{id}",
            new("Et studie, vurderingen af det og dets resultater.", "A study, its assessment and its results."),
            [new("id", new("Studiets nøgle.", "The key of the study.")) { InPath = true }],
            request =>
                request.Bank.FindStudy(request.Route("id")) is { } study
                    ? new StudyInFull(
                        study,
                        request.Bank.AssessmentOf(study.Id),
                        [.. request.Bank.FindingsOf(study.Id)]
                    )
                    : null
        );
        api.Read<FindingPage>(
            "/findings",
            new("Resultaterne, med filtre.", "The results, with filters."),
            [TargetGroup, Intervention, OfStudy, Page, PageSize(100, MaxFindings)],
            request =>
            {
                var tree = request.Bank.Taxonomy;
                string? group = request.Query.Node("targetGroup", tree.TargetGroups);
                string? intervention = request.Query.Node("intervention", tree.Interventions);
                string? study = request.Query.Text("study");
                return FindingPage.Of(
                    [.. request.Bank.FindingsFor(group, intervention).Where(f => study is null || f.StudyId == study)],
                    request.Query.Number("page", 1),
                    request.Query.Number("pageSize", 100, MaxFindings)
                );
            }
        );
    }

    private static void MapAnswers(RouteGroupBuilder api)
    {
        api.Read<Answer>(
            "/answer",
            new(
                "Svaret: jobeffekt, samlet effekt, faglig konklusion, praksisviden og det, vi ikke ved.",
                "The answer: job effect, pooled effect, professional conclusion, practice cues and what is not known."
            ),
            [
                TargetGroup with
                {
                    Required = true,
                },
                Intervention with
                {
                    Required = true,
                },
                Outcome,
                EffectType,
                Edition,
                Strict,
            ],
            request =>
            {
                var tree = request.Bank.Taxonomy;
                var query = new AnswerQuery(
                    request.Query.Node("targetGroup", tree.TargetGroups, required: true) ?? "",
                    request.Query.Node("intervention", tree.Interventions, required: true) ?? "",
                    request.Query.Node("outcome", tree.Outcomes),
                    request.Query.OneOf("effectType", [.. tree.EffectTypes.Select(type => type.Code)]),
                    EditionOf(request),
                    request.Query.Flag("strict")
                );
                return request.Query.Problems.Count > 0 ? null : AnswerQuestion.For(request.Bank, query);
            }
        );
        api.Read<EvidenceMap>(
            "/map",
            new(
                "Evidenskortet: hver målgruppe og indsats med det, der er kendt.",
                "The evidence map: every target group and intervention with what is known."
            ),
            [Edition, Strict],
            request => EvidenceMap.For(request.Bank, EditionOf(request), request.Query.Flag("strict"))
        );
        api.Read<ProfessionalConclusion[]>(
            "/conclusions",
            new("De faglige konklusioner.", "The professional conclusions."),
            [],
            request => [.. request.Bank.Content.Conclusions.OrderBy(conclusion => conclusion.Order)]
        );
        api.Read<NoteInOneLanguage>(
            "/note",
            new(
                "Notatet “Hvad virker?” på det sprog, lang siger.",
                "The brief “What works?” in the language lang says."
            ),
            [],
            request => NoteInOneLanguage.Of(ComposeNote.From(request.Bank))
        );
        api.MapGet(
                "/versions",
                async (HttpContext context, ReadKnowledgeBank read) => await read.Versions(context.RequestAborted)
            )
            .WithMetadata(
                new ApiText(
                    new(
                        "Vidensbankens versioner, nyeste først: hvem lagde ind, hvem godkendte, og hvornår.",
                        "The versions of the knowledge bank, newest first: who entered, who approved, and when."
                    ),
                    []
                )
            )
            .WithName("versions");
    }

    private static string EditionOf(ApiRequest request) =>
        request.Query.OneOf("edition", Edition.Values) ?? Editions.Current;

    /// <summary>Enums by their code, numbers as numbers, æøå as they are.</summary>
    private static void Configure(JsonSerializerOptions json)
    {
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        json.NumberHandling = JsonNumberHandling.Strict;
        json.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
    }
}
