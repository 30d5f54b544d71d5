namespace Virker.Web.Tests.Forms;

/// <summary>(d) Signed out meanwhile: after signing in the text is still there, for nobody else.</summary>
internal static class SignedOut
{
    public static async IAsyncEnumerable<string> Run(FormsSite site, Filled form)
    {
        var place = await Place.Ready(site, form);
        using var browser = site.Browser();
        await browser.SignIn(place.FirstAccount.Id);
        var filled = await place.FilledIn(browser, 1);
        var typed = Typed(place, filled);
        var before = await place.Count();
        browser.SignOut();
        var refused = await browser.Send(filled);
        if (refused.Location?.Contains("/account/sign-in", StringComparison.Ordinal) != true)
        {
            yield return $"without a cookie it was answered {refused}";
            yield break;
        }

        var signedIn = await browser.SignIn(place.FirstAccount.Id, refused.Location);
        var page = await browser.Follow(signedIn);
        var kept = place.Served(page);
        if (kept is null && typed.Count > 0)
            yield return $"after signing in, {signedIn.Location} has no such form: {page}";
        if (
            kept is not null
            && typed.Where(t => kept[t.Name] != t.Value).Select(t => t.Name).ToList() is { Count: > 0 } lost
        )
        {
            yield return $"after signing in, what was typed is not in {string.Join(", ", lost)}";
        }
        if (FormsSite.Written(before, await place.Count()) is { Length: > 0 } more)
            yield return $"before it was sent again it wrote {more}";
        bool isWhole = filled.Fields.All(f => f.Kind is not (FieldKind.Password or FieldKind.File));
        var pressed = filled.Values.Where(v => filled.Fields.Any(f => f.Name == v.Name && f.Kind == FieldKind.Button));
        if (kept is not null && isWhole && await browser.Send(kept.With(pressed)) is { Location: null } sent)
            yield return $"sent again after signing in it was answered {sent}";

        await foreach (string failure in Another(site, form))
            yield return failure;
    }

    private static async IAsyncEnumerable<string> Another(FormsSite site, Filled form)
    {
        if (form.Who is not { } role)
            yield break;
        var place = await Place.Ready(site, form);
        using var browser = site.Browser();
        await browser.SignIn(place.FirstAccount.Id);
        var filled = await place.FilledIn(browser, 1);
        browser.SignOut();
        var refused = await browser.Send(filled);
        if (refused.Location is null)
            yield break;
        var (other, _) = await site.Person(role, 2);
        var page = await browser.Follow(await browser.SignIn(other.Id, refused.Location));
        if (page.IsOurFault)
            yield return $"another worker was answered {page}";
        foreach (var (name, value) in Typed(place, filled))
        {
            if (
                filled.Fields.First(f => f.Name == name.Split('#')[0]).Kind == FieldKind.Words
                && value.Length > 5
                && page.Html.Contains(value, StringComparison.Ordinal)
            )
            {
                yield return $"another worker is shown {name}";
            }
        }
    }

    /// <summary>What a person wrote or chose; a password and a file are theirs to give anew.</summary>
    private static List<(string Name, string Value)> Typed(Place place, ServedForm filled) =>
        [
            .. place
                .Form.Fill(place, 1)
                .Select(f => f.Name)
                .Where(n =>
                    filled.Fields.FirstOrDefault(f => f.Name == n.Split('#')[0])?.Kind
                        is not (FieldKind.Password or FieldKind.File or FieldKind.Button)
                )
                .Select(n => (n, filled[n]!)),
        ];
}
