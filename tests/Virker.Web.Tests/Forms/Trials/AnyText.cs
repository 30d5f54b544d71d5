using AngleSharp.Dom;

namespace Virker.Web.Tests.Forms;

/// <summary>(e) Any text of any length is saved and shown back as it was, or a message stands beside its field.</summary>
internal static class AnyText
{
    private const string Begins = "Begynder ";
    private const string Ends = " slutter";

    /// <summary>So many times one place is used; then its numbers are spent.</summary>
    private const int Turns = 4;

    /// <summary>By name: what stands between two words.</summary>
    private static readonly (string Name, string Text)[] Texts =
    [
        ("emoji", "👩🏽‍🏭🇩🇰"),
        ("right to left", "\u202Eabc"),
        ("NUL", "\0"),
        ("lone surrogate", ServedForm.LoneSurrogate),
        ("mark-up", "<script>alert(1)</script>&amp;\"'"),
        ("formula", "=1+1"),
        ("20,000 characters", new string('æ', 20_000)),
        ("1,000,000 characters", new string('x', 1_000_000)),
    ];

    public static async IAsyncEnumerable<string> Run(FormsSite site, Filled form)
    {
        var place = await Place.Ready(site, form);
        var served = await place.Opened(place.First);
        string[] words =
        [
            .. served
                .Fields.Where(f => f.Kind is FieldKind.Words)
                .Select(f => f.Name)
                .DistinctBy(name => new string([.. name.Where(c => !char.IsAsciiDigit(c))])),
        ];
        if (words.Length == 0)
            yield break;
        int turn = 0;
        foreach (var (name, middle) in Texts)
        {
            string text = name == "formula" ? middle : Begins + middle + Ends;
            // All at once where all are taken; a text that is refused has each field's turn.
            string[][] tries =
                middle.Length > 1000 || words.Length == 1
                    ? [.. words.Select(w => new[] { w })]
                    : [words, .. words.Select(w => new[] { w })];
            foreach (string[] fields in tries)
            {
                turn = turn % Turns + 1;
                var filled = fields.Aggregate(served.With(form.Fill(place, turn)), (f, field) => f.With(field, text));
                var answer = await place.First.Send(filled);
                string where = $"{name} in {(fields.Length > 1 ? "all fields" : fields[0])}";
                await foreach (string failure in Wrong(place, filled, answer, text))
                    yield return $"{where}: {failure}";
                if (answer.Location is null)
                    continue;
                if (turn == Turns || await place.Served(place.First) is not { } again)
                {
                    place = await Place.Ready(site, form);
                    again = await place.Opened(place.First);
                }

                served = again;
                if (fields.Length > 1)
                    break;
            }
        }
    }

    private static async IAsyncEnumerable<string> Wrong(Place place, ServedForm filled, Answer answer, string text)
    {
        if (answer.Location is null || answer.IsOurFault)
        {
            foreach (string failure in Kept.Wrong(place, filled, answer, except: []))
                yield return failure;
            yield break;
        }

        if (place.Form.Kind is FormKind.Asks)
            yield break;
        string expected = Shown(text);
        if (Text((await place.First.Follow(answer)).Page).Contains(expected, StringComparison.Ordinal))
            yield break;
        foreach (string path in place.Form.Shown(place).Prepend(place.Address))
        {
            if (Text((await place.First.Get(path)).Page).Contains(expected, StringComparison.Ordinal))
                yield break;
        }

        yield return $"saved, and not shown back ({answer})";
    }

    /// <summary>What no reader sees is left out at the door; half a character is nothing.</summary>
    private static string Shown(string text) =>
        text.Replace("\0", "", StringComparison.Ordinal)
            .Replace("\u202E", "", StringComparison.Ordinal)
            .Split(ServedForm.LoneSurrogate)[0]
            .Trim();

    private static string Text(IDocument page) =>
        page.Body!.TextContent + string.Join('\n', page.QuerySelectorAll("input").Select(i => i.GetAttribute("value")));
}
