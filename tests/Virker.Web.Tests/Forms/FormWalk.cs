using System.Diagnostics;

namespace Virker.Web.Tests.Forms;

/// <summary>One of the six things that happen to forms.</summary>
/// <param name="Letter">(a) to (f).</param>
/// <param name="Run">Tries it, and says all that went wrong.</param>
internal sealed record FormTrial(char Letter, string Name, Func<FormsSite, Filled, IAsyncEnumerable<string>> Run)
{
    public static IReadOnlyList<FormTrial> All { get; } =
    [
        new('a', "sent twice", SentTwice.Run),
        new('b', "Back and sent again", BackAgain.Run),
        new('c', "two people at once", TwoPeople.Run),
        new('d', "signed out meanwhile", SignedOut.Run),
        new('e', "any text", AnyText.Run),
        new('f', "refused beside its field", Refused.Run),
    ];
}

/// <summary>All forms through all trials.</summary>
internal sealed class FormWalk(FormsSite site)
{
    public List<string> Failures { get; } = [];

    /// <summary>What is wrong and known to be, see <see cref="KnownFailures"/>.</summary>
    public List<string> Known { get; } = [];

    public int Ran { get; private set; }

    public List<string> Exempted { get; } = [];

    public Dictionary<char, TimeSpan> Took { get; } = [];

    public async Task Go(IEnumerable<Filled> forms)
    {
        foreach (var form in forms)
        {
            foreach (var trial in FormTrial.All)
            {
                if (form.Exempt.TryGetValue(trial.Letter, out string? why))
                {
                    Exempted.Add($"{form} ({trial.Letter}): {why}");
                    continue;
                }

                Ran++;
                long began = Stopwatch.GetTimestamp();
                var failures = await Try(trial, form);
                bool isKnown = KnownFailures.Of.Contains($"{form} ({trial.Letter})");
                (isKnown ? Known : Failures).AddRange(failures);
                if (isKnown && failures.Count == 0)
                    Known.Add($"{form} ({trial.Letter}): nothing is wrong any more, take it off the list.");
                Took[trial.Letter] = Took.GetValueOrDefault(trial.Letter) + Stopwatch.GetElapsedTime(began);
            }
        }
    }

    private async Task<IReadOnlyList<string>> Try(FormTrial trial, Filled form)
    {
        string what = $"{form} ({trial.Letter}) {trial.Name}: ";
        try
        {
            return
            [
                .. (await trial.Run(site, form).ToListAsync())
                    .Select(f => f.Split(": ", 2))
                    .GroupBy(f => f[^1], f => f.Length > 1 ? f[0] : "")
                    .Select(g => $"{what}{Where(g)}{g.Key}{Behind(g.Key)}"),
            ];
        }
        // Whatever stops one form, the others are tried too.
        catch (Exception e)
        {
            return [what + (e is NotServedException ? e.Message : e)];
        }
    }

    /// <summary>The error behind an answer that is the site's fault.</summary>
    private string Behind(string failure) =>
        failure.Contains("500", StringComparison.Ordinal) && site.LastError is { } error
            ? " because " + string.Concat(error.ReplaceLineEndings(" ").Take(400))
            : "";

    private static string Where(IEnumerable<string> places) =>
        string.Join("; ", places.Distinct()) is { Length: > 0 } all ? all + ": " : "";
}
