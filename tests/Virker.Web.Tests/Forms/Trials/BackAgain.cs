using System.Net;

namespace Virker.Web.Tests.Forms;

/// <summary>(b) Back, and the same sent again: no copy, and the page says that it is done already, with its link.</summary>
internal static class BackAgain
{
    public static async IAsyncEnumerable<string> Run(FormsSite site, Filled form)
    {
        var place = await Place.Ready(site, form);
        var sent = await place.FilledIn(place.First, 1);
        var first = await place.First.Send(sent);
        if (first.Location is null)
        {
            yield return $"valid values answered {first}";
            yield break;
        }

        // What is done may take its form away: then there is nothing to send.
        if (await place.Served(place.First) is not { } served)
            yield break;
        var before = await place.Count();
        var again = await place.First.Send(served.With(form.Fill(place, 1).Select(f => (f.Name, sent[f.Name]!))));
        if (FormsSite.Written(before, await place.Count()) is { Length: > 0 } more)
            yield return $"wrote {more} ({again})";
        bool isTold =
            again.Location is not null || again.Page.QuerySelector(".alert-error, .form-error-message") is not null;
        if (isTold && form.Kind != FormKind.Adds)
            yield break;
        if (again.Status != HttpStatusCode.OK || again.Page.QuerySelector("#done-already a[href]") is null)
            yield return $"answered {again} without #done-already and its link";
    }
}
