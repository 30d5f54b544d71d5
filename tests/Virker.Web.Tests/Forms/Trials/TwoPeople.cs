using System.Net;

namespace Virker.Web.Tests.Forms;

/// <summary>(c) Two people have the form open at once: nothing either wrote is lost.</summary>
internal static class TwoPeople
{
    public static async IAsyncEnumerable<string> Run(FormsSite site, Filled form)
    {
        var tries = form.Kind switch
        {
            FormKind.Adds => BothAdd(site, form),
            FormKind.Changes => Change(site, form),
            FormKind.Sets => BothSet(site, form),
            FormKind.Asks => BothAsk(site, form),
            _ => throw new InvalidOperationException($"{form.Kind}"),
        };
        await foreach (string failure in tries)
            yield return failure;
    }

    private static async IAsyncEnumerable<string> BothAdd(FormsSite site, Filled form)
    {
        var place = await Place.Ready(site, form);
        var mine = await place.FilledIn(place.First, 1);
        var yours = await place.FilledIn(place.Second, 2);
        var before = await place.Count();
        var first = await place.First.Send(mine);
        var between = await place.Count();
        var second = await place.Second.Send(yours);
        if (first.Location is null || second.Location is null)
            yield return $"the first was answered {first}, the second {second}";
        string one = FormsSite.Written(before, between);
        string two = FormsSite.Written(between, await place.Count());
        if (one != two)
            yield return $"the first wrote {one}, the second {two}";
    }

    private static async IAsyncEnumerable<string> BothAsk(FormsSite site, Filled form)
    {
        var place = await Place.Ready(site, form);
        var answers = await Task.WhenAll(
            place.First.Send(await place.FilledIn(place.First, 1)),
            place.Second.Send(await place.FilledIn(place.Second, 2))
        );
        foreach (var answer in answers.Where(a => a.Location is null))
            yield return $"answered {answer}";
    }

    private static async IAsyncEnumerable<string> BothSet(FormsSite site, Filled form)
    {
        var place = await Place.Ready(site, form);
        var mine = await place.FilledIn(place.First, 1);
        var yours = await place.FilledIn(place.Second, 1);
        var first = await place.First.Send(mine);
        if (first.Location is null)
        {
            yield return $"valid values answered {first}";
            yield break;
        }

        var before = await place.Count();
        var second = await place.Second.Send(yours);
        if (FormsSite.Written(before, await place.Count()) is { Length: > 0 } more)
            yield return $"the second wrote {more}";
        bool isTold =
            second.Location is not null
            || second.Page.QuerySelector("#done-already, #changed-meanwhile, .alert-error, .form-error-message")
                is not null;
        if (
            second.IsOurFault
            || !isTold
            || second.Status
                is not (
                    HttpStatusCode.Redirect
                    or HttpStatusCode.OK
                    or HttpStatusCode.Conflict
                    or HttpStatusCode.UnprocessableEntity
                )
        )
        {
            yield return $"the second was answered {second}";
        }
    }

    private static async IAsyncEnumerable<string> Change(FormsSite site, Filled form)
    {
        var place = await Place.Ready(site, form);
        var mine = await place.Opened(place.First);
        var yours = await place.Opened(place.Second);
        var filled = mine.With(form.Fill(place, 1));
        string[] names = [.. form.Changing ?? form.Fill(place, 1).Select(f => f.Name).Distinct()];
        if (names.Length > 1)
        {
            var (one, other) = (names[0], names[1]);
            var first = await place.First.Send(mine.With(one, filled[one]!));
            var second = await place.Second.Send(yours.With(other, filled[other]!));
            if (first.Location is null || second.Location is null)
                yield return $"different fields: {one} was answered {first}, {other} {second}";
            var stands = await place.Opened(place.First);
            foreach (string name in new[] { one, other }.Where(n => stands[n] != filled[n]))
                yield return $"different fields: {name} was lost, {stands[name]} stands for {filled[name]}";
        }

        await foreach (string failure in SameField(site, form, names[0]))
            yield return "the same field: " + failure;
    }

    private static async IAsyncEnumerable<string> SameField(FormsSite site, Filled form, string name)
    {
        var place = await Place.Ready(site, form);
        var mine = (await place.Opened(place.First)).With(form.Fill(place, 1));
        var yours = (await place.Opened(place.Second)).With(form.Fill(place, 2));
        if (mine[name] == yours[name])
            yours = yours.With(name, yours.Another(name, mine[name], (await place.Opened(place.First))[name]));
        var (theirs, own) = (mine[name]!, yours[name]!);
        var first = await place.First.Send(mine);
        if (first.Location is null)
        {
            yield return $"the first was answered {first}";
            yield break;
        }

        var before = await place.Count();
        var second = await place.Second.Send(yours);
        if (second.Status != HttpStatusCode.Conflict)
            yield return $"the second was answered {second}";
        if (FormsSite.Written(before, await place.Count()) is { Length: > 0 } more)
            yield return $"the second wrote {more}";
        string label =
            mine.Fields.First(f => f.Name == name.Split('#')[0]).Options.FirstOrDefault(o => o.Value == theirs).Label
            ?? theirs;
        string? shown = second.Page.QuerySelector("#changed-meanwhile")?.TextContent;
        if (shown?.Contains(label, StringComparison.Ordinal) != true)
            yield return $"#changed-meanwhile does not show {label}: {shown?.Trim().ReplaceLineEndings(" ")}";
        if (place.Served(second) is not { } kept)
        {
            yield return "the form is gone";
            yield break;
        }

        if (kept[name] != own)
            yield return $"{kept[name]} stands where {own} was typed";
        if ((await place.Opened(place.First))[name] is var stands && stands != theirs)
            yield return $"{stands} took the place of {theirs}";
        var seen = await place.Second.Send(kept);
        if (seen.Location is null)
            yield return $"sent again with open eyes it was answered {seen}";
        else if ((await place.Opened(place.First))[name] is var then && then != own)
            yield return $"sent again with open eyes, {then} stands for {own}";
    }
}
