using System.Collections.Concurrent;
using Microsoft.AspNetCore.Html;
using Virker.Evidence.JobEffects;

namespace Virker.Web.Site;

/// <summary>What a job effect says as a sign and a word, so that colour is never alone. The map shows hundreds of them,
/// so each is written once a language.</summary>
public static class Marks
{
    private static readonly ConcurrentDictionary<(JobEffectConclusion, bool English), HtmlString> Written = new();

    /// <summary>In the language of the request.</summary>
    public static IHtmlContent Of(JobEffectConclusion conclusion) =>
        Written.GetOrAdd((conclusion, Languages.IsEnglish), key => Write(key.Item1));

    private static HtmlString Write(JobEffectConclusion conclusion)
    {
        string sign = JobEffectConclusions.Of(conclusion).Sign;
        return new HtmlString(
            $"<span class=\"v-mark v-mark--{conclusion.ToString().ToLowerInvariant()}\"><span class=\"v-mark__sign\" aria-hidden=\"true\">{sign}</span> {Show.Conclusion(conclusion)}</span>"
        );
    }
}
