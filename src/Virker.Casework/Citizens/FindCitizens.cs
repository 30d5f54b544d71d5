using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Citizens;

/// <summary>What a search found.</summary>
/// <param name="Citizens">At most <see cref="FindCitizens.Most"/>, by name.</param>
/// <param name="HasMore">There are more than are shown.</param>
/// <param name="IsByCpr">The search was for a CPR number: it is not to be shown or logged.</param>
/// <param name="Problem">What was wrong with the search; null when nothing was.</param>
public sealed record CitizensFound(
    IReadOnlyList<CitizenHead> Citizens,
    bool HasMore = false,
    bool IsByCpr = false,
    Text? Problem = null
);

/// <summary>Finds citizens by the beginnings of words in their names, or one by the CPR number. The caller logs the
/// look-up with everybody found.</summary>
public sealed class FindCitizens(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    /// <summary>The longest list of citizens that is shown.</summary>
    public const int Most = 25;

    private const int MostWords = 5;

    // A citizen may match with several words of the name; so many rows give more than enough citizens.
    private const int Rows = 4 * Most;

    public async Task<CitizensFound> Execute(Worker by, string? text, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(text))
            return Wrong(new("Skriv et navn eller et CPR-nummer.", "Write a name or a CPR number."));
        // No name has a digit in it.
        if (text.Any(char.IsDigit))
            return await ByCpr(by, text, stop);
        var words = NameWords.Of(text).OrderByDescending(w => w.Length).Take(MostWords).ToList();
        if (words.Count == 0 || words[0].Length < 2)
            return Wrong(new("Skriv mindst to bogstaver af navnet.", "Write at least two letters of the name."));
        return await ByName(by, words, stop);
    }

    private async Task<CitizensFound> ByCpr(Worker by, string text, CancellationToken stop)
    {
        if (Cpr.Digits(text) is not { } cpr)
        {
            return Wrong(
                new("Et CPR-nummer har ti cifre. Skriv dem alle.", "A CPR number has ten digits. Write them all."),
                isByCpr: true
            );
        }
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var index = db.Vault.BlindIndex(cpr);
        var found = await db.Citizens.AsNoTracking().Where(c => c.CprIndex == index).ToListAsync(stop);
        return new([.. found.Select(c => ReadCitizen.HeadOf(c, clock.Today()))], IsByCpr: true);
    }

    /// <summary>The longest word leads, in the order of the index, so that the reading ends when there is enough.</summary>
    private async Task<CitizensFound> ByName(Worker by, List<string> words, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var matches = From(db.NameWords, words[0]);
        foreach (var word in words.Skip(1))
        {
            var others = From(db.NameWords, word);
            matches = matches.Where(m => others.Any(o => o.CitizenId == m.CitizenId));
        }

        var rows = await matches
            .OrderBy(m => m.Word)
            .ThenBy(m => m.CitizenId)
            .Select(m => m.CitizenId)
            .Take(Rows)
            .ToListAsync(stop);
        var ids = rows.Distinct().ToList();
        var shown = ids.Take(Most).ToList();
        var citizens = await db.Citizens.AsNoTracking().Where(c => shown.Contains(c.Id)).ToListAsync(stop);
        return new(
            [
                .. citizens
                    .OrderBy(c => c.LastName, Danish.Alphabet)
                    .ThenBy(c => c.FirstNames, Danish.Alphabet)
                    .ThenBy(c => c.Id)
                    .Select(c => ReadCitizen.HeadOf(c, clock.Today())),
            ],
            HasMore: ids.Count > Most || rows.Count == Rows
        );
    }

    /// <summary>The words that begin with <paramref name="start"/>: a range of the index, up to the last letter there is.</summary>
    private static IQueryable<NameWord> From(IQueryable<NameWord> words, string start)
    {
        var end = start + "\U0010FFFF";
#pragma warning disable CA1309 // It is the database that compares, letter by letter.
        return words.Where(w => string.Compare(w.Word, start) >= 0 && string.Compare(w.Word, end) < 0);
#pragma warning restore CA1309
    }

    private static CitizensFound Wrong(Text problem, bool isByCpr = false) => new([], false, isByCpr, problem);
}
