namespace Virker.Web.Tests.Forms;

/// <summary>(f) What a rule or a use case refuses stands beside its field, with the form kept.</summary>
internal static class Refused
{
    public static async IAsyncEnumerable<string> Run(FormsSite site, Filled form)
    {
        var place = await Place.Ready(site, form);
        var fresh = await place.Opened(place.First);
        // One of a line's or a week's fields stands for all of them.
        foreach (var field in fresh.Fields.DistinctBy(f => Kind(f.Name)).ToList())
        {
            foreach (var (wrong, mustRefuse) in WrongFor(site, field))
            {
                var sent = fresh.With(form.Fill(place, 1)).With(field.Name, wrong);
                var answer = await place.First.Send(sent);
                // What only asks is answered on the page it leads to.
                if (form.Kind == FormKind.Asks)
                    answer = await place.First.Follow(answer);
                if (answer.IsOurFault)
                {
                    yield return $"{field.Name}={wrong}: {answer}";
                }
                else if (answer.Location is not null && mustRefuse)
                {
                    yield return $"{field.Name}={wrong} was taken: {answer}";
                }
                else if (answer.Location is null && field.Kind != FieldKind.Hidden)
                {
                    bool cannotStand = field.Kind is FieldKind.Choice or FieldKind.Tick or FieldKind.Button;
                    foreach (string failure in Kept.Wrong(place, sent, answer, cannotStand ? [field.Name] : []))
                        yield return $"{field.Name}={wrong}: {failure}";
                }

                if (answer.Location is null)
                    continue;
                place = await Place.Ready(site, form);
                fresh = await place.Opened(place.First);
            }
        }

        await foreach (string failure in Empty(site, form))
            yield return failure;
        await foreach (string failure in Closed(site, form))
            yield return failure;
    }

    /// <summary>What the fields of several lines have in common; what a form only remembers is one kind.</summary>
    private static string Kind(string name) =>
        name.StartsWith("was.", StringComparison.Ordinal)
            ? "was."
            : new string([.. name.Where(c => !char.IsAsciiDigit(c))]);

    /// <summary>Values a field should not get, and whether they must be refused.</summary>
    private static IEnumerable<(string Value, bool MustRefuse)> WrongFor(FormsSite site, Field field)
    {
        switch (field.Kind)
        {
            case FieldKind.Hidden when field.Name == "__RequestVerificationToken":
                break;
            case FieldKind.Hidden when field.Name.Contains('.', StringComparison.Ordinal):
                yield return ("ingenting", false);
                break;
            case FieldKind.Hidden:
                yield return (Guid.CreateVersion7().ToString(), false);
                yield return (site.Foreign[0].ToString(), false);
                yield return ("ingenting", false);
                yield return ("", false);
                break;
            case FieldKind.Choice or FieldKind.Button:
                yield return ("findes-ikke", true);
                if (field.Options.Any(o => Guid.TryParse(o.Value, out _)))
                {
                    yield return (Guid.CreateVersion7().ToString(), true);
                    foreach (var id in site.Foreign)
                        yield return (id.ToString(), true);
                }

                break;
            case FieldKind.Number:
                yield return ("tolv", true);
                yield return ("-1", true);
                yield return ("99999999999999999999", true);
                yield return ("1.5.5", true);
                break;
            case FieldKind.Day:
                yield return ("31-02-2026", true);
                yield return ("i morgen", true);
                yield return ("9999-12-31", false);
                yield return ("0001-01-01", false);
                break;
            case FieldKind.Time:
                yield return ("25:99", true);
                break;
            case FieldKind.Tick:
                yield return ("måske", false);
                break;
            case FieldKind.Words:
            case FieldKind.Password:
                yield return ("", false);
                yield return ("   ", false);
                break;
            case FieldKind.File:
                yield return ("", true);
                yield return ("a;b\n\0\u0001;\"", true);
                break;
        }
    }

    private static async IAsyncEnumerable<string> Empty(FormsSite site, Filled form)
    {
        var place = await Place.Ready(site, form);
        var sent = await place.Opened(place.First);
        foreach (
            var field in sent.Fields.Where(f => f.Kind is not (FieldKind.Hidden or FieldKind.File or FieldKind.Button))
        )
        {
            sent = sent.With(field.Name, "");
        }
        var answer = await place.First.Send(sent);
        if (answer.IsOurFault)
        {
            yield return $"all empty: {answer}";
        }
        else if (answer.Location is null)
        {
            foreach (string failure in Kept.Wrong(place, sent, answer, [.. sent.Fields.Select(f => f.Name)]))
                yield return $"all empty: {failure}";
        }
    }

    /// <summary>The citizen's case is closed while the form is open.</summary>
    private static async IAsyncEnumerable<string> Closed(FormsSite site, Filled form)
    {
        var place = await Place.Ready(site, form);
        if (place.Citizen == Guid.Empty || form.Who is null)
            yield break;
        var sent = await place.FilledIn(place.First, 1);
        await place.Close();
        var answer = await place.First.Send(sent);
        if (answer.IsOurFault)
            yield return $"the case is closed meanwhile: {answer}";
        else if (answer.Location is null && place.Served(answer) is null && answer.Messages == "")
            yield return $"the case is closed meanwhile, without a message: {answer}";
    }
}
