namespace Virker.Web.Tests.Forms;

/// <summary>(a) The same form sent twice, at once or one after the other, is done once, and the second answer is the first
/// one's.</summary>
internal static class SentTwice
{
    public static async IAsyncEnumerable<string> Run(FormsSite site, Filled form)
    {
        var place = await Place.Ready(site, form);
        var sent = await place.FilledIn(place.First, 1);
        var before = await place.Count();
        var first = await place.First.Send(sent);
        if (first.Location is null)
        {
            yield return $"valid values answered {first}";
            yield break;
        }

        var once = await place.Count();
        string written = FormsSite.Written(before, once);
        if (!form.LeavesNoRow && form.Kind == FormKind.Asks != (written == ""))
            yield return form.Kind == FormKind.Asks ? $"asked, and wrote {written}" : "nothing was written";
        var again = await place.First.Send(sent);
        if (Where(again) != Where(first))
            yield return $"sent again it answered {again}, first {first}";
        if (FormsSite.Written(once, await place.Count()) is { Length: > 0 } more)
            yield return $"sent again it wrote {more}";

        var other = await Place.Ready(site, form);
        var both = await other.FilledIn(other.First, 1);
        before = await place.Count();
        var answers = await Task.WhenAll(other.First.Send(both), other.First.Send(both));
        string atOnce = FormsSite.Written(before, await place.Count());
        if (answers[0].Location is null || Where(answers[0]) != Where(answers[1]))
            yield return $"sent at once it answered {answers[0]} and {answers[1]}";
        if (atOnce != written)
            yield return $"sent at once it wrote {atOnce}, once it wrote {written}";
    }

    /// <summary>An answer worked out twice is kept twice: its page is the same.</summary>
    private static string? Where(Answer answer) => answer.Location?.Split("?result=")[0];
}
